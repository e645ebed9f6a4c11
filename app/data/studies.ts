/** Studies with what belongs to them from the start: competitors, the first wave, the study link. */
import { and, asc, count, desc, eq, isNull, max, notInArray, sql } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";

type NewStudy = Omit<
  Store["tables"]["studies"]["$inferInsert"],
  "id" | "workspaceId" | "createdAt" | "archivedAt"
>;
export type Study = Store["tables"]["studies"]["$inferSelect"];

/** A study with its competitors, questionnaires (drafts), first wave and the link that routes by role. */
export async function insertStudy(
  store: Store,
  given: {
    workspaceId: string;
    study: NewStudy;
    /** `id` is the competitor's key inside the study. */
    competitors: readonly { id: string; name: string }[];
    questionnaires: readonly { role: ChainRole; draft: unknown }[];
    now: number;
  },
): Promise<string> {
  const { workspaceId, now } = given;
  const { studies, competitors, waves, questionnaires, collectors } = store.tables;
  const studyId = newId(now);
  const waveId = newId(now);
  await store.atomically((tx) => [
    tx.insert(studies).values({ ...given.study, id: studyId, workspaceId, createdAt: now }),
    tx.insert(waves).values({ id: waveId, workspaceId, studyId, number: 1, startedAt: now }),
    ...given.competitors.map(({ id, name }, position) =>
      tx.insert(competitors).values({ id: newId(now), workspaceId, studyId, key: id, name, position }),
    ),
    ...given.questionnaires.map(({ role, draft }) =>
      tx
        .insert(questionnaires)
        .values({ id: newId(now), workspaceId, studyId, role, draft, revision: 1, updatedAt: now }),
    ),
    tx.insert(collectors).values({
      id: newId(now),
      workspaceId,
      studyId,
      waveId,
      kind: "study-link",
      questionnaireId: null,
      token: newToken(),
      createdAt: now,
    }),
  ]);
  return studyId;
}

export async function findStudy(
  { db, tables }: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const { studies } = tables;
  const [study] = await db
    .select()
    .from(studies)
    .where(and(eq(studies.workspaceId, workspaceId), eq(studies.id, studyId)))
    .limit(1);
  return study ?? null;
}

/** Every study that is not archived, newest first, with its complete responses and the newest one's time. */
export async function listStudies({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { studies, responses } = tables;
  const counted = db
    .select({
      studyId: responses.studyId,
      n: count(responses.completedAt).as("n"),
      last: max(responses.completedAt).as("last"),
    })
    .from(responses)
    .where(eq(responses.workspaceId, workspaceId))
    .groupBy(responses.studyId)
    .as("counted");
  const rows = await db
    .select({
      id: studies.id,
      product: studies.product,
      description: studies.description,
      businessType: studies.businessType,
      stage: studies.stage,
      sample: studies.sample,
      createdAt: studies.createdAt,
      complete: counted.n,
      lastAt: counted.last,
    })
    .from(studies)
    .leftJoin(counted, eq(counted.studyId, studies.id))
    .where(and(eq(studies.workspaceId, workspaceId), isNull(studies.archivedAt)))
    .orderBy(desc(studies.createdAt));
  return rows.map((row) => ({
    ...row,
    complete: Number(row.complete ?? 0),
    lastAt: row.lastAt === null ? null : Number(row.lastAt),
  }));
}

/** What a study says about itself, and its competitors: keys that are gone are archived, others kept or added. */
export async function updateStudy(
  store: Store,
  given: {
    workspaceId: string;
    studyId: string;
    study: Omit<NewStudy, "sample">;
    competitors: readonly { id: string; name: string }[];
    now: number;
  },
): Promise<void> {
  const { workspaceId, studyId, now } = given;
  const { studies, competitors } = store.tables;
  const keys = given.competitors.map(({ id }) => id);
  await store.atomically((tx) => [
    tx
      .update(studies)
      .set(given.study)
      .where(and(eq(studies.workspaceId, workspaceId), eq(studies.id, studyId))),
    tx
      .update(competitors)
      .set({ archivedAt: now })
      .where(
        and(
          eq(competitors.workspaceId, workspaceId),
          eq(competitors.studyId, studyId),
          isNull(competitors.archivedAt),
          notInArray(competitors.key, keys),
        ),
      ),
    ...given.competitors.map(({ id: key, name }, position) =>
      tx
        .insert(competitors)
        .values({ id: newId(now), workspaceId, studyId, key, name, position })
        .onConflictDoUpdate({
          target: [competitors.studyId, competitors.key],
          set: { name, position, archivedAt: null, revision: sql`${competitors.revision} + 1` },
          setWhere: eq(competitors.workspaceId, workspaceId),
        }),
    ),
  ]);
}

/** Archiving hides a study and closes nothing; null brings it back. */
export async function updateStudyArchived(
  { db, tables }: Store,
  given: { workspaceId: string; studyId: string; archivedAt: number | null },
): Promise<void> {
  const { studies } = tables;
  await db
    .update(studies)
    .set({ archivedAt: given.archivedAt })
    .where(and(eq(studies.workspaceId, given.workspaceId), eq(studies.id, given.studyId)));
}

export async function listArchivedStudies({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { studies } = tables;
  const rows = await db
    .select({ id: studies.id, product: studies.product, archivedAt: studies.archivedAt })
    .from(studies)
    .where(eq(studies.workspaceId, workspaceId))
    .orderBy(desc(studies.archivedAt));
  return rows.filter((row) => row.archivedAt !== null);
}

/** The competitors that questionnaires name, by their keys; archived ones are left out. */
export async function listCompetitors(
  { db, tables }: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const { competitors } = tables;
  return db
    .select({ id: competitors.key, name: competitors.name })
    .from(competitors)
    .where(
      and(
        eq(competitors.workspaceId, workspaceId),
        eq(competitors.studyId, studyId),
        isNull(competitors.archivedAt),
      ),
    )
    .orderBy(asc(competitors.position));
}
