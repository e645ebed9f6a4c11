/** Who answered: by role, over time, by company, and where people stopped. */
import { Chart } from "~/components/chart";
import type { ChartData } from "~/components/chart-data";
import { type Column, DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { LocalText } from "~/domain/language";
import type { countBy, cumulativeByDay, PageDropOff, RoleTurnout } from "~/domain/report/who-answered";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export type WhoAnsweredData = {
  turnout: RoleTurnout[];
  /** A filter is on: nothing is known of those who have not finished. */
  filtered: boolean;
  days: ReturnType<typeof cumulativeByDay>;
  sizes: ReturnType<typeof countBy>;
  industries: ReturnType<typeof countBy>;
  /** Names of the values of size and industry. */
  names: Record<string, LocalText>;
  dropOff: { role: ChainRole; pages: PageDropOff[] }[];
};

function Turnout({ turnout, filtered }: Pick<WhoAnsweredData, "turnout" | "filtered">) {
  const text = useText("results").turnout;
  const format = useFormat();
  const startedColumns: Column<RoleTurnout>[] = [
    { key: "started", header: text.started, numeric: true, cell: (row) => format.number(row.started) },
    {
      key: "rate",
      header: text.rate,
      numeric: true,
      cell: (row) => format.percent(row.complete / row.started),
    },
  ];
  return (
    <DataTable
      caption={text.title}
      rows={turnout}
      rowKey={({ role }) => role}
      columns={[
        { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
        { key: "complete", header: text.complete, numeric: true, cell: (row) => format.number(row.complete) },
        {
          key: "companies",
          header: text.companies,
          numeric: true,
          cell: (row) => format.number(row.companies),
        },
        ...(filtered ? [] : startedColumns),
      ]}
    />
  );
}

/** Counts by role as stacked bars. */
function useStacked(turnout: readonly RoleTurnout[]) {
  const words = useText("roles");
  return (rows: readonly { byRole: Partial<Record<ChainRole, number>> }[]) =>
    turnout.map(({ role }) => ({
      label: words.plural[role],
      role,
      values: rows.map(({ byRole }) => byRole[role] ?? 0),
    }));
}

export function WhoAnswered({ turnout, filtered, days, sizes, industries, names, dropOff }: WhoAnsweredData) {
  const text = useText("results");
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  const series = useStacked(turnout);
  const complete = turnout.reduce((sum, row) => sum + row.complete, 0);
  const nameOf = (value: string | null) =>
    value === null ? text.notStated : (names[value]?.[language] ?? value);
  const byCompany = (axis: string, rows: WhoAnsweredData["sizes"]) => {
    const data: ChartData = {
      kind: "stacked",
      horizontal: true,
      categoryAxis: axis,
      categories: rows.map(({ value }) => nameOf(value)),
      valueAxis: text.turnout.complete,
      unit: "number",
      series: series(rows),
    };
    const sums = rows.map(({ value, byRole, companies }) => ({
      value,
      companies,
      n: Object.values(byRole).reduce((sum, each) => sum + each, 0),
    }));
    const [most] = sums.toSorted((a, b) => b.n - a.n);
    const finding = most && text.mostFrom({ name: nameOf(most.value), n: most.n, all: complete });
    const companies = sums.reduce((sum, row) => sum + row.companies, 0);
    return <Chart title={finding ?? axis} n={complete} companies={companies} data={data} />;
  };
  return (
    <div className="grid gap-10">
      <Turnout turnout={turnout} filtered={filtered} />
      <Chart
        title={text.time.title({ n: complete })}
        n={complete}
        data={{
          kind: "line",
          categoryAxis: text.time.day,
          categories: days.map(({ day }) => new Date(day).toISOString().slice(5, 10)),
          valueAxis: text.time.count,
          unit: "number",
          series: series(days),
        }}
      />
      {byCompany(text.size.axis, sizes)}
      {byCompany(text.industry.axis, industries)}
      {dropOff.map(({ role, pages }) => {
        const left = pages.filter((page) => page.left > 0);
        return (
          <Section key={role} level={3} title={text.dropOff.title({ role: words.plural[role] })}>
            {left.length === 0 ? (
              <p className="text-muted">{text.dropOff.none}</p>
            ) : (
              <DataTable
                caption={text.dropOff.title({ role: words.plural[role] })}
                captionHidden
                rows={left}
                rowKey={({ page }) => page}
                columns={[
                  {
                    key: "page",
                    header: text.dropOff.page,
                    cell: ({ title, page }) => title?.[language] ?? page,
                  },
                  {
                    key: "reached",
                    header: text.dropOff.reached,
                    numeric: true,
                    cell: (row) => format.number(row.reached),
                  },
                  {
                    key: "left",
                    header: text.dropOff.left,
                    numeric: true,
                    cell: (row) => format.number(row.left),
                  },
                ]}
              />
            )}
          </Section>
        );
      })}
    </div>
  );
}
