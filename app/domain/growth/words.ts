/** Words of the growth pages that tables and screens share. */

/** Whether a need extends the product to the side or completes it into a whole solution. */
export const opportunityMarkets = ["sideways", "complete"] as const;
export type OpportunityMarket = (typeof opportunityMarkets)[number];

export const opportunityStatuses = ["open", "to-confirm", "confirmed", "building", "rejected"] as const;
export type OpportunityStatus = (typeof opportunityStatuses)[number];

/** Where an opportunity came from. */
export const opportunityOrigins = ["answers", "problem", "typed"] as const;
export type OpportunityOrigin = (typeof opportunityOrigins)[number];
