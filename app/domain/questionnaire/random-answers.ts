/** Answers at random, as a respondent could give them: valid, sometimes left out, often what a condition asks for. */
import type { Random } from "../stats/seeded-random";
import { fileTypes, judgeFile, safeFileName } from "./answer-files";
import type { Answer, Answers, Choice, Compiled, Expression, Field, Item } from "./compiled";
import { walk } from "./conditions";
import type { Context } from "./evaluate";
import { isRequired, visibleChoices, visibleRows } from "./flow";

/** Values that conditions compare a variable with, by its path in lower case. */
export type Hints = ReadonlyMap<string, readonly Answer[]>;

const constantsIn = (expression: Expression): Answer[] =>
  walk(expression).flatMap((part) =>
    part.op === "constant" && part.value !== null ? [part.value].flat() : [],
  );

/** What the conditions of a questionnaire compare its answers with, so that both sides of each are tried. */
export function hintsOf(compiled: Compiled): Hints {
  const hints = new Map<string, Answer[]>();
  const conditions = compiled.pages.flatMap((page) => [
    page.visibleIf,
    ...page.items.flatMap((item) => [
      item.visibleIf,
      item.enableIf,
      item.requiredIf,
      ...("choices" in item ? item.choices.map(({ visibleIf }) => visibleIf) : []),
    ]),
  ]);
  for (const condition of conditions)
    for (const part of condition ? walk(condition) : []) {
      if (part.op !== "binary" || part.left.op !== "variable") continue;
      const path = part.left.path.replace(/^#/, "").toLowerCase();
      hints.set(path, [...(hints.get(path) ?? []), ...constantsIn(part.right)]);
    }
  return hints;
}

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Beyond these a number without limits of its own is not drawn. */
const usual = { min: 0, max: 1000 };

function numberIn(
  { min, max, step = 1 }: { min?: number; max?: number; step?: number },
  hints: readonly Answer[],
  random: Random,
): number {
  const least = min ?? Math.min(usual.min, max ?? usual.min);
  const most = max ?? Math.max(least, usual.max);
  const near = hints
    .filter((hint): hint is number => typeof hint === "number")
    .flatMap((hint) => [hint - step, hint, hint + step])
    .filter((hint) => hint >= least && hint <= most);
  if (near.length > 0 && random() < 0.5) return pick(near, random) ?? least;
  const steps = Math.floor((most - least) / step);
  return Number((least + Math.floor(random() * (steps + 1)) * step).toFixed(6));
}

function textOf(
  field: Pick<Field, "input" | "min" | "max" | "step">,
  hints: readonly Answer[],
  random: Random,
) {
  switch (field.input) {
    case "number":
      return numberIn(field, hints, random);
    case "email":
      return "someone@example.com";
    case "date":
      return "2026-03-02";
    case "tel":
      return "13800138000";
    case "url":
      return "https://example.com";
    default: {
      const texts = hints.filter((hint) => typeof hint === "string" && hint !== "");
      return (random() < 0.5 ? pick(texts, random) : undefined) ?? "x";
    }
  }
}

function several(
  choices: readonly Choice[],
  limits: { least: number; most: number },
  random: Random,
): Answer | undefined {
  const alone = choices.filter(({ exclusive }) => exclusive);
  const others = choices.filter(({ exclusive }) => !exclusive);
  const exclusive = random() < 0.15 || others.length === 0 ? pick(alone, random) : undefined;
  if (exclusive && limits.least <= 1) return [exclusive.value];
  const most = Math.min(limits.most, others.length);
  const least = Math.min(limits.least, most);
  const many = least + Math.floor(random() * (most - least + 1));
  const picked = shuffled(others, random).slice(0, many);
  return picked.length > 0 ? picked.map(({ value }) => value) : undefined;
}

/** Whole numbers that add up to a total. */
function split(names: readonly string[], total: number, random: Random): Answers {
  const cuts = names
    .slice(1)
    .map(() => Math.floor(random() * (total + 1)))
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, total];
  return Object.fromEntries(names.map((name, at) => [name, (edges[at + 1] ?? 0) - (edges[at] ?? 0)]));
}

const record = (items: readonly Item[], context: Context, hints: Hints, random: Random): Answers =>
  Object.fromEntries(
    items.flatMap((item) => {
      const value = valueFor(item, context, hints, random);
      return value === undefined ? [] : [[item.name, value]];
    }),
  );

function valueFor(item: Item, context: Context, hints: Hints, random: Random): Answer | undefined {
  const own = hints.get(item.name.toLowerCase()) ?? [];
  switch (item.kind) {
    case "text":
      return textOf(item, own, random);
    case "comment":
      return "x";
    case "radio":
    case "dropdown":
      return pick(visibleChoices(item, context), random)?.value;
    case "image":
      return item.multiple
        ? several(visibleChoices(item, context), { least: 1, most: item.choices.length }, random)
        : pick(visibleChoices(item, context), random)?.value;
    case "checkbox": {
      const limits = { least: item.minSelected ?? 1, most: item.maxSelected ?? item.choices.length };
      return several(visibleChoices(item, context), limits, random);
    }
    case "ranking": {
      const choices = visibleChoices(item, context);
      const all = item.minRanked === undefined && item.maxRanked === undefined;
      const most = item.maxRanked ?? choices.length;
      return several(choices, { least: all ? choices.length : (item.minRanked ?? 1), most }, random);
    }
    case "rating":
      return pick(item.values, random)?.value;
    case "boolean":
      return random() < 0.5 ? item.yesValue : item.noValue;
    case "matrix": {
      const rows = visibleRows(item, context);
      const columns = shuffled(item.columns, random);
      const cells = rows.flatMap((row, at): [string, Answer][] => {
        const column = item.uniqueColumns ? columns[at] : pick(item.columns, random);
        return column ? [[row.value, column.value]] : [];
      });
      return cells.length > 0 ? Object.fromEntries(cells) : undefined;
    }
    case "multipletext": {
      const names = item.fields.map(({ name }) => name);
      if (item.total !== undefined) return split(names, item.total, random);
      return Object.fromEntries(item.fields.map((field) => [field.name, textOf(field, own, random)]));
    }
    case "slider": {
      const ends = [numberIn(item, own, random), numberIn(item, own, random)].sort((a, b) => a - b);
      return item.range ? ends : ends[0];
    }
    case "file": {
      const type = Object.keys(fileTypes).find((one) => judgeFile(item, { type: one, size: 1 }) === null);
      return type ? [{ id: "random", name: safeFileName("x", type), type, size: 1 }] : undefined;
    }
    case "matrixdropdown":
      return Object.fromEntries(
        item.rows.map(({ value }) => [value, record(item.columns, context, hints, random)]),
      );
    case "matrixdynamic":
      return Array.from({ length: Math.max(1, item.minRows) }, () =>
        record(item.columns, context, hints, random),
      );
    case "paneldynamic":
      return Array.from({ length: Math.max(1, item.minPanels) }, () =>
        record(item.items, context, hints, random),
      );
    default:
      return undefined;
  }
}

/** How often a question that may be skipped is. */
const skips = 0.15;

const mustAnswer = (item: Item, { answers, variables }: Context): boolean =>
  isRequired(item, answers, variables) ||
  (item.kind === "matrix" && item.everyRow) ||
  (item.kind === "multipletext" && item.fields.some(({ required }) => required));

/**
 * The answers of one item at random, with the text beside "other" where that is picked: empty where it is
 * skipped or asks nothing. Valid by itself; the author's own checks may still refuse it.
 */
export function randomAnswer(item: Item, context: Context, hints: Hints, random: Random): Answers {
  if (!mustAnswer(item, context) && random() < skips) return {};
  const value = valueFor(item, context, hints, random);
  if (value === undefined) return {};
  const others =
    "choices" in item ? item.choices.filter(({ other }) => other).map((choice) => choice.value) : [];
  const writes = [value].flat().some((one) => others.some((other) => other === one));
  return { [item.name]: value, ...(writes ? { [`${item.name}-Comment`]: "x" } : {}) };
}
