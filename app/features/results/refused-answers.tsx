import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import type { LocalText } from "~/domain/language";
import { useLanguage, useText } from "~/i18n/use-text";

export type RefusedAnswerRow = { row: number; item: string; code: string; cell: string };

/** Rows of a file of answers that cannot be used, each with its question and what it says there. */
export function RefusedAnswers({
  rows,
  titles,
  total,
}: {
  rows: readonly RefusedAnswerRow[];
  titles: Record<string, LocalText>;
  total: number;
}) {
  const text = useText("answerImport");
  const language = useLanguage();
  const problems = new Map<string, string>(Object.entries(text.rowProblems));
  const shown = new Set(rows.map(({ row }) => row)).size;
  return (
    <Section title={text.refusedTitle}>
      <DataTable
        caption={text.refusedTitle}
        captionHidden
        rows={rows}
        rowKey={({ row, item, code }) => `${row} ${item} ${code}`}
        columns={[
          { key: "row", header: text.row, cell: ({ row }) => row },
          { key: "question", header: text.question, cell: ({ item }) => titles[item]?.[language] ?? "–" },
          { key: "problem", header: text.problem, cell: ({ code }) => problems.get(code) ?? code },
          { key: "cell", header: text.cell, cell: ({ cell }) => cell || "–" },
        ]}
      />
      {total > shown && <p className="mt-2 text-muted text-sm">{text.more({ n: total - shown })}</p>}
    </Section>
  );
}
