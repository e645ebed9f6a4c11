/** What recounts of insights share: people of segments, a number a company, and how near two drawings must be. */
import type { ReportInsight } from "~/domain/report/document/report-document";
import { average, type CsvRow, total, tQuantile } from "../recount";
import { type Answers, companyOf, numberAt } from "../recount-answers";
import type { Row } from "../recount-tests";

export type Figure = { value: number; interval?: [number, number] | null; n?: number; companies?: number };
export type Wanted = {
  figures: Figure[];
  /** The p of the family over its part of the error: `drawn` where both have drawn it. Facts have none. */
  sure?: { p: number; share: number; drawn: boolean };
};
export type About = ReportInsight["about"];

const theirDraws = 1999;
export const ourDraws = 1500;
/** Two drawings of one chance: five standard deviations of both apart at most. */
export const drawnWithin = (p: number) => 5 * Math.sqrt(Math.max(p, 0.001) * (1 / theirDraws + 1 / ourDraws));
export const known = (row: Row) => row.filter((one) => one !== null);
export const varianceOf = (of: readonly number[]) =>
  total(of.map((one) => (one - average(of)) ** 2)) / (of.length - 1);

export function around(
  values: readonly number[],
  floor: number,
  [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): [number, number] {
  const half =
    tQuantile(0.975, values.length - 1) * Math.sqrt(Math.max(varianceOf(values), floor) / values.length);
  return [Math.max(low!, average(values) - half), Math.min(high!, average(values) + half)];
}

/** Companies of one size, or of one industry: at least five and not all. */
function segmentsIn({ companies, rows }: Answers) {
  const by = { size: "gate.size", industry: "gate.industry" } as const;
  return (["size", "industry"] as const).flatMap((kind) => {
    const values = companies.map(
      (company) => rows.find((row) => companyOf(row) === company)?.[by[kind]] ?? "",
    );
    return [...new Set(values)].filter(Boolean).flatMap((value) => {
      const places = values.flatMap((one, at) => (one === value ? [at] : []));
      return places.length >= 5 && places.length < companies.length ? [{ by: kind, value, places }] : [];
    });
  });
}
export const segmentOf = (answers: Answers, { segment }: About) => {
  const all = segmentsIn(answers);
  const at = all.findIndex((one) => one.by === segment?.by && one.value === segment?.value);
  return { all: all.map(({ places }) => places), at, places: all[at]?.places ?? null };
};
export const peopleOf = (
  { rows, companies }: Answers,
  of: readonly string[],
  places: readonly number[] | null,
) =>
  rows.filter(
    (row) => of.includes(row.role!) && (!places || places.includes(companies.indexOf(companyOf(row)))),
  );

export const choice = (value: string) => (row: CsvRow) =>
  (row["anchor.choice"] ?? "") === "" ? null : Number(row["anchor.choice"] === value);
export const rating = (column: string) => (row: CsvRow) => numberAt(row, column);
export const less = (one: Row, other: Row): Row =>
  one.map((a, at) => (a === null || other[at] === null || other[at] === undefined ? null : a - other[at]!));
