/** Quotas that close: who comes for a place that is taken is told so instead of being asked. */
import type { ChainRole } from "../chain/role";
import type { Answers, Compiled } from "../questionnaire/compiled";
import type { SegmentField, WaveTargets } from "./wave";

/** What is known of the company of somebody who comes; null where nothing is. */
export type Segment = Record<SegmentField, string | null>;

/** Complete responses of one role and kind of company. */
export type Held = Segment & { role: ChainRole; n: number };

/**
 * Whether somebody of this role and company comes for a place that is taken: the target of the whole role is met, or
 * that of a segment the company is known to stand in. With `segmentsOnly` the role's own target is not looked at: who
 * has been let in for the role is not sent away for it later.
 */
export function isQuotaFull(
  targets: WaveTargets,
  held: readonly Held[],
  { role, segment, segmentsOnly = false }: { role: ChainRole; segment: Segment; segmentsOnly?: boolean },
): boolean {
  const among = (matches: (one: Held) => boolean) =>
    held.reduce((sum, one) => sum + (one.role === role && matches(one) ? one.n : 0), 0);
  const whole = targets.roles[role];
  if (!segmentsOnly && whole !== undefined && among(() => true) >= whole) return true;
  return targets.segments.some(
    ({ field, value, role: of, target }) =>
      of === role && segment[field] === value && among((one) => one[field] === value) >= target,
  );
}

/** The questions that tell a company's segment; its name does where the company is known. */
const telling = ["gate.company", "gate.size", "gate.industry", "gate.region"];

/**
 * Whether the page just answered tells something of the company's segment and nothing beyond it is answered yet: the
 * moment at which nobody loses an answer by being told that a quota is full.
 */
export function tellsSegment(compiled: Compiled, page: string, answers: Answers): boolean {
  const at = compiled.pages.findIndex(({ name }) => name === page);
  const asks = compiled.pages[at]?.items.some(({ measure = "" }) => telling.includes(measure));
  return (
    asks === true &&
    compiled.pages.slice(at + 1).every(({ items }) => items.every(({ name }) => answers[name] === undefined))
  );
}
