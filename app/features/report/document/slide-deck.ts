/** What stands together on a slide: as much as a screen holds, and never two chapters. */
import type { Block, Chapter, ReportDocument } from "~/domain/report/document/report-document";

type Slide = { chapter: Chapter; blocks: readonly Block[] };

/** About so many lines a screen holds beneath the chapter's name. */
const room = 18;

/** About so many lines a block takes. */
function linesOf(block: Block): number {
  switch (block.kind) {
    case "headline":
      return 2 + 2.5 * block.figures.length + (block.role ? 1 : 0);
    case "insight":
      return 5;
    case "text":
      return block.paragraphs.length + 1;
    case "comment":
      return 2 + block.text.split("\n").length;
    case "unknowns":
      return 2 + 2 * block.unknowns.length;
    case "lamps":
      return block.lamps.some(({ figure }) => figure) ? 7 : 4;
    case "figures":
      return 2 + 6 * Math.ceil(block.figures.length / 2);
    case "quoted":
      return 2 + 2.5 * Math.ceil(block.quotes.length / 2);
    case "table":
      return 4 + 1.6 * block.rows.length;
    default:
      return room;
  }
}

/** A tree is shown a branch at a time; what repeats it as a table stays in the report. */
function shownOf(block: Block): Block[] {
  if (block.kind === "table" && block.look === "tree") return [];
  if (block.kind !== "tree") return [block];
  return block.branches.map((branch, at) => ({ ...block, key: `${block.key}/${at}`, branches: [branch] }));
}

export function slidesOf({ chapters }: ReportDocument): Slide[] {
  return chapters.flatMap((chapter) => {
    const slides: { chapter: Chapter; blocks: Block[] }[] = [];
    let left = 0;
    for (const block of chapter.blocks.flatMap(shownOf)) {
      const lines = linesOf(block);
      if (lines <= left) slides.at(-1)?.blocks.push(block);
      else {
        slides.push({ chapter, blocks: [block] });
        left = room;
      }
      left -= lines;
    }
    return slides;
  });
}
