/** Calendar months as `2026-03`, which sort as text. */

/** A month as people type it: "2026-03", "2026/3", "2026.03", "2026年3月". Null when it is none. */
export function readMonth(typed: string): string | null {
  const plain = typed.normalize("NFKC").trim();
  const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(plain) ?? [];
  if (!year || !month || +year < 1990 || +month < 1 || +month > 12) return null;
  return `${year}-${month.padStart(2, "0")}`;
}

/** The month of an instant (epoch milliseconds), in UTC. */
export const monthOf = (instant: number): string => new Date(instant).toISOString().slice(0, 7);

/** Months since year 0, so that neighbours differ by one. */
export const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The months, in order of time, that end with the last one and have no gap. */
export function trailingRun<Row extends { month: string }>(rows: readonly Row[]): Row[] {
  const sorted = [...rows].sort((a, b) => (a.month < b.month ? -1 : 1));
  const start = sorted.findLastIndex(
    ({ month }, index) => index > 0 && monthNumber(month) - monthNumber(sorted[index - 1]!.month) !== 1,
  );
  return sorted.slice(Math.max(0, start));
}
