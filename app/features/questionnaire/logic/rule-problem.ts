import type { RuleProblem, RuleTyped } from "~/domain/questionnaire/rule-form";
import { useText } from "~/i18n/use-text";

export type RuleRefusal = { problem: RuleProblem | "condition-bad"; place: string | null; typed: RuleTyped };

/** The sentence for each thing that can be missing in a rule. */
export function useProblemText() {
  const text = useText("logic");
  return (problem: RuleRefusal["problem"]): string =>
    ({
      "target-missing": text.targetMissing,
      "page-only": text.pageOnly,
      "no-require": text.noRequire,
      "option-missing": text.optionMissing,
      "to-missing": text.toMissing,
      "most-missing": text.mostMissing,
      "value-missing": text.valueMissing,
      taken: text.taken,
      "condition-empty": text.condition.empty,
      "condition-bad": text.condition.bad,
    })[problem];
}
