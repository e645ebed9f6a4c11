/** Questionnaires: the draft being edited and the versions that were published from it. */
import { and, desc, eq, inArray, max } from "drizzle-orm";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import type { Compiled } from "~/domain/questionnaire/compiled";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";
import { keepFirstState, keepState } from "./questionnaire-states";

/** The questionnaires of a study in the order of the roles, with their newest version, without their drafts. */
export async function listQuestionnaires(
  { db, tables }: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const { questionnaires, questionnaireVersions: versions } = tables;
  const rows = await db
    .select({
      id: questionnaires.id,
      role: questionnaires.role,
      revision: questionnaires.revision,
      updatedAt: questionnaires.updatedAt,
      version: max(versions.number),
      publishedRevision: max(versions.revision),
      publishedAt: max(versions.publishedAt),
    })
    .from(questionnaires)
    .leftJoin(versions, eq(versions.questionnaireId, questionnaires.id))
    .where(and(eq(questionnaires.workspaceId, workspaceId), eq(questionnaires.studyId, studyId)))
    .groupBy(questionnaires.id, questionnaires.role, questionnaires.revision, questionnaires.updatedAt);
  const whole = (n: number | null) => (n === null ? null : Number(n));
  return rows
    .map((row) => ({
      ...row,
      version: whole(row.version),
      publishedRevision: whole(row.publishedRevision),
      publishedAt: whole(row.publishedAt),
    }))
    .sort((a, b) => chainRoles.indexOf(a.role) - chainRoles.indexOf(b.role));
}

export async function findQuestionnaire(
  { db, tables }: Store,
  given: { workspaceId: string; studyId: string; questionnaireId: string },
) {
  const { questionnaires } = tables;
  const [found] = await db
    .select()
    .from(questionnaires)
    .where(
      and(
        eq(questionnaires.workspaceId, given.workspaceId),
        eq(questionnaires.studyId, given.studyId),
        eq(questionnaires.id, given.questionnaireId),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** The drafts of a study in the order of the roles. */
export async function listDrafts(
  { db, tables }: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const { questionnaires } = tables;
  const rows = await db
    .select({
      id: questionnaires.id,
      role: questionnaires.role,
      revision: questionnaires.revision,
      draft: questionnaires.draft,
    })
    .from(questionnaires)
    .where(and(eq(questionnaires.workspaceId, workspaceId), eq(questionnaires.studyId, studyId)));
  return rows.sort((a, b) => chainRoles.indexOf(a.role) - chainRoles.indexOf(b.role));
}

/** A questionnaire for a further role; false when the study has one for it already. */
export async function insertQuestionnaire(
  { db, tables }: Store,
  given: { workspaceId: string; studyId: string; role: ChainRole; draft: unknown; now: number },
): Promise<boolean> {
  const { now, ...rest } = given;
  const inserted = await db
    .insert(tables.questionnaires)
    .values({ ...rest, id: newId(now), revision: 1, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: tables.questionnaires.id });
  return inserted.length > 0;
}

/** Saves a draft made on `revision` and keeps the state for the history; null when somebody saved in between (nothing is overwritten). */
export async function updateDraft(
  store: Store,
  given: {
    workspaceId: string;
    questionnaireId: string;
    revision: number;
    draft: unknown;
    savedBy: string;
    now: number;
  },
): Promise<number | null> {
  const { db, tables } = store;
  const { questionnaires } = tables;
  await keepFirstState(store, given);
  const [saved] = await db
    .update(questionnaires)
    .set({ draft: given.draft, revision: given.revision + 1, updatedAt: given.now })
    .where(
      and(
        eq(questionnaires.workspaceId, given.workspaceId),
        eq(questionnaires.id, given.questionnaireId),
        eq(questionnaires.revision, given.revision),
      ),
    )
    .returning({ revision: questionnaires.revision });
  if (!saved) return null;
  await keepState(store, { ...given, revision: saved.revision });
  return saved.revision;
}

/**
 * Freezes a version and opens its public link if there is none yet.
 * Null when another version was published in the same moment.
 */
export async function insertVersion(
  store: Store,
  given: {
    workspaceId: string;
    studyId: string;
    waveId: string;
    questionnaireId: string;
    revision: number;
    json: unknown;
    compiled: Compiled;
    publishedBy: string;
    now: number;
  },
): Promise<{ versionId: string; number: number } | null> {
  const { workspaceId, questionnaireId, now } = given;
  const { questionnaireVersions: versions, collectors } = store.tables;
  const [latest] = await store.db
    .select({ number: max(versions.number) })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.questionnaireId, questionnaireId)));
  const number = Number(latest?.number ?? 0) + 1;
  const versionId = newId(now);
  const [inserted] = await store.atomically((tx) => [
    tx
      .insert(versions)
      .values({
        id: versionId,
        workspaceId,
        questionnaireId,
        number,
        revision: given.revision,
        json: given.json,
        compiled: given.compiled,
        publishedAt: now,
        publishedBy: given.publishedBy,
      })
      .onConflictDoNothing()
      .returning({ id: versions.id }),
    // One public link a questionnaire: its id is the questionnaire's, so that a second one cannot be.
    tx
      .insert(collectors)
      .values({
        id: questionnaireId,
        workspaceId,
        studyId: given.studyId,
        waveId: given.waveId,
        kind: "public-link",
        questionnaireId,
        token: newToken(),
        createdAt: now,
      })
      .onConflictDoNothing(),
  ]);
  return inserted?.length ? { versionId, number } : null;
}

const compiledOnce = new WeakMap<Store, Map<string, Compiled>>();
const kept = 200;

/** The compiled forms of versions by id. Versions never change, so each is read and parsed once. */
export async function listCompiled(
  store: Store,
  { workspaceId, versionIds }: { workspaceId: string; versionIds: readonly string[] },
): Promise<Map<string, Compiled>> {
  const cache = compiledOnce.get(store) ?? new Map<string, Compiled>();
  compiledOnce.set(store, cache);
  const keyOf = (id: string) => `${workspaceId}/${id}`;
  const missing = [...new Set(versionIds)].filter((id) => !cache.has(keyOf(id)));
  if (missing.length > 0) {
    const { questionnaireVersions: versions } = store.tables;
    const rows = await store.db
      .select({ id: versions.id, compiled: versions.compiled })
      .from(versions)
      .where(and(eq(versions.workspaceId, workspaceId), inArray(versions.id, missing)));
    if (cache.size + rows.length > kept) cache.clear();
    for (const { id, compiled } of rows) cache.set(keyOf(id), compiled);
  }
  const found = versionIds.flatMap((id) => {
    const compiled = cache.get(keyOf(id));
    return compiled ? [[id, compiled] as const] : [];
  });
  return new Map(found);
}

/** The newest version of a questionnaire, or null while nothing is published. */
export async function findPublishedVersion(
  store: Store,
  { workspaceId, questionnaireId }: { workspaceId: string; questionnaireId: string },
) {
  const { questionnaireVersions: versions, questionnaires } = store.tables;
  const [found] = await store.db
    .select({ id: versions.id, number: versions.number, role: questionnaires.role })
    .from(versions)
    .innerJoin(questionnaires, eq(questionnaires.id, versions.questionnaireId))
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.questionnaireId, questionnaireId)))
    .orderBy(desc(versions.number))
    .limit(1);
  if (!found) return null;
  const compiled = (await listCompiled(store, { workspaceId, versionIds: [found.id] })).get(found.id);
  return compiled ? { ...found, compiled } : null;
}

/** Which number a version has in its questionnaire. */
export async function findVersionNumber(
  { db, tables }: Store,
  { workspaceId, versionId }: { workspaceId: string; versionId: string },
): Promise<number | null> {
  const { questionnaireVersions: versions } = tables;
  const [found] = await db
    .select({ number: versions.number })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.id, versionId)))
    .limit(1);
  return found?.number ?? null;
}

/** The JSON of a published version, for the SurveyJS page and for reading old versions. */
export async function findVersionJson(
  { db, tables }: Store,
  { workspaceId, versionId }: { workspaceId: string; versionId: string },
) {
  const { questionnaireVersions: versions } = tables;
  const [found] = await db
    .select({ json: versions.json, number: versions.number })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.id, versionId)))
    .limit(1);
  return found ?? null;
}

/** All versions of a questionnaire, newest first. */
export async function listVersions(
  { db, tables }: Store,
  { workspaceId, questionnaireId }: { workspaceId: string; questionnaireId: string },
) {
  const { questionnaireVersions: versions } = tables;
  return db
    .select({
      id: versions.id,
      number: versions.number,
      revision: versions.revision,
      publishedAt: versions.publishedAt,
      publishedBy: versions.publishedBy,
    })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.questionnaireId, questionnaireId)))
    .orderBy(desc(versions.number));
}
