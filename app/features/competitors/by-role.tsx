import { LinkButton } from "~/components/button";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { PricedVendor } from "~/domain/competitors/price-value";
import type { RoleFigure, RoleView } from "~/domain/competitors/role-views";
import { fewestAnswers } from "~/domain/pmf/pmf-score";
import type { Share } from "~/domain/report/tallies";
import { useFormat, useText } from "~/i18n/use-text";
import type { Vendor } from "./matrix";
import { useTallyWords } from "./words";

type PriceMap = { role: ChainRole; points: readonly PricedVendor[]; worth: readonly string[] };
type Wins = { role: ChainRole; shares: Readonly<Record<string, Share>> };
type ByRoleProps = {
  base: string;
  currency: string;
  /** "¥, per seat per month". */
  priceUnit: string;
  vendors: readonly Vendor[];
  views: readonly RoleView[];
  maps: readonly PriceMap[];
  wins: readonly Wins[];
};

function Figure({ figure, currency }: { figure: RoleFigure; currency: string }) {
  const text = useText("competition").byRole;
  const format = useFormat();
  const { mean } = useTallyWords();
  if (!figure) return <>–</>;
  if (figure.kind === "price") return <>{format.money(figure.price, currency)}</>;
  if (figure.kind === "score") return <>{format.percent(figure.score)}</>;
  if (figure.kind === "rating") return <>{mean(figure.mean)}</>;
  return (
    <>
      {text.count({ yes: figure.yes, known: figure.known })}
      {figure.partial > 0 && (
        <span className="block text-muted text-xs">{text.partly({ n: figure.partial })}</span>
      )}
    </>
  );
}

/** Products down, what the role compares across; the best of each is marked by a word. */
function View({ view, vendors, currency }: { view: RoleView } & Pick<ByRoleProps, "vendors" | "currency">) {
  const text = useText("competition").byRole;
  const words = useText("roles");
  const kindOf = (figures: readonly RoleFigure[]) => figures.find((figure) => figure !== null)?.kind;
  return (
    <Section id={view.role} title={<RoleChip role={view.role} primary />} lead={text.looksAt[view.role]}>
      <DataTable
        caption={words.plural[view.role]}
        captionHidden
        rows={vendors.map((vendor, index) => ({ ...vendor, index }))}
        rowKey={({ key }) => key}
        columns={[
          { key: "vendor", header: text.vendor, cell: ({ name }) => name },
          ...view.criteria.map(({ criterion, figures, best }) => {
            const kind = kindOf(figures);
            return {
              key: criterion,
              header: [text.criteria[criterion], kind && `(${text.from[kind]})`].filter(Boolean).join(" "),
              numeric: true,
              cell: ({ index }: { index: number }) => (
                <>
                  {best.includes(index) && best.length < vendors.length && (
                    <span className="me-2 font-medium text-positive text-xs">★ {text.best}</span>
                  )}
                  <Figure figure={figures[index] ?? null} currency={currency} />
                </>
              ),
            };
          }),
        ]}
      />
    </Section>
  );
}

function PriceValue({ base, currency, priceUnit, vendors, maps }: Omit<ByRoleProps, "views" | "wins">) {
  const text = useText("competition").byRole;
  const words = useText("roles");
  const format = useFormat();
  const nameOf = (key: string) => vendors.find((vendor) => vendor.key === key)?.name ?? key;
  const parts = maps.map(({ role, worth }) =>
    text.worth({ role: words.plural[role], vendors: format.list(worth.map(nameOf)) }),
  );
  return (
    <Section id="price" title={text.priceTitle} lead={text.priceLead}>
      {maps.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 text-muted">
          {text.noPrices}
          <LinkButton to={base}>{text.setPrices}</LinkButton>
        </p>
      ) : (
        <>
          <Chart
            title={text.worthTitle({ parts: parts.join(text.between) })}
            range={[0, 1]}
            data={{
              kind: "scatter",
              categoryAxis: text.priceAxis({ unit: priceUnit }),
              categoryUnit: { currency },
              valueAxis: text.valueAxis,
              unit: "percent",
              series: maps.map(({ role, points }, index) => ({
                quiet: index > 0,
                label: words.plural[role],
                role,
                points: points.map(({ vendor, price, value }) => ({
                  x: price,
                  y: value,
                  label: nameOf(vendor),
                })),
              })),
            }}
          />
          <MethodLink method="weighted-sum" />
        </>
      )}
    </Section>
  );
}

/** A share of too few people is written and not drawn. */
const drawn = (share: Share | undefined) => (share && share.n >= fewestAnswers ? share : null);

function WinShares({ vendors, wins }: Pick<ByRoleProps, "vendors" | "wins">) {
  const text = useText("competition").byRole;
  const words = useText("roles");
  const format = useFormat();
  const { kOfN } = useText("figure");
  const { share } = useTallyWords();
  const answered = wins.filter(({ shares }) => Object.keys(shares).length > 0);
  if (answered.length === 0) return <p className="text-muted">{text.noAnswers}</p>;
  const findings = answered.flatMap(({ role, shares }) => {
    const top = vendors.toSorted((a, b) => (shares[b.key]?.share ?? 0) - (shares[a.key]?.share ?? 0))[0];
    const first = top && shares[top.key];
    if (!first || first.count === 0) return [];
    const chosen =
      first.n < fewestAnswers ? kOfN({ k: first.count, n: first.n }) : format.percent(first.share);
    return [text.winFinding({ role: words.plural[role], vendor: top.name, share: chosen })];
  });
  return (
    <>
      <Chart
        title={findings.join(text.between) || text.wins}
        data={{
          kind: "dot",
          horizontal: true,
          categoryAxis: text.vendor,
          categories: vendors.map(({ name }) => name),
          valueAxis: text.wins,
          unit: "percent",
          series: answered.map(({ role, shares }) => ({
            label: words.plural[role],
            role,
            values: vendors.map(({ key }) => drawn(shares[key])?.share ?? null),
            intervals: vendors.map(({ key }) => drawn(shares[key])?.interval ?? null),
          })),
        }}
      />
      <DataTable
        caption={text.winTitle}
        captionHidden
        rows={vendors}
        rowKey={({ key }) => key}
        columns={[
          { key: "vendor", header: text.vendor, cell: ({ name }) => name },
          ...answered.map(({ role, shares }) => ({
            key: role,
            header: words.plural[role],
            numeric: true,
            cell: ({ key }: Vendor) => share(shares[key]),
          })),
        ]}
      />
      <MethodLink method="interval-by-company" />
    </>
  );
}

export function ByRole(props: ByRoleProps) {
  const { vendors, views, wins } = props;
  const text = useText("competition").byRole;
  return (
    <>
      <Section title={text.title} lead={text.lead}>
        {null}
      </Section>
      {views.map((view) => (
        <View key={view.role} view={view} vendors={vendors} currency={props.currency} />
      ))}
      <PriceValue {...props} />
      <Section id="wins" title={text.winTitle} lead={text.winLead}>
        <WinShares vendors={vendors} wins={wins} />
      </Section>
    </>
  );
}
