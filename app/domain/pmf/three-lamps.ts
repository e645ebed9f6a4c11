import { noValue, type Outcome, value } from "../outcome";
import { clusteredWilsonInterval } from "../stats/clustered-wilson-interval";
import type { Interval } from "../stats/interval";
import type { PmfRule } from "../study/study";
import type { BreakEvenLamp } from "./break-even-lamp";
import { fewestAnswers, fewestCompanies, type PmfAnswer, type PmfScore } from "./pmf-score";
import { judgeInterval } from "./pmf-verdict";

/** `dark`: not enough data to say anything. */
export const lampStates = ["on", "off", "undecided", "dark"] as const;
export type LampState = (typeof lampStates)[number];
export type ThreeLamps = { frequency: LampState; upset: LampState; breakEven: LampState };

/** "Used often" means that most do. Our convention, not a published figure; a setting. */
export const defaultFrequencyThreshold = 0.5;

/**
 * Product-market fit as three lamps that are never blended into one number.
 * Frequency: the share of `users` with at least `rule.minUses` uses of the core function lies above
 * `frequencyThreshold` (cluster-robust interval, unknown use left out). Upset: the verdict of the PMF score.
 * Break-even: the operating result. Each lamp is on, off, undecided, or dark for want of data.
 * Source: Greylock's rule of thumb with the break-even criterion of the to-B operations article.
 */
export function threeLamps(
  users: readonly PmfAnswer[],
  upset: Outcome<PmfScore>,
  breakEven: Outcome<BreakEvenLamp>,
  rule: Pick<PmfRule, "minUses">,
  frequencyThreshold = defaultFrequencyThreshold,
): ThreeLamps {
  return {
    frequency: frequencyState(users, rule, frequencyThreshold),
    upset: upset.ok && upset.value.verdict.ok ? stateOf[upset.value.verdict.value] : "dark",
    breakEven: lampOf(breakEven),
  };
}

const stateOf = { above: "on", below: "off", undecided: "undecided" } as const;

/** The third lamp: on when the rule is met, undecided while only months are missing, dark without books. */
export const lampOf = (breakEven: Outcome<BreakEvenLamp>): LampState => {
  if (!breakEven.ok) return "dark";
  const { met, tooEarly } = breakEven.value;
  return met ? "on" : tooEarly ? "undecided" : "off";
};

export type OftenUsed = { share: number; interval: Interval; n: number; companies: number };

/**
 * The share of users with at least `rule.minUses` uses of the core function, unknown use left out, with an interval that allows for
 * colleagues answering alike. Under five answers or five companies there is none.
 */
export function usedOften(users: readonly PmfAnswer[], rule: Pick<PmfRule, "minUses">): Outcome<OftenUsed> {
  const known = users.filter((one) => one.uses !== null);
  const companies = new Set(known.map((one) => one.company)).size;
  if (known.length < fewestAnswers) return noValue("too-few", { n: known.length });
  if (companies < fewestCompanies) return noValue("too-few-companies", { companies });
  const often = known.map((one) => (one.uses! >= rule.minUses && one.usedCore !== false ? 1 : 0));
  const clustered = clusteredWilsonInterval(
    known.map((one) => one.company),
    often,
  );
  if (!clustered.ok) return clustered;
  const share = often.reduce<number>((sum, one) => sum + one, 0) / known.length;
  return value({ share, interval: clustered.value.interval, n: known.length, companies });
}

function frequencyState(
  users: readonly PmfAnswer[],
  rule: Pick<PmfRule, "minUses">,
  threshold: number,
): LampState {
  const often = usedOften(users, rule);
  return often.ok ? stateOf[judgeInterval(often.value.interval, threshold)] : "dark";
}
