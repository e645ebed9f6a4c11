/** A series of yearly sales as it is typed, and what it means. */
import type { MarketSeries } from "./market-trend";
import { readAmount } from "./model-form";

export const seriesFields = ["name", "unit", "source", "kind", "points"] as const;
export type SeriesField = (typeof seriesFields)[number];
export type TypedSeries = Record<SeriesField, string>;
export type SeriesProblem = "missing" | "too-long" | "too-few-years" | "not-years" | "gap" | "not-offered";
export type SeriesProblems = Partial<Record<SeriesField, SeriesProblem>>;

export const blankSeries: TypedSeries = { name: "", unit: "", source: "", kind: "own", points: "" };

const mostYears = 100;

/** "2020, 840" or a pasted row with a tab: a year and an amount. Null when it is neither. */
function readPoint(line: string): { year: number; amount: number } | null {
  const [, year = "", typed = ""] =
    /^\s*(\d{4})\s*年?\s*[,;:\t，；：\s]\s*(.+)$/u.exec(line.normalize("NFKC")) ?? [];
  const amount = readAmount(typed);
  const counted = Number(year);
  return amount !== null && amount >= 0 && counted >= 1800 && counted <= 2200
    ? { year: counted, amount }
    : null;
}

/** One year a line, in any order, each once and none missing between; at least two. */
export function readSeries(
  typed: TypedSeries,
): { ok: true; series: MarketSeries } | { ok: false; problems: SeriesProblems } {
  const problems: SeriesProblems = {};
  const name = typed.name.trim();
  if (name === "") problems.name = "missing";
  for (const [field, most] of [
    ["name", 60],
    ["unit", 40],
    ["source", 300],
  ] as const)
    if (typed[field].trim().length > most) problems[field] = "too-long";
  const kind = (["own", "analogue"] as const).find((known) => known === typed.kind);
  if (!kind) problems.kind = "not-offered";
  const lines = typed.points.split("\n").filter((line) => line.trim() !== "");
  const points = lines.flatMap((line) => readPoint(line) ?? []).sort((a, b) => a.year - b.year);
  if (points.length < lines.length || points.length > mostYears) problems.points = "not-years";
  else if (points.length < 2) problems.points = "too-few-years";
  else if (points.some(({ year }, index) => index > 0 && year - points[index - 1]!.year !== 1))
    problems.points = "gap";
  if (Object.keys(problems).length > 0 || !kind) return { ok: false, problems };
  return { ok: true, series: { name, kind, points, unit: typed.unit.trim(), source: typed.source.trim() } };
}

export const typedSeries = ({ name, unit, source, kind, points }: MarketSeries): TypedSeries => ({
  ...{ name, unit, source, kind },
  points: points.map(({ year, amount }) => `${year}, ${amount}`).join("\n"),
});
