/** Where new parts go: behind what is selected. */
import type { DraftEdit } from "./draft-change";
import { outlineOf, placeOf } from "./draft-outline";
import type { JsonObject, PathPart } from "./draft-tree";
import { newPage } from "./new-question";
import { drawEdits } from "./own-bank/insert-item";

type Path = readonly PathPart[];

/** Behind the selected question, at the end of the selected page or of the last one; null where there is no page. */
function placeFor(draft: unknown, selected: Path): { container: PathPart[]; at: number } | null {
  const rows = outlineOf(draft);
  const row = rows.find(({ path }) => path.join() === selected.join());
  if (row?.kind === "question") {
    const { container, at } = placeOf(row.path);
    return { container, at: at + 1 };
  }
  const page = row ?? rows.findLast(({ kind }) => kind === "page");
  return page ? { container: page.path, at: page.holds } : null;
}

/** The edit that puts in questions, on a page of their own where there is none, and what they draw. */
export function insertEdit(
  draft: unknown,
  selected: Path,
  elements: readonly JsonObject[],
  draws: readonly JsonObject[] = [],
): DraftEdit {
  const place = placeFor(draft, selected);
  const edits: DraftEdit[] = [
    ...drawEdits(draft, draws),
    ...(place ? [] : [{ edit: "insert-pages" as const, at: 0, pages: [newPage()] }]),
    { edit: "insert", ...(place ?? { container: ["pages", 0], at: 0 }), elements },
  ];
  return { edit: "all", edits };
}

/** The edit that puts in pages: behind the selected one, or behind them all. */
export function insertPagesEdit(
  draft: unknown,
  selected: Path,
  pages: readonly JsonObject[],
  draws?: readonly JsonObject[],
): DraftEdit {
  const [list, page] = selected;
  const at = list === "pages" && typeof page === "number" ? page + 1 : outlineOf(draft).length;
  return { edit: "insert-pages", at, pages, draws };
}
