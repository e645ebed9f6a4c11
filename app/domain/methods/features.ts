import { kanoMethods } from "./kano";
import { maxdiffMethods } from "./maxdiff";
import type { Method } from "./method";
import { priorityMethods } from "./priorities";

/** Which features to build. */
export const featureMethods: readonly Method[] = [...kanoMethods, ...priorityMethods, ...maxdiffMethods];
