/** How the parts of a market model are named and written. */

import { kindOfPart, type PlanPart, type SegmentPart } from "~/domain/market/market-model";
import type { TieKey } from "~/domain/market/survey-tie";
import { problemOfTie } from "~/domain/market/survey-tie";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import type { Format, Unit } from "~/i18n/format";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

/** "SMEs: fit"; a part of the plan follows the plan's name. */
export function useAssumptionName(segmentNames: readonly string[]) {
  const text = useText("market").sheet;
  return ({ segment, part }: { segment: number | "plan"; part: SegmentPart | PlanPart }) =>
    text.problemAt({
      field: segment === "plan" ? text.plan : (segmentNames[segment] ?? ""),
      problem: text.part[part],
    });
}

/** What a tie follows, in words; `problems` are named as the study asks about them. */
export function useTieName(problems: readonly AnswerOption[]) {
  const text = useText("market").tied.key;
  const language = useLanguage();
  return (key: TieKey): string => {
    const problem = problems.find(({ value }) => value === problemOfTie(key));
    return problem
      ? text.problem({ problem: problem.name[language] })
      : text[key as Exclude<TieKey, `problem:${string}`>];
  };
}

/** An amount of a part with its unit: a share as per cent, money in the currency. */
export function usePartFormat(currency: string) {
  const format = useFormat();
  return (part: SegmentPart | PlanPart, amount: number) => written(format, currency, part, amount);
}

function written(format: Format, currency: string, part: SegmentPart | PlanPart, amount: number) {
  const kind = kindOfPart[part];
  if (kind === "count") return format.number(amount, 0);
  if (kind === "money") return format.money(roundedMoney(amount), currency);
  // Shares of a whole country are often parts of a thousandth.
  return format.percent(amount, amount > 0 && amount < 0.01 ? 3 : 1);
}

/** Cents say nothing in a market's size. */
export const roundedMoney = (amount: number) => (Math.abs(amount) >= 100 ? Math.round(amount) : amount);

/** Money cut to three figures, for headlines and axes. */
export const compactMoney = (currency: string): Unit => ({ currency, compact: true });
