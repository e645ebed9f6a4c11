/** The books as they are typed or read from a file, and as a file. */

import { csvText } from "../csv";
import { readAmount } from "../market/model-form";
import { readMonth } from "./month";
import { readTable } from "./table-text";

export type MoneyMonth = {
  month: string;
  revenue: number;
  variableCost: number;
  fixedCost: number;
  funding: number;
  /** Of the fixed cost, what went into winning customers. */
  acquisition: number | null;
  customers: number | null;
  won: number | null;
  lost: number | null;
};
export const moneyFields = [
  ...(["month", "revenue", "variableCost", "fixedCost", "funding"] as const),
  ...(["acquisition", "customers", "won", "lost"] as const),
] as const;
export type MoneyField = (typeof moneyFields)[number];
export type TypedMonth = Record<MoneyField, string>;
export type EntryProblem = "missing" | "not-a-month" | "not-an-amount" | "not-a-count" | "more-than-fixed";
export type Problems<Field extends string> = Partial<Record<Field, EntryProblem>>;

export const blankMonth = Object.fromEntries(moneyFields.map((field) => [field, ""])) as TypedMonth;

const counts = new Set<MoneyField>(["customers", "won", "lost"]);
const optional = new Set<MoneyField>(["funding", "acquisition", "customers", "won", "lost"]);
const most = 1e15;

/** A count, 0 or more; null when it is none. */
export function readCount(typed: string): number | null {
  const count = readAmount(typed);
  return count !== null && Number.isInteger(count) && count >= 0 && count <= 2e9 ? count : null;
}

/** One month of the books. Amounts are 0 or more; funding left empty is none, the other optional ones are unknown. */
export function readMonthForm(
  typed: TypedMonth,
): { ok: true; month: MoneyMonth } | { ok: false; problems: Problems<MoneyField> } {
  const problems: Problems<MoneyField> = {};
  const month = readMonth(typed.month);
  if (month === null) problems.month = typed.month.trim() === "" ? "missing" : "not-a-month";
  const amount = (field: MoneyField): number | null => {
    if (typed[field].trim() === "") {
      if (!optional.has(field)) problems[field] = "missing";
      return null;
    }
    const read = counts.has(field) ? readCount(typed[field]) : readAmount(typed[field]);
    if (read === null || read < 0 || read > most)
      problems[field] = counts.has(field) ? "not-a-count" : "not-an-amount";
    return read;
  };
  const read = {
    ...{ revenue: amount("revenue") ?? 0, variableCost: amount("variableCost") ?? 0 },
    ...{ fixedCost: amount("fixedCost") ?? 0, funding: amount("funding") ?? 0 },
    ...{ acquisition: amount("acquisition"), customers: amount("customers") },
    ...{ won: amount("won"), lost: amount("lost") },
  };
  if (!problems.acquisition && !problems.fixedCost && (read.acquisition ?? 0) > read.fixedCost)
    problems.acquisition = "more-than-fixed";
  if (Object.keys(problems).length > 0 || month === null) return { ok: false, problems };
  return { ok: true, month: { month, ...read } };
}

export const typedMonth = (month: MoneyMonth): TypedMonth =>
  Object.fromEntries(moneyFields.map((field) => [field, String(month[field] ?? "")])) as TypedMonth;

const headers: Readonly<Record<MoneyField, readonly string[]>> = {
  month: ["month", "月份", "月"],
  revenue: ["revenue", "收入", "月收入"],
  variableCost: ["variable cost", "variable costs", "variablecost", "变动成本"],
  fixedCost: ["fixed cost", "fixed costs", "fixedcost", "固定成本"],
  funding: ["funding", "outside funding", "融资", "外部融资"],
  acquisition: [
    "acquisition",
    "acquisition cost",

    "sales and marketing",
    "获客成本",
    "获客费用",
  ],
  customers: ["customers", "customers at its end", "月末客户数", "客户数", "付费客户"],
  won: ["won", "customers won", "new customers", "新增客户"],
  lost: ["lost", "customers lost", "lost customers", "流失客户"],
};

/** The books as CSV, in the columns that `readMoneyTable` reads. */
export const moneyCsv = (months: readonly MoneyMonth[]): string =>
  csvText([
    moneyFields.map((field) => headers[field][0]),
    ...months.map((month) => moneyFields.map((field) => month[field])),
  ]);

export type ReadMonths =
  | { ok: false; missing: MoneyField[] }
  | {
      ok: true;
      months: MoneyMonth[];
      problems: { line: number; field: MoneyField; problem: EntryProblem }[];
    };

/** Months out of a file or pasted rows; a line that says what it cannot is left out and told. The last line of a month holds. */
export function readMoneyTable(text: string): ReadMonths {
  const table = readTable(text, headers, ["month", "revenue", "variableCost", "fixedCost"]);
  if (!table.ok) return table;
  const months = new Map<string, MoneyMonth>();
  const problems: { line: number; field: MoneyField; problem: EntryProblem }[] = [];
  for (const { line, cells } of table.rows) {
    const read = readMonthForm(cells);
    if (read.ok) months.set(read.month.month, read.month);
    else {
      const [[field, problem] = []] = Object.entries(read.problems) as [MoneyField, EntryProblem][];
      if (field && problem) problems.push({ line, field, problem });
    }
  }
  return { ok: true, months: [...months.values()], problems };
}
