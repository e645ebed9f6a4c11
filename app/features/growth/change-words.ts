import { loggedChange } from "~/components/change-log";
import type { KeptChange } from "~/data/entries";
import { typedCounts } from "~/domain/growth/funnel-form";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import { lostFields, typedLost } from "~/domain/growth/lost-form";
import { moneyFields, typedMonth } from "~/domain/growth/money-form";
import { useLanguage, useText } from "~/i18n/use-text";
import { useCountNames } from "./funnel-counts";

const both = <T, R>(before: T | null, after: T | null, read: (one: T) => R) =>
  [before === null ? null : read(before), after === null ? null : read(after)] as const;

/** Changes of the growth pages in words. */
export function useChangeWords(steps: readonly FunnelStepName[] = []) {
  const { money } = useText("growth");
  const funnel = useText("funnel");
  const language = useLanguage();
  const names = useCountNames(steps);
  const stepName = (key: string) => steps.find((step) => step.key === key)?.name[language] ?? key;
  return (change: KeptChange) => {
    switch (change.kind) {
      case "money-month":
        return loggedChange(
          change,
          change.key,
          both(change.before, change.after, (one) => {
            const typed = typedMonth(one);
            return Object.fromEntries(moneyFields.map((field) => [money.field[field], typed[field]]));
          }),
        );
      case "renewal-cohort":
        return loggedChange(
          change,
          money.cohortOf({ month: change.key }),
          both(change.before, change.after, ({ month, started, renewed }) => ({
            [money.cohort.month]: month,
            [money.cohort.started]: String(started),
            [money.cohort.renewed]: renewed.join(" → "),
          })),
        );
      case "money-rule":
        return loggedChange(
          change,
          money.rule,
          both(change.before, change.after, ({ monthsRequired, cash }) => ({
            [money.monthsRequired]: String(monthsRequired),
            [money.cash]: cash === null ? "" : String(cash),
          })),
        );
      case "funnel-row": {
        const row = change.after ?? change.before;
        return loggedChange(
          change,
          row ? funnel.row(row) : change.key,
          both(change.before, change.after, (one) => {
            const typed = typedCounts(one);
            return Object.fromEntries([...names].map(([name, label]) => [label, typed[name] ?? ""]));
          }),
        );
      }
      case "lost-reason": {
        const row = change.after ?? change.before;
        return loggedChange(
          change,
          row ? funnel.lostRow({ ...row, step: stepName(row.step) }) : change.key,
          both(change.before, change.after, (one) => {
            const typed = { ...typedLost(one), step: stepName(one.step) };
            return Object.fromEntries(lostFields.map((field) => [funnel.lostField[field], typed[field]]));
          }),
        );
      }
      default:
        return null;
    }
  };
}
