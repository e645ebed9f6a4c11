import { KnownFigure } from "~/components/known-figure";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { Verdict } from "~/components/verdict";
import type { MoneyResult, MoneySettings } from "~/domain/growth/money-result";
import { healthyLtvToCac } from "~/domain/market/unit-economics";
import { lampOf } from "~/domain/pmf/three-lamps";
import { useFormat, useText } from "~/i18n/use-text";

type Props = { result: MoneyResult; settings: MoneySettings; currency: string };

const kinds = { on: "above", off: "below", undecided: "undecided", dark: "undecided" } as const;

/** The third lamp, how long the cash lasts, and what is missing to break-even. */
export function BreakEven({ result, settings, currency }: Props) {
  const text = useText("growth").money;
  const format = useFormat();
  const money = (amount: number) => format.money(Math.round(amount), currency);
  const { lamp, runway, needed, forecast, customers, months, cutOff } = result;
  const state = lampOf(lamp);
  return (
    <Section title={text.lampTitle}>
      <p className="text-2xl">
        <Verdict verdict={kinds[state]} word={text.lamp[state]} />
      </p>
      {lamp.ok && (
        <p className="mt-2 max-w-prose">
          {text.lampWhy({
            months: lamp.value.selfSustainingMonths,
            required: settings.monthsRequired,
            last: months.at(-1)?.month ?? "",
          })}
        </p>
      )}
      {cutOff > 0 && <p className="mt-1 max-w-prose text-muted text-sm">{text.cutOff({ n: cutOff })}</p>}
      <p className="mt-1">
        <MethodLink method="three-lamps" />
      </p>
      <div className="mt-6 grid gap-8 sm:grid-cols-3">
        <KnownFigure
          label={text.runway}
          figure={runway.ok ? text.runwayMonths({ n: format.number(runway.value.months) }) : null}
          why={
            runway.ok
              ? text.runwayWhy({ burn: money(runway.value.burn) })
              : settings.cash === null
                ? text.runwayUnknown
                : text.runwayNone
          }
          method="runway"
        />
        <KnownFigure
          label={text.needed}
          figure={needed.ok ? format.number(needed.value.units, 0) : null}
          why={
            needed.ok
              ? text.neededWhy({ now: customers ?? 0, exact: format.number(needed.value.exact, 2) })
              : text.neededNone
          }
          method="break-even-units"
        />
        <KnownFigure
          label={text.forecast}
          figure={forecast.ok ? text.forecastMonth({ n: forecast.value.month }) : null}
          why={
            forecast.ok ? (
              <>
                {text.forecastWhy({ growth: format.percent(forecast.value.growth, 1) })}
                {forecast.value.survives !== null && (
                  <span className="block">{forecast.value.survives ? text.survives : text.runsOut}</span>
                )}
              </>
            ) : forecast.reason === "not-applicable" ? (
              text.forecastDone
            ) : (
              text.forecastNone
            )
          }
          method="break-even-month"
        />
      </div>
    </Section>
  );
}

/** Life-time value against the cost of winning, with what the churn leaves open. */
export function CustomerWorth({ result, currency }: Props) {
  const text = useText("growth").money;
  const format = useFormat();
  const money = (amount: number) => format.money(Math.round(amount), currency);
  if (!result.value.ok)
    return (
      <Section title={text.valueTitle} lead={text.valueLead}>
        <p className="max-w-prose text-muted">{text.valueNone}</p>
      </Section>
    );
  const { ltv, ltvToCac, paybackMonths, ratioRange, arpa, grossMargin, cac, churn } = result.value.value;
  const [low, high] = ratioRange.ok ? ratioRange.value : [null, null];
  const verdict = () => {
    if (low === null || high === null) return undefined;
    if (low >= healthyLtvToCac) return { kind: "above" as const, word: text.healthy };
    return high < healthyLtvToCac
      ? { kind: "below" as const, word: text.unhealthy }
      : { kind: "undecided" as const, word: text.unclear };
  };
  return (
    <Section title={text.valueTitle} lead={text.valueLead}>
      <div className="grid gap-8 sm:grid-cols-2 xl:grid-cols-4">
        <KnownFigure
          label={text.ltv}
          figure={ltv.ok ? money(ltv.value) : null}
          why={
            ltv.ok ? text.ltvWhy({ arpa: money(arpa), margin: format.percent(grossMargin) }) : text.endless
          }
          method="unit-economics"
        />
        <KnownFigure
          label={text.ratio}
          figure={ltvToCac.ok ? text.times({ n: format.number(ltvToCac.value, 2) }) : null}
          why={
            <>
              {ratioRange.ok && <span className="block">{format.range(ratioRange.value, "number", 1)}</span>}
              {text.ratioWhy({ cac: money(cac) })}
            </>
          }
          verdict={verdict()}
          method="unit-economics"
        />
        <KnownFigure
          label={text.payback}
          figure={paybackMonths.ok ? text.paybackMonths({ n: format.number(paybackMonths.value) }) : null}
          why={text.paybackWhy}
          method="unit-economics"
        />
        <KnownFigure
          label={text.churn}
          figure={format.percent(churn.rate, 1)}
          why={
            <>
              <span className="block">{format.range(churn.interval, "percent", 1)}</span>
              {text.churnWhy({ lost: churn.lost, exposed: churn.customerMonths })}
            </>
          }
          method="wilson-interval"
        />
      </div>
    </Section>
  );
}
