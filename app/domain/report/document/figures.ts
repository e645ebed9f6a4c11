/** Results of the methods as figures of the report. */
import type { ChainRole } from "../../chain/role";
import type { LocalText } from "../../language";
import type { Headroom } from "../../market/size-market";
import type { Outcome } from "../../outcome";
import type { RolePmf } from "../pmf-by-role";
import type { Share } from "../tallies";
import type { DocFigure, FigureUnit } from "./report-document";
import { both, money, rolePlural, say } from "./say";

type Named = { key: string; label: LocalText; method: string | null; behind?: string };

export const noFigure = (named: Named, unit: FigureUnit, reason: DocFigure["reason"]): DocFigure => ({
  ...named,
  ...{ unit, value: null, interval: null, people: null, companies: null, reason },
});

/** A share of people; `companies` where they are known. */
export const shareFigure = (named: Named, share: Share, companies: number | null = null): DocFigure => ({
  ...named,
  ...{ unit: "percent" as const, value: share.share, interval: share.interval, companies },
  people: { n: share.n, k: share.count },
});

/** Whatever a method made of people in companies, or why it made nothing. */
export const outcomeFigure = <T>(
  named: Named,
  unit: FigureUnit,
  outcome: Outcome<T>,
  read: (value: T) => Pick<DocFigure, "value" | "interval" | "people" | "companies"> & Partial<DocFigure>,
): DocFigure =>
  outcome.ok ? { ...named, unit, ...read(outcome.value) } : noFigure(named, unit, outcome.reason);

const pmfLabel = (role: ChainRole): LocalText =>
  say((_language, of) =>
    both(
      `没有了它会非常失望的${of(rolePlural[role])}`,
      `${of(rolePlural[role])} very disappointed without it`,
    ),
  );

/** The PMF score of a role: no percentage under five answers, no verdict without an interval. */
export function pmfFigure({ role, score }: RolePmf, threshold: number): DocFigure {
  const named = {
    key: `pmf/${role}/score`,
    label: pmfLabel(role),
    method: "pmf-score",
    behind: "results/pmf",
  };
  return outcomeFigure(named, "percent", score, (of) => ({
    value: of.printAsCount ? null : of.score,
    interval: of.interval.ok ? of.interval.value : null,
    people: { n: of.n, k: of.very },
    companies: of.companies,
    threshold,
    ...(of.verdict.ok && { verdict: of.verdict.value }),
    ...(of.howManyMore.ok && of.howManyMore.value > 0 && { moreNeeded: of.howManyMore.value }),
    ...(of.printAsCount && { reason: "too-few" as const }),
  }));
}

/** How likely a market is to be big enough. */
export function headroomFigure({ verdict, chance, goal }: Headroom, currency: string): DocFigure {
  const label = say((language) => {
    const amount = money(goal, currency, language);
    return both(`达到目标（每年 ${amount}）的概率`, `Chance of reaching the goal of ${amount} a year`);
  });
  return {
    ...{ key: "market/chance", label, method: "headroom", behind: "market" },
    ...{ value: chance, unit: "percent" as const, interval: null, people: null, companies: null, verdict },
    intervalIs: "none" as const,
  };
}
