import { diffusionMethods } from "./diffusion";
import { marketDecisionMethods } from "./market-decision";
import { marketRangeMethods } from "./market-range";
import { marketSizeMethods } from "./market-size";
import type { Method } from "./method";
import { moneyMethods } from "./money";

/** How large the market is, and whether it pays. */
export const marketMethods: readonly Method[] = [
  ...marketSizeMethods,
  ...marketRangeMethods,
  ...marketDecisionMethods,
  ...diffusionMethods,
  ...moneyMethods,
];
