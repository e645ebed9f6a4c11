/** Amounts and points: their spread by role as a table. */
import { type Column, DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { QuestionResult } from "~/domain/report/question-results";
import type { Amounts } from "~/domain/report/tallies";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type Row = { id: string; text: string; role: ChainRole; of: Amounts };
type Figure = "lower" | "median" | "upper" | "mean";

export function AmountsResult({ question }: { question: Extract<QuestionResult, { kind: "amounts" }> }) {
  const text = useText("results").amounts;
  const format = useFormat();
  const language = useLanguage();
  const single = question.rows.length === 1;
  const rows = question.rows.flatMap(({ text: row, byRole }, index) =>
    question.roles.flatMap((role): Row[] => {
      const of = byRole[role];
      return of ? [{ id: `${index}/${role}`, text: row?.[language] ?? "", role, of }] : [];
    }),
  );
  const figure = (key: Figure): Column<Row> => ({
    key,
    header: text[key],
    numeric: true,
    cell: ({ of }) => format.number(of[key]),
  });
  const role: Column<Row> = { key: "role", header: text.role, cell: (row) => <RoleChip role={row.role} /> };
  return (
    <>
      {question.unit && <p className="text-muted text-sm">{text.unit({ unit: question.unit[language] })}</p>}
      <DataTable
        caption={question.title[language]}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          ...(single ? [role] : [{ key: "row", header: text.row, cell: (row: Row) => row.text }, role]),
          { key: "n", header: text.n, numeric: true, cell: ({ of }) => format.number(of.n) },
          figure("median"),
          figure("lower"),
          figure("upper"),
          figure("mean"),
          {
            key: "range",
            header: text.range,
            numeric: true,
            cell: ({ of }) => `${format.number(of.min)} – ${format.number(of.max)}`,
          },
        ]}
      />
      <MethodLink method="quartiles" />
    </>
  );
}
