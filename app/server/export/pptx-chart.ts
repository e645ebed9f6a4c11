/** Charts of a report as PowerPoint's own, so that figures and colours can be edited. */
import type pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import type { DocChart } from "~/domain/report/document/report-document";
import { colourOf, colours } from "./colours";
import { faces, hex, inner, margin } from "./pptx-page";

type Deck = InstanceType<typeof pptxgen>;
type Slide = ReturnType<Deck["addSlide"]>;

function numberFormat(unit: DocChart["unit"]): string {
  if (unit === "percent") return "0%";
  return unit === "number" ? "0.0#" : "#,##0";
}

export function addCategoryChart(
  deck: Deck,
  slide: Slide,
  chart: Extract<DocChart, { categories: readonly unknown[] }>,
  language: Language,
  range?: readonly [number, number],
): void {
  // A horizontal chart counts its categories from below.
  const upright = <T>(values: readonly T[]): T[] => (chart.horizontal ? values.toReversed() : [...values]);
  const labels = upright(chart.categories.map((name) => name[language]));
  const floating = chart.kind === "range";
  const ends = (at: 0 | 1) =>
    upright(chart.series[0]?.intervals?.map((interval) => interval?.[at] ?? 0) ?? []);
  const lows = ends(0);
  const data = floating
    ? [
        { name: " ", labels, values: lows },
        {
          name: chart.series[0]?.label[language] ?? "",
          labels,
          values: ends(1).map((high, at) => high - lows[at]!),
        },
      ]
    : chart.series.map(({ label, values }) => ({
        name: label[language],
        labels,
        // A hidden or missing value is left empty in the sheet behind the chart.
        values: upright(values).map((value) => value as number),
      }));
  const series = chart.series.map(({ role }, index) => hex(colourOf(index, role, chart.kind === "stacked")));
  slide.addChart(chart.kind === "line" ? deck.ChartType.line : deck.ChartType.bar, data, {
    ...{ x: margin, y: 1.45, w: inner, h: 5.2 },
    barDir: chart.horizontal ? "bar" : "col",
    barGrouping: chart.kind === "stacked" || floating ? "stacked" : "clustered",
    chartColors: floating ? ["FFFFFF", hex(colours.muted)] : series,
    showLegend: data.length > 1 && !floating,
    legendPos: "b",
    legendFontFace: faces[language],
    legendFontSize: 11,
    catAxisLabelFontFace: faces[language],
    catAxisLabelFontSize: 11,
    valAxisLabelFontSize: 10,
    valAxisLabelFormatCode: numberFormat(chart.unit),
    ...(chart.unit === "percent" && { valAxisMinVal: 0 }),
    ...(range && { valAxisMinVal: range[0], valAxisMaxVal: range[1] }),
    ...(chart.kind === "stacked" && { valAxisMaxVal: 1 }),
    showValAxisTitle: true,
    valAxisTitle: chart.valueAxis[language],
    valAxisTitleFontSize: 10,
    valAxisTitleFontFace: faces[language],
    valGridLine: { color: hex(colours.line), size: 0.75 },
    showValue: !floating && labels.length * data.length <= 24,
    dataLabelFormatCode: numberFormat(chart.unit),
    dataLabelFontSize: 9,
    altText: chart.categoryAxis[language],
  });
}

/** Points with names become a series each, so that the legend names them. */
function namedApart(
  { kind, series }: Extract<DocChart, { categoryUnit: unknown }>,
  language: Language,
): { label: string; colour: string; points: readonly { x: number; y: number }[] }[] {
  const [only, ...others] = series;
  const names = only?.points.flatMap(({ label }) => (label ? [label[language]] : [])) ?? [];
  if (kind === "scatter" && only && others.length === 0 && names.length === only.points.length)
    return only.points.map((point, at) => ({
      label: names[at]!,
      colour: colourOf(at),
      points: [point],
    }));
  return series.map(({ label, role, points }, at) => ({
    label: label[language],
    colour: colourOf(at, role),
    points,
  }));
}

export function addPointChart(
  deck: Deck,
  slide: Slide,
  chart: Extract<DocChart, { categoryUnit: unknown }>,
  language: Language,
): void {
  // One shared list of x; a series that has no point there has none.
  const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort(
    (a, b) => a - b,
  );
  const series = namedApart(chart, language);
  const data = [
    { name: chart.categoryAxis[language], values: xs },
    ...series.map(({ label, points }) => {
      const at = new Map(points.map(({ x, y }) => [x, y]));
      return { name: label, values: xs.map((x) => at.get(x) as number) };
    }),
  ];
  slide.addChart(deck.ChartType.scatter, data, {
    ...{ x: margin, y: 1.45, w: inner, h: 5.2 },
    chartColors: series.map(({ colour }) => hex(colour)),
    lineSize: chart.kind === "curve" ? 2 : 0,
    lineDataSymbolSize: chart.kind === "curve" ? 3 : 11,
    showLegend: true,
    legendPos: "b",
    legendFontFace: faces[language],
    legendFontSize: 11,
    showCatAxisTitle: true,
    catAxisTitle: chart.categoryAxis[language],
    catAxisTitleFontSize: 10,
    catAxisTitleFontFace: faces[language],
    showValAxisTitle: true,
    valAxisTitle: chart.valueAxis[language],
    valAxisTitleFontSize: 10,
    valAxisTitleFontFace: faces[language],
    // Both axes of such a chart share one format: shares stay within 1, prices do not.
    valAxisLabelFormatCode: chart.unit === "percent" ? "[=0]0;[<=1]0%;#,##0" : numberFormat(chart.unit),
    ...(chart.unit === "percent" && { valAxisMinVal: 0, valAxisMaxVal: 1 }),
    valGridLine: { color: hex(colours.line), size: 0.75 },
  });
}
