/** What users miss most among the features they were asked about. */
import { opportunityFromRatings } from "../../features/opportunity";
import { opportunityInterval } from "../../features/opportunity-interval";
import type { LocalText } from "../../language";
import { oneSeed } from "../../seed";
import type { Interval } from "../../stats/interval";
import { clusterOf, type Evidence, isRecord, oncePer, read } from "../evidence";

export type FeatureOpportunity = {
  /** Row of the feature questions. */
  feature: string;
  name: LocalText;
  importance: number;
  satisfaction: number;
  /** Ulwick's score, 0–20. */
  opportunity: number;
  n: number;
  companies: number;
  /** Drawn over companies, of the first in rank only. */
  interval: Interval | null;
};

/** Fewer answers than these make no score. */
const fewest = 5;
const draws = { seed: oneSeed, draws: 1000 };

/** Each feature's opportunity among users, the highest first; empty where too few rated the first. */
export const featureOpportunities = oncePer((evidence): FeatureOpportunity[] => {
  const users = evidence.filter(({ role }) => role === "user");
  const names = namesOfRows(users);
  const rated = (
    one: Evidence,
    key: "user.feature-importance" | "user.feature-satisfaction",
    row: string,
  ) => {
    const answer = read(one, key);
    const cell = isRecord(answer) ? answer[row] : null;
    return typeof cell === "number" ? cell : null;
  };
  const rows = [...names].flatMap(([feature, name]) => {
    const ratings = users.map((one) => ({
      company: clusterOf(one),
      importance: rated(one, "user.feature-importance", feature),
      satisfaction: rated(one, "user.feature-satisfaction", feature),
    }));
    const found = opportunityFromRatings(ratings);
    if (!found.ok) return [];
    const companies = new Set(
      ratings.flatMap(({ importance, company }) => (importance === null ? [] : company)),
    ).size;
    return [{ feature, name, ...found.value, companies, ratings }];
  });
  const ranked = rows.sort((a, b) => b.opportunity - a.opportunity);
  if ((ranked[0]?.n ?? 0) < fewest) return [];
  return ranked.map(({ ratings, ...row }, at) => {
    const interval = at === 0 ? opportunityInterval(ratings, draws) : null;
    return { ...row, interval: interval?.ok ? interval.value : null };
  });
});

function namesOfRows(evidence: readonly Evidence[]): Map<string, LocalText> {
  const names = new Map<string, LocalText>();
  for (const compiled of new Set(evidence.map((one) => one.compiled)))
    for (const { items } of compiled.pages)
      for (const item of items)
        if (item.kind === "matrix" && item.measure === "user.feature-importance")
          for (const { value, text } of item.rows) names.set(value, text);
  return names;
}
