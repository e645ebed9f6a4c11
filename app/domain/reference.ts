/**
 * Every method under the name, input and result by which published reference cases call it
 * (tests/domain/reference-values.json). `npm run methods:check -- FILE` runs a file of cases against them.
 * Where a method has no value the result holds `null`.
 */
import { agreementReference } from "./reference/agreement";
import { clusterReference } from "./reference/clusters";
import { misses, type Tolerance } from "./reference/compare";
import { competitorReference } from "./reference/competitors";
import { featureReference } from "./reference/features";
import { marketReference } from "./reference/market";
import { npsReference } from "./reference/nps";
import { planningReference } from "./reference/planning";
import { pmfReference } from "./reference/pmf";
import { priceReference } from "./reference/price";
import { proportionReference } from "./reference/proportions";
import { qualityReference } from "./reference/quality";
import { textReference } from "./reference/text";

/** Each function takes the `input` of a case of its method; what that holds, only the case knows. */
export const referenceMethods: Record<string, (input: never) => unknown> = {
  ...pmfReference,
  ...proportionReference,
  ...clusterReference,
  ...planningReference,
  ...npsReference,
  ...agreementReference,
  ...featureReference,
  ...priceReference,
  ...competitorReference,
  ...marketReference,
  ...qualityReference,
  ...textReference,
};

/** One published case: what goes into a method and what must come out. */
export type ReferenceCase = {
  id: string;
  method: string;
  title?: string;
  input: unknown;
  expected: unknown;
  tolerance?: Tolerance;
};

/** What a case's method gets wrong, one line a figure; an empty list when it agrees with its source. */
export function referenceMisses({ method, input, expected, tolerance }: ReferenceCase): string[] {
  const run = referenceMethods[method];
  return run ? misses(expected, run(input as never), tolerance ?? {}) : [`no method is called ${method}`];
}
