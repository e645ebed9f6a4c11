/** The report as slides: charts are PowerPoint's own, so that figures and colours can be edited. */
import pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import {
  type Block,
  type BlockOf,
  type Chapter,
  hasCategories,
  type ReportDocument,
} from "~/domain/report/document/report-document";
import { formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { colours } from "./colours";
import { addCategoryChart, addPointChart } from "./pptx-chart";
import { faces, hex, inner, margin, wide } from "./pptx-page";
import { addTable } from "./pptx-table";
import { addTree } from "./pptx-tree";
import {
  aboutLines,
  briefWords,
  chartNote,
  chartTable,
  figureWords,
  insightWords,
  lampWords,
  plainTable,
  runningWords,
  unknownWords,
} from "./words";

type Deck = InstanceType<typeof pptxgen>;
type Slide = ReturnType<Deck["addSlide"]>;

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
    case "tree":
      addTree(make, block, { face: faces[language], language });
      return;
    case "brief":
      addTexts(
        make(title),
        block.answers.flatMap((one) => {
          const { question, answer, figures } = briefWords(one, language);
          const small = { fontSize: 12, color: hex(colours.muted), breakLine: true };
          return [
            { text: question, options: { ...small, fontSize: 13 } },
            { text: answer, options: { fontSize: 16, bold: true, breakLine: true } },
            ...figures.map((text) => ({ text, options: small })),
          ];
        }),
        language,
      );
      return;
    case "unknowns":
      addTexts(
        make(block.title[language]),
        unknownWords(block, language).map((text) => ({ text, options: { fontSize: 16, breakLine: true } })),
        language,
      );
      return;
    case "figures":
      addTexts(make(block.title?.[language] ?? title), figureLines(block, language), language);
      return;
    case "lamps": {
      const states = textOf(language, "results").pmf.lampState;
      addTexts(
        make(title),
        block.lamps.flatMap((lamp) => [
          {
            text: `${lamp.name[language]}: ${states[lamp.state]}`,
            options: { fontSize: 17, bold: true, breakLine: true },
          },
          ...lampWords(lamp, language).map((text) => ({
            text,
            options: { fontSize: 12, color: hex(colours.muted), breakLine: true },
          })),
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
function addHeadlines(
  make: (title: string) => Slide,
  title: string,
  headlines: readonly BlockOf<"headline">[],
  language: Language,
): void {
  for (let from = 0; from < headlines.length; from += 4)
    addTexts(
      make(title),
      headlines
        .slice(from, from + 4)
        .flatMap((block) => [
          { text: block.text[language], options: { fontSize: 17, bold: true, breakLine: true } },
          ...figureLines(block, language),
        ]),
      language,
    );
}

/** Blocks in their order, headlines that follow one another together. */
function addBlocks(deck: Deck, make: (title: string) => Slide, chapter: Chapter, language: Language): void {
  let waiting: BlockOf<"headline">[] = [];
  const say = () => {
    addHeadlines(make, chapter.title[language], waiting, language);
    waiting = [];
  };
  for (const block of chapter.blocks) {
    if (block.kind === "headline") waiting.push(block);
    else {
      say();
      addBlock(deck, make, chapter, block, language);
    }
  }
  say();
}

export async function presentation(document: ReportDocument, language: Language): Promise<Buffer> {
  const text = textOf(language, "report").report;
  const format = formatOf(language);
  const deck = new pptxgen();
  deck.defineLayout({ name: "wide", width: wide.w, height: wide.h });
  deck.layout = "wide";
  deck.title = text.title(document);
  deck.theme = { headFontFace: faces[language], bodyFontFace: faces[language] };
  // Sections fold in the list of slides, so that a chapter is found among many.
  deck.addSection({ title: deck.title });
  const cover = deck.addSlide({ sectionTitle: deck.title });
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
    deck.addSection({ title: chapter.title[language] });
    const make = (title: string): Slide => {
      const slide = deck.addSlide({ sectionTitle: chapter.title[language] });
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
    addBlocks(deck, make, chapter, language);
  }
  return (await deck.write({ outputType: "nodebuffer" })) as Buffer;
}
