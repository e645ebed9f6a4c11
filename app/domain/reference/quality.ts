/** The quality checks under the names and shapes of the published reference cases. */
import { type ComparableResponse, defaultNearShare, findNearDuplicates } from "../quality/near-duplicates";
import { type PageSeconds, relativeSpeed } from "../quality/relative-speed";
import { longstring, type Ratings, responseVariability } from "../quality/straightlining";
import { orNull } from "./or-null";

export const qualityReference = {
  straightlining: (input: { rows: Ratings[] }) => ({
    longstring: input.rows.map(longstring),
    irv: input.rows.map((row) => orNull(responseVariability(row))),
  }),

  speeding_rsi(input: { page_seconds: PageSeconds[]; cap?: number; flag_above?: number }) {
    const { medians, indices } = relativeSpeed(input.page_seconds, input.cap);
    const above = input.flag_above ?? 2;
    return {
      median: medians.map(orNull),
      rsi: indices.map(orNull),
      flag: indices.map((index) => index.ok && index.value > above),
    };
  },

  duplicates(input: { rows: ComparableResponse[]; near_share?: number }) {
    const pairs = findNearDuplicates(input.rows, input.near_share ?? defaultNearShare);
    const exact = findNearDuplicates(input.rows, 1);
    const idsOf = (found: typeof pairs) => found.map(({ first, second }) => [first, second]);
    return { exact_pairs: idsOf(exact), near_pairs: idsOf(pairs) };
  },
};
