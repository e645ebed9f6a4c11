/** Reading what came back. */
import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Store } from "~db/client";

type InStudy = { workspaceId: string; studyId: string };

/** Complete responses of a study with their company, in the order in which they came in. */
export async function listCompleteResponses({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { responses, companies } = tables;
  const rows = await db
    .select({
      id: responses.id,
      role: responses.role,
      versionId: responses.versionId,
      waveId: responses.waveId,
      collectorId: responses.collectorId,
      language: responses.language,
      answers: responses.answers,
      seconds: responses.seconds,
      startedAt: responses.startedAt,
      completedAt: responses.completedAt,
      companyId: responses.companyId,
      companyName: companies.name,
      companySize: companies.size,
      companyIndustry: companies.industry,
      companyRegion: companies.region,
      contactId: responses.contactId,
      review: responses.review,
      reviewReason: responses.reviewReason,
      reviewedAt: responses.reviewedAt,
      reviewedBy: responses.reviewedBy,
    })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        isNotNull(responses.completedAt),
      ),
    )
    .orderBy(asc(responses.completedAt), asc(responses.id));
  return rows.map((row) => ({ ...row, completedAt: Number(row.completedAt) }));
}
export type CompleteResponse = Awaited<ReturnType<typeof listCompleteResponses>>[number];

/** Responses begun and not (yet) finished: where they stopped, nothing of what they said. */
export async function listPartialResponses({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { responses } = tables;
  return db
    .select({
      id: responses.id,
      role: responses.role,
      versionId: responses.versionId,
      page: responses.page,
      waveId: responses.waveId,
      invitationId: responses.invitationId,
      leftReason: responses.leftReason,
      startedAt: responses.startedAt,
      updatedAt: responses.updatedAt,
    })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        isNull(responses.completedAt),
      ),
    )
    .orderBy(desc(responses.updatedAt));
}

/** Started and complete responses per role. */
export async function countResponses({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { responses } = tables;
  const rows = await db
    .select({ role: responses.role, started: count(), complete: count(responses.completedAt) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.studyId, studyId)))
    .groupBy(responses.role);
  return rows.map((row) => ({ ...row, started: Number(row.started), complete: Number(row.complete) }));
}

export async function findResponse({ db, tables }: Store, given: InStudy & { responseId: string }) {
  const { responses, companies } = tables;
  const [found] = await db
    .select({ response: responses, companyName: companies.name })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(
        eq(responses.workspaceId, given.workspaceId),
        eq(responses.studyId, given.studyId),
        eq(responses.id, given.responseId),
      ),
    )
    .limit(1);
  return found ?? null;
}
