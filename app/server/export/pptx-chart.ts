/** Charts of a report as PowerPoint's own, so that figures and colours can be edited. */
import { extent, nice, tickStep } from "d3-array";
import type pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import type { BlockOf, CategoryChart, DocChart, FigureUnit } from "~/domain/report/document/report-document";
import { formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { colourOf, colours } from "./colours";
import { type Column, type Drawn, letterOf, type Marks } from "./pptx-marks";
import { faces, hex, inner, linesOf, margin } from "./pptx-page";

type Deck = InstanceType<typeof pptxgen>;
type Slide = ReturnType<Deck["addSlide"]>;
type Block = BlockOf<"chart">;
type Lines = NonNullable<Block["lines"]>;

/** As on the screens: lines are told apart by more than their colour. */
const dashes = ["solid", "dash", "sysDot", "dashDot", "sysDash", "lgDash"];

function numberFormat(unit: FigureUnit, values: readonly (number | null)[], language: Language): string {
  if (unit === "percent") return "0%";
  if (unit === "number")
    return values.every((one) => one === null || Number.isInteger(one)) ? "#,##0" : "0.0";
  const symbol = formatOf(language)
    .money(0, unit.currency)
    .replace(/[\d.,\s]/g, "");
  return `"${symbol}"#,##0`;
}

/** A tornado's two ends and what they start from; else the series, their lines, and behind them the ends of their intervals. */
function columnsOf(
  { kind, series, categories }: CategoryChart,
  lines: Lines,
  language: Language,
): { columns: Column[]; series: Drawn[] } {
  const flat = (at: number) => categories.map(() => at);
  const across = lines.map(({ at, label }) => ({ name: label[language], values: flat(at) }));
  const text = textOf(language, "figure").chart;
  if (kind === "range") {
    const { low, high } = textOf(language, "market").counts;
    const end = (at: 0 | 1) => categories.map((_, row) => series[0]?.intervals?.[row]?.[at] ?? null);
    return {
      columns: [{ name: low, values: end(0) }, { name: high, values: end(1) }, ...across],
      series: [{}, {}, ...across.map(() => ({ line: true }) as const)],
    };
  }
  const columns: Column[] = [
    ...series.map(({ label, values }) => ({ name: label[language], values })),
    ...(kind === "line" ? across : []),
  ];
  const drawn = columns.map((_, at): Drawn => (at < series.length ? {} : { line: true }));
  series.forEach(({ label, values, role, intervals }, at) => {
    if (kind === "stacked" && at === 0) drawn[at]!.pale = true;
    if (kind === "line") drawn[at]!.dash = dashes[at % dashes.length]!;
    if (!intervals) return;
    const name = label[language];
    const [value, low, high] = [at, columns.length, columns.length + 1].map((column) => letterOf(column + 1));
    const reach = (between: (value: number, low: number, high: number) => number) =>
      values.map((one, row) => {
        const ends = intervals[row];
        return one === null || !ends ? null : between(one, ...ends);
      });
    drawn[at]!.whisker = {
      down: columns.length + 2,
      up: columns.length + 3,
      colour: hex(kind === "line" ? colourOf(at, role) : colours.ink),
    };
    columns.push(
      { name: text.low({ series: name }), values: intervals.map((one) => one?.[0] ?? null) },
      { name: text.high({ series: name }), values: intervals.map((one) => one?.[1] ?? null) },
      {
        name: `${name} −`,
        values: reach((one, down) => one - down),
        formula: (row) => `${value}${row}-${low}${row}`,
      },
      {
        name: `${name} +`,
        values: reach((one, _, up) => up - one),
        formula: (row) => `${high}${row}-${value}${row}`,
      },
    );
  });
  return { columns, series: drawn };
}

/** Labels stand behind the whiskers, for which the plot's place must be known. */
function besideWhiskers(
  { series, categories }: CategoryChart,
  [from, to]: readonly [number, number],
  language: Language,
) {
  const longest = Math.max(...categories.map((name) => linesOf(name[language], 12, 1 / 72) / 72));
  const x = Math.min(0.33, longest / inner + 0.03);
  const plot = { x, y: 0.02, w: 0.95 - x, h: 0.79 };
  const shifts = series.map(({ values, intervals }) =>
    values.map((value, row) => {
      const end = Math.min(to, intervals?.[row]?.[1] ?? value ?? 0);
      return (Math.max(0, end - (value ?? 0)) / (to - from)) * plot.w;
    }),
  );
  return { plot, shifts };
}

export function addCategoryChart(
  deck: Deck,
  slide: Slide,
  chart: CategoryChart,
  { range, lines = [], title }: Block,
  language: Language,
): Marks {
  const { kind, unit, horizontal } = chart;
  const labels = chart.categories.map((name) => name[language]);
  const tornado = kind === "range";
  const marks = columnsOf(chart, lines, language);
  const ends = marks.columns.filter(({ formula }) => !formula).flatMap(({ values }) => values);
  const spread = marks.series.some(({ whisker }) => whisker);
  const [low = 0, high = 1] = extent(ends, (one) => one ?? undefined);
  const axis =
    range ??
    (kind === "stacked"
      ? ([0, 1] as const)
      : spread
        ? nice(Math.min(0, low), Math.max(high, 0), 5)
        : undefined);
  const showValue = !tornado && labels.length * chart.series.length <= 24;
  const beside = horizontal && spread && showValue && axis ? besideWhiskers(chart, axis, language) : null;
  const format = numberFormat(unit, ends, language);
  const own = chart.series.map(({ role }, index) => hex(colourOf(index, role, kind === "stacked")));
  const sides = [1, 0].map((step) => hex(colourOf(step, undefined, true)));
  const data = marks.columns.map(({ name, values }) => ({ name, labels, values: values as number[] }));
  slide.addChart(kind === "line" ? deck.ChartType.line : deck.ChartType.bar, data, {
    ...{ x: margin, y: 1.45, w: inner, h: 5.2 },
    ...(beside && { layout: beside.plot }),
    barDir: horizontal ? "bar" : "col",
    barGrouping: kind === "stacked" ? "stacked" : "clustered",
    barGapWidthPct: marks.series.length > 1 ? 60 : 150,
    // A horizontal chart counts its categories from below unless it is turned round.
    ...(horizontal && {
      catAxisOrientation: "maxMin" as "minMax",
      catAxisCrossesAt: "max" as "autoZero",
      valAxisLabelPos: "nextTo",
    }),
    // Both ends of a bar begin at the line, which is the axis itself.
    ...(tornado && {
      ...{ barOverlapPct: 100, catAxisLabelPos: "low", catAxisMajorTickMark: "none" },
      ...{
        valAxisCrossesAt: lines[0]?.at ?? 0,
        // Amounts are long, and stand side by side.
        valAxisMajorUnit: tickStep(Math.min(0, low), high, 4),
        catAxisLineColor: hex(colours.ink),
        catAxisLineStyle: "dash",
      },
    }),
    chartColors: tornado ? sides : own,
    displayBlanksAs: "gap",
    showLegend: marks.series.length > 1,
    legendPos: "b",
    legendFontFace: faces[language],
    legendFontSize: 12,
    catAxisLabelFontFace: faces[language],
    catAxisLabelFontSize: 12,
    valAxisLabelFontFace: faces[language],
    valAxisLabelFontSize: 11,
    valAxisLabelFormatCode: format,
    ...(unit === "percent" && { valAxisMinVal: 0 }),
    ...(axis && { valAxisMinVal: axis[0], valAxisMaxVal: axis[1] }),
    showValAxisTitle: true,
    valAxisTitle: chart.valueAxis[language],
    valAxisTitleFontSize: 11,
    valAxisTitleFontFace: faces[language],
    valGridLine: { color: hex(colours.line), size: 0.75 },
    showValue,
    ...(kind === "line" && { dataLabelPosition: "r" }),
    dataLabelFormatCode: format,
    dataLabelFontFace: faces[language],
    dataLabelFontSize: 10,
    altText: title[language],
  });
  return {
    ...marks,
    series: marks.series.map((one, at) => ({
      ...one,
      ...(beside?.shifts[at] && { shifts: beside.shifts[at] }),
    })),
  };
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
  chart: Exclude<DocChart, CategoryChart>,
  { range = [0, 1], lines = [], title }: Block,
  language: Language,
): Marks {
  // One shared list of x; a series that has no point there has none. A line is two points of its own.
  const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort(
    (a, b) => a - b,
  );
  const series = namedApart(chart, language);
  const none = (count: number) => Array.from({ length: count }, () => null);
  const columns = [
    ...series.map(({ label, points }) => {
      const at = new Map(points.map(({ x, y }) => [x, y]));
      return { name: label, values: [...xs.map((x) => at.get(x) ?? null), ...none(2 * lines.length)] };
    }),
    ...lines.map(({ label }, at) => ({
      name: label[language],
      values: [...none(xs.length + 2 * at), ...range, ...none(2 * (lines.length - at - 1))],
    })),
  ];
  const data = [
    { name: chart.categoryAxis[language], values: [...xs, ...lines.flatMap(({ at }) => [at, at])] },
    ...columns.map(({ name, values }) => ({ name, values: values as number[] })),
  ];
  const money = numberFormat(chart.categoryUnit, xs, language);
  slide.addChart(deck.ChartType.scatter, data, {
    ...{ x: margin, y: 1.45, w: inner, h: 5.2 },
    chartColors: [...series.map(({ colour }) => hex(colour)), ...lines.map(() => hex(colours.ink))],
    displayBlanksAs: "gap",
    lineSize: chart.kind === "curve" ? 2 : 0,
    lineDataSymbolSize: chart.kind === "curve" ? 3 : 11,
    showLegend: true,
    legendPos: "b",
    legendFontFace: faces[language],
    legendFontSize: 12,
    showCatAxisTitle: true,
    catAxisTitle: chart.categoryAxis[language],
    catAxisTitleFontSize: 11,
    catAxisTitleFontFace: faces[language],
    showValAxisTitle: true,
    valAxisTitle: chart.valueAxis[language],
    valAxisTitleFontSize: 11,
    valAxisTitleFontFace: faces[language],
    // Both axes of such a chart share one format: shares stay within 1, prices do not.
    valAxisLabelFormatCode: chart.unit === "percent" ? `[=0]0;[<=1]0%;${money}` : money,
    ...(chart.unit === "percent" && { valAxisMinVal: 0, valAxisMaxVal: 1 }),
    valGridLine: { color: hex(colours.line), size: 0.75 },
    altText: title[language],
  });
  return {
    columns,
    series: columns.map((_, at) =>
      at < series.length
        ? chart.kind === "curve"
          ? { dash: dashes[at % dashes.length]! }
          : {}
        : { line: true },
    ),
  };
}
