/** Charts drawn as vectors: bars, dots with whiskers, dumbbells, ranges and curves. */
import { extent, ticks } from "d3-array";
import type { Language } from "~/domain/language";
import {
  type BlockOf,
  type CategoryChart,
  type DocChart,
  type FigureUnit,
  hasCategories,
} from "~/domain/report/document/report-document";
import { formatOf } from "~/i18n/format";
import { colourOf, colours } from "./colours";
import { column, page, type Sheet } from "./pdf-sheet";

type Chart = BlockOf<"chart">;
type Scale = { at: (value: number) => number; ticks: number[]; from: number; to: number };

const small = 7.5;
const dashes = [undefined, 5, 2, 8, 3, 10] as const;

function scaleOf(
  values: readonly number[],
  start: number,
  end: number,
  range?: readonly [number, number],
): Scale {
  const [low = 0, high = 1] = extent(values) as [number, number];
  const [from, to] = range ?? [Math.min(0, low), high > Math.min(0, low) ? high : low + 1];
  const steps = ticks(from, to, 5).filter((tick) => tick >= from && tick <= to);
  return { from, to, ticks: steps, at: (value) => start + ((value - from) / (to - from)) * (end - start) };
}

const tickText = (unit: FigureUnit, value: number, language: Language) => {
  const format = formatOf(language);
  return typeof unit === "object"
    ? format.money(value, unit.currency, "compact")
    : format.figure(value, unit);
};

function legend(sheet: Sheet, chart: DocChart, language: Language): void {
  if (chart.series.length < 2) return;
  const { paper } = sheet;
  let x = page.left;
  sheet.style({ size: small });
  chart.series.forEach(({ label, role }, index) => {
    const text = label[language];
    const width = paper.widthOfString(text) + 22;
    if (x + width > page.width - page.right) {
      x = page.left;
      sheet.y += 12;
    }
    paper.rect(x, sheet.y + 2, 7, 7).fill(colourOf(index, role, chart.kind === "stacked"));
    sheet.style({ size: small });
    paper.text(text, x + 10, sheet.y, { lineBreak: false });
    x += width;
  });
  sheet.y += 16;
}

function grid(
  sheet: Sheet,
  scale: Scale,
  unit: FigureUnit,
  top: number,
  bottom: number,
  language: Language,
): void {
  const { paper } = sheet;
  for (const tick of scale.ticks) {
    const x = scale.at(tick);
    paper.moveTo(x, top).lineTo(x, bottom).lineWidth(0.4).stroke(colours.line);
    sheet.style({ size: small, colour: colours.muted });
    paper.text(tickText(unit, tick, language), x - 30, bottom + 3, {
      width: 60,
      align: "center",
      lineBreak: false,
    });
  }
}

function whisker(
  sheet: Sheet,
  scale: Scale,
  [low, high]: readonly [number, number],
  y: number,
  colour: string,
): void {
  const { paper } = sheet;
  const clip = (value: number) => scale.at(Math.min(Math.max(value, scale.from), scale.to));
  const [from, to] = [clip(low), clip(high)];
  paper.moveTo(from, y).lineTo(to, y);
  for (const end of [from, to]) paper.moveTo(end, y - 2.5).lineTo(end, y + 2.5);
  paper.lineWidth(1).stroke(colour);
}

/** One category's marks, between `y` and `y + height`. */
function marks(
  sheet: Sheet,
  chart: CategoryChart,
  scale: Scale,
  at: number,
  y: number,
  height: number,
): void {
  const { paper } = sheet;
  const n = chart.series.length;
  const middle = y + height / 2;
  const zero = scale.at(Math.max(0, scale.from));
  let stacked = 0;
  if (chart.kind === "dumbbell") {
    const values = chart.series.map(({ values: own }) => own[at] ?? null);
    if (values.every((value) => value !== null))
      paper
        .moveTo(scale.at(Math.min(...values)), middle)
        .lineTo(scale.at(Math.max(...values)), middle)
        .lineWidth(2.5)
        .stroke(colours.edge);
  }
  chart.series.forEach(({ values, intervals, role }, index) => {
    const value = values[at] ?? null;
    const colour = colourOf(index, role, chart.kind === "stacked");
    const ends = intervals?.[at] ?? null;
    if (chart.kind === "range") {
      if (ends)
        paper
          .rect(scale.at(ends[0]), middle - 4, Math.max(0.5, scale.at(ends[1]) - scale.at(ends[0])), 8)
          .fill(colour);
      return;
    }
    if (value === null) return;
    if (chart.kind === "stacked") {
      const from = scale.at(stacked);
      stacked += value;
      paper.rect(from, middle - 6, Math.max(0, scale.at(stacked) - from), 12).fill(colour);
      return;
    }
    if (chart.kind === "bar") {
      const bar = Math.min(9, (height - 4) / n);
      const top = middle - (bar * n) / 2 + bar * index;
      paper
        .rect(Math.min(zero, scale.at(value)), top + 0.5, Math.abs(scale.at(value) - zero), bar - 1)
        .fill(colour);
      if (ends) whisker(sheet, scale, ends, top + bar / 2, colours.ink);
      return;
    }
    const own = chart.kind === "dumbbell" ? middle : middle + (index - (n - 1) / 2) * 6;
    if (ends) whisker(sheet, scale, ends, own, colour);
    paper.circle(scale.at(value), own, chart.kind === "dumbbell" ? 4 : 2.8).fill(colour);
  });
}

const labelWidth = column * 0.36;

function rowHeights(sheet: Sheet, chart: CategoryChart, language: Language): number[] {
  const n = chart.series.length;
  const least = Math.max(16, chart.kind === "bar" ? 6 + n * 8 : chart.kind === "dot" ? n * 6 + 6 : 0);
  return chart.categories.map((name) =>
    Math.max(least, sheet.heightOf(name[language], { size: 8.5 }, labelWidth) + 4),
  );
}

/** With its axis and legend. */
const heightOfChart = (sheet: Sheet, chart: DocChart, language: Language): number =>
  hasCategories(chart) ? rowHeights(sheet, chart, language).reduce((sum, height) => sum + height, 70) : 260;

/** Categories down the page, values across it; every kind of category chart is set this way on paper. */
function categoryChart(sheet: Sheet, block: Chart, chart: CategoryChart, language: Language): void {
  const { paper } = sheet;
  const left = page.left + labelWidth + 8;
  const right = page.width - page.right - 12;
  const heights = rowHeights(sheet, chart, language);
  const values = chart.series.flatMap(({ values: own, intervals }) => [
    ...own.flatMap((value) => value ?? []),
    ...(intervals ?? []).flatMap((ends) => (ends ? [...ends] : [])),
  ]);
  const limits = (block.lines ?? []).filter(({ axis }) => axis === "value");
  const range = block.range ?? (chart.kind === "stacked" ? ([0, 1] as const) : undefined);
  const scale = scaleOf([...values, ...limits.map(({ at }) => at)], left, right, range);
  let from = 0;
  while (from < heights.length) {
    // As many whole rows as the page takes, at least one.
    sheet.need(heights[from]! + 50);
    let to = from;
    let used = 0;
    while (to < heights.length && (to === from || used + heights[to]! + 46 <= sheet.room()))
      used += heights[to++]!;
    const top = sheet.y;
    grid(sheet, scale, chart.unit, top, top + used, language);
    let y = top;
    for (let at = from; at < to; at += 1) {
      const height = heights[at]!;
      const name = chart.categories[at]![language];
      const own = sheet.heightOf(name, { size: 8.5 }, labelWidth);
      sheet.style({ size: 8.5 });
      paper.text(name, page.left, y + (height - own) / 2, { width: labelWidth, lineGap: 1.5 });
      marks(sheet, chart, scale, at, y, height);
      y += height;
    }
    for (const { at, label } of limits) {
      const x = scale.at(at);
      paper.moveTo(x, top).lineTo(x, y).dash(3, { space: 2 }).lineWidth(0.8).stroke(colours.ink).undash();
      sheet.style({ size: small, colour: colours.muted });
      paper.text(label[language], x + 3, top - 2, { lineBreak: false });
    }
    sheet.y = y + 14;
    sheet.style({ size: small, colour: colours.muted });
    paper.text(chart.valueAxis[language], left, sheet.y, {
      width: right - left,
      align: "center",
      lineBreak: false,
    });
    sheet.y += 14;
    from = to;
  }
}

function pointChart(
  sheet: Sheet,
  block: Chart,
  chart: Exclude<DocChart, CategoryChart>,
  language: Language,
): void {
  const { paper } = sheet;
  const height = 190;
  sheet.need(height + 44);
  const [left, right] = [page.left + 44, page.width - page.right - 12];
  const [top, bottom] = [sheet.y + 4, sheet.y + height];
  const points = chart.series.flatMap((one) => one.points);
  const across = scaleOf(
    points.map(({ x }) => x),
    left,
    right,
  );
  const up = scaleOf(
    points.map(({ y }) => y),
    bottom,
    top,
    block.range,
  );
  grid(sheet, across, chart.categoryUnit, top, bottom, language);
  for (const tick of up.ticks) {
    paper.moveTo(left, up.at(tick)).lineTo(right, up.at(tick)).lineWidth(0.4).stroke(colours.line);
    sheet.style({ size: small, colour: colours.muted });
    paper.text(tickText(chart.unit, tick, language), page.left, up.at(tick) - 5, {
      width: 40,
      align: "right",
      lineBreak: false,
    });
  }
  chart.series.forEach(({ points: own, role }, index) => {
    const colour = colourOf(index, role);
    if (chart.kind === "curve") {
      own.forEach(({ x, y }, at) => {
        if (at === 0) paper.moveTo(across.at(x), up.at(y));
        else paper.lineTo(across.at(x), up.at(y));
      });
      const dash = dashes[index % dashes.length];
      if (dash) paper.dash(dash, { space: 2.5 });
      paper.lineWidth(1.4).stroke(colour).undash();
      return;
    }
    for (const { x, y, label } of own) {
      paper.circle(across.at(x), up.at(y), 3).fill(colour);
      sheet.style({ size: small });
      if (label) paper.text(label[language], across.at(x) + 5, up.at(y) - 5, { lineBreak: false });
    }
  });
  for (const { at, label } of (block.lines ?? []).filter(({ axis }) => axis === "category")) {
    paper
      .moveTo(across.at(at), top)
      .lineTo(across.at(at), bottom)
      .dash(3, { space: 2 })
      .lineWidth(0.8)
      .stroke(colours.ink)
      .undash();
    sheet.style({ size: small, colour: colours.muted });
    paper.text(label[language], across.at(at) + 3, top, { lineBreak: false });
  }
  sheet.y = bottom + 14;
  sheet.style({ size: small, colour: colours.muted });
  paper.text(`${chart.categoryAxis[language]} · ${chart.valueAxis[language]}`, left, sheet.y, {
    width: right - left,
    align: "center",
    lineBreak: false,
  });
  sheet.y += 14;
}

/** The chart under its title, with its legend below; the title never stands alone at the foot of a page. */
export function drawChart(sheet: Sheet, block: Chart, language: Language): void {
  const title = block.title[language];
  const own = sheet.heightOf(title, { size: 10.5, face: "bold" }) + 8;
  sheet.need(own + Math.min(heightOfChart(sheet, block.chart, language), page.height - 260));
  sheet.write(title, { size: 10.5, face: "bold", gap: 8 });
  if (hasCategories(block.chart)) categoryChart(sheet, block, block.chart, language);
  else pointChart(sheet, block, block.chart, language);
  legend(sheet, block.chart, language);
}
