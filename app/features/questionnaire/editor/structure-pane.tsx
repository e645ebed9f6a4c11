import {
  type DragEvent,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { type OutlineRow, placeOf, samePath } from "~/domain/questionnaire/draft-outline";
import { stepEdit } from "~/domain/questionnaire/draft-step";
import { type PathPart, pathText, readText } from "~/domain/questionnaire/draft-tree";
import { useLanguage, useText } from "~/i18n/use-text";
import { useEditor } from "./editor-context";
import { type Drop, useRowDrag } from "./use-row-drag";

type Path = readonly PathPart[];
const rowId = (path: Path) => `part-${pathText(path) || "survey"}`;

type RowProps = {
  row: OutlineRow;
  number: string;
  selected: boolean;
  collapsed: boolean | null;
  drop: Drop["where"] | null;
  onDrag(event: DragEvent, row: OutlineRow): void;
  onGrip(event: PointerEvent, row: OutlineRow): void;
};

const lines = {
  before: "shadow-[0_-2px_0_0_var(--accent)]",
  after: "shadow-[0_2px_0_0_var(--accent)]",
  into: "outline-2 outline-accent -outline-offset-2",
} as const;

const Row = memo(
  function Row({ row, number, selected, collapsed, drop, onDrag, onGrip }: RowProps) {
    const text = useText("editor").structure;
    const language = useLanguage();
    const { select } = useEditor();
    const { part, kind, depth, path } = row;
    const title = readText(part.title);
    const html = readText(part.html)
      [language].replace(/<[^>]*>/g, " ")
      .trim();
    const said = title[language] || title.en || title["zh-CN"] || html || String(part.name ?? "");
    const handle = (event: DragEvent) => onDrag(event, row);
    const grip = (event: PointerEvent) => onGrip(event, row);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around hears the keys of all its rows.
      <div
        id={rowId(path)}
        role="treeitem"
        aria-level={depth + 1}
        aria-selected={selected}
        aria-expanded={collapsed === null ? undefined : !collapsed}
        tabIndex={selected ? 0 : -1}
        data-path={pathText(path)}
        draggable
        onDragStart={handle}
        onDragOver={handle}
        onDrop={handle}
        onDragEnd={handle}
        onClick={() => select(path)}
        style={{ paddingInlineStart: `${0.5 + depth * 0.75}rem` }}
        className={`flex min-h-9 cursor-pointer scroll-my-24 [contain-intrinsic-size:auto_2.25rem] [content-visibility:auto] items-baseline gap-2 rounded-sm py-1.5 pe-2 text-sm aria-selected:bg-accent-soft ${kind === "page" ? "mt-2 font-semibold" : ""} ${drop ? lines[drop] : ""}`}
      >
        <span className="shrink-0 text-muted text-xs tabular-nums">{number}</span>
        <span className="line-clamp-2 min-w-0 flex-1 break-words">{said || text.untitled}</span>
        {part.isRequired === true && (
          <span className="shrink-0 text-muted" title={text.required}>
            *
          </span>
        )}
        {(part.visibleIf !== undefined || part.requiredIf !== undefined) && (
          <span className="shrink-0 text-muted text-xs">{text.conditional}</span>
        )}
        {/* Only for fingers: the keys and the bar's buttons move a row as well. */}
        <span
          aria-hidden="true"
          data-grip
          onClick={(event) => event.stopPropagation()}
          onPointerDown={grip}
          onPointerMove={grip}
          onPointerUp={grip}
          onPointerCancel={grip}
          className="-my-1.5 hidden w-11 shrink-0 touch-none select-none items-center justify-center self-stretch text-muted pointer-coarse:flex"
        >
          ⠿
        </span>
      </div>
    );
  },
  (a, b) =>
    a.row.part === b.row.part &&
    samePath(a.row.path, b.row.path) &&
    a.row.depth === b.row.depth &&
    a.number === b.number &&
    a.selected === b.selected &&
    a.collapsed === b.collapsed &&
    a.drop === b.drop,
);

type StructureProps = {
  draft: unknown;
  rows: readonly OutlineRow[];
  selected: Path;
  /** Changes when the focus should follow the selection. */
  jumps: number;
  search: string;
  onAdd(): void;
  onOpen(): void;
  onMoved(): void;
};

/** The pages and questions as a tree: walked and moved by keyboard, dragged by mouse. */
export function StructurePane({
  draft,
  rows,
  selected,
  jumps,
  search,
  onAdd,
  onOpen,
  onMoved,
}: StructureProps) {
  const text = useText("editor").structure;
  const { select, edit } = useEditor();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { drop, onDrag, onGrip } = useRowDrag(rows, onMoved);
  const lastJump = useRef(jumps);

  useEffect(() => {
    if (lastJump.current === jumps) return;
    lastJump.current = jumps;
    const row = document.getElementById(rowId(selected));
    row?.scrollIntoView({ block: "nearest" });
    row?.focus({ preventScroll: true });
  }, [jumps, selected]);

  const wanted = search.trim().toLowerCase();
  const matches = ({ part }: OutlineRow) =>
    [
      part.name,
      part.measure,
      ...Object.values(readText(part.title)),
      ...Object.values(readText(part.description)),
    ]
      .join("\n")
      .toLowerCase()
      .includes(wanted);
  const open = (row: OutlineRow) => row.kind === "page" || !closed.has(`page${row.page}`);
  const shown = wanted === "" ? rows.filter(open) : rows.filter(matches);

  const walk = (row: OutlineRow | undefined) => {
    if (!row) return;
    select(row.path);
    requestAnimationFrame(() => document.getElementById(rowId(row.path))?.focus());
  };
  const move = (direction: "up" | "down" | "in" | "out") => {
    const step = stepEdit(draft, selected, direction);
    if (!step) return;
    edit(step, { follow: true });
    onMoved();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = shown.findIndex(({ path }) => samePath(path, selected));
    const row = shown[at];
    const fold = (shut: boolean) => {
      const key = `page${row?.page}`;
      setClosed((before) => new Set(shut ? [...before, key] : [...before].filter((one) => one !== key)));
    };
    const arrows = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" } as const;
    const arrow = arrows[event.key as keyof typeof arrows];
    if (event.altKey && arrow) move(arrow);
    else if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key.toLowerCase() !== "d" || selected.length < 2) return;
      edit({ edit: "duplicate", path: selected }, { follow: true });
    } else if (event.key === "ArrowDown") walk(shown[at + 1]);
    else if (event.key === "ArrowUp") walk(shown[Math.max(0, at - 1)]);
    else if (event.key === "Home") walk(shown[0]);
    else if (event.key === "End") walk(shown.at(-1));
    else if (event.key === "ArrowLeft" && row?.kind === "page") fold(true);
    else if (event.key === "ArrowRight" && row?.kind === "page") fold(false);
    else if (event.key === "ArrowLeft" && row)
      walk(rows.find(({ path }) => samePath(path, placeOf(row.path).container)));
    else if (event.key === "Enter") onOpen();
    else if (event.key === "Delete" || event.key === "Backspace") {
      if (selected.length >= 2) edit({ edit: "remove", path: selected }, { follow: true });
    } else if (event.key === "+" || event.key === "Insert") onAdd();
    else return;
    event.preventDefault();
  };
  const elsewhere = !shown.some(({ path }) => samePath(path, selected));
  let questions = 0;
  const numbers = new Map(
    rows.map((row) => {
      if (row.kind === "page") return [row.path, text.page({ n: row.page + 1 })];
      questions += 1;
      return [row.path, String(questions)];
    }),
  );
  return (
    <>
      {wanted !== "" && (
        <p role="status" className="px-2 py-1 text-muted text-sm">
          {text.found({ n: shown.length })}
        </p>
      )}
      <div
        role="tree"
        aria-label={text.tree}
        onKeyDown={onKeyDown}
        className="pb-6"
        tabIndex={shown.length === 0 || elsewhere ? 0 : undefined}
        onFocus={(event) => event.target === event.currentTarget && walk(shown[0])}
      >
        {shown.map((row) => (
          <Row
            key={pathText(row.path)}
            row={row}
            number={numbers.get(row.path) ?? ""}
            selected={samePath(row.path, selected)}
            collapsed={row.kind === "page" ? closed.has(`page${row.page}`) : null}
            drop={drop && samePath(drop.path, row.path) ? drop.where : null}
            onDrag={onDrag}
            onGrip={onGrip}
          />
        ))}
      </div>
    </>
  );
}
