/** Questions asked once per item, feature, product or price, drawn as one. */
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { KanoFeature } from "~/domain/report/kano-features";
import type { ComparedCell, ComparedRow } from "~/domain/report/products";
import type { QuestionResult } from "~/domain/report/question-results";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { fewestForShare, totalOf, useShareWords } from "./role-series";

type Of<K extends QuestionResult["kind"]> = Extract<QuestionResult, { kind: K }>;

/** Best minus worst, most important item first. */
export function BestWorstResult({ question }: { question: Of<"best-worst"> }) {
  const text = useText("results").bestWorst;
  const words = useText("roles");
  const language = useLanguage();
  const format = useFormat();
  const roles = question.roles.filter((role) => question.items.some(({ byRole }) => byRole[role]));
  const [first] = roles;
  const scoreOf = (item: (typeof question.items)[number]) => (first && item.byRole[first]?.score) ?? 0;
  const items = question.items.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const [top, last] = [items[0], items.at(-1)];
  return (
    <>
      <Chart
        title={
          top && last ? text.finding({ top: top.text[language], last: last.text[language] }) : text.score
        }
        n={totalOf(question)}
        companies={question.companies}
        range={[-1, 1]}
        data={{
          kind: "bar",
          horizontal: true,
          categoryAxis: text.item,
          categories: items.map((item) => item.text[language]),
          valueAxis: text.score,
          unit: "number",
          series: roles.map((role) => ({
            label: words.plural[role],
            role,
            values: items.map(({ byRole }) => byRole[role]?.score ?? null),
          })),
        }}
      />
      <DataTable
        caption={text.table}
        captionHidden
        rows={items.flatMap((item) =>
          roles.flatMap((role) => {
            const of = item.byRole[role];
            return of ? [{ key: `${item.value}/${role}`, name: item.text[language], role, of }] : [];
          }),
        )}
        rowKey={({ key }) => key}
        columns={[
          { key: "item", header: text.item, cell: ({ name }) => name },
          ...(roles.length > 1
            ? [
                {
                  key: "role",
                  header: text.role,
                  cell: ({ role }: { role: ChainRole }) => <RoleChip role={role} />,
                },
              ]
            : []),
          { key: "best", header: text.best, numeric: true, cell: ({ of }) => format.number(of.best) },
          { key: "worst", header: text.worst, numeric: true, cell: ({ of }) => format.number(of.worst) },
          { key: "shown", header: text.shown, numeric: true, cell: ({ of }) => format.number(of.shown) },
        ]}
      />
      <MethodLink method="maxdiff-counts" />
    </>
  );
}

const kanoOrder = ["M", "O", "A", "I", "R", "Q"] as const;

/** One row a feature: its category, whether that is certain, and the counts. */
export function KanoResult({ question }: { question: Of<"kano"> }) {
  const text = useText("results").kano;
  const format = useFormat();
  const language = useLanguage();
  const several = question.roles.length > 1;
  const rows = question.features.flatMap(({ feature, text: name, byRole }) =>
    question.roles.flatMap((role) => {
      const of = byRole[role];
      return of ? [{ key: `${feature}/${role}`, name: name[language], role, of }] : [];
    }),
  );
  const coefficient = (value: number | null) => (value === null ? "–" : format.number(value, 2));
  return (
    <>
      <DataTable
        caption={question.title[language]}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "feature", header: text.feature, cell: ({ name }) => name },
          ...(several
            ? [
                {
                  key: "role",
                  header: text.role,
                  cell: ({ role }: { role: ChainRole }) => <RoleChip role={role} />,
                },
              ]
            : []),
          {
            key: "category",
            header: text.category,
            cell: ({ of }: { of: KanoFeature }) =>
              of.n < fewestForShare ? (
                <span className="text-muted">{text.few}</span>
              ) : (
                <>
                  {text.categories[of.category]}
                  {!of.certain && <span className="block text-muted text-xs">{text.close}</span>}
                </>
              ),
          },
          { key: "better", header: text.better, numeric: true, cell: ({ of }) => coefficient(of.better) },
          { key: "worse", header: text.worse, numeric: true, cell: ({ of }) => coefficient(of.worse) },
          { key: "n", header: text.n, numeric: true, cell: ({ of }) => format.number(of.n) },
          ...kanoOrder.map((category) => ({
            key: category,
            header: text.categories[category],
            numeric: true,
            cell: ({ of }: { of: KanoFeature }) => format.number(of.counts[category] ?? 0),
          })),
        ]}
      />
      <MethodLink method="kano" />
    </>
  );
}

/** Features down, products across. */
export function ProductsResult({ question }: { question: Of<"products"> }) {
  const text = useText("results").products;
  const figure = useText("figure");
  const format = useFormat();
  const language = useLanguage();
  const shareWords = useShareWords();
  const written = (cell: ComparedCell | undefined) => {
    if (!question.numeric) return shareWords(cell?.share, true);
    return cell?.mean ? (
      <>
        {format.number(cell.mean.mean)}{" "}
        <span className="text-muted text-xs">{figure.n({ n: cell.mean.n })}</span>
      </>
    ) : (
      "–"
    );
  };
  type Row = ComparedRow & { key: string; role: ChainRole };
  const rows = question.rows.flatMap((row) =>
    question.roles.flatMap((role): Row[] =>
      row.cells.some((cell) => cell[role]) ? [{ ...row, key: `${row.feature}/${role}`, role }] : [],
    ),
  );
  return (
    <>
      <p className="mb-2 text-muted text-sm">
        {question.numeric ? text.means : text.shares({ answer: question.first[language] })}
      </p>
      <DataTable
        caption={question.title[language]}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "feature", header: text.feature, cell: (row) => row.text[language] },
          { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
          ...question.products.map((product, index) => ({
            key: product.value,
            header: product.text[language],
            numeric: true,
            cell: ({ cells, role }: Row) => written(cells[index]?.[role]),
          })),
        ]}
      />
      <MethodLink method={question.numeric ? "cluster-robust-mean" : "interval-by-company"} />
    </>
  );
}

/** Demand over price: the share that would buy, with its interval. */
export function LadderResult({ question }: { question: Of<"ladder"> }) {
  const text = useText("results").ladder;
  const words = useText("roles");
  const format = useFormat();
  const drawn = question.roles.filter((role) =>
    question.steps.some(({ byRole }) => (byRole[role]?.n ?? 0) >= fewestForShare),
  );
  const parts = drawn.flatMap((role) => {
    const [from, to] = [question.steps[0], question.steps.at(-1)];
    const [low, high] = [from?.byRole[role], to?.byRole[role]];
    if (!from || !to || !low || !high) return [];
    const [lowShare, highShare] = [format.percent(low.share), format.percent(high.share)];
    const prices = { from: format.number(from.price), to: format.number(to.price) };
    return [text.finding({ role: words.plural[role], ...prices, low: lowShare, high: highShare })];
  });
  if (parts.length === 0) return <p className="text-muted">{text.few}</p>;
  return (
    <>
      <Chart
        title={parts.join(" ")}
        n={totalOf(question)}
        companies={question.companies}
        data={{
          kind: "bar",
          categoryAxis: text.price,
          categories: question.steps.map(({ price }) => format.number(price)),
          valueAxis: text.share,
          unit: "percent",
          series: drawn.map((role) => ({
            label: words.plural[role],
            role,
            values: question.steps.map(({ byRole }) => byRole[role]?.share ?? null),
            intervals: question.steps.map(({ byRole }) => byRole[role]?.interval ?? null),
          })),
        }}
      />
      <p className="text-muted text-xs">{text.note}</p>
      <MethodLink method="gabor-granger" />
    </>
  );
}
