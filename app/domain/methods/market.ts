import { diffusionMethods } from "./diffusion";
import { growthMethods } from "./growth";
import { marketDecisionMethods } from "./market-decision";
import { marketRangeMethods } from "./market-range";
import { marketSizeMethods } from "./market-size";
import type { Method } from "./method";
import { moneyMethods } from "./money";
import { moveShareMethods } from "./move-shares";
import { surveyTieMethods } from "./survey-tie";

/** How large the market is, and whether it pays. */
export const marketMethods: readonly Method[] = [
  ...marketSizeMethods,
  ...marketRangeMethods,
  ...marketDecisionMethods,
  ...surveyTieMethods,
  ...moveShareMethods,
  ...diffusionMethods,
  ...moneyMethods,
  ...growthMethods,
];
