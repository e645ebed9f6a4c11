/** The feature methods under the names and shapes of the published reference cases. */
import { importancePerformance } from "../features/importance-performance";
import { kanoContinuous } from "../features/kano-continuous";
import { kanoFong } from "../features/kano-fong";
import { type KanoCounts, kanoSummary } from "../features/kano-summary";
import { type KanoAnswer, kanoCategory } from "../features/kano-table";
import { maxdiffClosedForm } from "../features/maxdiff-closed-form";
import { maxdiffCounts } from "../features/maxdiff-counts";
import { maxdiffLogit } from "../features/maxdiff-logit";
import type { MaxdiffTask } from "../features/maxdiff-task";
import { opportunityFromRatings, opportunityScore } from "../features/opportunity";
import { turf } from "../features/turf";
import { fieldsOf } from "./fields-of";
import { orNull } from "./or-null";

/** The reference spells two of the answers without a hyphen. */
const kanoAnswer = (given: string): KanoAnswer =>
  given === "must" ? "must-be" : given === "livewith" ? "live-with" : (given as KanoAnswer);

const itemsOf = (tasks: readonly MaxdiffTask<number>[]) =>
  [...new Set(tasks.flatMap((task) => task.items))].sort((left, right) => left - right);

export const featureReference = {
  kano_table(input: { rows_functional: string[]; cols_dysfunctional: string[] }) {
    return {
      table: input.rows_functional.map((functional) =>
        input.cols_dysfunctional.map((dysfunctional) =>
          kanoCategory(kanoAnswer(functional), kanoAnswer(dysfunctional)),
        ),
      ),
    };
  },

  kano_timko(input: { counts: KanoCounts }) {
    return fieldsOf(kanoSummary(input.counts), {
      better: (summary) => orNull(summary.better),
      worse: (summary) => orNull(summary.worse),
      category: (summary) => summary.category,
      total_strength: (summary) => summary.totalStrength,
      category_strength: (summary) => summary.categoryStrength,
    });
  },

  kano_tie(input: { counts_list: KanoCounts[] }) {
    return { categories: input.counts_list.map((counts) => orNull(kanoSummary(counts))?.category ?? null) };
  },

  kano_continuous(input: { answers: { f: string; d: string }[] }) {
    return fieldsOf(
      kanoContinuous(
        input.answers.map(({ f, d }) => ({ functional: kanoAnswer(f), dysfunctional: kanoAnswer(d) })),
      ),
      {
        functional_mean: (result) => result.functionalMean,
        dysfunctional_mean: (result) => result.dysfunctionalMean,
        functional_sd: (result) => orNull(result.functionalDeviation),
        dysfunctional_sd: (result) => orNull(result.dysfunctionalDeviation),
        quadrant: (result) => result.quadrant,
      },
    );
  },

  kano_fong(input: { counts_list: KanoCounts[]; z?: number }) {
    const results = input.counts_list.map((counts) => orNull(kanoFong(counts, input.z)));
    return {
      diff: results.map((result) => result?.difference ?? null),
      critical: results.map((result) => result?.critical ?? null),
      significant: results.map((result) => result?.significant ?? null),
    };
  },

  ulwick_opportunity(input: {
    importance?: number;
    satisfaction?: number;
    items?: { i: number; s: number }[];
  }) {
    const { importance, satisfaction, items } = input;
    if (items) return { opportunity: items.map(({ i, s }) => orNull(opportunityScore(i, s))) };
    if (importance === undefined || satisfaction === undefined) return { opportunity: null };
    return { opportunity: orNull(opportunityScore(importance, satisfaction)) };
  },

  ulwick_opportunity_raw(input: { importance: (number | null)[]; satisfaction: (number | null)[] }) {
    const respondents = Math.max(input.importance.length, input.satisfaction.length);
    return fieldsOf(
      opportunityFromRatings(
        Array.from({ length: respondents }, (_, index) => ({
          importance: input.importance[index],
          satisfaction: input.satisfaction[index],
        })),
      ),
      {
        importance10: (result) => result.importance,
        satisfaction10: (result) => result.satisfaction,
        opportunity: (result) => result.opportunity,
      },
    );
  },

  importance_performance(input: { importance: number[]; performance: number[] }) {
    return fieldsOf(importancePerformance(input.importance, input.performance), {
      mean_importance: (result) => result.importanceLine,
      mean_performance: (result) => result.performanceLine,
      quadrant: (result) => result.quadrants.map((quadrant) => quadrant.replace("-", "_")),
    });
  },

  maxdiff_counts(input: { choices: MaxdiffTask<number>[]; items?: number[] }) {
    const counts = maxdiffCounts(input.choices, input.items ?? itemsOf(input.choices));
    return {
      best: counts.map(({ best }) => best),
      worst: counts.map(({ worst }) => worst),
      shown: counts.map(({ shown }) => shown),
      score: counts.map(({ score }) => orNull(score)),
    };
  },

  maxdiff_closed_form_logit(input: { totals: number[]; best: number[]; worst: number[] }) {
    return fieldsOf(
      maxdiffClosedForm(
        input.totals.map((shown, item) => ({
          shown,
          best: input.best[item] ?? 0,
          worst: input.worst[item] ?? 0,
        })),
      ),
      {
        utility: (result) => result.utilities,
        se: (result) => result.standardErrors,
        choice_share: (result) => result.shares,
      },
    );
  },

  maxdiff_logit(input: { choices: MaxdiffTask<number>[]; reference_item: number }) {
    return fieldsOf(maxdiffLogit(input.choices, itemsOf(input.choices), input.reference_item), {
      utility: (result) => result.utilities,
      se: (result) => result.standardErrors,
      loglik: (result) => result.logLikelihood,
      share: (result) => result.shares,
    });
  },

  turf(input: { reach: (number | boolean)[][]; k: number }) {
    return fieldsOf(turf(input.reach, input.k), {
      best: (result) => result.best,
      reach: (result) => result.reach,
      frequency: (result) => result.frequency,
      ties: (result) => result.ties,
    });
  },
};
