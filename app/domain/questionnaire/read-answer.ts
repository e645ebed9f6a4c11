/**
 * The strict reading of one raw answer: its type, its range, its place among the choices. What depends on
 * other answers (visibility, required, checks) is judged afterwards by `judge-answer.ts`.
 */
import { type FileItem, fileLimits, judgeFile, problemOf, readReference } from "./answer-files";
import type { AnswerProblem } from "./answer-problem";
import type { Answer, Answers, Choice, Field, Item } from "./compiled";

/** What was read: the clean answer (absent when there is none or it is wrong) and what is wrong. */
export type Read = { value?: Answer; problems: AnswerProblem[] };
type Fault = Omit<AnswerProblem, "item">;

const none: Read = { problems: [] };
const good = (value: Answer): Read => ({ value, problems: [] });

/** Longest text beside "other" or beside a whole item. */
const longestComment = 2000;
/** Largest amount that is believed; beyond it numbers lose their last digits. */
const largestNumber = Number.MAX_SAFE_INTEGER;

/** Nothing was answered: null, a blank text, an empty list or object. */
export function isUnanswered(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === "string") return cleanText(raw).trim() === "";
  if (Array.isArray(raw)) return raw.length === 0;
  return isRecord(raw) && Object.keys(raw).length === 0;
}

/** Whether a value is a plain object, the only kind of object an answer may be. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Control characters (NUL ends texts in PostgreSQL) and halves of characters go; line breaks and tabs stay. */
export const cleanText = (text: string): string => text.replace(/(?![\n\t])[\p{Cc}\p{Surrogate}]/gu, "");

/** Reads the raw answer of one item strictly. Never throws, whatever `raw` is. */
export function readAnswer(item: Item, raw: unknown): Read {
  if (isUnanswered(raw)) return none;
  const { value, faults } = read(item, raw);
  const problems = faults.map((fault) => ({ item: item.name, ...fault }));
  return problems.length > 0 || value === undefined ? { problems } : { value, problems };
}

/** Reads the free text beside an item. */
export function readComment(item: string, raw: unknown): Read {
  if (isUnanswered(raw)) return none;
  const text = readText(raw, longestComment);
  if (typeof text === "string") return good(text);
  return { problems: [{ item, field: "other", ...text }] };
}

/** Whether the answer picks the choice that comes with an own text. */
export function picksOther(item: Item, value: Answer | undefined): boolean {
  const other = "choices" in item ? item.choices.find((choice) => choice.other) : undefined;
  return other !== undefined && (Array.isArray(value) ? value.includes(other.value) : value === other.value);
}

type Result = { value?: Answer; faults: Fault[] };
const fault = (code: Fault["code"], params?: Fault["params"]): Result => ({
  faults: [params ? { code, params } : { code }],
});
const fine = (value: Answer): Result => ({ value, faults: [] });

function read(item: Item, raw: unknown): Result {
  switch (item.kind) {
    case "text":
      return readField(item, raw);
    case "comment": {
      const text = readText(raw, item.maxLength);
      return typeof text === "string" ? fine(text) : { faults: [text] };
    }
    case "radio":
    case "dropdown":
      return readOne(item.choices, raw);
    case "rating":
      return readOne(item.values, raw);
    case "boolean":
      return readOne([{ value: item.yesValue }, { value: item.noValue }], raw);
    case "checkbox":
      return readMany(item.choices, raw, item.minSelected, item.maxSelected);
    case "image":
      return item.multiple ? readMany(item.choices, raw) : readOne(item.choices, raw);
    case "ranking":
      return readMany(item.choices, raw, item.minRanked, item.maxRanked);
    case "matrix":
      return readMatrix(item, raw);
    case "multipletext":
      return readFields(item, raw);
    case "file":
      return readFiles(item, raw);
    case "slider":
      return readSlider(item, raw);
    case "matrixdropdown": {
      const rows = item.rows.map((row) => row.value);
      return readParts(raw, (row) => (rows.includes(row) ? (cells) => readRow(item.columns, cells) : null));
    }
    case "matrixdynamic":
      return readList(raw, item.columns, item.minRows, item.maxRows);
    case "paneldynamic":
      return readList(raw, item.items, item.minPanels, item.maxPanels);
    case "statement":
    case "display":
      return fault("unknown-question");
  }
}

function readText(raw: unknown, maxLength: number): string | Fault {
  if (typeof raw !== "string") return { code: "wrong-shape" };
  const text = cleanText(raw);
  return text.length > maxLength
    ? { code: "too-long", params: { maximum: maxLength, given: text.length } }
    : text;
}

type FieldRules = Pick<Field, "input" | "min" | "max" | "step" | "maxLength">;

function readField(rules: FieldRules, raw: unknown): Result {
  if (rules.input === "number") return readNumberIn(rules, raw);
  const text = readText(raw, rules.maxLength);
  if (typeof text !== "string") return { faults: [text] };
  const given = text.trim();
  if (rules.input === "email" && !isEmail(given)) return fault("bad-email");
  if (rules.input === "date" && !isDate(given)) return fault("bad-date");
  const form = forms[rules.input];
  if (form && !form(given)) return fault("bad-format");
  if (rules.input === "url" && !/^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(given))
    return fault("bad-url");
  return fine(given);
}

function readNumberIn({ min, max, step }: Omit<FieldRules, "input" | "maxLength">, raw: unknown): Result {
  if (typeof raw !== "number" || !(Math.abs(raw) <= largestNumber)) return fault("not-a-number");
  if (min !== undefined && raw < min) return fault("below-minimum", { minimum: min });
  if (max !== undefined && raw > max) return fault("above-maximum", { maximum: max });
  const steps = step ? raw / step : 0;
  if (Math.abs(steps - Math.round(steps)) > 1e-6) return fault("off-step", { step: step ?? 1 });
  // -0 would come back from the database as 0.
  return fine(raw || 0);
}

/** One `@`, no blanks, a dot in the domain: what a mail server can be asked about. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/.test(text);

const clock = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;

/** What browsers send for the inputs that are neither free text nor a number. */
const forms: Partial<Record<Field["input"], (text: string) => boolean>> = {
  "datetime-local": (text) => {
    const [day = "", time = ""] = text.split("T", 2);
    return isDate(day) && clock.test(time);
  },
  month: (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text),
  week: (text) => /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text),
  time: (text) => clock.test(text),
  color: (text) => /^#[\da-f]{6}$/i.test(text),
};

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function readOne(choices: { value: Answer }[], raw: unknown): Result {
  if (typeof raw === "object") return fault("wrong-shape");
  const found = choices.find(({ value }) => value === raw);
  return found ? fine(found.value) : fault("not-a-choice");
}

function readMany(choices: Choice[], raw: unknown, minimum = 0, maximum = choices.length): Result {
  if (!Array.isArray(raw)) return fault("wrong-shape");
  if (raw.length > choices.length) return fault("pick-fewer", { maximum: Math.min(maximum, choices.length) });
  const picked = raw.map((value) => choices.find((choice) => choice.value === value));
  if (!picked.every((choice) => choice !== undefined)) return fault("not-a-choice");
  if (new Set(picked).size < picked.length) return fault("not-unique");
  const exclusive = picked.some((choice) => choice.exclusive);
  if (exclusive && picked.length > 1) return fault("exclusive");
  if (!exclusive && picked.length < minimum) return fault("pick-more", { minimum });
  if (picked.length > maximum) return fault("pick-fewer", { maximum });
  return fine(picked.map((choice) => choice.value));
}

function readMatrix(item: Extract<Item, { kind: "matrix" }>, raw: unknown): Result {
  const rows = item.rows.map((row) => row.value);
  const result = readParts(raw, (row) => (rows.includes(row) ? (cell) => readOne(item.columns, cell) : null));
  if (result.faults.length > 0 || !isRecord(result.value)) return result;
  const values = Object.values(result.value);
  return item.uniqueColumns && new Set(values).size < values.length ? fault("not-unique") : result;
}

function readFields(item: Extract<Item, { kind: "multipletext" }>, raw: unknown): Result {
  const result = readParts(raw, (name) => {
    const field = item.fields.find((field) => field.name === name);
    return field ? (value) => readField(field, value) : null;
  });
  if (item.total === undefined || result.faults.length > 0 || !isRecord(result.value)) return result;
  const sum = Object.values(result.value).reduce<number>((sum, value) => sum + Number(value), 0);
  if (Math.abs(sum - item.total) <= 1e-6) return result;
  return fault("total-differs", { total: item.total, given: Number(sum.toFixed(6)) });
}

/** An object whose keys are all known; an unknown key is a fault, an unanswered one is left out. */
function readParts(raw: unknown, readerOf: (name: string) => ((part: unknown) => Result) | null): Result {
  if (!isRecord(raw)) return fault("wrong-shape");
  const parts: [string, Answer][] = [];
  const faults: Fault[] = [];
  for (const [name, part] of Object.entries(raw)) {
    const reader = readerOf(name);
    if (!reader) faults.push({ code: "unknown-question", field: cleanText(name).slice(0, 100) });
    else if (!isUnanswered(part)) {
      const result = reader(part);
      if (result.value !== undefined) parts.push([name, result.value]);
      faults.push(
        ...result.faults.map((fault) => ({ ...fault, field: fault.field ? `${name}.${fault.field}` : name })),
      );
    }
    if (faults.length > 20) break;
  }
  return parts.length > 0 ? { value: Object.fromEntries(parts) as Answers, faults } : { faults };
}

const readRow = (items: Item[], raw: unknown): Result =>
  readParts(raw, (name) => {
    const commented = items.find((item) => `${item.name}-Comment` === name);
    if (commented) return (value) => bare(readComment(commented.name, value));
    const item = items.find((item) => item.name === name);
    return item ? (value) => bare(readAnswer(item, value)) : null;
  });

const bare = ({ problems, value }: Read): Result => ({
  ...(value === undefined ? {} : { value }),
  faults: problems.map(({ item: _, ...fault }) => fault),
});

function readList(raw: unknown, items: Item[], minimum: number, maximum: number): Result {
  if (!Array.isArray(raw)) return fault("wrong-shape");
  if (raw.length > maximum) return fault("pick-fewer", { maximum });
  const rows = raw.map((row) => (isUnanswered(row) ? fine({}) : readRow(items, row)));
  const faults: Fault[] = rows.flatMap((row, at) =>
    row.faults.map((fault) => ({ ...fault, field: fault.field ? `${at}.${fault.field}` : String(at) })),
  );
  if (raw.length < minimum) faults.push({ code: "pick-more", params: { minimum } });
  return { value: rows.map((row) => row.value ?? {}), faults };
}

function readSlider(item: Extract<Item, { kind: "slider" }>, raw: unknown): Result {
  const values: unknown[] = Array.isArray(raw) ? raw : [raw];
  if (Array.isArray(raw) !== item.range || values.length !== (item.range ? 2 : 1))
    return fault("wrong-shape");
  const results = values.map((value) => readNumberIn(item, value));
  const faults = results.flatMap((result) => result.faults).slice(0, 1);
  const numbers = results.map((result) => result.value as number);
  if (faults.length === 0 && numbers[0]! > (numbers[1] ?? numbers[0]!)) return fault("wrong-shape");
  return { value: item.range ? numbers : numbers[0]!, faults };
}

/** References to files that fit the question, each once. */
function readFiles(item: FileItem, raw: unknown): Result {
  if (!Array.isArray(raw)) return fault("wrong-shape");
  const files = raw.slice(0, fileLimits.files + 1).map(readReference);
  const known = new Map(files.flatMap((file) => (file ? [[file.id, file] as const] : [])));
  if (files.includes(null)) return fault("file-gone");
  if (raw.length > item.maxFiles) return { faults: [problemOf(item, "file-many")] };
  const [wrong] = [...known.values()].flatMap((file) => judgeFile(item, file) ?? []);
  if (wrong) return { faults: [problemOf(item, wrong)] };
  return fine([...known.values()]);
}
