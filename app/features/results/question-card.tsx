/** One question: its wording, who answered, and its distribution by role. */
import { Chart } from "~/components/chart";
import { type Column, DataTable } from "~/components/data-table";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { LocalText } from "~/domain/language";
import type { Amounts, OptionResult, QuestionResult } from "~/domain/report/question-results";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { findingOf, shareSeries } from "./role-series";
import { TextAnswers } from "./text-answers";

type Of<K extends QuestionResult["kind"]> = Extract<QuestionResult, { kind: K }>;
const total = ({ answered }: QuestionResult) => Object.values(answered).reduce((sum, n) => sum + n, 0);

function Options({ question }: { question: Of<"options"> }) {
  const text = useText("results");
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  const means = question.means;
  return (
    <>
      <Chart
        title={findingOf(question, { language, words, text, format }) || text.nobody}
        n={total(question)}
        data={{
          kind: "bar",
          horizontal: true,
          categoryAxis: question.title[language],
          categories: question.options.map((option) => option.text[language]),
          valueAxis: text.share,
          unit: "percent",
          series: shareSeries(question.roles, question.options, words),
        }}
      />
      {means && (
        <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
          <span className="text-muted">{text.mean}</span>
          {question.roles.map((role) => (
            <span key={role} className="tabular-nums">
              {words.plural[role]} {means[role] === undefined ? "–" : format.number(means[role])}
            </span>
          ))}
        </p>
      )}
      {question.several && <p className="mt-1 text-muted text-xs">{text.several}</p>}
    </>
  );
}

type GridRow = {
  id: string;
  text: LocalText;
  role: ChainRole;
  n: number;
  options: OptionResult[];
  mean?: number;
};

function Grid({ question }: { question: Of<"grid"> }) {
  const text = useText("results");
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  const numeric = question.rows.some(({ means }) => means !== null);
  const rows = question.rows.flatMap(({ text: row, options, means }, index) =>
    question.roles.map((role) => ({
      id: `${index}/${role}`,
      text: row,
      role,
      options,
      n: options.find(({ byRole }) => byRole[role])?.byRole[role]?.n ?? 0,
      mean: means?.[role],
    })),
  );
  const columns: Column<GridRow>[] = [
    { key: "row", header: text.grid.row, cell: (row) => row.text[language] },
    { key: "role", header: text.grid.role, cell: ({ role }) => <RoleChip role={role} /> },
    { key: "n", header: text.grid.n, numeric: true, cell: ({ n }) => format.number(n) },
    ...(numeric
      ? [
          {
            key: "mean",
            header: text.grid.mean,
            numeric: true,
            cell: ({ mean }: GridRow) => (mean === undefined ? "–" : format.number(mean)),
          },
        ]
      : []),
    ...(question.rows[0]?.options ?? []).map((option, index) => ({
      key: option.value,
      header: option.text[language],
      numeric: true,
      cell: ({ options, role, n }: GridRow) => {
        const share = options[index]?.byRole[role];
        if (!share || share.n === 0) return "–";
        return n < 5 ? `${share.count}/${share.n}` : format.percent(share.share);
      },
    })),
  ];
  const drawn = question.roles.filter((role) => rows.some((row) => row.role === role && row.n >= 5));
  return (
    <>
      {numeric && drawn.length > 0 && (
        <Chart
          title={question.title[language]}
          n={total(question)}
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
              values: question.rows.map(({ means }) => means?.[role] ?? null),
            })),
          }}
        />
      )}
      <details open={!numeric}>
        <summary className="min-h-9 text-muted text-sm">{text.share}</summary>
        <DataTable
          caption={question.title[language]}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </details>
    </>
  );
}

type AmountRow = { id: string; text: string; role: ChainRole; of: Amounts };

function AmountTable({ question }: { question: Of<"amounts"> }) {
  const text = useText("results").amounts;
  const format = useFormat();
  const language = useLanguage();
  const rows = question.rows.flatMap(({ text: row, byRole }, index) =>
    question.roles.flatMap((role): AmountRow[] => {
      const of = byRole[role];
      return of ? [{ id: `${index}/${role}`, text: (row ?? question.title)[language], role, of }] : [];
    }),
  );
  const figure = (key: Exclude<keyof Amounts, "n" | "min" | "max">): Column<AmountRow> => ({
    key,
    header: text[key],
    numeric: true,
    cell: ({ of }) => format.number(of[key]),
  });
  return (
    <DataTable
      caption={question.title[language]}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "row", header: text.row, cell: ({ text: row }) => row },
        { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
        { key: "n", header: text.n, numeric: true, cell: ({ of }) => format.number(of.n) },
        figure("lower"),
        figure("median"),
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
  );
}

/** Draws a question as its answers ask for. `responses` is the address of the list of responses. */
export function QuestionCard({ question, responses }: { question: QuestionResult; responses: string }) {
  const text = useText("results");
  const words = useText("roles");
  const language = useLanguage();
  const parts = question.roles.map((role) =>
    text.roleCount({ role: words.plural[role], n: question.answered[role] ?? 0 }),
  );
  return (
    <article className="border-line border-t py-6 first:border-t-0 first:pt-0">
      <h3 className="text-base">{question.title[language]}</h3>
      <p className="mb-4 text-muted text-sm">{text.answeredBy({ parts: parts.join(" · ") })}</p>
      {total(question) === 0 ? (
        <p className="text-muted">{text.nobody}</p>
      ) : question.kind === "options" ? (
        <Options question={question} />
      ) : question.kind === "grid" ? (
        <Grid question={question} />
      ) : question.kind === "amounts" ? (
        <AmountTable question={question} />
      ) : (
        <TextAnswers question={question} responses={responses} />
      )}
    </article>
  );
}
