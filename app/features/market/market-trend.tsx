import { Chart } from "~/components/chart";
import { KnownFigure } from "~/components/known-figure";
import { Notice } from "~/components/notice";
import { RowChanges } from "~/components/row-changes";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { bassDensity } from "~/domain/market/bass";
import type { AnalogueForecast, MarketSeries, SeriesTrend } from "~/domain/market/market-trend";
import { useFormat, useText } from "~/i18n/use-text";

export type TrendSeries = MarketSeries & {
  id: string;
  revision: number;
  trend: SeriesTrend;
  like: { name: string; forecast: AnalogueForecast }[];
};

type Known = { label: string; figure: string | null; why: string; method: string };

const wholeYear = (year: number) => String(Math.round(year));

function useFigures({ points, trend }: TrendSeries): Known[] {
  const text = useText("trend");
  const format = useFormat();
  const { growth, fit, peakYear } = trend;
  const [from, to] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 0];
  const grown = {
    label: text.growth,
    figure: growth.ok ? format.percent(growth.value, 2) : null,
    why: growth.ok ? text.growthWhy({ from, to }) : text.growthNone,
    method: "growth-rate",
  };
  if (!fit.ok) return [grown];
  const { m, p, q, standardErrors } = fit.value;
  return [
    grown,
    {
      label: text.potential,
      figure: format.number(m, 0),
      why: text.potentialWhy({ se: format.number(standardErrors.m, 0) }),
      method: "bass-fit",
    },
    {
      label: text.coefficients,
      figure: `${format.number(p, 4)} · ${format.number(q, 3)}`,
      why: text.coefficientsWhy({
        p: format.number(standardErrors.p, 4),
        q: format.number(standardErrors.q, 3),
      }),
      method: "bass-fit",
    },
    {
      label: text.peak,
      figure: peakYear.ok ? wholeYear(peakYear.value) : null,
      why: peakYear.ok ? text.years({ n: points.length }) : text.peakNone,
      method: "bass",
    },
  ];
}

/** Our years beside the curve of another market. */
function Likeness({ name, forecast }: { name: string; forecast: AnalogueForecast }) {
  const text = useText("trend");
  const format = useFormat();
  const { model, peakYear, years } = forecast;
  const peak = peakYear.ok ? wholeYear(peakYear.value) : "–";
  return (
    <Section level={3} title={text.like({ name })} lead={text.likeLead}>
      <p className="mb-3">{text.likeWhy({ potential: format.number(model.m, 0), peak })}</p>
      <Chart
        title={text.likeChart({ name, peak })}
        n={years.filter(({ seen }) => seen !== null).length}
        data={{
          ...{ kind: "line", categoryAxis: text.year, valueAxis: text.amount, unit: "number" },
          categories: years.map(({ year }) => String(year)),
          series: [
            { label: text.seen, values: years.map(({ seen }) => seen) },
            { label: text.expected, values: years.map(({ expected }) => expected) },
          ],
        }}
      />
    </Section>
  );
}

/** One market over the years: growth, Bass curve or why there is none, and what analogues say. */
export function SeriesSection({
  series,
  base,
  canEdit,
}: {
  series: TrendSeries;
  base: string;
  canEdit: boolean;
}) {
  const text = useText("trend");
  const reasons = useText("reasons");
  const format = useFormat();
  const figures = useFigures(series);
  const { id, revision, name, unit, source, kind, points, trend, like } = series;
  const { fit, growth } = trend;
  return (
    <Section
      title={name}
      lead={[unit, source].filter(Boolean).join(" · ")}
      actions={
        canEdit && (
          <RowChanges
            wide
            action={base}
            fields={{ seriesId: id, revision }}
            editAt={`${base}?series=${id}#series`}
            removeIntent="remove"
            editLabel={text.edit({ name })}
            removeLabel={text.remove({ name })}
          />
        )
      }
    >
      <p className="mb-4">
        <Tag>{text[kind]}</Tag>
      </p>
      <div className="grid gap-8 sm:grid-cols-2 xl:grid-cols-4">
        {figures.map((figure) => (
          <KnownFigure key={figure.label} {...figure} />
        ))}
      </div>
      {!fit.ok && (
        <div className="mt-6 max-w-prose">
          <Notice title={text.refused}>{reasons[fit.reason]}</Notice>
        </div>
      )}
      <div className="mt-6">
        <Chart
          title={
            growth.ok
              ? text.chart({ name, growth: format.percent(growth.value, 1) })
              : text.chartPlain({ name })
          }
          n={points.length}
          data={{
            ...{ kind: "line", categoryAxis: text.year, valueAxis: unit || text.amount, unit: "number" },
            categories: points.map(({ year }) => String(year)),
            series: [
              { label: text.seen, values: points.map(({ amount }) => amount) },
              ...(fit.ok
                ? [
                    {
                      label: text.fitted,
                      values: points.map(
                        (_, index) => fit.value.m * bassDensity(fit.value.p, fit.value.q, index + 1),
                      ),
                    },
                  ]
                : []),
            ],
          }}
        />
      </div>
      {like.map((one) => (
        <Likeness key={one.name} {...one} />
      ))}
    </Section>
  );
}
