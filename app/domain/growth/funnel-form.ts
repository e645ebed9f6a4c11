/** The counts of a funnel as they are typed or read from a file, and as a file. */

import { csvText } from "../csv";
import type { Language } from "../language";
import type { FunnelStepName } from "./funnel-steps";
import { readCount } from "./money-form";
import { readMonth } from "./month";
import { readTable } from "./table-text";

/**
 * Counts of one channel. By period they are who reached each step in it, whenever they came; by cohort they are those who came in
 * the period and how far they had got in a later month.
 */
export type FunnelCounts = {
  /** `2026-03`. */
  period: string;
  channel: string;
  /** Of a cohort: the month in which they stood so far. Null: counted by period. */
  seen: string | null;
  /** How many reached each step, by its key. */
  counts: Record<string, number>;
  /** Who came back from the lost pool; null: nobody counted. */
  recovered: number | null;
  /** Of the first step, who came because a customer sent them. */
  referred: number | null;
};

export type TypedCounts = Record<string, string>;
export type CountsProblem =
  | "missing"
  | "too-long"
  | "not-a-month"
  | "not-a-count"
  | "more-than-before"
  | "before-coming";
export type CountsProblems = Record<string, CountsProblem>;

const longestChannel = 60;

/** What a row of counts is kept under: those of another channel, month or standing are others. */
export const countsKey = ({ period, channel, seen }: Pick<FunnelCounts, "period" | "channel" | "seen">) =>
  JSON.stringify(seen === null ? [period, channel] : [period, channel, seen]);

/** The month in such a key; keys sort by it. */
export const periodOfKey = (key: string): string => (JSON.parse(key) as [string])[0];

/** The name of a step's field in the form. */
export const stepField = (key: string) => `step.${key}`;

/**
 * One period of one channel, or with `seen` one standing of a cohort. Every step needs a count, none larger than the one before it: a funnel counts the same people on
 * their way. Recovered and referred may stay empty.
 */
export function readCounts(
  typed: TypedCounts,
  steps: readonly FunnelStepName[],
): { ok: true; row: FunnelCounts } | { ok: false; problems: CountsProblems } {
  const problems: CountsProblems = {};
  const text = (field: string) => (typed[field] ?? "").trim();
  const period = readMonth(text("period"));
  if (period === null) problems.period = text("period") === "" ? "missing" : "not-a-month";
  const channel = text("channel");
  if (channel === "") problems.channel = "missing";
  if (channel.length > longestChannel) problems.channel = "too-long";
  const seen = readMonth(text("seen"));
  if (text("seen") !== "" && seen === null) problems.seen = "not-a-month";
  if (seen !== null && period !== null && seen < period) problems.seen = "before-coming";
  const count = (field: string, needed: boolean): number | null => {
    if (text(field) === "") {
      if (needed) problems[field] = "missing";
      return null;
    }
    const read = readCount(text(field));
    if (read === null) problems[field] = "not-a-count";
    return read;
  };
  const counts = steps.map(({ key }) => count(stepField(key), true));
  counts.forEach((reached, index) => {
    const before = counts[index - 1];
    if (reached !== null && before !== null && before !== undefined && reached > before)
      problems[stepField(steps[index]!.key)] = "more-than-before";
  });
  const recovered = count("recovered", false);
  const referred = count("referred", false);
  if (recovered !== null && recovered > (counts[0] ?? 0) - (counts.at(-1) ?? 0))
    problems.recovered ??= "more-than-before";
  if (referred !== null && referred > (counts[0] ?? 0)) problems.referred ??= "more-than-before";
  if (Object.keys(problems).length > 0 || period === null) return { ok: false, problems };
  const reached = Object.fromEntries(steps.map(({ key }, index) => [key, counts[index] ?? 0]));
  return { ok: true, row: { period, channel, seen, counts: reached, recovered, referred } };
}

export const typedCounts = (row: FunnelCounts): TypedCounts => ({
  ...{ period: row.period, channel: row.channel, seen: row.seen ?? "" },
  ...Object.fromEntries(Object.entries(row.counts).map(([key, count]) => [stepField(key), String(count)])),
  ...{ recovered: String(row.recovered ?? ""), referred: String(row.referred ?? "") },
});

const headers: Readonly<Record<string, readonly string[]>> = {
  period: ["period", "month", "月份", "周期"],
  channel: ["channel", "渠道"],
  seen: ["standing in", "as of", "seen in", "截至月份", "截至"],
  recovered: ["recovered", "came back", "召回"],
  referred: ["referred", "referrals", "转介绍"],
};

/** The counts as CSV, a line a period and channel, in the columns that `readCountsTable` reads. */
export function countsCsv(
  rows: readonly FunnelCounts[],
  steps: readonly FunnelStepName[],
  language: Language,
): string {
  const head = [
    ...["period", "channel", "standing in"],
    ...steps.map(({ name }) => name[language]),
    ...["recovered", "referred"],
  ];
  const lines = rows.map(({ period, channel, seen, counts, recovered, referred }) => [
    period,
    channel,
    seen,
    ...steps.map(({ key }) => counts[key] ?? 0),
    recovered,
    referred,
  ]);
  return csvText([head, ...lines]);
}

export type ReadCountsTable =
  | { ok: false; missing: string[] }
  | { ok: true; rows: FunnelCounts[]; problems: { line: number; field: string; problem: CountsProblem }[] };

/** Counts out of a file or pasted rows; a line that cannot be is left out and told. Of lines for the same the last holds. */
export function readCountsTable(text: string, steps: readonly FunnelStepName[]): ReadCountsTable {
  const names = {
    ...headers,
    ...Object.fromEntries(steps.map(({ key, name }) => [stepField(key), [key, name.en, name["zh-CN"]]])),
  };
  const needed = ["period", "channel", ...steps.map(({ key }) => stepField(key))];
  const table = readTable<string>(text, names, needed);
  if (!table.ok) return table;
  const rows = new Map<string, FunnelCounts>();
  const problems: { line: number; field: string; problem: CountsProblem }[] = [];
  for (const { line, cells } of table.rows) {
    const read = readCounts(cells, steps);
    if (read.ok) rows.set(countsKey(read.row), read.row);
    else {
      const [[field, problem] = []] = Object.entries(read.problems);
      if (field && problem) problems.push({ line, field, problem });
    }
  }
  return { ok: true, rows: [...rows.values()], problems };
}
