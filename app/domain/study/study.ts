/** What a study is about: the words that decide how its questionnaires are worded and its verdicts judged. */

export const businessTypes = ["platform", "saas", "human-service", "hardware"] as const;
export type BusinessType = (typeof businessTypes)[number];

export const lifeCycleStages = ["development", "market-validation", "growth", "maturity", "decline"] as const;
export type LifeCycleStage = (typeof lifeCycleStages)[number];

/** How often the core function must have been used, and within how long, for a PMF answer to count. */
export type PmfRule = { threshold: number; minUses: number; windowDays: number };

/** The rule of a study, out of all that is known of it. */
export const pmfRuleOf = ({ threshold, minUses, windowDays }: PmfRule): PmfRule => ({
  threshold,
  minUses,
  windowDays,
});

/**
 * Default PMF rule by business type. Ellis: two uses within 14 days, 40 %. A product met less often
 * needs a longer window: a two-sided platform a month, an agency or a machine a quarter.
 */
export const defaultPmfRule: Record<BusinessType, PmfRule> = {
  saas: { threshold: 0.4, minUses: 2, windowDays: 14 },
  platform: { threshold: 0.4, minUses: 2, windowDays: 30 },
  "human-service": { threshold: 0.4, minUses: 1, windowDays: 90 },
  hardware: { threshold: 0.4, minUses: 2, windowDays: 90 },
};
