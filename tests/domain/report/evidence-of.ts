/** Small studies written by hand: one questionnaire, and who answered what. */
import type { ChainRole } from "~/domain/chain/role";
import type { Language, LocalText } from "~/domain/language";
import type { Answers, Compiled, Item } from "~/domain/questionnaire/compiled";
import type { Evidence } from "~/domain/report/evidence";

export const both = (text: string): LocalText => ({ "zh-CN": text, en: text });
const choice = (value: string | number) => ({ value, text: both(String(value)) });

type Special = { measure?: string; subject?: string };
const common = (name: string, special: Special) => ({
  name,
  title: both(`${name}?`),
  required: false,
  checks: [],
  ...special,
});

export const radio = (name: string, values: string[], special: Special = {}): Item => ({
  ...common(name, special),
  kind: "radio",
  choices: values.map(choice),
  randomOrder: false,
});
export const checkbox = (name: string, values: string[], special: Special = {}): Item => ({
  ...common(name, special),
  kind: "checkbox",
  choices: values.map(choice),
  randomOrder: false,
});
export const ranking = (name: string, values: string[], special: Special = {}): Item => ({
  ...common(name, special),
  kind: "ranking",
  choices: values.map(choice),
  randomOrder: true,
});
export const rating = (name: string, from: number, to: number, special: Special = {}): Item => ({
  ...common(name, special),
  kind: "rating",
  values: Array.from({ length: to - from + 1 }, (_, index) => ({
    value: from + index,
    text: both(String(from + index)),
  })),
});
export const matrix = (
  name: string,
  rows: string[],
  columns: (string | number)[],
  special: Special & { uniqueColumns?: boolean } = {},
): Item => {
  const { uniqueColumns = false, ...rest } = special;
  return {
    ...common(name, rest),
    kind: "matrix",
    rows: rows.map((value) => ({ value, text: both(value) })),
    columns: columns.map(choice),
    everyRow: false,
    uniqueColumns,
    randomOrder: false,
  };
};
export const number = (name: string, special: Special = {}): Item => ({
  ...common(name, special),
  kind: "text",
  input: "number",
  maxLength: 20,
});
export const comment = (name: string, special: Special = {}): Item => ({
  ...common(name, special),
  kind: "comment",
  maxLength: 1000,
});
export const points = (name: string, fields: string[], special: Special = {}): Item => ({
  ...common(name, special),
  kind: "multipletext",
  total: 100,
  fields: fields.map((field) => ({
    name: field,
    title: both(field),
    input: "number",
    required: false,
    maxLength: 20,
  })),
});
export const yesNo = (name: string, special: Special = {}): Item => ({
  ...common(name, special),
  kind: "boolean",
  yes: both("yes"),
  no: both("no"),
  yesValue: true,
  noValue: false,
});

/** A questionnaire with a page for each item, named as the item is. */
export const asking = (...items: Item[]): Compiled => ({
  format: 1,
  title: both("Study"),
  pages: items.map((item) => ({ name: item.name, title: both(`Page ${item.name}`), items: [item] })),
  light: true,
  draws: [],
});

export type Row = Evidence & { language: Language };

/** `[role, company, answers]` a response; a null company is one that was not named. */
export const answered = (
  compiled: Compiled,
  rows: readonly (readonly [ChainRole, string | null, Answers])[],
  from = 0,
): Row[] =>
  rows.map(([role, company, answers], index) => ({
    id: `r${from + index}`,
    role,
    companyId: company,
    companyName: company && `Company ${company}`,
    companySize: null,
    companyIndustry: null,
    companyRegion: null,
    ...{ contactId: null, waveId: "wave", collectorId: "collector", review: null },
    startedAt: 0,
    completedAt: (from + index) * 1000,
    language: "en",
    answers,
    compiled,
  }));

/** The result of one key, which must be of this kind. */
export function resultOf<Q extends { key: string; kind: string }, K extends Q["kind"]>(
  results: readonly Q[],
  key: string,
  kind: K,
): Extract<Q, { kind: K }> {
  const found = results.find((one) => one.key === key);
  if (found?.kind !== kind) throw new Error(`${key} is ${found?.kind ?? "missing"}, not ${kind}`);
  return found as Extract<Q, { kind: K }>;
}
