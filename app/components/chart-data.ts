/** What a chart shows, and the same as rows: one form feeds the drawing, the table beside it and the CSV. */
import type { Interval, Unit } from "~/i18n/format";
import type { Texts } from "~/i18n/text";
import type { ChainRole } from "./tag";

/** One value a category; a null leaves a gap. A series of a role takes that role's colour. */
export type Series = {
  label: string;
  role?: ChainRole;
  values: readonly (number | null)[];
  intervals?: readonly (Interval | null)[];
};

export type PointSeries = {
  label: string;
  role?: ChainRole;
  /** Its points are named in the table and on touch, not beside them: another series has them at the same places. */
  quiet?: boolean;
  points: readonly { x: number; y: number; label?: string }[];
};

export type ChartData =
  | {
      /**
       * "dot" is for figures with intervals; "line" for time; "stacked" for shares of a whole, in their order; "dumbbell"
       * joins two series' dots; "range" draws intervals alone, as thick bars.
       */
      kind: "bar" | "stacked" | "dot" | "dumbbell" | "range" | "line";
      horizontal?: boolean;
      /** What the categories are: the words of their axis. */
      categoryAxis: string;
      categories: readonly string[];
      valueAxis: string;
      unit?: Unit;
      series: readonly Series[];
    }
  | {
      /** "curve" joins its points (demand over price), "scatter" names them (importance against satisfaction). */
      kind: "curve" | "scatter";
      categoryAxis: string;
      categoryUnit?: Unit;
      valueAxis: string;
      unit?: Unit;
      series: readonly PointSeries[];
    };

export type Cell = string | number | null;
/** Columns with their unit (none: words) and raw rows. */
export type Rows = {
  columns: readonly { header: string; unit?: Unit }[];
  rows: readonly (readonly Cell[])[];
};

export const isPoints = (data: ChartData): data is Extract<ChartData, { kind: "curve" | "scatter" }> =>
  data.kind === "curve" || data.kind === "scatter";

export const hasData = (data: ChartData) =>
  isPoints(data)
    ? data.series.some(({ points }) => points.length > 0)
    : data.series.some(({ values }) => values.some((value) => value !== null));

/** The chart as rows: a row a category with a column a series (and its interval), or a row a point. */
export function rowsOf(data: ChartData, text: Texts<"figure">["chart"]): Rows {
  if (isPoints(data)) {
    const named = data.series.some(({ points }) => points.some(({ label }) => label));
    return {
      columns: [
        { header: text.series },
        ...(named ? [{ header: text.point }] : []),
        { header: data.categoryAxis, unit: data.categoryUnit ?? "number" },
        { header: data.valueAxis, unit: data.unit ?? "number" },
      ],
      rows: data.series.flatMap(({ label, points }) =>
        points.map((point) => [label, ...(named ? [point.label ?? ""] : []), point.x, point.y]),
      ),
    };
  }
  const unit = data.unit ?? "number";
  return {
    columns: [
      { header: data.categoryAxis },
      ...data.series.flatMap(({ label, intervals }) => [
        { header: label, unit },
        ...(intervals
          ? [
              { header: text.low({ series: label }), unit },
              { header: text.high({ series: label }), unit },
            ]
          : []),
      ]),
    ],
    rows: data.categories.map((category, index) => [
      category,
      ...data.series.flatMap(({ values, intervals }) => [
        values[index] ?? null,
        ...(intervals ? [intervals[index]?.[0] ?? null, intervals[index]?.[1] ?? null] : []),
      ]),
    ]),
  };
}

/** Quoted where needed; a word that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: Cell) {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** RFC 4180, with the byte order mark that makes spreadsheets read Chinese. */
export const csvOf = ({ columns, rows }: Rows) =>
  `\uFEFF${[columns.map(({ header }) => header), ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
