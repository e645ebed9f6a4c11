/** Goes through a questionnaire many times, answering at random, and counts where that leads. */
import { seededRandom } from "../stats/seeded-random";
import type { Answers, Compiled, Item, Page } from "./compiled";
import type { Variables } from "./evaluate";
import { isEnabled, nextPage, visibleItems } from "./flow";
import { drawVariables } from "./order";
import { type Hints, hintsOf, randomAnswer } from "./random-answers";
import { checkPage } from "./validate";

/** From a page to the next one; `null` is the beginning and the end. */
export type Move = { from: string | null; to: string | null; n: number };
export type WalkThrough = {
  walks: number;
  /** By the order of the questionnaire. */
  pages: { name: string; n: number }[];
  items: { name: string; page: string; n: number }[];
  moves: Move[];
  /** Walks that no random answer got past the author's own checks of a page; the page was passed all the same. */
  stuck: number;
  /** Answers of the shortest and of the longest way. */
  fewest: number;
  most: number;
};

/** Tries to satisfy an author's checks this often before going on without. */
const tries = 20;

const isNumber = (item: Item) => item.kind === "text" && item.input === "number";

/** The same numbers in the order of their questions, rising or falling: most checks compare a number with the one before. */
function inOrder(page: Page, answers: Answers, rising: boolean): Answers {
  const names = page.items
    .filter((item) => isNumber(item) && answers[item.name] !== undefined)
    .map(({ name }) => name);
  const sorted = names.map((name) => Number(answers[name])).sort((a, b) => (rising ? a - b : b - a));
  return { ...answers, ...Object.fromEntries(names.map((name, at) => [name, sorted[at] ?? 0])) };
}

function answerPage(
  compiled: Compiled,
  page: Page,
  stored: Answers,
  variables: Variables,
  draw: { hints: Hints; random: () => number },
): { answers: Answers; fine: boolean } {
  const isFine = (answers: Answers) =>
    checkPage(compiled, page.name, answers, stored, variables).problems.length === 0;
  let answers: Answers = {};
  for (let n = 0; n < tries; n++) {
    answers = {};
    for (const item of page.items) {
      const context = { answers: { ...stored, ...answers }, variables };
      if (!visibleItems(page, context).includes(item) || !isEnabled(item, context)) continue;
      Object.assign(answers, randomAnswer(item, context, draw.hints, draw.random));
    }
    const found = [answers, inOrder(page, answers, true), inOrder(page, answers, false)].find(isFine);
    if (found) return { answers: found, fine: true };
  }
  return { answers, fine: false };
}

/**
 * `walks` ways through the questionnaire, each with its own random answers: how often every page and question
 * was shown, and how often each page followed each. The same seed gives the same walks. Answers lean towards
 * the values that conditions ask for, so counts say what can be reached, not how often respondents will.
 */
export function walkThrough(
  compiled: Compiled,
  { walks, seed }: { walks: number; seed: number },
): WalkThrough {
  const random = seededRandom(seed);
  const hints = hintsOf(compiled);
  const pages = new Map<string, number>(compiled.pages.map(({ name }) => [name, 0]));
  const items = new Map<string, number>(
    compiled.pages.flatMap((page) => page.items.map(({ name }) => [name, 0] as const)),
  );
  const moves = new Map<string, Move>();
  const byName = new Map(compiled.pages.map((page) => [page.name, page]));
  const lengths: number[] = [];
  let stuck = 0;
  for (let walk = 0; walk < walks; walk++) {
    const variables = drawVariables(compiled, `${seed}/${walk}`);
    let answers: Answers = {};
    let here: string | null = null;
    let fine = true;
    let length = 0;
    for (;;) {
      const next: string | null = nextPage(compiled, here, answers, variables);
      const key = JSON.stringify([here, next]);
      const move = moves.get(key) ?? { from: here, to: next, n: 0 };
      moves.set(key, { ...move, n: move.n + 1 });
      const page = next === null ? undefined : byName.get(next);
      if (!page) break;
      pages.set(page.name, (pages.get(page.name) ?? 0) + 1);
      const given = answerPage(compiled, page, answers, variables, { hints, random });
      fine &&= given.fine;
      answers = { ...answers, ...given.answers };
      for (const { name, kind } of visibleItems(page, { answers, variables })) {
        items.set(name, (items.get(name) ?? 0) + 1);
        if (kind !== "statement" && kind !== "display") length += 1;
      }
      here = page.name;
    }
    if (!fine) stuck += 1;
    lengths.push(length);
  }
  return {
    ...{ walks, stuck },
    pages: compiled.pages.map(({ name }) => ({ name, n: pages.get(name) ?? 0 })),
    items: compiled.pages.flatMap((page) =>
      page.items.map(({ name }) => ({ name, page: page.name, n: items.get(name) ?? 0 })),
    ),
    moves: [...moves.values()],
    fewest: lengths.length > 0 ? Math.min(...lengths) : 0,
    most: lengths.length > 0 ? Math.max(...lengths) : 0,
  };
}
