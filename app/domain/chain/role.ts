/** The roles of a decision chain, in the order in which every screen lists them. */
export const chainRoles = ["decider", "user", "requester", "procurement", "finance", "it-security"] as const;
export type ChainRole = (typeof chainRoles)[number];

/** The roles every study asks; the others are added on request. */
export const coreRoles = ["decider", "user", "requester"] as const satisfies readonly ChainRole[];
