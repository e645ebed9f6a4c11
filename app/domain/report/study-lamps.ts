/** The three lamps of a study: two from its answers, the third from its books. */
import { noValue, type Outcome } from "../outcome";
import type { BreakEvenLamp } from "../pmf/break-even-lamp";
import { frequencyOf, type ThreeLamps, threeLamps } from "../pmf/three-lamps";
import type { PmfRule } from "../study/study";
import { type Evidence, pmfAnswersOf } from "./evidence";
import { pmfByRole } from "./pmf-by-role";

const usersOf = (evidence: readonly Evidence[]) =>
  pmfAnswersOf(evidence).filter(({ role }) => role === "user");

/** The figures behind the first two lamps: how many users use it often, and how many would be very disappointed. */
export const fitEvidence = (evidence: readonly Evidence[], rule: PmfRule) => ({
  frequency: frequencyOf(usersOf(evidence), rule),
  upset: pmfByRole(evidence, rule).find(({ role }) => role === "user")?.score ?? noValue("no-data"),
});

/** Frequency and upset are the users'; without their answers those lamps are dark. Source: `threeLamps`. */
export function studyLamps(
  evidence: readonly Evidence[],
  rule: PmfRule,
  breakEven: Outcome<BreakEvenLamp>,
): ThreeLamps {
  return threeLamps(usersOf(evidence), fitEvidence(evidence, rule).upset, breakEven, rule);
}
