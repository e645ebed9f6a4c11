/** The need tree on paper: cards in three columns, each tied to what it lies behind. */
import type { Language } from "~/domain/language";
import type { BlockOf, TreeLeaf } from "~/domain/report/document/report-document";
import { treePart } from "~/domain/report/document/report-document";
import { colours, roleColours } from "./colours";
import { column, page, type Sheet, type Style } from "./pdf-sheet";
import { leafWords } from "./words";

const gap = 26;
const width = (column - 2 * gap) / 3;
const inset = 7;
const between = 7;
const textWidth = width - 2 * inset;
const barHeight = 3;

const styles = {
  what: { size: 7, colour: colours.muted, gap: 1 },
  name: { size: 9, face: "bold", gap: 2 },
  detail: { size: 7.5, colour: colours.muted, gap: 1 },
  quote: { size: 7.5, gap: 1 },
} as const satisfies Record<string, Style>;

type Line = { text: string; style: Style & { gap: number } };

function linesOf(leaf: TreeLeaf, language: Language): { head: Line[]; foot: Line[] } {
  const { what, name, detail, quotes } = leafWords(leaf, language);
  return {
    head: [{ text: what, style: styles.what }, ...(name ? [{ text: name, style: styles.name }] : [])],
    foot: [{ text: detail, style: styles.detail }, ...quotes.map((text) => ({ text, style: styles.quote }))],
  };
}

function heightOf(sheet: Sheet, leaf: TreeLeaf, language: Language): number {
  const { head, foot } = linesOf(leaf, language);
  const text = [...head, ...foot].reduce(
    (sum, line) => sum + sheet.heightOf(line.text, line.style, textWidth) + line.style.gap,
    0,
  );
  return text + 2 * inset + (treePart(leaf) === null ? 0 : barHeight + 3);
}

function drawCard(sheet: Sheet, leaf: TreeLeaf, language: Language, x: number, top: number): void {
  const { paper } = sheet;
  const height = heightOf(sheet, leaf, language);
  const { head, foot } = linesOf(leaf, language);
  paper.rect(x, top, width, height).lineWidth(0.6).stroke(colours.line);
  paper.rect(x, top, 3, height).fill(roleColours[leaf.role]);
  let y = top + inset;
  const write = ({ text, style }: Line) => {
    const tall = sheet.heightOf(text, style, textWidth);
    sheet.style(style);
    paper.text(text, x + inset + 2, y, { width: textWidth, lineGap: style.size * 0.18 });
    y += tall + style.gap;
  };
  head.forEach(write);
  const part = treePart(leaf);
  if (part !== null) {
    paper.rect(x + inset + 2, y, textWidth, barHeight).fill(colours.sunken);
    paper.rect(x + inset + 2, y, textWidth * Math.min(1, part), barHeight).fill(roleColours[leaf.role]);
    y += barHeight + 3;
  }
  foot.forEach(write);
}

const tie = 14;

export function drawTree(sheet: Sheet, block: BlockOf<"tree">, language: Language): void {
  const { paper } = sheet;
  const title = { size: 10.5, face: "bold" as const };
  block.branches.forEach(({ columns }, branch) => {
    const shown = columns.filter((leaves) => leaves.length > 0);
    const heights = shown.map((leaves) => leaves.map((leaf) => heightOf(sheet, leaf, language)));
    const tall = Math.max(...heights.map((own) => own.reduce((sum, one) => sum + one + between, 0)));
    sheet.need(tall + (branch === 0 ? sheet.heightOf(block.title[language], title) + 8 : 0));
    if (branch === 0) sheet.write(block.title[language], { ...title, gap: 6 });
    const top = sheet.y;
    shown.forEach((leaves, at) => {
      const x = page.left + at * (width + gap);
      let y = top;
      leaves.forEach((leaf, index) => {
        drawCard(sheet, leaf, language, x, y);
        if (at > 0) {
          const side = x - gap / 2;
          paper.lineWidth(0.9).strokeColor(colours.edge);
          paper.moveTo(side, y + tie).lineTo(x, y + tie);
          if (index === 0) paper.moveTo(x - gap, top + tie).lineTo(side, top + tie);
          else paper.moveTo(side, top + tie).lineTo(side, y + tie);
          paper.stroke();
        }
        y += (heights[at]?.[index] ?? 0) + between;
      });
    });
    sheet.y = top + tall + 10;
  });
  sheet.write(block.note[language], { size: 8, colour: colours.muted, gap: 12 });
}
