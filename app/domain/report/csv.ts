/** Responses as a CSV file that a spreadsheet opens without running anything. */

import { csvText } from "../csv";
import type { Language } from "../language";
import type { QualityCheck } from "../quality/flag-response";
import { fileNames } from "../questionnaire/answer-files";
import { itemsOf } from "../questionnaire/by-measure";
import type { Answer, Compiled, Item } from "../questionnaire/compiled";
import { type Evidence, type Exported, isRecord } from "./evidence";
import type { ThemeColumn } from "./theme-coding";

type Column = { header: string; pick: (one: Evidence) => Answer | null | undefined };

const headerOf = (item: Item, part?: string) =>
  [item.measure ?? item.name, item.subject, part].filter(Boolean).join("/");

function columnsOf(item: Item): Column[] {
  const own = (one: Evidence) => one.answers[item.name];
  const inside = (key: string) => (one: Evidence) => {
    const answer = own(one) ?? null;
    return isRecord(answer) ? answer[key] : undefined;
  };
  const task = item.kind === "matrix" && item.uniqueColumns ? item.name : undefined;
  switch (item.kind) {
    case "statement":
    case "display":
      return [];
    case "file":
      return [{ header: headerOf(item), pick: (one) => fileNames(own(one)) }];
    case "matrix":
      return item.rows.map(({ value }) => ({
        header: headerOf(item, [task, value].filter(Boolean).join("/")),
        pick: inside(value),
      }));
    case "multipletext":
      return item.fields.map(({ name }) => ({ header: headerOf(item, name), pick: inside(name) }));
    case "radio":
    case "dropdown":
    case "checkbox":
      return [
        { header: headerOf(item), pick: own },
        ...(item.choices.some(({ other }) => other)
          ? [
              {
                header: headerOf(item, "other"),
                pick: (one: Evidence) => one.answers[`${item.name}-Comment`],
              },
            ]
          : []),
      ];
    default:
      return [{ header: headerOf(item), pick: own }];
  }
}

const instant = (time: number) => new Date(time).toISOString();

type Row = Exported & { language?: Language; reviewReason?: string };
type Checks = ReadonlyMap<string, QualityCheck>;
const about: [string, (one: Row, checks: Checks) => Answer | null][] = [
  ["response", ({ id }) => id],
  ["role", ({ role }) => role],
  ["company", ({ companyName }) => companyName],
  ["wave", ({ wave }) => wave ?? null],
  ["language", ({ language }) => language ?? null],
  ["started", ({ startedAt }) => instant(startedAt)],
  ["completed", ({ completedAt, outcome }) => (outcome ? null : instant(completedAt))],
  ["outcome", ({ outcome }) => outcome ?? "complete"],
  ["flags", ({ id }, checks) => checks.get(id)?.flags.map(({ kind }) => kind) ?? null],
  ["review", ({ review }) => review],
  ["review reason", ({ reviewReason }) => reviewReason || null],
];

/**
 * A row a response, a column a measure (or question name): stable headers in every language, whatever the
 * wording. Excluded responses are there, too, and say so; so are those closed before their end (`outcome`). Columns of all versions and roles stand side by side; a question not asked is an empty cell.
 * What readers found in open answers follows.
 */
export function responsesCsv(
  evidence: readonly Row[],
  { checks = new Map(), themes = [] }: { checks?: Checks; themes?: readonly ThemeColumn[] } = {},
): string {
  const versions = new Map<Compiled, Map<string, Column["pick"]>>();
  for (const { compiled } of evidence)
    if (!versions.has(compiled)) {
      const columns = itemsOf(compiled).flatMap(columnsOf);
      versions.set(compiled, new Map(columns.map(({ header, pick }) => [header, pick])));
    }
  const headers = [...new Set([...versions.values()].flatMap((columns) => [...columns.keys()]))];
  const picks = new Map(
    [...versions].map(([compiled, columns]) => [compiled, headers.map((header) => columns.get(header))]),
  );
  const rows = evidence.map((one) => [
    ...about.map(([, pick]) => pick(one, checks)),
    ...(picks.get(one.compiled) ?? []).map((pick) => pick?.(one)),
    ...themes.map(({ found }) => found.get(one.id)),
  ]);
  const head = [...about.map(([name]) => name), ...headers, ...themes.map(({ name }) => name)];
  return csvText([head, ...rows]);
}
