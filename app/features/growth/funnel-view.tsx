import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { SelectField } from "~/components/field";
import { Figure } from "~/components/figure";
import { KnownFigure } from "~/components/known-figure";
import { MethodLink } from "~/components/method-link";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { FunnelResult } from "~/domain/growth/funnel-result";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import type { Share } from "~/domain/growth/share";
import type { Outcome } from "~/domain/outcome";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export type FunnelChoice = { channel: string | null; from: string | null; to: string | null; by: Counting };
type Counting = "period" | "cohort";

/** Which channel and months are looked at. */
export function FunnelFilter(props: {
  channels: readonly string[];
  periods: readonly string[];
  offered: readonly Counting[];
  chosen: FunnelChoice;
}) {
  const { channels, periods, offered, chosen } = props;
  const text = useText("funnel");
  const months = periods.map((period) => ({ value: period, label: period }));
  return (
    <Form className="mb-8 flex flex-wrap items-end gap-4 print:hidden" aria-label={text.view}>
      {offered.length > 1 && (
        <SelectField
          name="by"
          label={text.counting}
          options={offered.map((value) => ({ value, label: text.countings[value] }))}
          defaultValue={chosen.by}
        />
      )}
      <SelectField
        name="channel"
        id="view-channel"
        label={text.channel}
        empty={text.allChannels}
        options={channels.map((channel) => ({ value: channel, label: channel }))}
        defaultValue={chosen.channel ?? ""}
      />
      <SelectField
        name="from"
        label={text.from}
        empty={text.anyMonth}
        options={months}
        defaultValue={chosen.from ?? ""}
      />
      <SelectField
        name="to"
        label={text.to}
        empty={text.anyMonth}
        options={months}
        defaultValue={chosen.to ?? ""}
      />
      <Button type="submit">{text.show}</Button>
    </Form>
  );
}

type ViewProps = {
  result: FunnelResult;
  steps: readonly FunnelStepName[];
  currency: string;
  /** Counted by cohort: the same people on their way. */
  cohorts: boolean;
};

/** Step by step: who came, who was lost, and what one in ten of them would be worth. */
export function FunnelSteps({ result, steps, currency, cohorts }: ViewProps) {
  const text = useText("funnel");
  const { named } = useText("figure");
  const format = useFormat();
  const language = useLanguage();
  const { funnel, leaks, reached } = result;
  if (!funnel.ok)
    return (
      <Section title={text.title}>
        <Notice tone="warn">{funnel.reason === "no-data" ? text.nothing : text.broken}</Notice>
      </Section>
    );
  const names = steps.map(({ name }) => name[language]);
  const worth = (amount: number) => format.money(amount, currency, "compact");
  const [dearest] = leaks;
  const weakest = funnel.value.weakest;
  const rows = names.map((name, index) => ({
    ...{ name, index, reached: reached[index] ?? 0 },
    step: funnel.value.steps[index - 1],
    leak: leaks.find(({ step }) => step === index - 1),
  }));
  const rateOf = ({ rate, interval }: (typeof funnel.value.steps)[number]) =>
    rate.ok && interval.ok ? format.interval(rate.value, interval.value, { digits: 1 }) : "–";
  const weakestRate = weakest.ok ? funnel.value.steps[weakest.value] : undefined;
  return (
    <Section title={text.title} lead={cohorts ? text.byCohort : text.byPeriod}>
      {dearest && (
        <p className="max-w-prose text-lg">
          {dearest.money === null
            ? text.leakCustomers({
                from: names[dearest.step] ?? "",
                to: names[dearest.step + 1] ?? "",
                n: format.number(dearest.customers),
              })
            : text.leak({
                from: names[dearest.step] ?? "",
                to: names[dearest.step + 1] ?? "",
                money: worth(dearest.money),
              })}
        </p>
      )}
      {weakest.ok && weakestRate?.rate.ok && (
        <p className="mt-1 max-w-prose text-muted">
          {text.weakest({
            to: names[weakest.value + 1] ?? "",
            rate: format.percent(weakestRate.rate.value, 1),
          })}
        </p>
      )}
      {dearest?.money === null && <p className="mt-1 max-w-prose text-muted">{text.noWorth}</p>}
      <div className="mt-4">
        <DataTable
          caption={text.title}
          captionHidden
          rows={rows}
          rowKey={({ index }) => index}
          columns={[
            { key: "step", header: text.step, cell: ({ name }) => name },
            {
              key: "reached",
              header: text.reached,
              numeric: true,
              cell: (row) => format.number(row.reached, 0),
            },
            { key: "rate", header: text.rate, numeric: true, cell: ({ step }) => (step ? rateOf(step) : "") },
            {
              key: "lost",
              header: text.lost,
              numeric: true,
              cell: ({ step }) => (step ? format.number(step.lost, 0) : ""),
            },
            {
              key: "saved",
              header: text.stayed,
              numeric: true,
              cell: ({ leak }) =>
                leak
                  ? leak.money === null
                    ? text.more({ n: format.number(leak.customers) })
                    : worth(leak.money)
                  : "",
            },
          ]}
        />
        <p className="mt-3 tabular-nums">
          {named({ name: text.overall, said: rateOf(funnel.value.overall) })}
        </p>
        <MethodLink method="funnel" />
      </div>
    </Section>
  );
}

/** The lost pool, who came back, whom customers sent, and the last step. */
export function FunnelFigures({ result, steps }: Omit<ViewProps, "currency" | "cohorts">) {
  const text = useText("funnel");
  const format = useFormat();
  const language = useLanguage();
  const { funnel, referred } = result;
  if (!funnel.ok) return null;
  const { lostPool, recovery, steps: rates } = funnel.value;
  const last = rates.at(-1);
  const counted = (known: Outcome<Share>, label: string, none: string) =>
    known.ok ? (
      <Figure
        label={label}
        state={{ kind: "value", value: known.value.share, interval: known.value.interval }}
        digits={1}
        n={known.value.n}
        method="wilson-interval"
      />
    ) : (
      <KnownFigure label={label} figure={null} why={none} method="funnel" />
    );
  return (
    <div className="mt-8 grid gap-8 sm:grid-cols-2 xl:grid-cols-4">
      <KnownFigure label={text.pool} figure={format.number(lostPool, 0)} why={text.poolWhy} method="funnel" />
      {recovery.rate.ok && recovery.interval.ok ? (
        <Figure
          label={text.recovered}
          state={{ kind: "value", value: recovery.rate.value, interval: recovery.interval.value }}
          digits={1}
          n={lostPool}
          method="funnel"
        />
      ) : (
        <KnownFigure label={text.recovered} figure={null} why={text.recoveredNone} method="funnel" />
      )}
      {counted(referred, text.referred, text.referredNone)}
      {last?.rate.ok && last.interval.ok && (
        <Figure
          label={text.renewed({ step: steps.at(-1)?.name[language] ?? "" })}
          state={{ kind: "value", value: last.rate.value, interval: last.interval.value }}
          digits={1}
          n={result.reached.at(-2)}
          method="funnel"
        />
      )}
    </div>
  );
}

/** Which channel brings people to payment, and whether it gets better. */
export function FunnelComparison({ result, paid }: { result: FunnelResult; paid: string }) {
  const text = useText("funnel");
  const format = useFormat();
  const { channels, periods } = result;
  const [best] = channels;
  const last = periods.at(-1);
  const label = text.paid({ step: paid });
  const series = (shares: readonly Share[]) => [
    {
      label,
      values: shares.map(({ share }) => share),
      intervals: shares.map(({ interval }) => interval),
    },
  ];
  return (
    <>
      {best && channels.length > 1 && (
        <Section title={text.channels}>
          <Chart
            title={text.channelsChart({ channel: best.channel, share: format.percent(best.paid.share, 1) })}
            n={channels.reduce((sum, one) => sum + one.paid.n, 0)}
            data={{
              ...{ kind: "dot", horizontal: true, categoryAxis: text.channel, valueAxis: label },
              unit: "percent",
              categories: channels.map(({ channel }) => channel),
              series: series(channels.map((one) => one.paid)),
            }}
          />
        </Section>
      )}
      {last && periods.length > 1 && (
        <Section title={text.periods}>
          <Chart
            title={text.periodsChart({ period: last.period, share: format.percent(last.paid.share, 1) })}
            n={periods.reduce((sum, one) => sum + one.paid.n, 0)}
            data={{
              ...{ kind: "line", categoryAxis: text.period, valueAxis: label, unit: "percent" },
              categories: periods.map(({ period }) => period),
              series: series(periods.map((one) => one.paid)),
            }}
          />
        </Section>
      )}
    </>
  );
}
