/** The history of drafts: what each person had made of a questionnaire at the end of every few minutes. */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type OfQuestionnaire = { workspaceId: string; questionnaireId: string };

const stretch = 5 * 60 * 1000;
/** So many are kept of a questionnaire; published versions stay beside them for good. */
const kept = 200;

/** The questionnaire as it came, before its first edit is saved. */
export async function keepFirstState({ db, tables }: Store, given: OfQuestionnaire): Promise<void> {
  const { questionnaireStates: states, questionnaires } = tables;
  const [any] = await db
    .select({ id: states.id })
    .from(states)
    .where(and(eq(states.workspaceId, given.workspaceId), eq(states.questionnaireId, given.questionnaireId)))
    .limit(1);
  if (any) return;
  const [now] = await db
    .select()
    .from(questionnaires)
    .where(
      and(eq(questionnaires.workspaceId, given.workspaceId), eq(questionnaires.id, given.questionnaireId)),
    );
  if (!now) return;
  const { id, workspaceId, revision, draft, updatedAt } = now;
  await db
    .insert(states)
    .values({
      ...{ id: newId(updatedAt), workspaceId, questionnaireId: id, revision, draft },
      ...{ savedAt: updatedAt, savedBy: "", stretch: 0 },
    })
    .onConflictDoNothing();
}

/**
 * Keeps a saved state; it takes the place of the same person's state of the same five minutes, unless it is to
 * stand `apart`.
 */
export async function keepState(
  { db, tables }: Store,
  given: OfQuestionnaire & {
    revision: number;
    draft: unknown;
    savedBy: string;
    now: number;
    apart?: boolean;
  },
): Promise<void> {
  const { questionnaireStates: states } = tables;
  const { workspaceId, questionnaireId, revision, draft, savedBy, now, apart = false } = given;
  await db
    .insert(states)
    .values({
      ...{ id: newId(now), workspaceId, questionnaireId, revision, draft, savedBy, savedAt: now },
      stretch: apart ? now : now - (now % stretch),
    })
    .onConflictDoUpdate({
      target: [states.questionnaireId, states.savedBy, states.stretch],
      set: { revision, draft, savedAt: now },
    });
  const old = await db
    .select({ id: states.id })
    .from(states)
    .where(and(eq(states.workspaceId, workspaceId), eq(states.questionnaireId, questionnaireId)))
    .orderBy(desc(states.savedAt))
    .limit(50)
    .offset(kept);
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await db.delete(states).where(and(eq(states.workspaceId, workspaceId), inArray(states.id, ids)));
}

/** The kept states of a questionnaire, newest first, without their drafts. */
export async function listStates({ db, tables }: Store, { workspaceId, questionnaireId }: OfQuestionnaire) {
  const { questionnaireStates: states } = tables;
  return db
    .select({
      id: states.id,
      revision: states.revision,
      savedAt: states.savedAt,
      savedBy: states.savedBy,
    })
    .from(states)
    .where(and(eq(states.workspaceId, workspaceId), eq(states.questionnaireId, questionnaireId)))
    .orderBy(desc(states.savedAt), desc(states.revision));
}

export async function findState(
  { db, tables }: Store,
  { workspaceId, questionnaireId, stateId }: OfQuestionnaire & { stateId: string },
) {
  const { questionnaireStates: states } = tables;
  const [found] = await db
    .select()
    .from(states)
    .where(
      and(
        eq(states.workspaceId, workspaceId),
        eq(states.questionnaireId, questionnaireId),
        eq(states.id, stateId),
      ),
    )
    .limit(1);
  return found ?? null;
}
