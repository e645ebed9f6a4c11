/** What is said in words on slides: as much together as a slide holds, the statements large and what they rest on beneath. */
import type pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import type { Block, DocFigure } from "~/domain/report/document/report-document";
import { textOf } from "~/i18n/text";
import { colours } from "./colours";
import { faces, hex, inner, linesOf, margin } from "./pptx-page";
import { briefWords, figureLine, figureWords, insightWords, lampWords, unknownWords } from "./words";

type Slide = ReturnType<InstanceType<typeof pptxgen>["addSlide"]>;
type Line = { text: string; size: number; bold?: boolean; quiet?: boolean; first?: boolean };

const room = 5.3;
/** In points, before each statement. */
const gap = 10;

const heading = (text: string, size = 18): Line => ({ text, size, bold: true, first: true });
const under = (text: string, size = 13): Line => ({ text, size, quiet: true });

function figureLines(figures: readonly DocFigure[], language: Language): Line[] {
  return figures.map((figure) => under(figureLine(figure, language)));
}

/** A block in lines, one statement after another; null for what is drawn, or has a title of its own. */
export function linesIn(block: Block, language: Language): Line[] | null {
  switch (block.kind) {
    case "headline":
      return [heading(block.text[language]), ...figureLines(block.figures, language)];
    case "insight": {
      const { statement, lines, figures } = insightWords(block.insight, language);
      return [
        heading(statement),
        ...figures.map((text) => under(text)),
        ...lines.map((text) => under(text, 12)),
      ];
    }
    case "lamps": {
      const states = textOf(language, "results").pmf.lampState;
      const { named } = textOf(language, "figure");
      return block.lamps.flatMap((lamp) => [
        heading(named({ name: lamp.name[language], said: states[lamp.state] })),
        ...lampWords(lamp, language).map((text) => under(text)),
      ]);
    }
    case "figures": {
      const { named } = textOf(language, "figure");
      return [
        ...(block.title ? [heading(block.title[language])] : []),
        ...block.figures.flatMap((figure) => {
          const { label, value, detail, verdict } = figureWords(figure, language);
          return [
            heading(named({ name: label, said: value })),
            ...[[verdict, detail].filter(Boolean).join(" · ")].filter(Boolean).map((text) => under(text)),
          ];
        }),
      ];
    }
    case "text":
      return [
        ...(block.title ? [heading(block.title[language])] : []),
        ...block.paragraphs.map((paragraph, at) => ({
          text: paragraph[language],
          size: block.quiet ? 12 : 16,
          first: at === 0,
        })),
      ];
    case "comment":
      return [{ text: block.text, size: 16, first: true }];
    default:
      return null;
  }
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, { text, size, first }) =>
      sum + (linesOf(text, size, inner - 0.2) * size * 1.3 + (first ? gap : 2)) / 72,
    0,
  );
}

export function addLines(slide: Slide, lines: readonly Line[], language: Language): void {
  slide.addText(
    lines.map(({ text, size, bold, quiet, first }, at) => ({
      text,
      options: {
        ...{ fontSize: size, bold, breakLine: true },
        ...(quiet && { color: hex(colours.muted) }),
        paraSpaceBefore: at === 0 ? 0 : first ? gap : 2,
      },
    })),
    {
      ...{ x: margin, y: 1.4, w: inner, h: 5.5, valign: "top", fit: "shrink" },
      ...{ fontFace: faces[language], color: hex(colours.ink) },
    },
  );
}

/** The lines of blocks that follow one another, a slide each. */
export function lineSlides(blocks: readonly (readonly Line[])[]): Line[][] {
  const slides: Line[][] = [];
  let left = 0;
  for (const lines of blocks) {
    const height = heightOf(lines);
    if (height <= left) slides.at(-1)!.push(...lines);
    else {
      slides.push([...lines]);
      left = room;
    }
    left -= height;
  }
  return slides;
}

type Titled = Extract<Block, { kind: "brief" | "unknowns" | "quoted" }>;

function titledLines(block: Titled, language: Language): Line[] {
  const names = textOf(language, "roles").chain;
  switch (block.kind) {
    case "brief":
      return block.answers.flatMap((one) => {
        const { question, answer, figures } = briefWords(one, language);
        return [
          { ...under(question), first: true },
          { text: answer, size: 18, bold: true },
          ...figures.map((text) => under(text)),
        ];
      });
    case "unknowns":
      return unknownWords(block, language).map((text) => ({ text, size: 18, first: true }));
    case "quoted":
      return block.quotes.flatMap(({ role, text }) => [{ text, size: 18, first: true }, under(names[role])]);
  }
}

/** Blocks with a slide to themselves, under their own title or else the chapter's. */
export function addTitled(
  make: (title: string) => Slide,
  block: Titled,
  { title, language }: { title: string; language: Language },
): void {
  addLines(make("title" in block ? block.title[language] : title), titledLines(block, language), language);
}
