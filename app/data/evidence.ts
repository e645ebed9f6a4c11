/** Responses together with the versions they answered: what every result is computed from. */
import { and, count, eq, isNotNull, lte, max, sum } from "drizzle-orm";
import type { Language } from "~/domain/language";
import type { Compiled } from "~/domain/questionnaire/compiled";
import type { Evidence, Exported } from "~/domain/report/evidence";
import type { Unfinished } from "~/domain/report/who-answered";
import type { Store } from "~db/client";
import { listCompiled } from "./questionnaires";
import { listClosedResponses, listCompleteResponses, listPartialResponses } from "./responses";

type InStudy = { workspaceId: string; studyId: string };

/** What the analysis does not need, and the list of responses does. */
type Told = {
  language: Language;
  seconds: Record<string, number>;
  reviewReason: string;
  reviewedAt: number | null;
  reviewedBy: string | null;
};

/** Responses with the versions they answered. */
async function withCompiled<R extends { versionId: string }>(
  store: Store,
  workspaceId: string,
  responses: readonly R[],
): Promise<(R & { compiled: Compiled })[]> {
  const versionIds = [...new Set(responses.map((one) => one.versionId))];
  const versions = await listCompiled(store, { workspaceId, versionIds });
  return responses.flatMap((one) => {
    const compiled = versions.get(one.versionId);
    return compiled ? [{ ...one, compiled }] : [];
  });
}

/**
 * Complete responses of a study as evidence, in the order in which they came in. Those that a person excluded are
 * left out, unless `withExcluded`.
 */
export async function listEvidence(
  store: Store,
  { workspaceId, studyId, withExcluded = false }: InStudy & { withExcluded?: boolean },
): Promise<(Evidence & Told)[]> {
  const complete = await listCompleteResponses(store, { workspaceId, studyId });
  const counted = withExcluded ? complete : complete.filter(({ review }) => review !== "excluded");
  return withCompiled(store, workspaceId, counted);
}

/** Responses closed before their end, screened out or over quota, for the files that tell of them. */
export const listClosedEvidence = async (store: Store, given: InStudy): Promise<(Exported & Told)[]> =>
  withCompiled(store, given.workspaceId, await listClosedResponses(store, given));

/** Responses that stopped half-way, with the version they were answering. */
export async function listUnfinished(store: Store, given: InStudy): Promise<Unfinished[]> {
  const partial = await withCompiled(store, given.workspaceId, await listPartialResponses(store, given));
  return partial.map(({ role, page, compiled }) => ({ role, page, compiled }));
}

/** Changes whenever a response of the study (or one that is complete) does: how many, how often written, when last. */
export async function findEvidenceState(
  { db, tables }: Store,
  { workspaceId, studyId, onlyComplete = false }: InStudy & { onlyComplete?: boolean },
) {
  const { responses } = tables;
  const [state] = await db
    .select({
      n: count(),
      complete: count(responses.completedAt),
      completed: max(responses.completedAt),
      writes: sum(responses.revision),
      updated: max(responses.updatedAt),
      reviewed: max(responses.reviewedAt),
      reviews: count(responses.review),
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        onlyComplete ? isNotNull(responses.completedAt) : undefined,
      ),
    );
  const time = (at: number | null | undefined) => (at === null || at === undefined ? null : Number(at));
  return {
    n: Number(state?.n ?? 0),
    complete: Number(state?.complete ?? 0),
    writes: Number(state?.writes ?? 0),
    reviews: Number(state?.reviews ?? 0),
    completed: time(state?.completed),
    updated: time(state?.updated),
    reviewed: time(state?.reviewed),
  };
}

/** How many complete responses there are of those finished until a time; 0 without one. */
export async function countCompleteUntil(
  { db, tables }: Store,
  { workspaceId, studyId, until }: InStudy & { until: number | null },
): Promise<number> {
  if (until === null) return 0;
  const { responses } = tables;
  const [found] = await db
    .select({ n: count() })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        lte(responses.completedAt, until),
      ),
    );
  return Number(found?.n ?? 0);
}
