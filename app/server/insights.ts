/** The insights of a study, computed from the responses that count. */
import { listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import type { Evidence } from "~/domain/report/evidence";
import { insightsOf } from "~/domain/report/insights-of";
import type { Store } from "~db/client";

/** The same answers give the same insights, whoever looks and whenever. */
export const insightSeed = 20260;

/** The insights of the responses that count; `withExcluded` are the same together with what a person left out. */
export function insightsIn(
  study: Study,
  { evidence, withExcluded }: { evidence: readonly Evidence[]; withExcluded: readonly Evidence[] },
) {
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  return insightsOf({ evidence, excluded: withExcluded.length - evidence.length, rule }, insightSeed);
}

/** The insights of all responses of a study that count. */
export async function readInsights(store: Store, study: Study) {
  const withExcluded = await listEvidence(store, {
    workspaceId: study.workspaceId,
    studyId: study.id,
    withExcluded: true,
  });
  const evidence = withExcluded.filter(({ review }) => review !== "excluded");
  return insightsIn(study, { evidence, withExcluded });
}
