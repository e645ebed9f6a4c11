/** The anchor block by role, and the decider–user gap. */
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { anchorAttributes } from "~/domain/questionnaire/measures";
import type { AnchorRow } from "~/domain/report/anchor-profile";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

/** The attributes' names in the reader's language. */
export function useAttributeName() {
  const language = useLanguage();
  const names = new Map(anchorAttributes.map(({ value, name }) => [value, name[language]]));
  return (attribute: AnchorRow["attribute"]) => names.get(attribute) ?? attribute;
}

const rolesIn = (rows: readonly AnchorRow[]): ChainRole[] =>
  chainRoles.filter((role) => rows.some(({ byRole }) => byRole[role]));

/** Means of the eight items, a dot a role. */
export function AnchorChart({
  rows,
  about,
  companies,
}: {
  rows: readonly AnchorRow[];
  about: "importance" | "satisfaction";
  companies: number;
}) {
  const text = useText("report").chain;
  const words = useText("roles");
  const nameOf = useAttributeName();
  const roles = rolesIn(rows);
  const sign = about === "importance" ? 1 : -1;
  const finding = about === "importance" ? text.findingPart : text.findingSatisfaction;
  const findings = roles.flatMap((role) => {
    const [first] = rows
      .flatMap(({ attribute, byRole }) => (byRole[role] ? [{ attribute, mean: byRole[role].mean }] : []))
      .sort((a, b) => sign * (b.mean - a.mean));
    return first ? [finding({ role: words.plural[role], attribute: nameOf(first.attribute) })] : [];
  });
  const most = (role: ChainRole) => Math.max(0, ...rows.map(({ byRole }) => byRole[role]?.n ?? 0));
  return (
    <>
      <Chart
        title={findings.join(text.between)}
        n={roles.reduce((sum, role) => sum + most(role), 0)}
        companies={companies}
        range={[1, 5]}
        data={{
          kind: "dot",
          horizontal: true,
          categoryAxis: text.attribute,
          categories: rows.map(({ attribute }) => nameOf(attribute)),
          valueAxis: about === "importance" ? text.mean : text.meanSatisfaction,
          unit: "number",
          series: roles.map((role) => ({
            label: words.plural[role],
            role,
            values: rows.map(({ byRole }) => byRole[role]?.mean ?? null),
            intervals: rows.map(({ byRole }) => byRole[role]?.interval ?? null),
          })),
        }}
      />
      <MethodLink method="cluster-robust-mean" />
    </>
  );
}

/** The gap of each item with its interval and whether chance explains it. */
export function GapTable({ rows }: { rows: readonly AnchorRow[] }) {
  const text = useText("report").chain;
  const reasons = useText("reasons");
  const format = useFormat();
  const nameOf = useAttributeName();
  const signed = (gap: number) => `${gap > 0 ? "+" : ""}${format.number(gap, 2)}`;
  return (
    <DataTable
      caption={text.gapTitle}
      captionHidden
      rows={rows}
      rowKey={({ attribute }) => attribute}
      columns={[
        { key: "attribute", header: text.attribute, cell: ({ attribute }) => nameOf(attribute) },
        {
          key: "gap",
          header: text.gap,
          numeric: true,
          cell: ({ gap }) => (gap.ok ? signed(gap.value.gap) : "–"),
          sortBy: ({ gap }) => (gap.ok ? Math.abs(gap.value.gap) : null),
        },
        {
          key: "interval",
          header: text.interval,
          numeric: true,
          cell: ({ gap }) => (gap.ok ? format.range(gap.value.interval, "number", 2) : "–"),
        },
        {
          key: "pairs",
          header: text.pairs,
          numeric: true,
          cell: ({ gap }) => format.number(gap.ok ? gap.value.companies : Number(gap.detail?.companies ?? 0)),
        },
        {
          key: "judged",
          header: text.judged,
          cell: ({ gap, adjustedP }) =>
            !gap.ok
              ? reasons[gap.reason]
              : adjustedP !== null && adjustedP < 0.05
                ? text.certain
                : text.notCertain,
        },
      ]}
    />
  );
}
