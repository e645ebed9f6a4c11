import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { useText } from "~/i18n/use-text";

type Refused = { row: number; problem: string; field: string; value: string };

/** Rows of a file that cannot be used, each with its number, its field and what it says. */
export function RefusedRows({ rows, total }: { rows: readonly Refused[]; total: number }) {
  const text = useText("people").import;
  const problems = new Map<string, string>(Object.entries(text.rowProblems));
  const fields = new Map<string, string>(Object.entries(text.fields));
  return (
    <Section title={text.refusedTitle}>
      <DataTable
        caption={text.refusedTitle}
        captionHidden
        rows={rows}
        rowKey={({ row }) => row}
        columns={[
          { key: "row", header: text.row, cell: ({ row }) => row },
          { key: "problem", header: text.problem, cell: ({ problem }) => problems.get(problem) ?? "" },
          { key: "field", header: text.means, cell: ({ field }) => fields.get(field) ?? "" },
          { key: "value", header: text.value, cell: ({ value }) => value || "–" },
        ]}
      />
      {total > rows.length && (
        <p className="mt-2 text-muted text-sm">{text.more({ n: total - rows.length })}</p>
      )}
    </Section>
  );
}
