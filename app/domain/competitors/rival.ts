/** What a competitor is. */

/** A rival sells the same; a substitute does the job in another way; the status quo is what people have today. */
export const rivalStatuses = ["rival", "substitute", "status-quo"] as const;
export type RivalStatus = (typeof rivalStatuses)[number];

/** One line of a price list, in the study's currency and price unit; no price means "on request". */
export type PricingPlan = { name: string; price: number | null; note: string };

/** Our own product among the vendors of the matrix, as questionnaires name it. */
export const ownProduct = "us";

/** The price a buyer meets first: that of the first plan that names one, or null. */
export const entryPrice = (plans: readonly PricingPlan[]): number | null =>
  plans.find(({ price }) => price !== null)?.price ?? null;
