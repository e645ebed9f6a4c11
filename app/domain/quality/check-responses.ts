/** The quality checks of a whole study in one pass: each response among those of its questionnaire, company and person. */
import type { ChainRole } from "../chain/role";
import { attentionAnswer } from "../questionnaire/answer-options";
import { itemsOf } from "../questionnaire/by-measure";
import type { Answers, Compiled, Item } from "../questionnaire/compiled";
import { atOnce, type Steps } from "../steps";
import {
  amongPeersSteps,
  type CheckedResponse,
  defaultThresholds,
  flagResponse,
  type QualityCheck,
  type QualityThresholds,
} from "./flag-response";
import type { Review } from "./review";

/** A complete response with the version it answered. */
export type Checkable = {
  id: string;
  role: ChainRole;
  companyId: string | null;
  contactId: string | null;
  review: Review | null;
  answers: Answers;
  seconds: Readonly<Record<string, number>>;
  compiled: Compiled;
};

type Plan = { pages: string[]; grids: string[]; shared: string[]; attention: string | null };

const isRatingGrid = (item: Item) =>
  item.kind === "matrix" &&
  !item.uniqueColumns &&
  item.columns.some(({ value }) => typeof value === "number");

/** Items asked of every role in the same words whose answers can contradict one another; what is written freely cannot. */
const isShared = ({ measure, kind }: Item) =>
  measure?.startsWith("anchor.") === true && kind !== "text" && kind !== "comment";

function planOf(compiled: Compiled): Plan {
  const items = itemsOf(compiled);
  const names = (wanted: (item: Item) => boolean) => items.filter(wanted).map(({ name }) => name);
  return {
    pages: compiled.pages.map(({ name }) => name),
    grids: names(isRatingGrid),
    shared: names(isShared),
    attention: items.find(({ measure }) => measure === "quality.attention")?.name ?? null,
  };
}

function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key | null): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * The check of each response by its id. A response that a person excluded is checked, too, but no other is held
 * against it: of two that are alike, excluding one clears the other.
 */
export const checkResponses = (
  responses: readonly Checkable[],
  thresholds: QualityThresholds = defaultThresholds,
): Map<string, QualityCheck> => atOnce(checkSteps(responses, thresholds));

/** The same, a response a step. */
export function* checkSteps(
  responses: readonly Checkable[],
  thresholds: QualityThresholds = defaultThresholds,
): Steps<Map<string, QualityCheck>> {
  const excluded = new Set(responses.filter(({ review }) => review === "excluded").map(({ id }) => id));
  const persons = groupedBy(
    responses.filter(({ id }) => !excluded.has(id)),
    ({ contactId }) => contactId,
  );
  const checks = new Map<string, QualityCheck>();
  for (const [compiled, answered] of groupedBy(responses, (one) => one.compiled)) {
    const plan = planOf(compiled);
    const checked = answered.map(
      ({ id, role, companyId, answers, seconds }): CheckedResponse => ({
        ...{ id, role, answers, company: companyId },
        pageSeconds: plan.pages.map((page) => seconds[page] ?? null),
      }),
    );
    const among = yield* amongPeersSteps(checked, thresholds);
    for (const [at, one] of answered.entries()) {
      yield;
      const { speed, duplicates } = among[at]!;
      const others = one.contactId === null ? [] : (persons.get(one.contactId) ?? []);
      checks.set(
        one.id,
        flagResponse(checked[at]!, {
          thresholds,
          among: { speed, duplicates: duplicates.filter(({ id }) => !excluded.has(id)) },
          samePerson: others
            .filter(({ id, role }) => id !== one.id && role !== one.role)
            .map(({ role, answers }) => ({ role, answers })),
          sharedItems: plan.shared,
          grids: plan.grids,
          attention:
            plan.attention === null ? undefined : { item: plan.attention, expected: attentionAnswer },
        }),
      );
    }
  }
  return checks;
}

/** The responses that carry a flag. */
export const flaggedIn = (checks: ReadonlyMap<string, QualityCheck>): Set<string> =>
  new Set([...checks].flatMap(([id, { flags }]) => (flags.length > 0 ? [id] : [])));
