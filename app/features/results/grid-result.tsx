/** A grid: means by role as dots where its columns are a scale, and every share in a table. */
import { Chart } from "~/components/chart";
import { type Column, DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { LocalText } from "~/domain/language";
import type { OptionResult, QuestionResult } from "~/domain/report/question-results";
import type { Mean } from "~/domain/report/tallies";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { fewestForShare, totalOf, useShareWords } from "./role-series";

type Question = Extract<QuestionResult, { kind: "grid" }>;
type Row = { id: string; text: LocalText; role: ChainRole; n: number; options: OptionResult[]; mean?: Mean };

function Means({ question }: { question: Question }) {
  const text = useText("results");
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  const drawn = question.roles.filter((role) =>
    question.rows.some(({ means }) => (means?.[role]?.n ?? 0) >= fewestForShare),
  );
  if (drawn.length === 0) return null;
  const tops = drawn.flatMap((role) => {
    const [top] = question.rows
      .flatMap(({ text: row, means }) => (means?.[role] ? [{ row, mean: means[role].mean }] : []))
      .sort((a, b) => b.mean - a.mean);
    return top
      ? [
          text.finding({
            role: words.plural[role],
            option: top.row[language],
            share: format.number(top.mean),
          }),
        ]
      : [];
  });
  const steps = question.rows[0]?.options.map(({ value }) => Number(value)).filter(Number.isFinite) ?? [];
  return (
    <Chart
      title={text.highest({ parts: tops.join(text.between) })}
      n={totalOf(question)}
      companies={question.companies}
      range={[Math.min(...steps), Math.max(...steps)]}
      data={{
        kind: "dot",
        horizontal: true,
        categoryAxis: text.grid.row,
        categories: question.rows.map((row) => row.text[language]),
        valueAxis: text.mean,
        unit: "number",
        series: drawn.map((role) => ({
          label: words.plural[role],
          role,
          values: question.rows.map(({ means }) => means?.[role]?.mean ?? null),
          intervals: question.rows.map(({ means }) => means?.[role]?.interval ?? null),
        })),
      }}
    />
  );
}

export function GridResult({ question }: { question: Question }) {
  const text = useText("results");
  const format = useFormat();
  const language = useLanguage();
  const share = useShareWords();
  const numeric = question.rows.some(({ means }) => means !== null);
  const rows = question.rows.flatMap(({ text: row, options, means }, index) =>
    question.roles.flatMap((role): Row[] => {
      const n = options.find(({ byRole }) => byRole[role])?.byRole[role]?.n ?? 0;
      return n > 0 ? [{ id: `${index}/${role}`, text: row, role, options, n, mean: means?.[role] }] : [];
    }),
  );
  const columns: Column<Row>[] = [
    { key: "row", header: text.grid.row, cell: (row) => row.text[language] },
    { key: "role", header: text.grid.role, cell: ({ role }) => <RoleChip role={role} /> },
    { key: "n", header: text.grid.n, numeric: true, cell: ({ n }) => format.number(n) },
    ...(numeric
      ? [
          {
            key: "mean",
            header: text.grid.mean,
            numeric: true,
            cell: ({ mean }: Row) => (mean ? format.number(mean.mean) : "–"),
          },
        ]
      : []),
    ...(question.rows[0]?.options ?? []).map((option, index) => ({
      key: option.value,
      header: option.text[language],
      numeric: true,
      cell: ({ options, role }: Row) => share(options[index]?.byRole[role]),
    })),
  ];
  const table = (
    <DataTable
      caption={question.title[language]}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
  if (!numeric)
    return (
      <>
        {table}
        <MethodLink method="interval-by-company" />
      </>
    );
  return (
    <>
      <Means question={question} />
      <details>
        <summary className="link inline-flex min-h-9 items-center text-muted text-sm">
          {text.gridShares}
        </summary>
        {table}
      </details>
      <p>
        <MethodLink method="cluster-robust-mean" />
      </p>
    </>
  );
}
