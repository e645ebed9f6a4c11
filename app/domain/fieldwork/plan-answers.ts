/** What a file of answers would bring in: each row through the same validator as an answer given here. */
import type { Language } from "../language";
import type { AnswerProblem } from "../questionnaire/answer-problem";
import { itemsOf } from "../questionnaire/by-measure";
import type { Answers, Compiled } from "../questionnaire/compiled";
import { type ToldCompany, toldCompany } from "../questionnaire/known-company";
import { checkSubmission } from "../questionnaire/validate";
import { instantIn, isPicked, readCell, readPart, secondsIn } from "./answer-cells";
import { type AboutField, itemOfField, partOfField } from "./answer-columns";
import { saidWords } from "./answer-mapping";
import type { ColumnMapping } from "./file-import";

export type PlannedAnswer = {
  /** Of the file, the header being row 1. */
  row: number;
  /** Names the answer whatever file it comes in again: the tool's own number, or all it says. */
  key: string;
  answers: Answers;
  company: (Omit<ToldCompany, "name"> & { name: string }) | null;
  language: Language;
  startedAt: number;
  completedAt: number;
};

export type RefusedAnswer = { row: number; problems: { item: string; code: string; cell: string }[] };

export type AnswerPlan = { answers: PlannedAnswer[]; refused: RefusedAnswer[] };

/** Later than this is a date nobody can have answered at. */
const tomorrow = 24 * 60 * 60 * 1000;

type Given = {
  /** With one row of headings first. */
  rows: readonly string[][];
  mapping: ColumnMapping;
  compiled: Compiled;
  /** Written in this where a row does not say. */
  language: Language;
  now: number;
};

const languageIn = (cell: string): Language | null => {
  if (/^(zh|cn|中文|简体|chinese)/i.test(cell.trim())) return "zh-CN";
  return /^(en|英)/i.test(cell.trim()) ? "en" : null;
};

/** The raw answers of a row, as the validator takes them, and the cell each item was read from. */
function rawOf(row: readonly string[], { mapping, compiled }: Given) {
  const items = new Map(itemsOf(compiled).map((item) => [item.name, item]));
  const raw: Record<string, unknown> = {};
  const cells = new Map<string, string>();
  const said = saidWords(mapping);
  for (const { column, field } of mapping) {
    const item = items.get(itemOfField(field) ?? "");
    const cell = row[column] ?? "";
    const place = (word: string) => said.get(`${column} ${word}`);
    if (!item || cell.trim() === "") continue;
    const part = partOfField(field);
    if (field.startsWith("item:")) {
      const { answer, comment } = readCell(item, cell, place);
      raw[item.name] = answer;
      if (comment) raw[`${item.name}-Comment`] = comment;
    } else if (field.startsWith("other:")) raw[`${item.name}-Comment`] = cell;
    else if (field.startsWith("part:")) {
      const before = (raw[item.name] ?? {}) as Record<string, unknown>;
      raw[item.name] = { ...before, [part]: readPart(item, part, place(cell) ?? cell) };
    } else if (isPicked(cell)) {
      const choice = item.kind === "checkbox" && item.choices.find(({ value }) => String(value) === part);
      if (!choice) continue;
      raw[item.name] = [...((raw[item.name] ?? []) as unknown[]), choice.value];
    }
    cells.set(item.name, [cells.get(item.name), cell].filter(Boolean).join("; "));
  }
  return { raw, cells };
}

/** What the file never asked cannot be missing; what it asked can. */
function isMissing({ item, field, code }: AnswerProblem, asked: ReadonlySet<string>): boolean {
  if (code !== "required" && code !== "rank-all") return true;
  return asked.has(item) && (field === undefined || asked.has(`${item}/${field}`));
}

/**
 * Plans every row. A wrong answer refuses its row with the reason; an answer that a question needs and the file has
 * no column for does not. Rows that are empty in every mapped column are left out.
 */
export function planAnswers(given: Given): AnswerPlan {
  const { rows, mapping, compiled, now } = given;
  const asked = new Set<string>();
  const partial = new Set<string>();
  for (const { field } of mapping) {
    const item = itemOfField(field);
    if (item === null || field.startsWith("other:")) continue;
    asked.add(item);
    if (field.startsWith("part:")) partial.add(item).add(`${item}/${partOfField(field)}`);
  }
  const mayMiss = (problem: AnswerProblem) =>
    !isMissing(problem, partial.has(problem.item) ? partial : asked);
  const column = (field: AboutField) => mapping.find((one) => one.field === field)?.column ?? -1;
  const at = { id: column("id"), started: column("started"), completed: column("completed") };
  const plan: AnswerPlan = { answers: [], refused: [] };
  for (const [index, row] of rows.slice(1).entries()) {
    const number = index + 2;
    const { raw, cells } = rawOf(row, given);
    if (Object.keys(raw).length === 0) continue;
    const checked = checkSubmission(compiled, raw, {});
    const problems = (checked.ok ? [] : checked.problems)
      .filter((problem) => !mayMiss(problem))
      .map(({ item, code }) => ({ item, code: code as string, cell: cells.get(item) ?? "" }));
    const instant = (where: number) => {
      const cell = row[where] ?? "";
      if (cell === "") return null;
      const read = instantIn(cell);
      if (read !== null && read <= now + tomorrow) return read;
      problems.push({ item: "", code: "bad-date", cell });
      return null;
    };
    const started = instant(at.started);
    const completedAt = instant(at.completed) ?? started ?? now;
    const took = secondsIn(row[column("seconds")] ?? "") ?? 0;
    if (problems.length > 0) {
      plan.refused.push({ row: number, problems });
      continue;
    }
    const { answers } = checked;
    const { name, ...about } = toldCompany(compiled, answers);
    const id = row[at.id] ?? "";
    plan.answers.push({
      ...{ row: number, answers, completedAt },
      key: id ? `id ${id}` : JSON.stringify([row[at.completed] ?? "", answers]),
      company: name ? { name, ...about } : null,
      language: languageIn(row[column("language")] ?? "") ?? given.language,
      startedAt: Math.min(started ?? completedAt - took * 1000, completedAt),
    });
  }
  return plan;
}
