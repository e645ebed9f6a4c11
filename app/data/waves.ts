/** The rounds of fieldwork of a study. */
import { and, asc, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { StopRules, WaveTargets } from "~/domain/fieldwork/wave";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };
export type Wave = Store["tables"]["waves"]["$inferSelect"];

export async function listWaves({ db, tables }: Store, { workspaceId, studyId }: InStudy): Promise<Wave[]> {
  const { waves } = tables;
  return db
    .select()
    .from(waves)
    .where(and(eq(waves.workspaceId, workspaceId), eq(waves.studyId, studyId)))
    .orderBy(desc(waves.number));
}

export async function findWave(
  { db, tables }: Store,
  { workspaceId, studyId, waveId }: InStudy & { waveId: string },
): Promise<Wave | null> {
  const { waves } = tables;
  const [found] = await db
    .select()
    .from(waves)
    .where(and(eq(waves.workspaceId, workspaceId), eq(waves.studyId, studyId), eq(waves.id, waveId)))
    .limit(1);
  return found ?? null;
}

/** The wave that is in the field: the newest one. */
export async function findCurrentWave(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<Wave | null> {
  const { waves } = tables;
  const [wave] = await db
    .select()
    .from(waves)
    .where(and(eq(waves.workspaceId, workspaceId), eq(waves.studyId, studyId)))
    .orderBy(desc(waves.number))
    .limit(1);
  return wave ?? null;
}

/** Declares what a wave aims at and when it stops; `declaredAt` says when this was said. */
export async function updateWavePlan(
  { db, tables }: Store,
  given: InStudy & {
    waveId: string;
    plan: {
      name: string;
      startedAt: number;
      endsAt: number | null;
      targets: WaveTargets;
      stopRules: StopRules;
    };
    now: number;
  },
): Promise<void> {
  const { waves } = tables;
  await db
    .update(waves)
    .set({ ...given.plan, declaredAt: given.now })
    .where(
      and(
        eq(waves.workspaceId, given.workspaceId),
        eq(waves.studyId, given.studyId),
        eq(waves.id, given.waveId),
      ),
    );
}

/**
 * Ends a wave: no new response begins in it. Null opens it again; `stopRules` are then those it goes on with, because one
 * that ended by itself would end again at once.
 */
export async function updateWaveEnded(
  { db, tables }: Store,
  given: InStudy & { waveId: string; endedAt: number | null; stopRules?: StopRules },
): Promise<void> {
  const { waves } = tables;
  const { endedAt, stopRules } = given;
  await db
    .update(waves)
    .set({ endedAt, ...(stopRules && { stopRules }) })
    .where(
      and(
        eq(waves.workspaceId, given.workspaceId),
        eq(waves.studyId, given.studyId),
        eq(waves.id, given.waveId),
      ),
    );
}

/**
 * Begins the next wave and ends the one before. Links for all lead into the new wave from now on; personal invitations
 * belong to the wave they were made in. Null when somebody else began it in the same moment.
 */
export async function insertWave(
  store: Store,
  given: InStudy & { number: number; name: string; now: number },
): Promise<string | null> {
  const { workspaceId, studyId, number, name, now } = given;
  const { waves, collectors } = store.tables;
  const id = newId(now);
  const inStudy = and(eq(waves.workspaceId, workspaceId), eq(waves.studyId, studyId));
  try {
    await store.atomically((tx) => [
      tx.insert(waves).values({ id, workspaceId, studyId, number, name, startedAt: now }),
      tx
        .update(waves)
        .set({ endedAt: now })
        .where(and(inStudy, eq(waves.number, number - 1), isNull(waves.endedAt))),
      tx
        .update(collectors)
        .set({ waveId: id })
        .where(
          and(
            eq(collectors.workspaceId, workspaceId),
            eq(collectors.studyId, studyId),
            inArray(collectors.kind, ["study-link", "public-link", "qr", "embed"]),
          ),
        ),
    ]);
    return id;
  } catch (error) {
    const taken = (await listWaves(store, { workspaceId, studyId })).some((wave) => wave.number === number);
    if (taken) return null;
    throw error;
  }
}

/** When the complete responses of a wave came in, by role, with the segment fields of their companies. */
export async function listWaveAnswers(
  { db, tables }: Store,
  { workspaceId, studyId, waveId }: InStudy & { waveId: string },
) {
  const { responses, companies } = tables;
  const rows = await db
    .select({
      id: responses.id,
      role: responses.role,
      companyId: responses.companyId,
      companyName: companies.name,
      contactId: responses.contactId,
      size: companies.size,
      industry: companies.industry,
      region: companies.region,
      startedAt: responses.startedAt,
      completedAt: responses.completedAt,
      outcome: responses.outcome,
      review: responses.review,
    })
    .from(responses)
    .leftJoin(companies, eq(companies.id, responses.companyId))
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        eq(responses.waveId, waveId),
      ),
    )
    .orderBy(asc(responses.startedAt));
  return rows.map((row) => ({
    ...row,
    completedAt: row.completedAt === null ? null : Number(row.completedAt),
  }));
}

/** Complete responses of each wave. */
export async function countByWave(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<Map<string, number>> {
  const { responses } = tables;
  const rows = await db
    .select({ waveId: responses.waveId, n: count(responses.completedAt) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.studyId, studyId)))
    .groupBy(responses.waveId);
  return new Map(rows.map(({ waveId, n }) => [waveId, Number(n)]));
}
