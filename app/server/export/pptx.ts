/** The report as slides: charts are PowerPoint's own, so that figures and colours can be edited. */
import pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import {
  type Block,
  type Chapter,
  hasCategories,
  type ReportDocument,
} from "~/domain/report/document/report-document";
import { formatOf } from "~/i18n/format";
import { textOf } from "~/i18n/text";
import { colours } from "./colours";
import { addCategoryChart, addPointChart } from "./pptx-chart";
import { type Marks, withMarks } from "./pptx-marks";
import { faces, hex, inner, margin, wide } from "./pptx-page";
import { addTable } from "./pptx-table";
import { addLines, addTitled, lineSlides, linesIn } from "./pptx-texts";
import { addTree } from "./pptx-tree";
import { aboutLines, chartNote, chartTable, plainTable, runningWords } from "./words";

type Deck = InstanceType<typeof pptxgen>;
type Slide = ReturnType<Deck["addSlide"]>;
/** With what is still to be drawn into its charts. */
type Begun = { deck: Deck; marks: Marks[] };

function addBlock(
  { deck, marks }: Begun,
  make: (title: string) => Slide,
  chapter: Chapter,
  block: Block,
  language: Language,
): void {
  const title = chapter.title[language];
  switch (block.kind) {
    case "chart": {
      const slide = make(block.title[language]);
      marks.push(
        hasCategories(block.chart)
          ? addCategoryChart(deck, slide, block.chart, block, language)
          : addPointChart(deck, slide, block.chart, block, language),
      );
      const { whiskers } = textOf(language, "figure").chart;
      const spread = marks.at(-1)!.series.some(({ whisker }) => whisker) && whiskers;
      slide.addText([chartNote(block, language), spread].filter(Boolean).join(" · "), {
        ...{
          x: margin,
          y: 6.68,
          w: inner,
          h: 0.3,
          fit: "shrink",
          fontSize: 11,
          color: hex(colours.muted),
          fontFace: faces[language],
        },
      });
      // The figures are in the notes too, as rows.
      const { columns, rows } = chartTable(block, language);
      slide.addNotes(
        [columns.map(({ header }) => header), ...rows.map((row) => row.map(({ text }) => text))]
          .map((row) => row.join("\t"))
          .join("\n"),
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
    case "unknowns":
    case "quoted":
      addTitled(make, block, { title, language });
      return;
  }
}

/** Blocks in their order, those in words together as far as a slide holds them. */
function addBlocks(begun: Begun, make: (title: string) => Slide, chapter: Chapter, language: Language): void {
  let waiting: NonNullable<ReturnType<typeof linesIn>>[] = [];
  const say = () => {
    for (const lines of lineSlides(waiting)) addLines(make(chapter.title[language]), lines, language);
    waiting = [];
  };
  for (const block of chapter.blocks) {
    const lines = linesIn(block, language);
    if (lines) waiting.push(lines);
    else {
      say();
      addBlock(begun, make, chapter, block, language);
    }
  }
  say();
}

export async function presentation(document: ReportDocument, language: Language): Promise<Uint8Array> {
  const text = textOf(language, "report").report;
  const format = formatOf(language);
  const deck = new pptxgen();
  const marks: Marks[] = [];
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
    addBlocks({ deck, marks }, make, chapter, language);
  }
  return withMarks((await deck.write({ outputType: "uint8array" })) as Uint8Array, marks, language);
}
