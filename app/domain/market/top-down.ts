import { noValue, type Outcome, value } from "../outcome";

/** `companies` in the segment, the share of them that fits (0 to 1), revenue per company and year. */
export type MarketSegment = { companies: number; fit: number; arpa: number };

const isShare = (share: number) => share >= 0 && share <= 1;

/**
 * Top-down market size a year, in the currency of ARPA: TAM = Σ companies × ARPA, SAM = Σ companies × fit × ARPA,
 * SOM = SAM × the share within reach × the share that is won.
 */
export function topDownMarket(
  segments: readonly MarketSegment[],
  reachableShare: number,
  winRate: number,
): Outcome<{ tam: number; sam: number; som: number }> {
  if (segments.length === 0) return noValue("no-data");
  const sound = segments.every(
    ({ companies, fit, arpa }) =>
      companies >= 0 && arpa >= 0 && isShare(fit) && Number.isFinite(companies * arpa),
  );
  if (!sound || !isShare(reachableShare) || !isShare(winRate)) return noValue("out-of-range");
  const tam = segments.reduce((sum, { companies, arpa }) => sum + companies * arpa, 0);
  const sam = segments.reduce((sum, { companies, fit, arpa }) => sum + companies * fit * arpa, 0);
  return value({ tam, sam, som: sam * reachableShare * winRate });
}
