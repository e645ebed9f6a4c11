/** How those who have tried a product rate it: the answers to the competitor block, product by product. */
import type { ChainRole } from "../chain/role";
import { itemsOf } from "../questionnaire/by-measure";
import type { Compiled } from "../questionnaire/compiled";
import { type Evidence, isRecord, numberCompanies } from "../report/evidence";
import { type Mean, meanOf } from "../report/tallies";

/** Ratings 1–5 of one product in one row, each with the number of its company and the response it is from. */
export type Ratings = { companies: number[]; values: number[]; people: string[] };
/** By product, then by row of the feature questions. */
export type RivalRatings = ReadonlyMap<string, ReadonlyMap<string, Ratings>>;

/** The items that rate a product, by version: it answers many responses and never changes. */
const ratingItems = new WeakMap<Compiled, { name: string; subject: string }[]>();

function itemsRating(compiled: Compiled) {
  const known = ratingItems.get(compiled);
  if (known) return known;
  const items = itemsOf(compiled).flatMap(({ measure, name, subject }) =>
    measure === "competitor.performance" && subject ? [{ name, subject }] : [],
  );
  ratingItems.set(compiled, items);
  return items;
}

/** Ratings of every product by row; of `role` alone where one is named. "Don't know" is no rating. */
export function rivalRatings(evidence: readonly Evidence[], role?: ChainRole): RivalRatings {
  const companyOf = numberCompanies();
  const ratings = new Map<string, Map<string, Ratings>>();
  for (const one of evidence) {
    if (role && one.role !== role) continue;
    const company = companyOf(one);
    for (const { name, subject } of itemsRating(one.compiled)) {
      const rows = one.answers[name];
      if (rows === undefined || !isRecord(rows)) continue;
      const ofProduct = ratings.get(subject) ?? new Map<string, Ratings>();
      ratings.set(subject, ofProduct);
      for (const [row, rating] of Object.entries(rows)) {
        if (typeof rating !== "number") continue;
        const own = ofProduct.get(row) ?? { companies: [], values: [], people: [] };
        ofProduct.set(row, own);
        own.companies.push(company);
        own.values.push(rating);
        own.people.push(one.id);
      }
    }
  }
  return ratings;
}

/**
 * The mean rating of a product over some rows, its interval by company; null when nobody rated any of them. Somebody
 * who rated several of the rows counts once, with their own mean.
 */
export function meanRating(ratings: RivalRatings, vendor: string, rows: readonly string[]): Mean | null {
  const ofProduct = ratings.get(vendor);
  const people = new Map<string, { company: number; sum: number; rated: number }>();
  for (const row of rows) {
    const given = ofProduct?.get(row);
    given?.values.forEach((value, at) => {
      const id = given.people[at]!;
      const before = people.get(id) ?? { company: given.companies[at]!, sum: 0, rated: 0 };
      people.set(id, { ...before, sum: before.sum + value, rated: before.rated + 1 });
    });
  }
  const own = [...people.values()];
  return meanOf(
    own.map(({ company }) => company),
    own.map(({ sum, rated }) => sum / rated),
  );
}
