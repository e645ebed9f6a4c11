/** Quotas that close: who comes for a place that is taken is told so instead of being asked. */
import type { ChainRole } from "../chain/role";
import { textTo } from "../questionnaire/by-measure";
import type { Answers, Compiled } from "../questionnaire/compiled";
import type { SegmentField, WaveTargets } from "./wave";

/** What is known of the company of somebody who comes; null where nothing is. */
export type Segment = Record<SegmentField, string | null>;
export const unknownSegment: Segment = { size: null, industry: null, region: null };

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

/** The company's segment as a respondent tells it. Questionnaires do not ask for the region. */
export const toldSegment = (compiled: Compiled, answers: Answers): Segment => ({
  size: textTo(compiled, answers, "gate.size"),
  industry: textTo(compiled, answers, "gate.industry"),
  region: null,
});

/**
 * Whether the page just answered is the first to tell the company's segment and nothing beyond it is answered yet: the
 * moment at which nobody loses an answer by being told that a quota is full.
 */
export function tellsSegment(compiled: Compiled, page: string, answers: Answers): boolean {
  const at = compiled.pages.findIndex(({ name }) => name === page);
  const asks = compiled.pages[at]?.items.some(
    ({ measure }) => measure === "gate.size" || measure === "gate.industry",
  );
  return (
    asks === true &&
    compiled.pages.slice(at + 1).every(({ items }) => items.every(({ name }) => answers[name] === undefined))
  );
}
