import { noValue, type Outcome, value } from "../outcome";
import { clusteredWilsonInterval } from "../stats/clustered-wilson-interval";
import type { Interval } from "../stats/interval";
import type { PmfRule } from "../study/study";
import type { BreakEvenLamp } from "./break-even-lamp";
import { fewestAnswers, fewestCompanies, type PmfAnswer, type PmfScore } from "./pmf-score";
import { judgeInterval, thresholdTest } from "./pmf-verdict";

/** `dark`: not enough data to say anything. */
const lampStates = ["on", "off", "undecided", "dark"] as const;
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
    frequency: frequencyLamp(frequencyOf(users, rule, frequencyThreshold), frequencyThreshold),
    upset: upsetLamp(upset),
    breakEven: lampOf(breakEven),
  };
}

const stateOf = { above: "on", below: "off", undecided: "undecided" } as const;

/** The second lamp: the verdict of the PMF score. */
export const upsetLamp = (score: Outcome<PmfScore>): LampState =>
  score.ok && score.value.verdict.ok ? stateOf[score.value.verdict.value] : "dark";

/** The first lamp: whether most people use it often; dark for want of data. */
export const frequencyLamp = (often: Outcome<Frequency>, threshold = defaultFrequencyThreshold): LampState =>
  often.ok ? stateOf[judgeInterval(often.value.interval, threshold)] : "dark";

/** The third lamp: on when the rule is met, undecided while only months are missing, dark without books. */
export const lampOf = (breakEven: Outcome<BreakEvenLamp>): LampState => {
  if (!breakEven.ok) return "dark";
  const { met, tooEarly } = breakEven.value;
  return met ? "on" : tooEarly ? "undecided" : "off";
};

export type Frequency = { share: number; n: number; companies: number; interval: Interval; pValue: number };

/**
 * The share of people who used the core function often enough, of those whose use is known, with its interval and the
 * test of it against `threshold`. `too-few` under five people, `too-few-companies` under five companies.
 */
export function frequencyOf(
  users: readonly PmfAnswer[],
  rule: Pick<PmfRule, "minUses">,
  threshold = defaultFrequencyThreshold,
): Outcome<Frequency> {
  const known = users.filter((one) => one.uses !== null);
  const companies = new Set(known.map((one) => one.company)).size;
  if (known.length < fewestAnswers) return noValue("too-few", { n: known.length });
  if (companies < fewestCompanies) return noValue("too-few-companies", { companies });
  const often = clusteredWilsonInterval(
    known.map((one) => one.company),
    known.map((one) => (one.uses! >= rule.minUses && one.usedCore !== false ? 1 : 0)),
  );
  if (!often.ok) return often;
  const { share, n, interval, effectiveN } = often.value;
  return value({
    share,
    n,
    companies,
    interval,
    pValue: thresholdTest(share, { effectiveN, companies }, threshold),
  });
}
