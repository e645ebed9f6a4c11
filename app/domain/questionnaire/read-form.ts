/** Decodes a page that was posted as a plain HTML form, without scripts. */
import type { Answer, Choice, Field, Item, Page } from "./compiled";

/** The form field of an item's answer; repeated when several choices are picked. */
export const answerField = (item: string): string => `q:${item}`;
/** The form field of one part of an item: a matrix row, a field of several, a choice to be ranked. */
export const partField = (item: string, part: string | number): string => `q:${item}:${part}`;
/** The form field of the free text beside "other" or beside a whole item. */
export const commentField = (item: string): string => `c:${item}`;

/**
 * The raw answers of a page, ready for `checkPage`. Choices are posted as `String(value)` and mapped back
 * to the typed value; a text that stands for no choice or number is kept, so that the check can name it.
 * Empty fields are not answers. Fields that are not of an item (buttons, tokens) are ignored; an unknown
 * `q:` field is kept under its name, for the check to refuse.
 */
export function readForm(page: Page, form: Iterable<[string, string]>): Record<string, unknown> {
  const posted = new Map<string, string[]>();
  const raw = new Map<string, unknown>();
  for (const [name, value] of form) {
    const text = value.replaceAll("\r\n", "\n").trim();
    if (text !== "") posted.set(name, [...(posted.get(name) ?? []), text]);
  }
  for (const item of page.items) {
    const answer = readItem(item, (name) => take(posted, name));
    if (answer !== undefined) raw.set(item.name, answer);
    const comment = take(posted, commentField(item.name))[0];
    if (comment !== undefined) raw.set(`${item.name}-Comment`, comment);
  }
  for (const [name, values] of posted) if (name.startsWith("q:")) raw.set(name.slice(2), values);
  return Object.fromEntries(raw);
}

/** The posted fields without an item's answer and the free text beside it; `item` null leaves them as they are. */
export function withoutAnswer(form: readonly [string, string][], item: string | null): [string, string][] {
  if (item === null) return [...form];
  const own = [answerField(item), commentField(item)];
  return form.filter(([name]) => !own.includes(name) && !name.startsWith(partField(item, "")));
}

function take(posted: Map<string, string[]>, name: string): string[] {
  const values = posted.get(name) ?? [];
  posted.delete(name);
  return values;
}

function readItem(item: Item, read: (field: string) => string[]): unknown {
  const texts = (part?: string | number) =>
    read(part === undefined ? answerField(item.name) : partField(item.name, part));
  switch (item.kind) {
    case "text":
      return readField(item, texts()[0]);
    case "comment":
      return texts()[0];
    case "radio":
    case "dropdown":
      return typedValue(item.choices, texts()[0]);
    case "rating":
      return typedValue(item.values, texts()[0]);
    case "boolean":
      return typedValue([{ value: item.yesValue }, { value: item.noValue }], texts()[0]);
    case "checkbox":
      return readMany(item.choices, texts());
    case "image":
      return item.multiple ? readMany(item.choices, texts()) : typedValue(item.choices, texts()[0]);
    case "matrix":
      return collect(item.rows.map((row) => [row.value, typedValue(item.columns, texts(row.value)[0])]));
    case "multipletext":
      return collect(item.fields.map((field) => [field.name, readField(field, texts(field.name)[0])]));
    case "ranking":
      return readRanks(item.choices, (choice) => texts(choice)[0]);
    case "file": {
      const files = texts();
      return files.length > 0 ? files.map(readFile) : undefined;
    }
    case "slider":
      return readSlider(texts());
    default:
      return undefined;
  }
}

const typedValue = (choices: { value: Answer }[], text: string | undefined): Answer | undefined =>
  text === undefined ? undefined : (choices.find(({ value }) => String(value) === text)?.value ?? text);

const readMany = (choices: Choice[], texts: string[]) =>
  texts.length > 0 ? texts.map((text) => typedValue(choices, text)) : undefined;

const readField = (field: Pick<Field, "input">, text: string | undefined) =>
  field.input === "number" && text !== undefined ? (readNumber(text) ?? text) : text;

/** A file's reference travels as JSON; what is none is kept for the check to refuse. */
function readFile(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The posted fields without one file that was sent; `id` null leaves them as they are. */
export const withoutFile = (form: readonly [string, string][], id: string | null): [string, string][] =>
  form.filter(([name, value]) => {
    const file = id !== null && name.startsWith("q:") ? readFile(value) : null;
    return !(typeof file === "object" && file !== null && "id" in file && file.id === id);
  });

const readSlider = (texts: string[]) => {
  const numbers = texts.map((text) => readNumber(text) ?? text);
  return numbers.length > 1 ? numbers : numbers[0];
};

function collect(parts: [string, unknown][]): Record<string, unknown> | undefined {
  const given = parts.filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function readRanks(choices: Choice[], rankOf: (choice: string | number) => string | undefined): unknown {
  const ranked = choices
    .map(({ value }) => ({ value, rank: readNumber(rankOf(value) ?? "") }))
    .filter((choice): choice is { value: string | number; rank: number } => choice.rank !== null)
    .sort((one, other) => one.rank - other.rank);
  if (ranked.length === 0) return undefined;
  // Two choices on one rank have no order: the first of them stands for both, which the check refuses.
  return ranked.map(({ rank }) => ranked.find((choice) => choice.rank === rank)?.value);
}

/**
 * The number a person typed, or null. Understands full-width digits and punctuation (１２００, 1，200),
 * blanks, thousands in groups of three or, in Chinese, of four (1,200 and 12,0000), and a currency sign.
 */
export function readNumber(typed: string): number | null {
  const text = typed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^[¥$€£]/, "");
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)?(\.\d+)?$/.test(text) || !/\d/.test(text)) return null;
  const number = Number(text.replaceAll(",", ""));
  return Number.isFinite(number) ? number : null;
}
