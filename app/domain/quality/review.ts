/** What a person decided about a response that was looked at: it counts, or it does not. */
const reviews = ["kept", "excluded"] as const;
export type Review = (typeof reviews)[number];
