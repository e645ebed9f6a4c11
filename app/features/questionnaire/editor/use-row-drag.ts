import { type DragEvent, type PointerEvent, useRef, useState } from "react";
import {
  holdsQuestions,
  isWithin,
  type OutlineRow,
  placeOf,
  samePath,
} from "~/domain/questionnaire/draft-outline";
import { type PathPart, pathText } from "~/domain/questionnaire/draft-tree";
import { useEditor } from "./editor-context";

type Path = readonly PathPart[];
export type Drop = { path: Path; where: "before" | "after" | "into" };

/** Where a dragged part would land on a row, or null where it may not. */
function dropAt(element: Element, y: number, row: OutlineRow, dragged: Path): Drop | null {
  if (isWithin(row.path, dragged)) return null;
  const { top, height } = element.getBoundingClientRect();
  const part = (y - top) / height;
  const isPage = dragged.length === 2;
  if (isPage !== (row.kind === "page")) return isPage ? null : { path: row.path, where: "into" };
  if (!isPage && holdsQuestions(row.part) && part > 0.3 && part < 0.7)
    return { path: row.path, where: "into" };
  return { path: row.path, where: part < 0.5 ? "before" : "after" };
}

/** So near to the edge of the screen the list moves along under the finger. */
const edge = 72;
const stride = 14;

/** Dragging rows: by mouse with the browser's own drag and drop, by finger or pen at the grip. */
export function useRowDrag(rows: readonly OutlineRow[], onMoved: () => void) {
  const { edit } = useEditor();
  const [drop, setDrop] = useState<Drop | null>(null);
  const dragged = useRef<Path | null>(null);
  // Rows are not drawn anew for what happens to others, so their handlers ask for the newest list.
  const newest = useRef(rows);
  newest.current = rows;

  const show = (to: Drop | null) =>
    setDrop((now) => (now && to && now.where === to.where && samePath(now.path, to.path) ? now : to));
  const end = () => {
    dragged.current = null;
    setDrop(null);
  };
  const land = (from: Path, to: Drop, row: OutlineRow) => {
    end();
    const { container, at } = placeOf(row.path);
    edit(
      to.where === "into"
        ? { edit: "move", path: from, container: row.path, at: row.holds }
        : { edit: "move", path: from, container, at: to.where === "before" ? at : at + 1 },
      { follow: true },
    );
    onMoved();
  };

  const onDrag = (event: DragEvent, row: OutlineRow) => {
    if (event.type === "dragstart") {
      dragged.current = row.path;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", String(row.part.name ?? ""));
      return;
    }
    const from = dragged.current;
    if (event.type === "dragend" || !from) return end();
    const to = dropAt(event.currentTarget, event.clientY, row, from);
    if (!to) return;
    event.preventDefault();
    if (event.type === "dragover") show(to);
    else land(from, to, row);
  };

  /** The grip holds the pointer, so that every event comes here whatever is under the finger. */
  const onGrip = (event: PointerEvent, row: OutlineRow) => {
    if (event.type === "pointerdown") {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = row.path;
      return;
    }
    const from = dragged.current;
    if (event.type === "pointercancel" || !from) return end();
    if (event.clientY < edge) window.scrollBy(0, -stride);
    if (event.clientY > window.innerHeight - edge) window.scrollBy(0, stride);
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-path]");
    const target = newest.current.find(({ path }) => under?.getAttribute("data-path") === pathText(path));
    const to = under && target ? dropAt(under, event.clientY, target, from) : null;
    if (event.type === "pointermove") return show(to);
    if (to && target) land(from, to, target);
    else end();
  };
  return { drop, onDrag, onGrip };
}
