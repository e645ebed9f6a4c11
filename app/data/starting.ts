/** How a response begins: the same key never makes a second one, and no way in takes more than its cap. */
import { aliasedTable, and, count, eq, isNull, sql } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { Answers } from "~/domain/questionnaire/compiled";
import type { ToldCompany } from "~/domain/questionnaire/known-company";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { isWaveQuotaFull } from "./wave-quotas";

export type Response = Store["tables"]["responses"]["$inferSelect"];

type Start = {
  workspaceId: string;
  studyId: string;
  waveId: string;
  collectorId: string;
  questionnaireId: string;
  versionId: string;
  role: ChainRole;
  keyHash: string;
  language: Language;
  answers: Answers;
  page: string;
  now: number;
  /** Of an invited person: the server knows who and of which company, whatever is typed. */
  invited?: { contactId: string; invitationId: string; companyId: string };
  /** What was told of the company beforehand. */
  told?: ToldCompany;
};

/**
 * Starts a response under a key, or finds the one that this key has started before. Where a quota of the wave is closed
 * for this person it is over as soon as it has begun, so that they are counted and told. Null when the last place under
 * the way in's `cap` went to somebody else in the same moment.
 */
export async function startWithin(
  store: Store,
  given: Start & { cap: number | null },
): Promise<Response | null> {
  const { responses, invitations, collectors } = store.tables;
  const { now, invited, told, cap, ...rest } = given;
  const { workspaceId, collectorId } = given;
  const full = await isWaveQuotaFull(store, { ...given, companyId: invited?.companyId });
  const outcome = full ? ("over-quota" as const) : null;
  const id = newId(now);
  const begun = { revision: 1, seconds: {}, startedAt: now, updatedAt: now };
  const others = aliasedTable(responses, "others");
  const through = store.db
    .select({ n: count() })
    .from(others)
    .where(and(eq(others.workspaceId, workspaceId), eq(others.collectorId, collectorId)));
  const [written, , taken] = await store.atomically((tx) => [
    tx
      .insert(responses)
      .values({ ...rest, ...invited, ...begun, id, outcome })
      .onConflictDoNothing()
      .returning(),
    // One after the other through a way in with a cap (the write takes its row), and the last one in goes again.
    ...(cap === null
      ? []
      : [
          tx
            .update(collectors)
            .set({ id: sql`${collectors.id}` })
            .where(and(eq(collectors.workspaceId, workspaceId), eq(collectors.id, collectorId))),
          tx
            .delete(responses)
            .where(
              and(eq(responses.workspaceId, workspaceId), eq(responses.id, id), sql`(${through}) > ${cap}`),
            )
            .returning({ id: responses.id }),
        ]),
    ...(full && invited
      ? [
          tx
            .update(invitations)
            .set({ completedAt: now, outcome })
            .where(
              and(
                eq(invitations.workspaceId, given.workspaceId),
                eq(invitations.id, invited.invitationId),
                isNull(invitations.startedAt),
              ),
            ),
        ]
      : []),
  ]);
  const [started] = (written ?? []) as Response[];
  if (started) return cap !== null && taken && taken.length > 0 ? null : started;
  const found = await findResponseByKey(store, given);
  if (!found) throw new Error("A response key belongs to another workspace");
  return found;
}

/** Starts a response where no cap is set. */
export const startResponse = async (store: Store, given: Start): Promise<Response> =>
  (await startWithin(store, { ...given, cap: null }))!;

export async function findResponseByKey(
  { db, tables }: Store,
  { workspaceId, keyHash }: { workspaceId: string; keyHash: string },
): Promise<Response | null> {
  const { responses } = tables;
  const [found] = await db
    .select()
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.keyHash, keyHash)))
    .limit(1);
  return found ?? null;
}
