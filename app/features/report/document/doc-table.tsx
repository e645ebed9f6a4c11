/** A table of the report: plain, or as a heat map in the colours of the roles. */
import { useState } from "react";
import { Button } from "~/components/button";
import { type Column as DataColumn, DataTable } from "~/components/data-table";
import type { BlockOf, Cell, Column } from "~/domain/report/document/report-document";
import { isCounted, numberIn } from "~/domain/report/document/report-document";
import type { Format } from "~/i18n/format";
import { type Language, useFormat, useLanguage, useText } from "~/i18n/use-text";

type Table = BlockOf<"table">;

function cellText(cell: Cell, { unit, digits }: Column, language: Language, format: Format): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "object" && !isCounted(cell)) return cell[language];
  const value = numberIn(cell);
  return value === null ? "–" : format.figure(value, unit ?? "number", digits);
}

const atFirst = 15;

function HeatCell({ value, role }: { value: number; role: Column["role"] }) {
  const text = useText("sharing").page;
  const format = useFormat();
  if (value === 0)
    return (
      <td className="border border-edge border-dashed text-center text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{text.zero}</span>
      </td>
    );
  const depth = Math.min(55, 12 + 11 * value);
  return (
    <td
      className="border border-surface text-center font-medium tabular-nums"
      style={{
        background: `color-mix(in srgb, var(--${role ?? "series-1"}) ${depth}%, var(--surface))`,
        printColorAdjust: "exact",
      }}
    >
      {format.number(value)}
    </td>
  );
}

/** Printed, it shows every row. */
function HeatMap({ table }: { table: Table }) {
  const language = useLanguage();
  const format = useFormat();
  const text = useText("sharing").page;
  const [all, setAll] = useState(false);
  const { columns, rows, title, note } = table;
  const folded = !all && rows.length > atFirst;
  const [first, ...rest] = columns;
  return (
    <>
      <h3 className="mb-2 font-semibold text-base">{title[language]}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="max-w-3xl sideways" aria-label={title[language]} tabIndex={0}>
        <table className="w-full border-separate border-spacing-x-1 border-spacing-y-0.5 text-sm">
          <caption className="sr-only">{title[language]}</caption>
          <thead>
            <tr>
              <th scope="col" className="py-1 pe-2 text-start align-bottom font-medium text-muted">
                {first?.header[language]}
              </th>
              {rest.map(({ header, role, unit }) => (
                <th
                  key={header.en}
                  scope="col"
                  className={`py-1 align-bottom font-medium text-muted text-xs ${role || unit ? "w-14 text-center sm:w-24" : "min-w-44 ps-3 text-start"}`}
                >
                  {header[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = null, ...cells], index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: two companies may share a name, and rows never move.
                key={index}
                className={folded && index >= atFirst ? "hidden print:table-row" : undefined}
              >
                <th scope="row" className="min-w-28 py-1.5 pe-2 text-start font-normal leading-snug">
                  {first && cellText(name, first, language, format)}
                </th>
                {cells.map((cell, at) => {
                  const column = rest[at];
                  return column?.unit ? (
                    <HeatCell key={column.header.en} value={numberIn(cell) ?? 0} role={column.role} />
                  ) : (
                    <td
                      key={column?.header.en}
                      className={`px-1 text-xs sm:text-sm ${column?.role ? "whitespace-nowrap text-center" : "ps-3"}`}
                    >
                      {column && cellText(cell, column, language, format)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note && <p className="mt-2 max-w-prose text-muted text-sm">{note[language]}</p>}
      {folded && (
        <Button
          className="mt-3 print:hidden [@media(scripting:none)]:hidden"
          size="small"
          onClick={() => setAll(true)}
        >
          {text.showRows({ n: rows.length })}
        </Button>
      )}
    </>
  );
}

type TableRow = { cells: readonly Cell[]; at: number };

export function ReportTable({ table }: { table: Table }) {
  const language = useLanguage();
  const format = useFormat();
  if (table.look === "heat") return <HeatMap table={table} />;
  const { columns, rows, title, note } = table;
  return (
    <>
      <DataTable
        caption={title[language]}
        rows={rows.map((cells, at) => ({ cells, at }))}
        rowKey={({ at }) => at}
        columns={columns.map(
          (column, at): DataColumn<TableRow> => ({
            key: String(at),
            header: column.header[language],
            numeric: column.unit !== undefined,
            cell: ({ cells }) => cellText(cells[at] ?? null, column, language, format),
          }),
        )}
      />
      {note && <p className="mt-2 max-w-prose text-muted text-sm">{note[language]}</p>}
    </>
  );
}
