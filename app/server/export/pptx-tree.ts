/** The need tree on slides, of shapes that can be moved and rewritten: a need a slide. */
import type pptxgen from "pptxgenjs";
import type { Language } from "~/domain/language";
import { type BlockOf, type TreeLeaf, treePart } from "~/domain/report/document/report-document";
import { colours, roleColours } from "./colours";
import { hex, linesOf } from "./pptx-page";
import { leafWords } from "./words";

type Deck = InstanceType<typeof pptxgen>;
type Slide = ReturnType<Deck["addSlide"]>;

const area = { x: 0.6, y: 1.45, w: 12.13, h: 5.05 };
const gap = 0.6;
const width = (area.w - 2 * gap) / 3;
const tie = 0.3;

function textsOf(leaf: TreeLeaf, language: Language) {
  const { what, name, detail, quotes } = leafWords(leaf, language);
  return [
    { text: what, size: 10, bold: false, colour: colours.muted },
    ...(name ? [{ text: name, size: 13, bold: true, colour: colours.ink }] : []),
    { text: detail, size: 10, bold: false, colour: colours.muted },
    ...quotes.map((text) => ({ text, size: 10, bold: false, colour: colours.ink })),
  ];
}

const heightOf = (leaf: TreeLeaf, language: Language) =>
  textsOf(leaf, language).reduce(
    (sum, { text, size }) => sum + (linesOf(text, size, width - 0.3) * size * 1.25) / 72,
    0.2,
  );

function addCard(
  slide: Slide,
  leaf: TreeLeaf,
  { x, y, h, scale }: { x: number; y: number; h: number; scale: number },
  { face, language }: { face: string; language: Language },
): void {
  const colour = hex(roleColours[leaf.role]);
  slide.addText(
    textsOf(leaf, language).map(({ text, size, bold, colour: ink }) => ({
      text,
      options: { fontSize: Math.max(7, size * scale), bold, color: hex(ink), breakLine: true },
    })),
    {
      ...{ x, y, w: width, h, shape: "rect", fontFace: face, valign: "top", fit: "shrink" },
      ...{ fill: { color: "FFFFFF" }, line: { color: hex(colours.line), width: 0.75 } },
      margin: [10, 6, 4, 4],
    },
  );
  slide.addShape("rect", { x, y, w: 0.06, h, fill: { color: colour } });
  const part = treePart(leaf);
  if (part !== null)
    slide.addShape("rect", {
      x,
      y: y + h - 0.05,
      w: width * Math.min(1, part),
      h: 0.05,
      fill: { color: colour },
    });
}

/** `make` begins a slide with its title. */
export function addTree(
  make: (title: string) => Slide,
  block: BlockOf<"tree">,
  looks: { face: string; language: Language },
): void {
  const { language, face } = looks;
  for (const { columns } of block.branches) {
    const shown = columns.filter((leaves) => leaves.length > 0);
    const slide = make(block.title[language]);
    const line = (x: number, y: number, w: number, h: number) =>
      slide.addShape("line", { x, y, w, h, line: { color: hex(colours.edge), width: 1.25 } });
    shown.forEach((leaves, at) => {
      const wanted = leaves.map((leaf) => heightOf(leaf, language));
      const all = wanted.reduce((sum, one) => sum + one + 0.12, -0.12);
      const scale = Math.min(1, area.h / all);
      const x = area.x + at * (width + gap);
      let y = area.y;
      leaves.forEach((leaf, index) => {
        const h = wanted[index]! * scale;
        if (at > 0) {
          line(x - gap / 2, y + tie * scale, gap / 2, 0);
          if (index === 0) line(x - gap, area.y + tie * scale, gap / 2, 0);
          else line(x - gap / 2, area.y + tie * scale, 0, y - area.y);
        }
        addCard(slide, leaf, { x, y, h, scale }, looks);
        y += h + 0.12 * scale;
      });
    });
    slide.addText(block.note[language], {
      ...{ x: area.x, y: 6.6, w: area.w, h: 0.4, fontSize: 10, color: hex(colours.muted), fontFace: face },
    });
  }
}
