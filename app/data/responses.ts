/** Reading what came back. */
import { setImmediate } from "node:timers/promises";
import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { ResponseEnd } from "~/domain/questionnaire/endings";
import type { Store } from "~db/client";

type InStudy = { workspaceId: string; studyId: string };

/** So many responses are read at once: whoever waits is answered before the next. */
const readAtOnce = 250;

/** Responses that are over at `end`, with their company, in the order in which they came in; the first of those `after` one. */
async function listOver(
  { db, tables: { responses, companies } }: Store,
  { workspaceId, studyId }: InStudy,
  end: "complete" | "closed",
  after?: { completedAt: number; id: string },
) {
  const overAt = end === "complete" ? responses.completedAt : responses.updatedAt;
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
      completedAt: overAt,
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
      outcome: responses.outcome,
    })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        isNotNull(end === "complete" ? responses.completedAt : responses.outcome),
        after && gte(overAt, after.completedAt),
        after && or(gt(overAt, after.completedAt), gt(responses.id, after.id)),
      ),
    )
    .orderBy(asc(overAt), asc(responses.id))
    .limit(readAtOnce);
  return rows.map((row) => ({ ...row, completedAt: Number(row.completedAt) }));
}

/** All of them, part by part. */
async function listAllOver(store: Store, given: InStudy, end: "complete" | "closed") {
  const all = await listOver(store, given, end);
  for (let read = all.length; read === readAtOnce; ) {
    await setImmediate();
    const more = await listOver(store, given, end, all.at(-1));
    all.push(...more);
    read = more.length;
  }
  return all;
}

/** Complete responses of a study. */
export async function listCompleteResponses(store: Store, given: InStudy) {
  const rows = await listAllOver(store, given, "complete");
  return rows.map(({ outcome: _, ...row }) => row);
}

/** Responses closed before their end as complete ones are listed; `completedAt` is when they were closed. */
export async function listClosedResponses(store: Store, given: InStudy) {
  const rows = await listAllOver(store, given, "closed");
  return rows.flatMap(({ outcome, ...row }) => (outcome === null ? [] : [{ ...row, outcome }]));
}
export type CompleteResponse = Awaited<ReturnType<typeof listCompleteResponses>>[number];

/** Complete responses with what can be filtered by and whose they are, in the order in which they came in. */
export async function listFilterable({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { responses, companies } = tables;
  const rows = await db
    .select({
      id: responses.id,
      role: responses.role,
      waveId: responses.waveId,
      collectorId: responses.collectorId,
      completedAt: responses.completedAt,
      companyId: responses.companyId,
      companyName: companies.name,
      companySize: companies.size,
      companyIndustry: companies.industry,
      companyRegion: companies.region,
      review: responses.review,
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

/** Responses begun and neither finished nor closed (yet): where they stopped, nothing of what they said. */
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
        isNull(responses.outcome),
      ),
    )
    .orderBy(desc(responses.updatedAt));
}

/** Responses closed before their end, the newest first. */
export async function listClosedEarly({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { responses, companies } = tables;
  const rows = await db
    .select({
      id: responses.id,
      role: responses.role,
      outcome: responses.outcome,
      updatedAt: responses.updatedAt,
      companyName: companies.name,
    })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        isNotNull(responses.outcome),
      ),
    )
    .orderBy(desc(responses.updatedAt));
  return rows.flatMap(({ outcome, ...row }) => (outcome === null ? [] : [{ ...row, outcome }]));
}

/** Responses per role: begun, complete, closed before their end, and neither (yet). */
export async function countResponses({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { responses } = tables;
  const closedAs = (outcome: ResponseEnd) =>
    count(sql`case when ${responses.outcome} = ${outcome} then 1 end`);
  const rows = await db
    .select({
      role: responses.role,
      started: count(),
      complete: count(responses.completedAt),
      screenedOut: closedAs("screened-out"),
      overQuota: closedAs("over-quota"),
    })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.studyId, studyId)))
    .groupBy(responses.role);
  return rows.map((row) => {
    const [started, complete] = [Number(row.started), Number(row.complete)];
    const [screenedOut, overQuota] = [Number(row.screenedOut), Number(row.overQuota)];
    const unfinished = started - complete - screenedOut - overQuota;
    return { role: row.role, started, complete, screenedOut, overQuota, unfinished };
  });
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

/** Which responses, of which studies, a person or the people of a company gave. */
export async function listResponsesOf(
  { db, tables }: Store,
  given: { workspaceId: string } & ({ contactId: string } | { companyId: string }),
): Promise<{ id: string; studyId: string }[]> {
  const { responses } = tables;
  const theirs =
    "contactId" in given
      ? eq(responses.contactId, given.contactId)
      : eq(responses.companyId, given.companyId);
  return db
    .select({ id: responses.id, studyId: responses.studyId })
    .from(responses)
    .where(and(eq(responses.workspaceId, given.workspaceId), theirs));
}
