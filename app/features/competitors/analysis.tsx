import { Link } from "@remix-run/react";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Comparison, StandingKind } from "~/domain/competitors/compare";
import type { FeatureMeasure } from "~/domain/competitors/feature-measure";
import type { FeatureWeight } from "~/domain/competitors/feature-weights";
import type { LocalText } from "~/domain/language";
import type { Outcome } from "~/domain/outcome";
import type { Share } from "~/domain/report/tallies";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { useAmountWords } from "./cell-mark";
import type { Vendor } from "./matrix";
import { type RefusedWeights, WeightForm } from "./weight-form";

export type AnalysedFeature = { id: string; name: LocalText; measure?: FeatureMeasure | null };
export type RoleAnalysis = {
  role: ChainRole;
  weights: readonly FeatureWeight[];
  /** The consistency ratio of what was compared in pairs; null where it no longer fits the features. */
  compared?: number | null;
  wins: Record<string, Share>;
  comparison: Comparison;
};
type AnalysisProps = {
  base: string;
  features: readonly AnalysedFeature[];
  vendors: readonly Vendor[];
  roles: readonly RoleAnalysis[];
  refused: RefusedWeights | null;
};

const standings: readonly StandingKind[] = [
  "gap",
  "unique",
  "ahead",
  "parity",
  "over-served",
  "behind",
  "unknown",
];

function Scores({ vendors, analysis }: { vendors: readonly Vendor[]; analysis: RoleAnalysis }) {
  const text = useText("competitors").analysis;
  const figure = useText("figure");
  const reasons = useText("reasons");
  const words = useText("roles");
  const format = useFormat();
  const { comparison, wins, role } = analysis;
  const { weighted, topsis, ahp, stability } = comparison;
  if (!weighted.ok) return <p className="text-muted">{reasons[weighted.reason]}</p>;
  const rows = vendors.map((vendor, index) => ({
    ...vendor,
    ...weighted.value.scores[index]!,
    key: vendor.key,
    name: vendor.name,
    index,
  }));
  const part = (outcome: Outcome<number[]>, index: number) =>
    outcome.ok ? format.number(outcome.value[index] ?? Number.NaN, 3) : figure.noValue;
  const winOf = (key: string) => {
    const share = wins[key];
    if (!share) return figure.noValue;
    if (!share.interval) return text.share({ k: share.count, n: share.n });
    return format.interval(share.share, share.interval, { count: share.n });
  };
  return (
    <DataTable
      caption={text.scoresOf({ role: words.plural[role] })}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      initialOrder={{ key: "score", direction: "descending" }}
      columns={[
        { key: "vendor", header: text.vendor, cell: ({ name }) => name },
        {
          key: "score",
          header: text.score,
          numeric: true,
          cell: ({ score }) => (score.ok ? format.percent(score.value) : figure.noValue),
          sortBy: ({ score }) => (score.ok ? score.value : null),
        },
        { key: "known", header: text.known, numeric: true, cell: ({ coverage }) => format.percent(coverage) },
        { key: "topsis", header: text.topsis, numeric: true, cell: ({ index }) => part(topsis, index) },
        { key: "ahp", header: text.ahp, numeric: true, cell: ({ index }) => part(ahp, index) },
        {
          key: "first",
          header: text.first,
          numeric: true,
          cell: ({ index }) =>
            stability.ok ? format.percent(stability.value.firstShare[index]?.share ?? 0) : figure.noValue,
        },
        { key: "wins", header: text.wins, numeric: true, cell: ({ key }) => winOf(key) },
      ]}
    />
  );
}

/** The share of the weight whose cells are known for a vendor. */
const knownOf = (weighted: Comparison["weighted"], vendor: string) =>
  weighted.ok ? (weighted.value.scores.find(({ name }) => name === vendor)?.coverage ?? 0) : 0;

/** Features by how we stand in them, the important ones first. */
function Standings({
  features,
  vendors,
  analysis,
}: Pick<AnalysisProps, "features" | "vendors"> & { analysis: RoleAnalysis }) {
  const text = useText("competitors").analysis;
  const language = useLanguage();
  const format = useFormat();
  const amountOf = useAmountWords();
  const featureOf = (id: string) => features.find((feature) => feature.id === id);
  const vendorOf = (key: string) => vendors.find((vendor) => vendor.key === key)?.name ?? key;
  return (
    <Section level={3} title={text.standingTitle}>
      <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
        {standings.map((kind) => {
          const own = analysis.comparison.standings.filter((standing) => standing.kind === kind);
          if (own.length === 0) return null;
          return (
            <div key={kind}>
              <h4 className="font-medium text-sm">{text.standing[kind]}</h4>
              <ul className="mt-1 grid gap-1">
                {own.map(({ featureId, ours, best, amounts }) => {
                  const { name, measure } = featureOf(featureId) ?? { name: null, measure: null };
                  const written = (score: number, amount: number | undefined) =>
                    measure && amount !== undefined ? amountOf(amount, measure) : format.percent(score);
                  return (
                    <li key={featureId}>
                      {name?.[language] ?? featureId}
                      {best && ours !== null && (
                        <span className="block text-muted text-sm">
                          {text.best({
                            vendor: vendorOf(best.vendor),
                            score: written(best.score, amounts?.best),
                            ours: written(ours, amounts?.ours),
                          })}
                        </span>
                      )}
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        })}
      </div>
    </Section>
  );
}

/** Says so where weights come from comparing in pairs, and leads there. */
function Pairs({ base, analysis: { role, compared } }: { base: string; analysis: RoleAnalysis }) {
  const text = useText("competition").pairs;
  const format = useFormat();
  const words =
    compared === null
      ? text.outdated
      : compared !== undefined && text.inUse({ ratio: format.number(compared, 3) });
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-1">
      {words}
      <Link to={`${base}/pairs/${role}`} className="link inline-flex min-h-9 items-center print:hidden">
        {text.open}
      </Link>
    </p>
  );
}

export function Analysis({ base, features, vendors, roles, refused }: AnalysisProps) {
  const text = useText("competitors").analysis;
  const words = useText("roles");
  const format = useFormat();
  return (
    <>
      <p className="mb-6 max-w-prose text-muted">{text.lead}</p>
      <Chart
        title={text.title}
        range={[0, 1]}
        data={{
          kind: "bar",
          horizontal: true,
          categoryAxis: text.vendor,
          categories: vendors.map(({ name }) => name),
          valueAxis: text.score,
          unit: "percent",
          series: roles.map(({ role, comparison: { weighted } }) => ({
            label: words.plural[role],
            role,
            values: vendors.map((_, index) => {
              const score = weighted.ok ? weighted.value.scores[index]?.score : undefined;
              return score?.ok ? score.value : null;
            }),
          })),
        }}
      />
      <p className="mt-2 max-w-prose text-muted text-sm">{text.method}</p>
      <p className="flex flex-wrap gap-x-4">
        <MethodLink method="weighted-sum" of={text.score} />
        <MethodLink method="topsis" of={text.topsis} />
        <MethodLink method="ahp" of={text.ahp} />
        <MethodLink method="rank-stability" of={text.first} />
        <MethodLink method="interval-by-company" of={text.wins} />
        <MethodLink method="cluster-robust-mean" of={text.weight} />
      </p>
      {roles.map((analysis) => {
        const { role, comparison, weights } = analysis;
        const { weighted, stability } = comparison;
        const first = weighted.ok && vendors.find(({ key }) => key === weighted.value.rank[0]);
        return (
          <Section key={role} id={role} title={<RoleChip role={role} primary />}>
            {first && (
              <p className="mb-3">
                {text.leads({
                  vendor: first.name,
                  role: words.plural[role],
                  known: format.percent(knownOf(weighted, first.key)),
                })}{" "}
                {stability.ok && text.stable({ share: format.percent(stability.value.sameFirst) })}
              </p>
            )}
            <Scores vendors={vendors} analysis={analysis} />
            <p className="mt-2 max-w-prose text-muted text-sm">
              {text.robust({
                known: comparison.complete,
                all: weights.filter(({ weight }) => weight > 0).length,
              })}
            </p>
            <Standings features={features} vendors={vendors} analysis={analysis} />
            <Pairs base={base} analysis={analysis} />
            <WeightForm
              role={role}
              weights={weights}
              features={features}
              refused={refused?.role === role ? refused : null}
            />
          </Section>
        );
      })}
    </>
  );
}
