/** What a page computes from the answers that pass its filter, kept so that a large study's page opens at once. */
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { type EvidenceFilter, filterEvidence, unflagged } from "~/domain/report/evidence-filter";
import type { ViewPage } from "~/domain/report/saved-view";
import type { Steps } from "~/domain/steps";
import type { Store } from "~db/client";
import { type Passing, readFilterBar, readPassing } from "./filtered";
import { keptResult, large } from "./kept-result";
import { orPending } from "./under-way";

/**
 * The result for a page's filter, with its bar and everybody who could pass; of a large study it is null while it is
 * `pending`, and of before while it is `catchingUp`: see `keptResult`.
 */
export async function readKeptFiltered<A, T>(
  store: Store,
  given: { request: Request; study: Study; language: Language; page: ViewPage; now: number },
  wanted: {
    /** Results of one kind are of one type. */
    kind: string;
    /** What it rests on beside the answers. */
    readAround: () => Promise<A>;
    compute: (passing: Passing, beside: { around: A; filter: EvidenceFilter }) => Promise<Steps<T>>;
  },
) {
  const { study, now } = given;
  const { filter, bar, all } = await readFilterBar(store, given);
  const asked = keptResult<{ result: T; responses: number }>(store, {
    ...{ kind: wanted.kind, study, filter, now, soon: true, onlyComplete: true },
    read: async () => {
      const around = await wanted.readAround();
      const begin = async () => {
        const passing = await readPassing(store, study, filter);
        const own = await wanted.compute(passing, { around, filter });
        const responses = passing.evidence.length;
        const steps = function* () {
          return { result: yield* own, responses };
        };
        return { responses, steps: steps() };
      };
      // Who is of which company; of so many it is looked at no more than once a minute.
      return { around: [around, all.length < large ? all : null], begin };
    },
  });
  const { shown, pending } = await orPending(asked);
  // Whom the checks flag is known when they are made.
  const passing = filter.quality?.includes(unflagged) ? null : filterEvidence(all, filter).length;
  return {
    all,
    filter: { ...bar, shown: shown?.made.responses ?? passing },
    result: shown?.made.result ?? null,
    pending,
    /** When it was computed, where newer answers are still being counted. */
    catchingUp: shown?.catchingUp ? shown.at : null,
  };
}
