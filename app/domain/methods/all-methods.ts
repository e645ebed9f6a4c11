import { agreementMethods } from "./agreement";
import { chainPatternMethods } from "./chain-pattern";
import { clusterMethods } from "./clusters";
import { competitorMethods } from "./competitors";
import { featureMethods } from "./features";
import { insightMethods } from "./insights";
import { leadingMethods } from "./leading";
import { marketMethods } from "./market";
import type { Method } from "./method";
import { planningMethods } from "./planning";
import { pmfMethods } from "./pmf";
import { priceMethods } from "./price";
import { proportionMethods } from "./proportions";
import { qualityMethods } from "./quality";
import { textMethods } from "./text";

/** Every method the product computes with, in the order of the page "How is this computed?". */
export const allMethods: readonly Method[] = [
  ...pmfMethods,
  ...proportionMethods,
  ...clusterMethods,
  ...planningMethods,
  ...featureMethods,
  ...priceMethods,
  ...agreementMethods,
  ...chainPatternMethods,
  ...insightMethods,
  ...leadingMethods,
  ...competitorMethods,
  ...marketMethods,
  ...qualityMethods,
  ...textMethods,
];

/** The method at the address `/methods/:key`, or null. */
export const findMethod = (key: string): Method | null => allMethods.find((one) => one.key === key) ?? null;
