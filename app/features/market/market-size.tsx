import { Link } from "@remix-run/react";
import { Notice } from "~/components/notice";
import type { MarketModel, weakAssumptions } from "~/domain/market/market-model";
import type { Range, SizedMarket } from "~/domain/market/size-market";
import type { TiedInput } from "~/domain/market/tied-model";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useText } from "~/i18n/use-text";
import { CompanyCounts } from "./company-counts";
import { DrawnAssumptions } from "./drawn-assumptions";
import { ScenarioComparison, TwoWays } from "./market-comparison";
import { Headroom, ResearchNext, TornadoChart } from "./market-decision";
import { MarketMoved, type Moved } from "./market-moved";
import { MarketRanges } from "./market-ranges";
import { TiedInputs } from "./tied-inputs";

type MarketSizeProps = {
  sized: SizedMarket;
  model: MarketModel;
  weak: ReturnType<typeof weakAssumptions>;
  scenarios: readonly { name: string; later: Range }[];
  currency: string;
  tied: readonly TiedInput[];
  moved: Moved;
  /** Problems as the study asks about them. */
  problems: readonly AnswerOption[];
  /** Addresses: the assumptions, this page with its query, the survey's results. */
  sheet: string;
  here: string;
  results: string;
};

/** What a scenario says, from the verdict down to the assumptions it rests on. */
export function MarketSize(props: MarketSizeProps) {
  const { sized, model, weak, scenarios, currency, tied, moved, problems, sheet, here, results } = props;
  const text = useText("market").weak;
  const { years } = model;
  const names = model.segments.map(({ name }) => name);
  const shared = { sized, names, years, currency };
  return (
    <>
      {weak.unsourced + weak.stale > 0 && (
        <div className="mb-8 max-w-prose">
          <Notice tone="warn">
            {weak.unsourced > 0 && text.unsourced({ n: weak.unsourced, total: weak.total })}{" "}
            {weak.stale > 0 && text.stale({ n: weak.stale })}{" "}
            <Link to={sheet} className="link">
              {text.edit}
            </Link>
          </Notice>
        </div>
      )}
      <Headroom {...shared} />
      <MarketRanges {...shared} />
      <CompanyCounts segments={model.segments} />
      <TiedInputs tied={tied} problems={problems} names={names} currency={currency} results={results} />
      <MarketMoved {...moved} problems={problems} names={names} currency={currency} here={here} />
      <ResearchNext {...shared} />
      <TornadoChart {...shared} />
      <DrawnAssumptions model={model} currency={currency} />
      <TwoWays {...shared} />
      <ScenarioComparison scenarios={scenarios} currency={currency} />
    </>
  );
}
