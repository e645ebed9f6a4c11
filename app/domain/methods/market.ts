import { diffusionMethods } from "./diffusion";
import { marketRangeMethods } from "./market-range";
import { marketSizeMethods } from "./market-size";
import type { Method } from "./method";
import { moneyMethods } from "./money";

/** How large the market is, and whether it pays. */
export const marketMethods: readonly Method[] = [
  ...marketSizeMethods,
  ...marketRangeMethods,
  ...diffusionMethods,
  ...moneyMethods,
];
