/** The ways in to a study's questionnaires. */
import { and, asc, count, eq } from "drizzle-orm";
import type { CollectorKind } from "~/domain/fieldwork/collector";
import type { Store } from "~db/client";
import { newId, newShortToken } from "~db/new-id";

export async function listCollectors(
  { db, tables }: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const { collectors } = tables;
  return db
    .select()
    .from(collectors)
    .where(and(eq(collectors.workspaceId, workspaceId), eq(collectors.studyId, studyId)))
    .orderBy(asc(collectors.createdAt), asc(collectors.id));
}

/** Closes a way in (`closedAt`), or opens it again (null). */
export async function updateCollectorClosed(
  { db, tables }: Store,
  given: { workspaceId: string; collectorId: string; closedAt: number | null },
): Promise<void> {
  const { collectors } = tables;
  await db
    .update(collectors)
    .set({ closedAt: given.closedAt })
    .where(and(eq(collectors.workspaceId, given.workspaceId), eq(collectors.id, given.collectorId)));
}

/** Responses begun through a way in, complete or not. */
export async function countBegun(
  { db, tables }: Store,
  { workspaceId, collectorId }: { workspaceId: string; collectorId: string },
): Promise<number> {
  const { responses } = tables;
  const [counted] = await db
    .select({ n: count() })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.collectorId, collectorId)));
  return Number(counted?.n ?? 0);
}

export type Collector = Store["tables"]["collectors"]["$inferSelect"];
type Settings = Pick<
  Collector,
  "name" | "opensAt" | "closesAt" | "cap" | "passwordHash" | "language" | "onePerDevice" | "embedOrigins"
>;

export async function findCollectorById(
  { db, tables }: Store,
  given: { workspaceId: string; studyId: string; collectorId: string },
): Promise<Collector | null> {
  const { collectors } = tables;
  const [found] = await db
    .select()
    .from(collectors)
    .where(
      and(
        eq(collectors.workspaceId, given.workspaceId),
        eq(collectors.studyId, given.studyId),
        eq(collectors.id, given.collectorId),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** A further way in; its id. */
export async function insertCollector(
  { db, tables }: Store,
  given: Settings & {
    workspaceId: string;
    studyId: string;
    waveId: string;
    kind: CollectorKind;
    questionnaireId: string | null;
    now: number;
  },
): Promise<string> {
  const { now, ...rest } = given;
  const id = newId(now);
  await db.insert(tables.collectors).values({ ...rest, id, token: newShortToken(), createdAt: now });
  return id;
}

export async function updateCollector(
  { db, tables }: Store,
  given: { workspaceId: string; collectorId: string; settings: Settings },
): Promise<void> {
  const { collectors } = tables;
  await db
    .update(collectors)
    .set(given.settings)
    .where(and(eq(collectors.workspaceId, given.workspaceId), eq(collectors.id, given.collectorId)));
}
