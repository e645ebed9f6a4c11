/** The three lamps of a study: two from its answers, the third from its books. */
import { noValue, type Outcome } from "../outcome";
import type { BreakEvenLamp } from "../pmf/break-even-lamp";
import { type ThreeLamps, threeLamps } from "../pmf/three-lamps";
import type { PmfRule } from "../study/study";
import { pmfByRole } from "./decision-chain-report";
import { type Evidence, pmfAnswersOf } from "./evidence";

/** Frequency and upset are the users'; without their answers those lamps are dark. Source: `threeLamps`. */
export function studyLamps(
  evidence: readonly Evidence[],
  rule: PmfRule,
  breakEven: Outcome<BreakEvenLamp>,
): ThreeLamps {
  const users = pmfAnswersOf(evidence).filter(({ role }) => role === "user");
  const upset = pmfByRole(evidence, rule).find(({ role }) => role === "user")?.score ?? noValue("no-data");
  return threeLamps(users, upset, breakEven, rule);
}
