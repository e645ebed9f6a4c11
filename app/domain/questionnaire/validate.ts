/**
 * The strict check of answers, the same for a page posted without scripts, for the light page and for a
 * whole submission. Nothing that the questionnaire does not offer gets through.
 */
import type { AnswerProblem } from "./answer-problem";
import type { Answer, Answers, Compiled, Item } from "./compiled";
import type { Context, Variables } from "./evaluate";
import { answerableItems, isEnabled, visibleItems, visibleState } from "./flow";
import { judgeAnswer } from "./judge-answer";
import {
  cleanText,
  isRecord,
  isUnanswered,
  picksOther,
  type Read,
  readAnswer,
  readComment,
} from "./read-answer";

import { withSetValues } from "./set-values";

export type { AnswerProblem } from "./answer-problem";

/**
 * Answers read from a page; `merged` are the stored answers with this page's in place of the old ones, and with what
 * rules fill in because of them.
 */
export type CheckedPage = {
  answers: Answers;
  merged: Answers;
  problems: AnswerProblem[];
  /** Names whose value was left out because the item is hidden or never answered. */
  stripped: string[];
};

/**
 * Checks the answers of one page. `raw` holds the answers of its items by name, typed as stored
 * (`readForm` makes them from a form); whatever is missing counts as not answered. A wrong answer is left
 * out of `answers` and reported; one given to an item that is hidden now is kept if it is right, as the item
 * may come back, and left out silently if it is wrong. The same holds for one that is greyed out, as browsers do not
 * send it: left out, its stored answer stays. An unknown page has one problem and no answers.
 */
export function checkPage(
  compiled: Compiled,
  pageName: string,
  raw: unknown,
  stored: Answers,
  variables: Variables,
): CheckedPage {
  const page = compiled.pages.find((page) => page.name === pageName);
  if (!page) {
    const problems: AnswerProblem[] = [{ item: pageName, code: "unknown-question" }];
    return { answers: {}, merged: stored, problems, stripped: [] };
  }
  const read = readAll(page.items, raw);
  const own = new Set(page.items.flatMap((item) => [item.name, commentOf(item)]));
  const kept = Object.entries(stored).filter(([name]) => !own.has(name));
  const given = withGreyed(
    page.items,
    { ...Object.fromEntries(kept), ...read.answers },
    raw,
    stored,
    variables,
  );
  const merged = withSetValues(compiled, stored, given, variables);
  const context = { answers: merged, variables };
  const asked = visibleItems(page, context).filter((item) => isEnabled(item, context));
  const judged = judge(page.items, new Set(asked.map(({ name }) => name)), read, context, true);
  return { answers: read.answers, merged, ...judged };
}

export type CheckedSubmission =
  | { ok: true; answers: Answers; stripped: string[] }
  | { ok: false; problems: AnswerProblem[]; answers: Answers; stripped: string[] };

/**
 * Checks all answers of a response. Answers of hidden items are left out and named in `stripped`; leaving
 * them out can hide further items, so that is repeated until nothing changes. `partial` accepts what is
 * not answered yet. When it fails, `answers` holds what was right.
 */
export function checkSubmission(
  compiled: Compiled,
  raw: unknown,
  variables: Variables,
  { partial = false }: { partial?: boolean } = {},
): CheckedSubmission {
  const items = itemsOf(compiled);
  const read = readAll(items, raw);
  const asked = answerableItems(compiled, read.answers, variables);
  const judged = judge(items, asked, read, { answers: read.answers, variables }, !partial);
  const answers = partial ? read.answers : withoutHidden(compiled, items, read.answers, variables);
  const hidden = Object.keys(read.answers).filter((name) => !Object.hasOwn(answers, name));
  const stripped = [...judged.stripped, ...hidden];
  if (judged.problems.length === 0) return { ok: true, answers, stripped };
  return { ok: false, problems: judged.problems, answers, stripped };
}

/** With the stored answers of greyed-out items that were not sent. */
function withGreyed(
  items: readonly Item[],
  given: Answers,
  raw: unknown,
  stored: Answers,
  variables: Variables,
): Answers {
  const sent = isRecord(raw) ? raw : {};
  let answers = given;
  for (const item of items) {
    if (item.enableIf === undefined || isEnabled(item, { answers, variables })) continue;
    for (const name of [item.name, commentOf(item)]) {
      const before = stored[name];
      if (before !== undefined && !Object.hasOwn(sent, name)) answers = { ...answers, [name]: before };
    }
  }
  return answers;
}

const commentOf = (item: Item) => `${item.name}-Comment`;

type ReadAll = { answers: Answers; problems: AnswerProblem[]; stripped: string[] };

/** Reads every raw answer by the item it belongs to; keys that belong to none are problems. */
function readAll(items: Item[], raw: unknown): ReadAll {
  if (!isRecord(raw)) {
    const problems: AnswerProblem[] = isUnanswered(raw) ? [] : [{ item: "", code: "wrong-shape" }];
    return { answers: {}, problems, stripped: [] };
  }
  const known = readersOf(items);
  const answers: [string, Answer][] = [];
  const problems: AnswerProblem[] = [];
  const stripped: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const reader = known.get(name);
    if (reader === "never") stripped.push(name);
    else if (reader) {
      const read = reader(value);
      if (read.value !== undefined) answers.push([name, read.value]);
      problems.push(...read.problems);
    } else problems.push({ item: cleanText(name).slice(0, 100), code: "unknown-question" });
    if (problems.length > 200) break;
  }
  return dropLooseComments(items, { answers: Object.fromEntries(answers), problems, stripped });
}

/** The text beside "other" counts only while "other" is picked; a form posts what was typed before. */
function dropLooseComments(items: Item[], { answers, problems, stripped }: ReadAll): ReadAll {
  const loose = items
    .filter((item) => !item.comment && !picksOther(item, answers[item.name]))
    .map(commentOf)
    .filter((name) => Object.hasOwn(answers, name));
  if (loose.length === 0) return { answers, problems, stripped };
  const kept = Object.entries(answers).filter(([name]) => !loose.includes(name));
  return { answers: Object.fromEntries(kept), problems, stripped: [...stripped, ...loose] };
}

// The same list for the same questionnaire, so that its readers are made once.
const itemLists = new WeakMap<Compiled, Item[]>();

function itemsOf(compiled: Compiled): Item[] {
  const items = itemLists.get(compiled) ?? compiled.pages.flatMap((page) => page.items);
  itemLists.set(compiled, items);
  return items;
}

type Reader = ((raw: unknown) => Read) | "never";
const readers = new WeakMap<Item[], Map<string, Reader>>();

function readersOf(items: Item[]): Map<string, Reader> {
  const cached = readers.get(items);
  if (cached) return cached;
  const made = new Map<string, Reader>();
  for (const item of items) {
    const never = item.kind === "statement" || item.kind === "display";
    made.set(item.name, never ? "never" : (raw) => readAnswer(item, raw));
    const commented = item.comment || ("choices" in item && item.choices.some((choice) => choice.other));
    if (commented) made.set(commentOf(item), (raw) => readComment(item.name, raw));
  }
  readers.set(items, made);
  return made;
}

/** The problems of the items that can be answered, and the names of wrong answers that the others dropped. */
function judge(
  items: Item[],
  asked: ReadonlySet<string>,
  read: ReadAll,
  context: Context,
  complete: boolean,
): { problems: AnswerProblem[]; stripped: string[] } {
  const unasked = new Set(items.flatMap((item) => (asked.has(item.name) ? [] : [item.name])));
  const wrong = new Set(read.problems.map((problem) => problem.item));
  const judged = items
    .filter((item) => asked.has(item.name) && !wrong.has(item.name))
    .flatMap((item) => judgeAnswer(item, context, complete));
  return {
    problems: [...read.problems.filter((problem) => !unasked.has(problem.item)), ...judged],
    stripped: [...read.stripped, ...[...wrong].filter((name) => unasked.has(name))],
  };
}

function withoutHidden(compiled: Compiled, items: Item[], given: Answers, variables: Variables): Answers {
  let answers = given;
  for (;;) {
    const visible = visibleState(compiled, answers, variables).items;
    const names = new Set(
      items.flatMap((item) => (visible.has(item.name) ? [item.name, commentOf(item)] : [])),
    );
    const kept = Object.entries(answers).filter(([name]) => names.has(name));
    if (kept.length === Object.keys(answers).length) return answers;
    answers = Object.fromEntries(kept);
  }
}
