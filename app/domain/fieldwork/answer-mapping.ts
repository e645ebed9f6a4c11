/** What a person can say about the columns of a file of answers, and about its words that are no choice. */
import type { LocalText } from "../language";
import { itemsOf } from "../questionnaire/by-measure";
import type { Compiled, Item } from "../questionnaire/compiled";
import { choiceIn, listed, listIn } from "./answer-cells";
import { aboutFields, itemOfField, partOfField, partsOf } from "./answer-columns";
import type { ColumnMapping } from "./file-import";

/** A field with what it is called: the question, and where it is one, the part of it. */
export type FieldChoice = { field: string; title: LocalText; part: LocalText | null; other: boolean };

const answered = (compiled: Compiled) =>
  itemsOf(compiled).filter(({ kind }) => !["statement", "display", "file"].includes(kind));

function partTitle(item: Item, value: string): LocalText {
  if (item.kind === "matrix") return item.rows.find((row) => row.value === value)?.text ?? item.title;
  if (item.kind === "multipletext")
    return item.fields.find(({ name }) => name === value)?.title ?? item.title;
  const choices = "choices" in item ? item.choices : [];
  return choices.find((choice) => String(choice.value) === value)?.text ?? item.title;
}

/** Every field that a column of answers to this questionnaire may hold, in the order of the questions. */
export const fieldChoices = (compiled: Compiled): FieldChoice[] =>
  answered(compiled).flatMap((item): FieldChoice[] => {
    const parts = partsOf(item);
    const hasOther = "choices" in item && item.choices.some(({ other }) => other);
    const whole = parts?.kind === "part" ? [] : [`item:${item.name}`];
    return [
      ...whole.map((field) => ({ field, title: item.title, part: null, other: false })),
      ...(parts?.parts ?? []).map(({ value }) => ({
        field: `${parts!.kind}:${item.name}:${value}`,
        ...{ title: item.title, part: partTitle(item, value), other: false },
      })),
      ...(hasOther ? [{ field: `other:${item.name}`, title: item.title, part: null, other: true }] : []),
    ];
  });

type Option = { value: string | number; text: LocalText; other?: true };

/** The choices of which a cell of this field must name one or, in a list, several; null where it may say anything. */
function optionsOf(compiled: Compiled, field: string): { item: Item; options: readonly Option[] } | null {
  const item = answered(compiled).find(({ name }) => name === itemOfField(field));
  if (!item) return null;
  if (field.startsWith("item:")) {
    if (item.kind === "rating") return { item, options: item.values };
    const choosing = "choices" in item && (item.kind === "radio" || item.kind === "dropdown" || listed(item));
    return choosing && !item.choices.some(({ other }) => other) ? { item, options: item.choices } : null;
  }
  return field.startsWith("part:") && item.kind === "matrix" ? { item, options: item.columns } : null;
}

export type UnplacedWord = {
  column: number;
  cell: string;
  title: LocalText;
  /** What it stands for so far; empty while nobody has said. */
  as: string;
  options: { value: string; text: LocalText }[];
};

const mostWords = 40;
const asField = (value: string, cell: string) => `as:${JSON.stringify([value, cell])}`;

/** What was said about words: by column and cell, the choice's value. */
export function saidWords(mapping: ColumnMapping): Map<string, string> {
  const said = new Map<string, string>();
  for (const { column, field } of mapping) {
    if (!field.startsWith("as:")) continue;
    const [value, cell] = JSON.parse(field.slice(3)) as [string, string];
    said.set(`${column} ${cell}`, value);
  }
  return said;
}

/** The words of a file that must name a choice and do not, each once, with those somebody has already placed. */
export function unplacedWords({
  rows,
  mapping,
  compiled,
}: {
  rows: readonly string[][];
  mapping: ColumnMapping;
  compiled: Compiled;
}): UnplacedWord[] {
  const said = saidWords(mapping);
  const found = new Map<string, UnplacedWord>();
  for (const { column, field } of mapping) {
    const judged = optionsOf(compiled, field);
    if (!judged) continue;
    const { item, options } = judged;
    const title = field.startsWith("part:") ? partTitle(item, partOfField(field)) : item.title;
    for (const row of rows.slice(1)) {
      const whole = row[column] ?? "";
      const words = listed(item)
        ? listIn(options, whole).filter((word) => typeof word === "string")
        : whole.trim() === "" || choiceIn(options, whole)
          ? []
          : [whole];
      for (const cell of words) {
        const key = `${column} ${cell}`;
        if (found.has(key) || found.size >= mostWords) continue;
        found.set(key, {
          ...{ column, cell, title, as: said.get(key) ?? "" },
          options: options.map(({ value, text }) => ({ value: String(value), text })),
        });
      }
    }
  }
  return [...found.values()];
}

/**
 * A mapping as a form posts it: `column-<n>` holds a field or nothing, `as:<column>:<cell>` the choice a word stands for.
 * A field named twice keeps its first column.
 */
export function answerMappingFrom(width: number, form: Iterable<[string, unknown]>): ColumnMapping {
  const taken = new Set<string>();
  const columns: ColumnMapping = [];
  const words: ColumnMapping = [];
  for (const [name, raw] of form) {
    const value = String(raw);
    const column = Number(/^(?:column-|as:)(\d+)/.exec(name)?.[1] ?? Number.NaN);
    if (!(column < width) || value === "") continue;
    if (name.startsWith("as:")) {
      words.push({ column, field: asField(value, name.slice(`as:${column}:`.length)) });
    } else {
      const known = itemOfField(value) !== null || aboutFields.some((field) => field === value);
      if (known && !taken.has(value)) columns.push({ column, field: value });
      taken.add(value);
    }
  }
  return [...columns, ...words];
}
