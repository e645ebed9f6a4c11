/** What an author should know before a questionnaire is published; none of it forbids to publish. */
import type { ChainRole } from "../chain/role";
import { isObject, questionsOf } from "./draft-tree";
import type { MeasureKey } from "./measures";
import { originProperty } from "./own-bank/origin";

/** Measures that a verdict or a comparison stands on; the other answers are only read. */
const neededMeasures = [
  "gate.company",
  "gate.size",
  "gate.relation",
  "anchor.importance",
  "anchor.satisfaction",
  "anchor.problems",
  "anchor.choice",
  "pmf.disappointment",
  "user.core-uses",
  "user.causes",
  "price.too-cheap",
  "price.cheap",
  "price.expensive",
  "price.too-expensive",
  "quality.attention",
] as const satisfies readonly MeasureKey[];
export type NeededMeasure = (typeof neededMeasures)[number];

const measuresIn = (draft: unknown) => new Set(questionsOf(draft).map(({ element }) => element.measure));

/** The needed measures that the bank's questionnaire of this role has and the draft has no more; none while it is empty. */
export function missingMeasures(draft: unknown, fromBank: unknown): NeededMeasure[] {
  if (questionsOf(draft).length === 0) return [];
  const expected = measuresIn(fromBank);
  const present = measuresIn(draft);
  return neededMeasures.filter((key) => expected.has(key) && !present.has(key));
}

/** Says nothing about how a question reads. */
const silent = new Set(["name", "isRequired", "validators", "measure", originProperty]);

/** The same text for the same thing whatever the order of its keys. */
const canonical = (given: unknown): string =>
  JSON.stringify(given, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

const isAnchor = (measure: unknown): measure is MeasureKey =>
  typeof measure === "string" && measure.startsWith("anchor.");

function anchorOf(draft: unknown): Map<MeasureKey, string> {
  const anchor = new Map<MeasureKey, string>();
  for (const { element } of questionsOf(draft)) {
    if (!isAnchor(element.measure)) continue;
    const read = Object.fromEntries(Object.entries(element).filter(([key]) => !silent.has(key)));
    anchor.set(element.measure, canonical(read));
  }
  return anchor;
}

/**
 * Where the anchor block differs from that of other roles, whose agreement is computed on its being the
 * same: each anchor measure worded differently here and there, with those roles. A question that is
 * missing on one side is not a difference in wording; `missingMeasures` tells of it.
 */
export function anchorDifferences(
  draft: unknown,
  others: readonly { role: ChainRole; draft: unknown }[],
): { measure: MeasureKey; roles: ChainRole[] }[] {
  const theirs = others.map(({ role, draft: other }) => ({ role, anchor: anchorOf(other) }));
  return [...anchorOf(draft)].flatMap(([measure, here]) => {
    const roles = theirs
      .filter(({ anchor }) => anchor.has(measure) && anchor.get(measure) !== here)
      .map(({ role }) => role);
    return roles.length > 0 ? [{ measure, roles }] : [];
  });
}
