/** Takes people out of a frozen report: their words and whose they were go, every figure stays. */
import { itemsOf } from "../../questionnaire/by-measure";
import type { Answer, Answers, Compiled, Item } from "../../questionnaire/compiled";
import { buildDocument } from "./build-document";
import { inputOf, type ReportBundle } from "./bundle";
import { outsideDocument } from "./outside";
import type { Block, BlockOf, ReportDocument, TreeBranch, TreeLeaf } from "./report-document";
import { mask } from "./suppress";

/** What can be picked in an item: such an answer is nobody's own words. */
function valuesOf(item: Item | undefined): ReadonlySet<unknown> {
  if (!item) return new Set();
  switch (item.kind) {
    case "radio":
    case "dropdown":
    case "checkbox":
    case "ranking":
    case "image":
      return new Set(item.choices.map(({ value }) => value));
    case "rating":
      return new Set(item.values.map(({ value }) => value));
    case "matrix":
      return new Set(item.columns.map(({ value }) => value));
    case "boolean":
      return new Set([item.yesValue, item.noValue]);
    default:
      return new Set();
  }
}

/** An answer with what was written in it masked. */
function masked(answer: Answer, values: ReadonlySet<unknown>): Answer {
  if (typeof answer === "string") return values.has(answer) || answer.trim() === "" ? answer : mask;
  if (Array.isArray(answer)) return answer.map((one) => masked(one, values));
  if (typeof answer === "object" && answer !== null)
    return Object.fromEntries(Object.entries(answer).map(([part, one]) => [part, masked(one, values)]));
  return answer;
}

/** Answers without the respondent's own words; numbers and what was picked stay. */
function withoutWords(compiled: Compiled, answers: Answers): Answers {
  const items = new Map(itemsOf(compiled).map((item) => [item.name, item]));
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, masked(answer, valuesOf(items.get(name)))]),
  );
}

/** The tree with the quotes of the one computed again; without any where the two have come to differ. */
function withQuotesOf(tree: BlockOf<"tree">, again: Block | undefined): Block {
  const quotes = new Map<string, readonly string[]>();
  const placeOf = (leaf: TreeLeaf, branch: string) => JSON.stringify([branch, leaf.what.en, leaf.name?.en]);
  const needOf = ({ columns }: TreeBranch) => columns[0]?.[0]?.name?.en ?? "";
  if (again?.kind === "tree")
    for (const branch of again.branches)
      for (const leaf of branch.columns.flat()) quotes.set(placeOf(leaf, needOf(branch)), leaf.quotes);
  return {
    ...tree,
    branches: tree.branches.map((branch) => ({
      columns: branch.columns.map((leaves) =>
        leaves.map((leaf) => ({ ...leaf, quotes: quotes.get(placeOf(leaf, needOf(branch))) ?? [] })),
      ),
    })),
  };
}

/** The document with every part that is made of open answers as it was computed `again`, without the words. */
function withPartsOf(document: ReportDocument, again: ReportDocument, people: number): ReportDocument {
  const parts = new Map(again.chapters.flatMap(({ blocks }) => blocks.map((block) => [block.key, block])));
  const partsOf = (block: Block): Block[] => {
    const recomputed = parts.get(block.key);
    if (block.kind === "tree") return [withQuotesOf(block, recomputed)];
    return block.open ? (recomputed ? [recomputed] : []) : [block];
  };
  return {
    ...document,
    forgotten: (document.forgotten ?? 0) + people,
    chapters: document.chapters.map((chapter) => ({ ...chapter, blocks: chapter.blocks.flatMap(partsOf) })),
  };
}

export type Frozen = { bundle: ReportBundle; document: ReportDocument; shared: ReportDocument };

/**
 * The frozen report without some people: the words of their responses are masked in the answers it was computed from and in
 * every quote, the responses' ids and the people's are replaced, and the documents count who was taken out. Figures,
 * tables and charts stay as they were. Null when none of the responses is in it.
 */
export function forgetPeople(
  { bundle, document, shared }: Frozen,
  responseIds: readonly string[],
): Frozen | null {
  const gone = new Set(responseIds);
  const { responses, questionnaires, coding, filter } = bundle.input;
  const theirs = responses.filter(({ id }) => gone.has(id));
  if (theirs.length === 0) return null;
  const people = new Set(theirs.map(({ contactId, id }) => contactId ?? id)).size;
  const names = new Map<string, string>();
  const kept = responses.map((one, at) => {
    if (!gone.has(one.id)) return one;
    const id = `removed-${at + 1}`;
    names.set(one.id, id);
    const compiled = questionnaires[one.questionnaire];
    return { ...one, id, contactId: null, answers: compiled ? withoutWords(compiled, one.answers) : {} };
  });
  const namedNow = (id: string) => names.get(id) ?? id;
  const input = {
    ...bundle.input,
    responses: kept,
    ...(filter && {
      filter: { ...filter, outside: { ...filter.outside, ids: filter.outside.ids.map(namedNow) } },
    }),
    ...(coding && {
      coding: {
        ...coding,
        readings: coding.readings.map((one) => ({
          ...one,
          responseId: namedNow(one.responseId),
        })),
      },
    }),
  };
  const { computedAt, version } = bundle.document;
  const whole = inputOf({ input });
  const again = buildDocument(whole, { computedAt, version });
  return {
    bundle: { ...bundle, input, document: withPartsOf(bundle.document, again, people) },
    document: withPartsOf(document, again, people),
    shared: withPartsOf(shared, outsideDocument(whole, { computedAt, version }), people),
  };
}
