import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import type { FeatureMeasure } from "~/domain/competitors/feature-measure";
import type { CellContent, CellMark, Support } from "~/domain/competitors/matrix-cell";
import { readPastedAmount, readPastedCell } from "~/domain/competitors/matrix-text";
import { parseDelimited } from "~/domain/csv";
import { useLanguage, useText } from "~/i18n/use-text";
import { AmountEditor } from "./amount-editor";
import { MeasureWords } from "./amount-field";
import { CellFace } from "./cell-mark";
import type { MatrixFeature, Vendor } from "./matrix";
import { type CellEdit, type Conflict, cellKey, type GridCell, unwritten } from "./use-cells";

type Place = { row: number; column: number };

type MatrixGridProps = {
  groups: readonly { category: string; features: readonly MatrixFeature[] }[];
  /** The features of all groups, one after the other. */
  rows: readonly MatrixFeature[];
  vendors: readonly Vendor[];
  cells: ReadonlyMap<string, GridCell>;
  conflicts: ReadonlyMap<string, Conflict>;
  place: Place;
  onPlace: (place: Place) => void;
  marksOf: (cell: GridCell) => CellMark[];
  edit: (edits: readonly CellEdit[]) => void;
  onPasted: (outcome: { n: number; skipped: number }) => void;
  /** The id of what shows the cell at hand; Enter goes there. */
  panel: string;
};

const steps: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -Infinity },
  End: { row: 0, column: Infinity },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
};

const supportKeys: Record<string, Support> = { y: "yes", p: "partial", n: "no", "?": "unknown" };
/** While a Chinese input method is on, a key says "Process"; its place on the keyboard still tells the letter. */
const lettersByPlace: Record<string, string> = { KeyY: "y", KeyP: "p", KeyN: "n", Slash: "?" };

function letterOf({ key, code }: KeyboardEvent): string {
  if (key.length === 1) return key.normalize("NFKC").toLowerCase();
  return key === "Process" ? (lettersByPlace[code] ?? /^Digit(\d)$/.exec(code)?.[1] ?? "") : "";
}

const empties = ({ key }: KeyboardEvent) => key === "Delete" || key === "Backspace";

/** What a key does to a judged cell; null when it is none of the editor's. */
function changeOf(event: KeyboardEvent): Partial<CellContent> | null {
  if (empties(event)) return { support: "unknown", quality: null };
  const letter = letterOf(event);
  const support = supportKeys[letter];
  if (support) return { support };
  if (/^[1-5]$/.test(letter)) return { quality: Number(letter) };
  return letter === "0" ? { quality: null } : null;
}

const within = (n: number, length: number) => Math.min(length - 1, Math.max(0, n));

type CellProps = {
  cell: GridCell;
  row: number;
  column: number;
  current: boolean;
  disputed: boolean;
  measure: FeatureMeasure | null;
  /** Stands in the cell while an amount is typed. */
  editor: ReactNode;
  marksOf: (cell: GridCell) => CellMark[];
};

// A matrix holds hundreds of cells; a key changes one or two of them.
const Cell = memo(function Cell({
  cell,
  row,
  column,
  current,
  disputed,
  measure,
  editor,
  marksOf,
}: CellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid that is walked by arrow keys takes the focus (WAI-ARIA grid pattern).
      role="gridcell"
      tabIndex={current ? 0 : -1}
      aria-selected={current}
      data-row={row}
      data-column={column}
      className={`h-10 min-w-16 cursor-default border-line border-b px-2 text-center -outline-offset-2 ${current ? "bg-sunken" : ""} ${disputed ? "bg-caution-soft" : ""}`}
    >
      {editor ?? <CellFace cell={cell} measure={measure} marks={marksOf(cell)} />}
    </td>
  );
});

/** The matrix as a grid that is walked and filled by keyboard. */
export function MatrixGrid(props: MatrixGridProps) {
  const { groups, rows, vendors, cells, conflicts, place, onPlace, marksOf, edit, onPasted, panel } = props;
  const all = useText("competitors");
  const language = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const [typing, setTyping] = useState<(Place & { typed: string }) | null>(null);
  const placeOf = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
    return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  };
  const focusCell = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
  const keyAt = ({ row, column }: Place) => ({
    featureId: rows[row]?.id ?? "",
    vendor: vendors[column]?.key ?? "",
  });

  useEffect(() => {
    const aside = document.getElementById(panel);
    const back = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Escape")
        table.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
    };
    aside?.addEventListener("keydown", back);
    return () => aside?.removeEventListener("keydown", back);
  }, [panel]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const column = within(at.column + step.column, vendors.length);
      return focusCell({ row: within(at.row + step.row, rows.length), column });
    }
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      const fields = ["input:checked", "input"].map((one) => `#${panel} ${one}`);
      const field = fields.flatMap((one) => document.querySelector<HTMLElement>(one) ?? [])[0];
      return field?.focus();
    }
    if (rows[at.row]?.measure) {
      const typed = letterOf(event);
      if (empties(event)) edit([{ ...keyAt(at), change: { amount: null } }]);
      else if (/^[\d.]$/.test(typed)) setTyping({ ...at, typed });
      else return;
      return event.preventDefault();
    }
    const change = changeOf(event);
    if (!change) return;
    event.preventDefault();
    edit([{ ...keyAt(at), change }]);
  };

  const endTyping = (at: Place) => (amount: number | null | undefined, move: boolean) => {
    setTyping(null);
    if (amount !== undefined) edit([{ ...keyAt(at), change: { amount } }]);
    const down = move && amount !== undefined ? 1 : 0;
    if (move) focusCell({ row: within(at.row + down, rows.length), column: at.column });
  };

  const onPaste = (event: ClipboardEvent) => {
    const at = placeOf(event.target);
    const block = parseDelimited(event.clipboardData.getData("text/plain"), "\t");
    if (!at || block.length === 0) return;
    event.preventDefault();
    let skipped = 0;
    const edits = block.flatMap((line, down) =>
      line.flatMap((typed, across): CellEdit[] => {
        const { featureId, vendor } = keyAt({ row: at.row + down, column: at.column + across });
        const read = rows[at.row + down]?.measure ? readPastedAmount : readPastedCell;
        const change = read(typed);
        if (!change || !featureId || !vendor) {
          skipped++;
          return [];
        }
        return Object.keys(change).length > 0 ? [{ featureId, vendor, change }] : [];
      }),
    );
    edit(edits);
    onPasted({ n: edits.length, skipped });
  };

  let row = -1;
  return (
    <div className="max-h-[75vh] overflow-auto rounded-md border border-line print:max-h-none">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys is a grid.
        role="grid"
        aria-label={all.matrix.caption}
        className="w-full border-separate border-spacing-0 text-sm"
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={({ target }) => {
          const at = placeOf(target);
          if (at && (at.row !== place.row || at.column !== place.column)) onPlace(at);
        }}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-10 border-edge border-b bg-surface px-3 py-2 text-start"
            >
              {all.matrix.feature}
            </th>
            {vendors.map(({ key, name }) => (
              <th
                key={key}
                scope="col"
                className="sticky top-0 max-w-32 border-edge border-b bg-surface px-2 py-2 text-center align-bottom font-medium"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ category, features }) => (
            <Fragment key={category}>
              {(category || groups.length > 1) && (
                <tr>
                  <th
                    scope="colgroup"
                    colSpan={vendors.length + 1}
                    className="border-line border-b bg-sunken px-3 py-1.5 text-start font-medium text-muted"
                  >
                    {category || all.features.noCategory}
                  </th>
                </tr>
              )}
              {features.map(({ id, name, description, measure }) => {
                row++;
                const own = row;
                return (
                  <tr key={id}>
                    <th
                      scope="row"
                      title={description || undefined}
                      className="sticky left-0 min-w-40 max-w-64 border-line border-b bg-surface px-3 py-2 text-start font-medium"
                    >
                      {name[language]}
                      {measure && <MeasureWords measure={measure} />}
                    </th>
                    {vendors.map(({ key: vendor }, column) => {
                      const key = cellKey(id, vendor);
                      return (
                        <Cell
                          key={vendor}
                          cell={cells.get(key) ?? unwritten}
                          row={own}
                          column={column}
                          current={own === place.row && column === place.column}
                          disputed={conflicts.has(key)}
                          measure={measure}
                          editor={
                            typing?.row === own && typing.column === column ? (
                              <AmountEditor
                                label={all.matrix.amountOf({
                                  feature: name[language],
                                  unit: measure?.unit ?? "",
                                })}
                                initial={typing.typed}
                                onDone={endTyping({ row: own, column })}
                              />
                            ) : null
                          }
                          marksOf={marksOf}
                        />
                      );
                    })}
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
