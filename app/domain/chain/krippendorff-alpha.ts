import { noValue, type Outcome, value } from "../outcome";

/** How far apart two answers are: different or not, by rank, or by the squared distance of their numbers. */
export const alphaLevels = ["nominal", "ordinal", "interval"] as const;
export type AlphaLevel = (typeof alphaLevels)[number];

export type KrippendorffAlpha = {
  alpha: number;
  /** Units (companies) with at least two answers, and the answers in them. */
  units: number;
  answers: number;
};

/**
 * Krippendorff's α: 1 − observed / expected disagreement. 1 is perfect agreement, 0 what chance gives,
 * negative is systematic contradiction. `ratings[rater][unit]`: in a decision chain raters are roles, units
 * companies; `null` is a missing answer, and a unit with fewer than two answers is left out.
 * `lengths-differ`; `too-few` when no unit has two answers; `no-variance` when every paired answer is the same,
 * for then chance cannot be told from agreement (look at r_wg).
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; agrees with R `irr::kripp.alpha`.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  level: AlphaLevel,
): Outcome<KrippendorffAlpha> {
  const length = ratings[0]?.length ?? 0;
  if (!ratings.every((row) => row.length === length)) return noValue("lengths-differ");
  const units: number[][] = [];
  for (let unit = 0; unit < length; unit++) {
    const given: number[] = [];
    for (const row of ratings) {
      const one = row[unit];
      if (one !== null && one !== undefined) given.push(one);
    }
    if (given.length >= 2) units.push(given);
  }
  const answers = units.reduce((sum, unit) => sum + unit.length, 0);
  if (answers === 0) return noValue("too-few", { n: 0 });
  const categories = [...new Set(units.flat())].sort((a, b) => a - b);
  const place = new Map(categories.map((category, index) => [category, index]));
  const totals = categories.map(() => 0);
  for (const unit of units) for (const one of unit) totals[place.get(one)!]! += 1;
  const distance = distanceOf(level, categories, totals);

  let observed = 0;
  for (const unit of units) {
    const places = unit.map((one) => place.get(one)!);
    let apart = 0;
    for (const a of places) for (const b of places) apart += distance(a, b);
    observed += apart / (unit.length - 1);
  }
  let expected = 0;
  totals.forEach((one, i) => {
    totals.forEach((other, j) => {
      expected += one * other * distance(i, j);
    });
  });
  if (expected === 0) return noValue("no-variance");
  return value({ alpha: 1 - ((answers - 1) * observed) / expected, units: units.length, answers });
}

function distanceOf(level: AlphaLevel, categories: readonly number[], totals: readonly number[]) {
  if (level === "nominal") return (i: number, j: number) => (i === j ? 0 : 1);
  if (level === "interval") return (i: number, j: number) => (categories[i]! - categories[j]!) ** 2;
  // The rank of a category is the middle of its answers: all answers below it and half its own.
  let below = 0;
  const rank = totals.map((own) => {
    below += own;
    return below - own / 2;
  });
  return (i: number, j: number) => (rank[i]! - rank[j]!) ** 2;
}
