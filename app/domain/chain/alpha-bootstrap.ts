/** Company bootstrap of many ordinal α at once: the draws are shared, and companies that look alike are counted once. */
import { quantileSorted } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval } from "../stats/interval";
import { seededRandom } from "../stats/seeded-random";
import { fewestDraws } from "./company-bootstrap";

/** One company's ratings of one item, a rater an entry; null where a rater gave none. */
export type RatedUnit = readonly (number | null)[];

/** What companies with the same ratings add to the totals of the categories and to their coincidences. */
type Pattern = { totals: [category: number, n: number][]; pairs: [place: number, n: number][] };

type Item = {
  categories: number;
  /** The pattern of each company; −1 where fewer than two raters rated. */
  patternOf: Int32Array;
  patterns: Pattern[];
};

/** Each company as a pattern of ratings, whoever gave which. */
function patternsOf(units: readonly RatedUnit[]): Item {
  const given = units.map((unit) => unit.filter((one) => one !== null));
  const categories = [...new Set(given.flatMap((own) => (own.length >= 2 ? own : [])))].sort((a, b) => a - b);
  const place = new Map(categories.map((category, at) => [category, at]));
  const known = new Map<string, number>();
  const patterns: Pattern[] = [];
  const patternOf = Int32Array.from(given, (own) => {
    if (own.length < 2) return -1;
    const counts = new Map<number, number>();
    for (const one of own) counts.set(place.get(one)!, (counts.get(place.get(one)!) ?? 0) + 1);
    const totals = [...counts].sort(([a], [b]) => a - b);
    const key = totals.join(";");
    const found = known.get(key);
    if (found !== undefined) return found;
    const pairs = totals.flatMap(([a, n]) =>
      totals.flatMap(([b, m]): [number, number][] =>
        a === b ? [] : [[a * categories.length + b, (n * m) / (own.length - 1)]],
      ),
    );
    known.set(key, patterns.length);
    patterns.push({ totals, pairs });
    return patterns.length - 1;
  });
  return { categories: categories.length, patternOf, patterns };
}

/** Ordinal α of a draw, from how many companies of each pattern are in it; null where every rating is the same. */
function alphaOfDraw({ categories, patterns }: Item, drawn: Int32Array): number | null {
  const totals = new Float64Array(categories);
  const coincidences = new Float64Array(categories * categories);
  for (let pattern = 0; pattern < patterns.length; pattern++) {
    const times = drawn[pattern]!;
    if (times === 0) continue;
    for (const [category, n] of patterns[pattern]!.totals) totals[category]! += times * n;
    for (const [place, n] of patterns[pattern]!.pairs) coincidences[place]! += times * n;
  }
  const rank = new Float64Array(categories);
  let answers = 0;
  for (let category = 0; category < categories; category++) {
    answers += totals[category]!;
    rank[category] = answers - totals[category]! / 2;
  }
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < categories; a++)
    for (let b = 0; b < categories; b++) {
      const apart = (rank[a]! - rank[b]!) ** 2;
      observed += coincidences[a * categories + b]! * apart;
      expected += totals[a]! * totals[b]! * apart;
    }
  return expected === 0 ? null : 1 - ((answers - 1) * observed) / expected;
}

/**
 * Percentile intervals of ordinal Krippendorff α for many items rated by the same companies, `items[item][company]`,
 * from the same draws of companies with replacement: thousands of companies take a fraction of a second. For one item
 * that every company rated twice or more it is what `companyBootstrap` of `krippendorffAlpha` gives with this seed.
 * An item that fewer than five companies rated twice is `too-few-companies`; one whose draws mostly hold a single
 * rating is `no-variance`. Source: Efron (1979); Krippendorff (2011) by coincidences.
 */
export function bootstrapAlphas(
  items: readonly (readonly RatedUnit[])[],
  { seed, draws = fewestDraws }: { seed: number; draws?: number },
): Outcome<Interval>[] {
  const companies = items[0]?.length ?? 0;
  const known = items.map(patternsOf);
  const counts = known.map(({ patterns }) => new Int32Array(patterns.length));
  const alphas = known.map((): number[] => []);
  const random = seededRandom(seed);
  for (let draw = 0; draw < draws; draw++) {
    for (const own of counts) own.fill(0);
    for (let at = 0; at < companies; at++) {
      const company = Math.floor(random() * companies);
      for (let item = 0; item < known.length; item++) {
        const pattern = known[item]!.patternOf[company]!;
        if (pattern >= 0) counts[item]![pattern]! += 1;
      }
    }
    for (let item = 0; item < known.length; item++) {
      const alpha = alphaOfDraw(known[item]!, counts[item]!);
      if (alpha !== null) alphas[item]!.push(alpha);
    }
  }
  const tail = (1 - defaultConfidence) / 2;
  return known.map(({ patternOf }, item) => {
    const told = patternOf.reduce((n, pattern) => n + (pattern >= 0 ? 1 : 0), 0);
    if (told < 5) return noValue("too-few-companies", { companies: told });
    const own = alphas[item]!;
    if (own.length < draws / 2) return noValue("no-variance");
    own.sort((a, b) => a - b);
    return value([quantileSorted(own, tail)!, quantileSorted(own, 1 - tail)!]);
  });
}
