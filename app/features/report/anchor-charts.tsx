/** The anchor block by role, and the decider–user gap. */
import { Chart } from "~/components/chart";
import { MethodLink } from "~/components/method-link";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { type AnchorRow, foremostOf } from "~/domain/report/anchor-profile";
import { useLanguage, useText } from "~/i18n/use-text";

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
  const language = useLanguage();
  const roles = rolesIn(rows);
  const finding = about === "importance" ? text.findingPart : text.findingSatisfaction;
  const findings = roles.flatMap((role) => {
    const first = foremostOf(rows, role, about === "importance" ? "highest" : "lowest");
    return first ? [finding({ role: words.plural[role], attribute: first[language] })] : [];
  });
  const most = (role: ChainRole) => Math.max(0, ...rows.map(({ byRole }) => byRole[role]?.n ?? 0));
  return (
    <>
      <Chart
        title={findings.join(text.between) || (about === "importance" ? text.mean : text.meanSatisfaction)}
        n={roles.reduce((sum, role) => sum + most(role), 0)}
        companies={companies}
        range={[1, 5]}
        data={{
          kind: "dot",
          horizontal: true,
          categoryAxis: text.attribute,
          categories: rows.map(({ name }) => name[language]),
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
