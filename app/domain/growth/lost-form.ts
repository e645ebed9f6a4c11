/** Why people were lost, as it is typed or read from a file, and as a file. */

import { csvText } from "../csv";
import type { Language } from "../language";
import type { FunnelStepName } from "./funnel-steps";
import { readCount } from "./money-form";
import { readMonth } from "./month";
import { readTable } from "./table-text";

/** So many of a channel and month went no further, for one reason. */
export type LostReason = {
  /** `2026-03`. */
  period: string;
  channel: string;
  /** Key of the last step they reached. */
  step: string;
  reason: string;
  lost: number;
  /** Of them, who came back into the flow; null: nobody counted. */
  returned: number | null;
};

export const lostFields = ["period", "channel", "step", "reason", "lost", "returned"] as const;
export type LostField = (typeof lostFields)[number];
export type TypedLost = Record<LostField, string>;
export type LostProblem =
  | "missing"
  | "too-long"
  | "not-a-month"
  | "not-a-step"
  | "not-a-count"
  | "more-than-lost";
export type LostProblems = Partial<Record<LostField, LostProblem>>;

const longest = { channel: 60, reason: 120 } as const;

export const blankLost = Object.fromEntries(lostFields.map((field) => [field, ""])) as TypedLost;

/** What a reason is kept under. */
export const lostKey = ({
  period,
  channel,
  step,
  reason,
}: Pick<LostReason, "period" | "channel" | "step" | "reason">) =>
  JSON.stringify([period, channel, step, reason]);

/** One reason. The step is named by its key or in either language, and cannot be the last: who reached that is not lost. */
export function readLost(
  typed: TypedLost,
  steps: readonly FunnelStepName[],
): { ok: true; row: LostReason } | { ok: false; problems: LostProblems } {
  const problems: LostProblems = {};
  const period = readMonth(typed.period);
  if (period === null) problems.period = typed.period.trim() === "" ? "missing" : "not-a-month";
  const words = (field: "channel" | "reason") => {
    const given = typed[field].trim();
    if (given === "") problems[field] = "missing";
    if (given.length > longest[field]) problems[field] = "too-long";
    return given;
  };
  const [channel, reason] = [words("channel"), words("reason")];
  const named = typed.step.normalize("NFKC").trim().toLowerCase();
  const step = steps
    .slice(0, -1)
    .find(({ key, name }) =>
      [key, name.en, name["zh-CN"]].some((one) => one.normalize("NFKC").toLowerCase() === named),
    );
  if (!step) problems.step = named === "" ? "missing" : "not-a-step";
  const lost = readCount(typed.lost);
  if (!lost) problems.lost = typed.lost.trim() === "" ? "missing" : "not-a-count";
  const returned = typed.returned.trim() === "" ? null : readCount(typed.returned);
  if (typed.returned.trim() !== "" && returned === null) problems.returned = "not-a-count";
  if (returned !== null && lost !== null && returned > lost) problems.returned = "more-than-lost";
  if (Object.keys(problems).length > 0 || period === null || !step || !lost) return { ok: false, problems };
  return { ok: true, row: { period, channel, step: step.key, reason, lost, returned } };
}

export const typedLost = (row: LostReason): TypedLost =>
  Object.fromEntries(lostFields.map((field) => [field, String(row[field] ?? "")])) as TypedLost;

const headers: Readonly<Record<LostField, readonly [string, ...string[]]>> = {
  period: ["month", "period", "月份"],
  channel: ["channel", "渠道"],
  step: ["left after", "last step", "step", "离开前的步骤", "步骤"],
  reason: ["reason", "why", "原因"],
  lost: ["lost", "people lost", "流失", "流失人数"],
  returned: ["came back", "returned", "召回", "回来人数"],
};

/** The reasons as CSV, in the columns that `readLostTable` reads. */
export function lostCsv(
  rows: readonly LostReason[],
  steps: readonly FunnelStepName[],
  language: Language,
): string {
  const nameOf = (step: string) => steps.find(({ key }) => key === step)?.name[language] ?? step;
  const lines = rows.map((row) =>
    lostFields.map((field) => (field === "step" ? nameOf(row.step) : row[field])),
  );
  return csvText([lostFields.map((field) => headers[field][0]), ...lines]);
}

export type ReadLostTable =
  | { ok: false; missing: LostField[] }
  | {
      ok: true;
      rows: LostReason[];
      problems: { line: number; field: LostField; problem: LostProblem }[];
    };

/** Reasons out of a file or pasted rows; a line that cannot be is left out and told. Of lines for the same the last holds. */
export function readLostTable(text: string, steps: readonly FunnelStepName[]): ReadLostTable {
  const table = readTable(text, headers, ["period", "channel", "step", "reason", "lost"]);
  if (!table.ok) return table;
  const rows = new Map<string, LostReason>();
  const problems: { line: number; field: LostField; problem: LostProblem }[] = [];
  for (const { line, cells } of table.rows) {
    const read = readLost(cells, steps);
    if (read.ok) rows.set(lostKey(read.row), read.row);
    else {
      const [[field, problem] = []] = Object.entries(read.problems) as [LostField, LostProblem][];
      if (field && problem) problems.push({ line, field, problem });
    }
  }
  return { ok: true, rows: [...rows.values()], problems };
}
