/** From an item of the bank to parts of a questionnaire: what becomes of names, measures and the anchor block. */
import type { DraftEdit } from "../draft-change";
import { withFreeNames, withReferences } from "../draft-names";
import { outlineOf } from "../draft-outline";
import { isObject, type JsonObject, listOf, questionsOf } from "../draft-tree";
import { pipedOutside, withKnownConditions } from "./conditions-kept";
import { draftOfItem, type ItemContent, questionsOfItem } from "./item";
import { mapParts, withOrigins } from "./origin";
import { withProduct } from "./product-name";

export type InsertPlan = {
  /** The parts to put in; names that are taken are changed as they are. */
  parts: JsonObject[];
  draws: JsonObject[];
  /** Questions that get another name, as theirs is taken. */
  renamed: { from: string; to: string }[];
  /** Measures that come along. */
  kept: string[];
  /** Measures left behind, as the questionnaire asks them already and a measure counts once. */
  dropped: string[];
  /** Anchor questions that come in the words of the study's other questionnaires. */
  anchored: string[];
  /** Anchor questions that are asked already; the item cannot be put in. */
  twice: string[];
  /** Conditions left out, as they ask about questions that are not in the questionnaire. */
  leftOut: string[];
  /** Answers that its texts set in, of questions that are neither in it nor in the questionnaire. */
  piped: string[];
};

/** A question of the anchor block, whose answers are compared between the roles of a company. */
export const isAnchorMeasure = (measure: unknown): measure is string =>
  typeof measure === "string" && measure.startsWith("anchor.");

/** The anchor questions of a study's other questionnaires by measure; the first questionnaire's where they differ. */
export function anchorsOf(drafts: readonly unknown[]): Record<string, JsonObject> {
  const anchors: Record<string, JsonObject> = {};
  for (const { element } of drafts.flatMap(questionsOf))
    if (isAnchorMeasure(element.measure)) anchors[element.measure] ??= element;
  return anchors;
}

const keyOf = ({ measure, subject }: JsonObject) => `${String(measure)}|${String(subject ?? "")}`;
const isMeasured = ({ measure }: JsonObject) => typeof measure === "string" && measure !== "";

/**
 * What inserting an item into a draft would do. Anchor questions are put in exactly as the study's other
 * questionnaires word them (`anchors`), and stay untracked then: agreement along the chain is computed on their
 * being the same. Without others they come as saved. `origin` is left out for the product's own items, which are
 * known by their measures. With `standIns` what the item names is read as the question named instead.
 */
export function planInsert(
  draft: unknown,
  content: ItemContent,
  given: {
    product: string;
    anchors: Readonly<Record<string, JsonObject>>;
    origin?: { id: string; revision: number } | undefined;
    /** Questions of the draft in place of those that the item names and that are not there. */
    standIns?: ReadonlyMap<string, string>;
  },
): InsertPlan {
  const asked = new Set(questionsOf(draft).map(({ element }) => keyOf(element)));
  const own = questionsOfItem(content).filter(isMeasured);
  const [dropped, anchored, twice] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const element of own) {
    const measure = String(element.measure);
    if (isAnchorMeasure(measure) && asked.has(keyOf(element))) twice.add(measure);
    else if (asked.has(keyOf(element))) dropped.add(measure);
    else if (given.anchors[measure]) anchored.add(measure);
  }
  const renamed = new Map(
    own.flatMap(({ name, measure }) => {
      const there = given.anchors[String(measure)]?.name;
      return typeof name === "string" && typeof there === "string" && name !== there ? [[name, there]] : [];
    }),
  );
  const { origin, standIns = new Map() } = given;
  const filled = withReferences(withProduct(content.parts, given.product), standIns) as JsonObject[];
  const tracked = origin ? withOrigins(filled, origin.id, origin.revision) : filled;
  const settled = (withReferences(tracked, renamed) as JsonObject[]).map((part) =>
    mapParts(part, (one) => {
      const anchor = isMeasured(one) ? given.anchors[String(one.measure)] : undefined;
      if (anchor) return anchor;
      if (!asked.has(keyOf(one)) || !isMeasured(one)) return one;
      const { measure: _, subject: __, ...rest } = one;
      return rest;
    }),
  );
  const inside = outlineOf(draftOfItem({ ...content, parts: settled })).map(({ part }) => part);
  const drawn = [...listOf(isObject(draft) ? draft.draws : undefined), ...content.draws].filter(isObject);
  const there = [...outlineOf(draft).map(({ part }) => part), ...inside, ...drawn];
  const known = new Set(there.map(({ name }) => String(name ?? "").toLowerCase()));
  const kept = withKnownConditions(settled, known);
  const parts = withFreeNames(kept.parts, draft);
  const names = (list: JsonObject[]) =>
    outlineOf(draftOfItem({ ...content, parts: list })).flatMap(({ kind, part }) =>
      kind === "question" ? [String(part.name ?? "")] : [],
    );
  const [before, after] = [names(settled), names(parts)];
  const measures = [...new Set(own.map(({ measure }) => String(measure)))];
  return {
    ...{ parts, draws: content.draws, leftOut: kept.leftOut, piped: pipedOutside(inside, known) },
    renamed: before.flatMap((from, at) => {
      const to = after[at] ?? from;
      return to === from ? [] : [{ from, to }];
    }),
    kept: measures.filter((measure) => !dropped.has(measure) && !twice.has(measure)),
    dropped: [...dropped],
    anchored: [...anchored],
    twice: [...twice],
  };
}

/** The edits that add the drawn numbers a draft does not draw yet. */
export function drawEdits(draft: unknown, draws: readonly JsonObject[]): DraftEdit[] {
  const drawn = listOf(isObject(draft) ? draft.draws : undefined);
  const missing = draws.filter(({ name }) => !drawn.some((one) => isObject(one) && one.name === name));
  return missing.length > 0 ? [{ edit: "set", path: ["draws"], value: [...drawn, ...missing] }] : [];
}
