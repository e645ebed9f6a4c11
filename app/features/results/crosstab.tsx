import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { SelectField } from "~/components/field";
import { MethodLink } from "~/components/method-link";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { LocalText } from "~/domain/language";
import {
  type CrossCell,
  type Crosstab,
  fewestCompaniesInColumn,
  fewestInColumn,
} from "~/domain/report/crosstab";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { fewestForShare, useShareWords } from "./role-series";

export type OfferedVariable = { key: string; title: LocalText; part: LocalText | null };
export type CrosstabPageProps = {
  variables: readonly OfferedVariable[];
  row: string | null;
  columns: readonly string[];
  /** How many questions the address names that have no answers here. */
  lost: number;
  tables: readonly { column: string; table: Crosstab }[];
  /** The filter, kept when other questions are chosen. */
  kept: readonly (readonly [string, string])[];
};

/** So many questions one question is crossed by at once. */
const columnFields = [0, 1, 2];
const certain = 0.05;

function useVariableWords(variables: readonly OfferedVariable[]) {
  const text = useText("crosstab");
  const language = useLanguage();
  const words = ({ title, part }: OfferedVariable) =>
    part ? text.question({ title: title[language], part: part[language] }) : title[language];
  return {
    options: variables.map((one) => ({ value: one.key, label: words(one) })),
    nameOf: (key: string) => {
      const found = variables.find((one) => one.key === key);
      return found ? (found.part?.[language] ?? found.title[language]) : key;
    },
  };
}

/** What the table says, in a sentence and its figures. */
function Verdict({
  table,
  tables,
  row,
  column,
}: {
  table: Crosstab;
  tables: number;
  row: string;
  column: string;
}) {
  const text = useText("crosstab");
  const reasons = useText("reasons");
  const figure = useText("figure");
  const format = useFormat();
  const pWords = usePWords();
  const { test, adjustedP, n } = table;
  if (!test.ok)
    return (
      <p className="mb-3 text-muted text-sm">
        {figure.n({ n })} · {reasons[test.reason]}
      </p>
    );
  const p = adjustedP ?? test.value.p;
  const facts = [
    figure.n({ n }),
    text.p({ p: pWords(p), tables }),
    test.value.v !== null && text.strength({ v: format.number(test.value.v, 2) }),
    test.value.designEffect > 1.005 && text.effect({ d: format.number(test.value.designEffect, 2) }),
  ];
  return (
    <>
      <p className="font-semibold">{text.finding[p < certain ? "yes" : "no"]({ row, column })}</p>
      <p className="mb-3 text-muted text-sm tabular-nums">{facts.filter(Boolean).join(" · ")}</p>
    </>
  );
}

function usePWords() {
  const text = useText("crosstab");
  const format = useFormat();
  return (p: number) => (p < 0.001 ? text.smallP : `= ${format.number(p, 3)}`);
}

function Stands({ stands }: Pick<CrossCell, "stands">) {
  const text = useText("crosstab");
  if (!stands) return null;
  return (
    <span className={stands === "more" ? "text-positive" : "text-negative"}>
      <span aria-hidden="true">{stands === "more" ? "▲" : "▼"}</span>
      <span className="sr-only">{text[stands]}</span>{" "}
    </span>
  );
}

function Table({ table, row, column }: { table: Crosstab; row: string; column: string }) {
  const text = useText("crosstab");
  const language = useLanguage();
  const format = useFormat();
  const shareWords = useShareWords();
  type Row = Crosstab["rows"][number] & { index: number };
  const pWords = usePWords();
  const few = table.columns.filter(({ n }) => n < fewestInColumn);
  const fewCompanies = table.columns.filter(
    ({ n, companies }) => n >= fewestInColumn && companies < fewestCompaniesInColumn,
  );
  const sparse = table.cells.flat().some((cell) => cell.sparse);
  const columns: Column<Row>[] = [
    { key: "answer", header: text.answer, cell: (line) => line.text[language] },
    ...table.columns.map(
      (one, index): Column<Row> => ({
        key: one.value,
        header: text.columnOf({ text: one.text[language], n: one.n, companies: one.companies }),
        numeric: true,
        cell: (line) => {
          const cell = table.cells[line.index]?.[index];
          return (
            <>
              <Stands stands={cell?.stands ?? null} />
              {cell?.share?.interval && cell.share.n >= fewestForShare
                ? format.interval(cell.share.share, cell.share.interval)
                : shareWords(cell?.share)}
              {cell?.sparse && "*"}
              {cell?.stands && cell.p !== null && (
                <span className="block text-muted text-xs">{text.cellP({ p: pWords(cell.p) })}</span>
              )}
            </>
          );
        },
      }),
    ),
  ];
  return (
    <>
      {few.length > 0 && (
        <p className="mb-2 text-caution text-sm">
          {text.few({ columns: format.list(few.map((one) => one.text[language])), limit: fewestInColumn })}
        </p>
      )}
      {fewCompanies.length > 0 && (
        <p className="mb-2 text-caution text-sm">
          {text.fewCompanies({
            columns: format.list(fewCompanies.map((one) => one.text[language])),
            limit: fewestCompaniesInColumn,
          })}
        </p>
      )}
      <DataTable
        caption={text.caption({ row, column })}
        captionHidden
        rows={table.rows.map((line, index) => ({ ...line, index }))}
        rowKey={({ value }) => value}
        columns={columns}
      />
      {table.test.ok && (
        <p className="mt-2 max-w-prose text-muted text-sm">
          {table.test.value.method === "items" && text.items} {text.marks}{" "}
          {sparse && table.test.value.method !== "chi-square" && text.sparse[table.test.value.method]}
        </p>
      )}
    </>
  );
}

/** Chooses the questions, and shows a table for each that the first is crossed by. */
export function CrosstabPage({ variables, row, columns, lost, tables, kept }: CrosstabPageProps) {
  const text = useText("crosstab");
  const { options, nameOf } = useVariableWords(variables);
  return (
    <>
      <Form
        key={[row, ...columns].join(" ")}
        method="get"
        preventScrollReset
        className="grid max-w-3xl gap-4 print:hidden"
      >
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <SelectField
          name="row"
          label={text.row}
          options={options}
          empty={text.choose}
          defaultValue={row ?? ""}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          {columnFields.map((at) => (
            <SelectField
              key={at}
              id={`column-${at}`}
              name="column"
              label={text.column({ n: at + 1 })}
              options={options}
              empty={text.none}
              defaultValue={columns[at] ?? ""}
            />
          ))}
        </div>
        <div>
          <Button type="submit" look="primary">
            {text.show}
          </Button>
        </div>
      </Form>
      {lost > 0 && (
        <div className="mt-6">
          <Notice tone="warn">{text.lost({ n: lost })}</Notice>
        </div>
      )}
      {tables.length === 0 && <p className="mt-6 text-muted">{text.pick}</p>}
      {row !== null &&
        tables.map(({ column, table }) => (
          <Section key={column} title={text.finding.none({ row: nameOf(row), column: nameOf(column) })}>
            {table.n === 0 ? (
              <p className="text-muted">{text.nobody}</p>
            ) : (
              <>
                <Verdict
                  table={table}
                  tables={tables.filter((one) => one.table.test.ok).length}
                  row={nameOf(row)}
                  column={nameOf(column)}
                />
                <Table table={table} row={nameOf(row)} column={nameOf(column)} />
                <MethodLink method="crosstab" />
              </>
            )}
          </Section>
        ))}
    </>
  );
}
