import { noValue, type Outcome, value } from "../outcome";
import { binomialCdf, chisquareCdf } from "./distributions";

/** Pairs by answer: the first digit is the first side's (1 yes, 2 no), the second digit the second side's. */
export type PairedCounts = { n11: number; n12: number; n21: number; n22: number };

export type McNemar = {
  /** Share of yes on the first side minus share of yes on the second. */
  difference: number;
  chi2: number;
  p: number;
  /** With Edwards' continuity correction. */
  chi2Corrected: number;
  pCorrected: number;
  /** Two-sided exact binomial p; the one to quote when few pairs differ (n₁₂ + n₂₁ < 25). */
  pExact: number;
};

/**
 * Did two people of the same company answer a yes/no question differently, beyond chance?
 * Only pairs that differ count. No pairs: `no-data`; negative counts: `out-of-range`;
 * nobody differs: χ² 0 and p 1, for the data show no difference at all.
 * Source: McNemar (1947); Edwards (1948); Agresti, Categorical Data Analysis (1990), p. 350.
 */
export function mcnemarTest({ n11, n12, n21, n22 }: PairedCounts): Outcome<McNemar> {
  const n = n11 + n12 + n21 + n22;
  if (![n11, n12, n21, n22].every((count) => Number.isInteger(count) && count >= 0))
    return noValue("out-of-range");
  if (n === 0) return noValue("no-data");
  const differing = n12 + n21;
  const gap = Math.abs(n12 - n21);
  const chi2 = differing === 0 ? 0 : gap ** 2 / differing;
  const chi2Corrected = differing === 0 ? 0 : Math.max(0, gap - 1) ** 2 / differing;
  return value({
    difference: (n12 - n21) / n,
    chi2,
    p: 1 - chisquareCdf(chi2, 1),
    chi2Corrected,
    pCorrected: 1 - chisquareCdf(chi2Corrected, 1),
    pExact: differing === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(n12, n21), differing, 0.5)),
  });
}
