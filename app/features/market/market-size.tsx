import { Link } from "@remix-run/react";
import { Notice } from "~/components/notice";
import type { MarketModel, weakAssumptions } from "~/domain/market/market-model";
import type { Range, SizedMarket } from "~/domain/market/size-market";
import { useText } from "~/i18n/use-text";
import { ScenarioComparison, TwoWays } from "./market-comparison";
import { Headroom, ResearchNext, TornadoChart } from "./market-decision";
import { MarketRanges } from "./market-ranges";

type MarketSizeProps = {
  sized: SizedMarket;
  model: Pick<MarketModel, "segments" | "years">;
  weak: ReturnType<typeof weakAssumptions>;
  scenarios: readonly { name: string; later: Range }[];
  currency: string;
  sheet: string;
};

/** What a scenario says, from the verdict down to the assumptions it rests on. */
export function MarketSize({ sized, model, weak, scenarios, currency, sheet }: MarketSizeProps) {
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
      <ResearchNext {...shared} />
      <TornadoChart {...shared} />
      <TwoWays {...shared} />
      <ScenarioComparison scenarios={scenarios} currency={currency} />
    </>
  );
}
