import { type Key, type ReactNode, useId, useState } from "react";
import { useFormat, useText } from "~/i18n/use-text";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their cell, digit under digit. */
  numeric?: boolean;
  /** Makes the column sortable; a null comes last either way. */
  sortBy?: (row: Row) => string | number | null;
};

type Direction = "ascending" | "descending";
type Order = { key: string; direction: Direction };

type DataTableProps<Row> = {
  caption: string;
  /** Keep the caption for screen readers where a heading beside it already says the same. */
  captionHidden?: boolean;
  /** The first column is the header of its row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  empty?: ReactNode;
  initialOrder?: Order;
};

function sorted<Row>(
  rows: readonly Row[],
  by: Column<Row>["sortBy"],
  direction: Direction,
  compare: (a: string, b: string) => number,
) {
  if (!by) return rows;
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
  });
}

/** On a phone longer words would stand one a line, and whole sentences need more room still. */
const [long, sentence] = [12, 36];
const roomFor = (content: ReactNode, isFirst: boolean) => {
  const length = typeof content === "string" ? content.length : isFirst ? sentence : 0;
  return length > sentence ? "min-w-56" : length > long ? "min-w-36" : "min-w-20";
};

/** A table that scrolls inside itself where it is wider than the screen; what it is called stays where it is. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, empty, initialOrder } = props;
  const text = useText("shell").table;
  const { compare } = useFormat();
  const name = useId();
  const [order, setOrder] = useState(initialOrder);
  const ordering = columns.find(({ key }) => key === order?.key);
  const shown = sorted(rows, ordering?.sortBy, order?.direction ?? "ascending", compare);
  const turn = (key: string) =>
    setOrder({
      key,
      direction: order?.key === key && order.direction === "ascending" ? "descending" : "ascending",
    });

  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="sideways" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-sm" aria-labelledby={captionHidden ? undefined : name}>
        {captionHidden && <caption className="sr-only">{caption}</caption>}
        <thead>
          <tr className="border-edge border-b">
            {columns.map(({ key, header, numeric, sortBy }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sortBy && order?.key === key ? order.direction : undefined}
                className={`px-2 py-2 align-bottom font-medium sm:px-3 text-muted first:ps-0 last:pe-0 ${numeric ? "min-w-16 text-end" : "text-start"}`}
              >
                {sortBy ? (
                  <button
                    type="button"
                    title={text.sortBy({ column: header })}
                    onClick={() => turn(key)}
                    className={`min-h-6 font-medium hover:text-ink ${numeric ? "text-end" : "text-start"}`}
                  >
                    {header}
                    <span aria-hidden="true" className="inline-block w-[1.2em] text-center">
                      {order?.key !== key ? "↕" : order.direction === "ascending" ? "↑" : "↓"}
                    </span>
                  </button>
                ) : (
                  header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)} className="border-line border-b">
              {columns.map(({ key, cell, numeric }, index) => {
                const content = cell(row);
                const look = `px-2 py-2.5 align-top sm:px-3 first:ps-0 last:pe-0 ${numeric ? "text-end tabular-nums whitespace-nowrap" : `${roomFor(content, index === 0)} text-start sm:min-w-28`}`;
                return index === 0 ? (
                  <th key={key} scope="row" className={`font-medium ${look}`}>
                    {content}
                  </th>
                ) : (
                  <td key={key} className={look}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="py-4 text-muted">
                {empty ?? text.empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
  if (captionHidden) return table;
  return (
    <div className="min-w-0">
      <p id={name} className="pb-2 font-semibold text-base print:break-after-avoid-page">
        {caption}
      </p>
      {table}
    </div>
  );
}
