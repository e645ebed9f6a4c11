/** What to say to one role of a customer who is looking at one competitor, each line with what it rests on. */
import type { ChainRole } from "../chain/role";
import type { Mean, Share } from "../report/tallies";
import type { ClaimVerdict } from "./claim-check";
import type { FeatureWeight } from "./feature-weights";
import { ownProduct } from "./rival";
import { meanRating, type RivalRatings } from "./rival-ratings";

/** How we stand in one feature: ahead, alike, behind, or nobody knows. */
export type Stance = "ahead" | "alike" | "behind" | "unknown";
export type Facing = {
  featureId: string;
  weight: number;
  stance: Stance;
  ours: number | null;
  theirs: number | null;
  /** The heaviest feature in which we are ahead, to turn to where we are not; null when there is none. */
  turnTo: string | null;
};

export type CardClaim = {
  id: string;
  words: string;
  link: string;
  verdict: ClaimVerdict;
  reported: Mean | null;
  role: ChainRole | null;
};

export type BattleCard = {
  vendor: string;
  role: ChainRole;
  /** The features that weigh most for the role, heaviest first. */
  facing: Facing[];
  /** What a buyer pays at first, ours and theirs; null where either is not known. */
  price: { ours: number; theirs: number } | null;
  /** Who would choose which today, in this role. */
  wins: { ours: Share; theirs: Share } | null;
  /** What they promise this role, or everybody. */
  claims: CardClaim[];
  /** Rows in which their own users rate them lowest, worst first. */
  weak: { row: string; mean: Mean }[];
};

/** A salesperson keeps no more in mind. */
const mostFacing = 5;
const mostWeak = 3;

type Given = {
  vendor: string;
  role: ChainRole;
  weights: readonly FeatureWeight[];
  /** 0–1, null where the cell is not known. */
  scoreOf: (featureId: string, vendor: string) => number | null;
  priceOf: (vendor: string) => number | null;
  wins: Readonly<Record<string, Share>>;
  claims: readonly (CardClaim & { vendor: string })[];
  ratings: RivalRatings;
};

function stanceOf(ours: number | null, theirs: number | null): Stance {
  if (ours === null || theirs === null) return "unknown";
  if (ours === theirs) return "alike";
  return ours > theirs ? "ahead" : "behind";
}

/** The card of `vendor` for `role`; what nothing is known of is left out or null. Equal weights keep the features' order. */
export function battleCard(given: Given): BattleCard {
  const { vendor, role, scoreOf, priceOf, wins, ratings } = given;
  const weighed = given.weights
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ featureId, weight }) => {
      const [ours, theirs] = [scoreOf(featureId, ownProduct), scoreOf(featureId, vendor)];
      return { featureId, weight, ours, theirs, stance: stanceOf(ours, theirs) };
    });
  const strength = weighed.find(({ stance }) => stance === "ahead")?.featureId ?? null;
  const [ours, theirs] = [priceOf(ownProduct), priceOf(vendor)];
  const [ourWins, theirWins] = [wins[ownProduct], wins[vendor]];
  const rated = [...(ratings.get(vendor)?.keys() ?? [])].flatMap((row) => {
    const mean = meanRating(ratings, vendor, [row]);
    return mean ? [{ row, mean }] : [];
  });
  return {
    ...{ vendor, role },
    facing: weighed
      .slice(0, mostFacing)
      .map((one) => ({ ...one, turnTo: one.stance === "ahead" ? null : strength })),
    price: ours === null || theirs === null ? null : { ours, theirs },
    wins: ourWins && theirWins ? { ours: ourWins, theirs: theirWins } : null,
    claims: given.claims
      .filter((claim) => claim.vendor === vendor && (claim.role === null || claim.role === role))
      .map(({ id, words, link, verdict, reported, role: addressed }) => ({
        ...{ id, words, link, verdict, reported, role: addressed },
      })),
    weak: rated.toSorted((a, b) => a.mean.mean - b.mean.mean).slice(0, mostWeak),
  };
}
