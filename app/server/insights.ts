/** The insights of a study, computed from the responses that count. */
import { listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import { type InsightInput, insightsOf } from "~/domain/report/insights-of";
import type { Store } from "~db/client";

/** The same answers give the same insights, whoever looks and whenever. */
export const insightSeed = 20260;

/** What the engine reads of a study. */
export async function readInsightInput(store: Store, study: Study): Promise<InsightInput> {
  const all = await listEvidence(store, {
    workspaceId: study.workspaceId,
    studyId: study.id,
    withExcluded: true,
  });
  const evidence = all.filter(({ review }) => review !== "excluded");
  return {
    evidence,
    excluded: all.length - evidence.length,
    rule: { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays },
  };
}

export const readInsights = async (store: Store, study: Study) =>
  insightsOf(await readInsightInput(store, study), insightSeed);
