/** The PMF score counted otherwise, in parts of the companies and wave by wave; and how often the product is used. */
import { Chart } from "~/components/chart";
import { type Column, DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { Verdict } from "~/components/verdict";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import { fewestAnswers } from "~/domain/pmf/pmf-score";
import { coreUseBands } from "~/domain/questionnaire/answer-options";
import type { coreUseCounts, PmfCounting, WavePmf } from "~/domain/report/pmf-breakdown";
import type { RolePmf } from "~/domain/report/pmf-by-role";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type Scored = { label: string; scores: readonly RolePmf[] };
type Wave = Omit<WavePmf, "wave"> & { label: string };
type Sides = {
  countings: readonly { counting: PmfCounting; scores: readonly RolePmf[] }[];
  waves: readonly Wave[];
  uses: ReturnType<typeof coreUseCounts>;
};

/** One score in a cell: share, interval, n and verdict, or that there are too few. */
function ScoreCell({ score }: Pick<RolePmf, "score">) {
  const text = useText("results").pmf.sides;
  const format = useFormat();
  const known = score.ok ? score.value : null;
  if (!known?.interval.ok)
    return (
      <span className="text-muted">{text.few({ n: known?.n ?? 0, companies: known?.companies ?? 0 })}</span>
    );
  return (
    <>
      {format.interval(known.score, known.interval.value, { count: known.n })}
      {known.verdict.ok && (
        <span className="block text-sm">
          <Verdict verdict={known.verdict.value} />
        </span>
      )}
    </>
  );
}

function ScoreTable<R extends Scored>(props: {
  caption: string;
  column: string;
  rows: readonly R[];
  more?: readonly Column<R>[];
}) {
  const words = useText("roles");
  const { caption, column, rows, more = [] } = props;
  const roles = (rows[0]?.scores ?? []).map(({ role }) => role);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { key: "label", header: column, cell: ({ label }) => label },
        ...roles.map(
          (role): Column<R> => ({
            key: role,
            header: words.plural[role],
            numeric: true,
            cell: ({ scores }) => {
              const own = scores.find((one) => one.role === role);
              return own && <ScoreCell score={own.score} />;
            },
          }),
        ),
        ...more,
      ]}
    />
  );
}

/** Whether a role's verdict depends on the counting. */
function Stability({ countings }: Pick<Sides, "countings">) {
  const text = useText("pmf").counting;
  const words = useText("roles").plural;
  const format = useFormat();
  const verdicts = (role: ChainRole) =>
    new Set(
      countings.flatMap(({ scores }) => {
        const score = scores.find((one) => one.role === role)?.score;
        return score?.ok && score.value.verdict.ok ? [score.value.verdict.value] : [];
      }),
    );
  const roles = (countings[0]?.scores ?? []).map(({ role }) => role);
  const moving = roles.filter((role) => verdicts(role).size > 1);
  if (roles.every((role) => verdicts(role).size === 0)) return null;
  return (
    <p className="mt-3 font-semibold">
      {moving.length === 0
        ? text.same
        : text.changes({ roles: format.list(moving.map((role) => words[role])) })}
    </p>
  );
}

/** Each wave's score with its interval, in the order of time. */
function WaveChart({ waves }: { waves: readonly Wave[] }) {
  const text = useText("results").pmf;
  const between = useText("results").between;
  const words = useText("roles").plural;
  const format = useFormat();
  const known = (wave: Wave, role: ChainRole) => {
    const score = wave.scores.find((one) => one.role === role)?.score;
    return score?.ok && !score.value.printAsCount ? score.value : null;
  };
  const roles = (waves[0]?.scores ?? [])
    .map(({ role }) => role)
    .filter((role) => waves.filter((wave) => known(wave, role)).length > 1);
  if (roles.length === 0) return null;
  const path = (role: ChainRole) =>
    waves.flatMap((wave) => known(wave, role)?.score ?? []).map((share) => format.percent(share));
  return (
    <Chart
      title={roles
        .map((role) => text.sides.wave.finding({ role: words[role], path: path(role) }))
        .join(between)}
      n={waves.reduce((sum, wave) => sum + roles.reduce((n, role) => n + (known(wave, role)?.n ?? 0), 0), 0)}
      data={{
        kind: "dot",
        categoryAxis: text.sides.wave.column,
        categories: waves.map(({ label }) => label),
        valueAxis: text.upset,
        unit: "percent",
        series: roles.map((role) => ({
          label: words[role],
          role,
          values: waves.map((wave) => known(wave, role)?.score ?? null),
          intervals: waves.map((wave) => {
            const interval = known(wave, role)?.interval;
            return interval?.ok ? interval.value : null;
          }),
        })),
      }}
    />
  );
}

function WaveTable({ waves }: { waves: readonly Wave[] }) {
  const text = useText("results").pmf.sides.wave;
  const words = useText("roles");
  const format = useFormat();
  const changed = [...new Set(waves.flatMap(({ changes }) => changes.map(({ role }) => role)))];
  const change = (role: ChainRole) => (wave: Wave) => {
    const found = wave.changes.find((one) => one.role === role)?.change;
    if (!found?.ok) return null;
    const { difference, interval, significant } = found.value;
    return `${format.interval(difference, interval)} · ${significant ? text.significant : text.notSignificant}`;
  };
  return (
    <Section title={text.title} lead={text.lead}>
      <WaveChart waves={waves} />
      <ScoreTable
        caption={text.title}
        column={text.column}
        rows={waves}
        more={changed.map((role) => ({
          key: `change-${role}`,
          header: text.change({ role: words.plural[role] }),
          numeric: true,
          cell: change(role),
        }))}
      />
      <MethodLink method="difference-of-shares" />
    </Section>
  );
}

const nameOf = (value: string, language: Language) =>
  coreUseBands.find((band) => band.value === value)?.name[language] ?? value;

function UsesChart({ uses, rule }: { uses: Sides["uses"]; rule: PmfRule }) {
  const text = useText("results").pmf.sides.uses;
  const between = useText("results").between;
  const { kOfN } = useText("figure");
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  const often = new Set<string>(
    coreUseBands.filter(({ from }) => from >= rule.minUses).map(({ value }) => value),
  );
  const shareOften = ({ n, bands }: Sides["uses"][number]) => {
    const k = bands.reduce((sum, band) => sum + (often.has(band.value) ? band.n : 0), 0);
    return n < fewestAnswers ? kOfN({ k, n }) : format.percent(k / n);
  };
  return (
    <Section title={text.section}>
      <Chart
        title={uses
          .map((one) =>
            text.title({
              role: words.plural[one.role],
              share: shareOften(one),
              uses: rule.minUses,
            }),
          )
          .join(between)}
        n={uses.reduce((sum, { n }) => sum + n, 0)}
        data={{
          kind: "bar",
          categoryAxis: text.axis,
          categories: coreUseBands.map(({ value }) => nameOf(value, language)),
          valueAxis: text.share,
          unit: "percent",
          series: uses.map(({ role, n, bands }) => ({
            label: words.plural[role],
            role,
            values: bands.map((band) => (n < fewestAnswers ? null : band.n / n)),
          })),
        }}
      />
    </Section>
  );
}

export function PmfSides({ sides, rule }: { sides: Sides; rule: PmfRule }) {
  const text = useText("results").pmf.sides;
  const { countings, waves, uses } = sides;
  const anything = countings.some(({ scores }) => scores.some(({ score }) => score.ok));
  return (
    <>
      {uses.length > 0 && <UsesChart uses={uses} rule={rule} />}
      {anything && (
        <Section title={text.counting.title} lead={text.counting.lead}>
          <ScoreTable
            caption={text.counting.title}
            column={text.counting.column}
            rows={countings.map(({ counting, scores }) => ({ label: text.counting[counting], scores }))}
          />
          <Stability countings={countings} />
          <MethodLink method="pmf-score" />
        </Section>
      )}
      {waves.length > 1 && <WaveTable waves={waves} />}
    </>
  );
}
