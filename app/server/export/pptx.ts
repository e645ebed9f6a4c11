/** The report as slides: charts are PowerPoint's own, so that figures and colours can be edited. */
import pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import {
  type Block,
  type BlockOf,
  type Chapter,
  type DocChart,
  hasCategories,
  type ReportDocument,
} from "~/domain/report/document/report-document";
import { formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { colourOf, colours } from "./colours";
import {
  aboutLines,
  chartNote,
  chartTable,
  figureWords,
  insightWords,
  type PlainTable,
  plainTable,
  runningWords,
} from "./words";

type Deck = InstanceType<typeof pptxgen>;
type Slide = ReturnType<Deck["addSlide"]>;

const wide = { w: 13.33, h: 7.5 };
const margin = 0.6;
const inner = wide.w - 2 * margin;
const hex = (colour: string) => colour.slice(1).toUpperCase();
const rowsASlide = 14;

const faces: Record<Language, string> = { "zh-CN": "Microsoft YaHei", en: "Calibri" };

function numberFormat(unit: DocChart["unit"]): string {
  if (unit === "percent") return "0%";
  return unit === "number" ? "0.0#" : "#,##0";
}

function addCategoryChart(
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

function addPointChart(
  deck: Deck,
  slide: Slide,
  chart: Extract<DocChart, { categoryUnit: unknown }>,
  language: Language,
): void {
  // One shared list of x; a series that has no point there has none.
  const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort(
    (a, b) => a - b,
  );
  const data = [
    { name: chart.categoryAxis[language], values: xs },
    ...chart.series.map(({ label, points }) => {
      const at = new Map(points.map(({ x, y }) => [x, y]));
      return { name: label[language], values: xs.map((x) => at.get(x) as number) };
    }),
  ];
  slide.addChart(deck.ChartType.scatter, data, {
    ...{ x: margin, y: 1.45, w: inner, h: 5.2 },
    chartColors: chart.series.map(({ role }, index) => hex(colourOf(index, role))),
    lineSize: chart.kind === "curve" ? 2 : 0,
    lineDataSymbolSize: chart.kind === "curve" ? 3 : 8,
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
    valAxisLabelFormatCode: numberFormat(chart.unit),
    valGridLine: { color: hex(colours.line), size: 0.75 },
  });
}

/** Rows with their header repeated on every slide; no row is cut. */
function addTable(
  make: (title: string) => Slide,
  table: PlainTable,
  language: Language,
  title: string,
): void {
  const more = textOf(language, "sharing").paper.more;
  for (let from = 0; from === 0 || from < table.rows.length; from += rowsASlide) {
    const slide = make(from === 0 ? title : more({ title }));
    const head = table.columns.map(({ header, numeric }) => ({
      text: header,
      options: {
        bold: true,
        color: hex(colours.muted),
        align: numeric ? ("right" as const) : ("left" as const),
      },
    }));
    const body = table.rows.slice(from, from + rowsASlide).map((row) =>
      row.map(({ text }, at) => ({
        text,
        options: { align: table.columns[at]?.numeric ? ("right" as const) : ("left" as const) },
      })),
    );
    slide.addTable([head, ...body], {
      ...{ x: margin, y: 1.45, w: inner, fontSize: 11, fontFace: faces[language], color: hex(colours.ink) },
      border: { type: "solid", pt: 0.5, color: hex(colours.line) },
      margin: [0.04, 0.08, 0.04, 0.08],
    });
    if (table.note && from + rowsASlide >= table.rows.length)
      slide.addText(table.note, {
        x: margin,
        y: 6.6,
        w: inner,
        h: 0.4,
        fontSize: 10,
        color: hex(colours.muted),
        fontFace: faces[language],
      });
  }
}

const figureLines = (block: BlockOf<"headline"> | BlockOf<"figures">, language: Language) =>
  block.figures.flatMap((figure) => {
    const { label, value, detail, verdict } = figureWords(figure, language);
    return [
      { text: `${label}: `, options: { fontSize: 13, color: hex(colours.muted), breakLine: false } },
      { text: value, options: { fontSize: 15, bold: true, breakLine: true } },
      {
        text: [verdict, detail].filter(Boolean).join(" · "),
        options: { fontSize: 11, color: hex(colours.muted), breakLine: true },
      },
    ];
  });

function addTexts(slide: Slide, lines: Parameters<Slide["addText"]>[0], language: Language): void {
  slide.addText(lines, {
    ...{
      x: margin,
      y: 1.4,
      w: inner,
      h: 5.4,
      valign: "top",
      fontFace: faces[language],
      color: hex(colours.ink),
    },
    fit: "shrink",
  });
}

function addBlock(
  deck: Deck,
  make: (title: string) => Slide,
  chapter: Chapter,
  block: Block,
  language: Language,
): void {
  const title = chapter.title[language];
  switch (block.kind) {
    case "chart": {
      const slide = make(block.title[language]);
      if (hasCategories(block.chart)) addCategoryChart(deck, slide, block.chart, language, block.range);
      else addPointChart(deck, slide, block.chart, language);
      slide.addText(chartNote(block, language), {
        ...{
          x: margin,
          y: 6.68,
          w: inner - 1,
          h: 0.3,
          fontSize: 10,
          color: hex(colours.muted),
          fontFace: faces[language],
        },
      });
      // Intervals cannot stand in a native chart: they are in the notes, as rows.
      const { columns, rows } = chartTable(block, language);
      slide.addNotes(
        [columns.map(({ header }) => header), ...rows.map((row) => row.map(({ text }) => text))]
          .map((row) => row.join("\t"))
          .join("\n"),
      );
      return;
    }
    case "insight": {
      const { statement, lines, figures } = insightWords(block.insight, language);
      const small = { fontSize: 13, color: hex(colours.muted), breakLine: true };
      addTexts(
        make(title),
        [
          { text: statement, options: { fontSize: 20, bold: true, breakLine: true } },
          ...figures.map((text) => ({ text, options: { fontSize: 15, breakLine: true } })),
          ...lines.map((text) => ({ text, options: small })),
        ],
        language,
      );
      return;
    }
    case "table":
      addTable(make, plainTable(block, language), language, block.title[language]);
      return;
    case "figures":
      addTexts(make(block.title?.[language] ?? title), figureLines(block, language), language);
      return;
    case "lamps": {
      const states = textOf(language, "results").pmf.lampState;
      addTexts(
        make(title),
        block.lamps.flatMap(({ name, state, why }) => [
          {
            text: `${name[language]}: ${states[state]}`,
            options: { fontSize: 18, bold: true, breakLine: true },
          },
          { text: why[language], options: { fontSize: 13, color: hex(colours.muted), breakLine: true } },
        ]),
        language,
      );
      return;
    }
    case "quoted":
      addTexts(
        make(block.title[language]),
        block.quotes.flatMap(({ role, text }) => [
          { text, options: { fontSize: 14, breakLine: true } },
          {
            text: textOf(language, "roles").chain[role],
            options: { fontSize: 11, color: hex(colours.muted), breakLine: true },
          },
        ]),
        language,
      );
      return;
    case "text":
      addTexts(
        make(title),
        block.paragraphs.map((paragraph) => ({
          text: paragraph[language],
          options: { fontSize: 14, breakLine: true },
        })),
        language,
      );
      return;
    case "comment":
      addTexts(make(title), [{ text: block.text, options: { fontSize: 16 } }], language);
      return;
  }
}

/** Headlines a few to a slide: the page leadership reads. */
function addHeadlines(make: (title: string) => Slide, chapter: Chapter, language: Language): void {
  const headlines = chapter.blocks.filter((block): block is BlockOf<"headline"> => block.kind === "headline");
  for (let from = 0; from < headlines.length; from += 4)
    addTexts(
      make(chapter.title[language]),
      headlines
        .slice(from, from + 4)
        .flatMap((block) => [
          { text: block.text[language], options: { fontSize: 17, bold: true, breakLine: true } },
          ...figureLines(block, language),
        ]),
      language,
    );
}

export async function presentation(document: ReportDocument, language: Language): Promise<Buffer> {
  const text = textOf(language, "report").report;
  const format = formatOf(language);
  const deck = new pptxgen();
  deck.defineLayout({ name: "wide", width: wide.w, height: wide.h });
  deck.layout = "wide";
  deck.title = text.title(document);
  deck.theme = { headFontFace: faces[language], bodyFontFace: faces[language] };
  const cover = deck.addSlide();
  const centred = { x: margin, w: inner, fontFace: faces[language] };
  cover.addText(text.title(document), {
    ...centred,
    y: 2.6,
    h: 1,
    fontSize: 34,
    bold: true,
    color: hex(colours.ink),
  });
  cover.addText(
    [text.lead(document), format.date(document.computedAt), ...aboutLines(document, language)].join("\n"),
    { ...centred, y: 3.7, h: 2.8, fontSize: 16, color: hex(colours.muted), valign: "top" },
  );
  for (const chapter of document.chapters) {
    const make = (title: string): Slide => {
      const slide = deck.addSlide();
      slide.addText(chapter.title[language], {
        ...centred,
        y: 0.25,
        h: 0.3,
        fontSize: 11,
        color: hex(colours.muted),
      });
      slide.addText(title, {
        ...centred,
        y: 0.5,
        h: 0.85,
        fontSize: 20,
        bold: true,
        color: hex(colours.ink),
        valign: "top",
        fit: "shrink",
      });
      slide.addText(runningWords(document, language), {
        ...centred,
        y: 7.05,
        h: 0.3,
        w: inner - 1,
        fontSize: 9,
        color: hex(colours.muted),
      });
      slide.slideNumber = { x: wide.w - margin - 0.4, y: 7.05, fontSize: 9, color: hex(colours.muted) };
      return slide;
    };
    addHeadlines(make, chapter, language);
    for (const block of chapter.blocks)
      if (block.kind !== "headline") addBlock(deck, make, chapter, block, language);
  }
  return (await deck.write({ outputType: "nodebuffer" })) as Buffer;
}
