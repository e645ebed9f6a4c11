/** The workspace's question bank. */
import { and, desc, eq, isNull } from "drizzle-orm";
import type { BankContent } from "~/domain/questionnaire/bank-item";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

/** What is in the bank, newest first; archived items are left out. */
export async function listBankItems({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { bankItems } = tables;
  return db
    .select()
    .from(bankItems)
    .where(and(eq(bankItems.workspaceId, workspaceId), isNull(bankItems.archivedAt)))
    .orderBy(desc(bankItems.createdAt), desc(bankItems.id));
}

export async function findBankItem(
  { db, tables }: Store,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
) {
  const { bankItems } = tables;
  const [found] = await db
    .select()
    .from(bankItems)
    .where(and(eq(bankItems.workspaceId, workspaceId), eq(bankItems.id, itemId)))
    .limit(1);
  return found ?? null;
}

export async function insertBankItem(
  { db, tables }: Store,
  given: {
    workspaceId: string;
    name: string;
    note: string;
    content: BankContent;
    createdBy: string;
    now: number;
  },
): Promise<string> {
  const { now, ...rest } = given;
  const id = newId(now);
  await db.insert(tables.bankItems).values({ ...rest, id, createdAt: now, updatedAt: now });
  return id;
}

/** Puts an item away (`archivedAt`), or back (null). */
export async function updateBankItemArchived(
  { db, tables }: Store,
  given: { workspaceId: string; itemId: string; archivedAt: number | null },
): Promise<void> {
  const { bankItems } = tables;
  await db
    .update(bankItems)
    .set({ archivedAt: given.archivedAt })
    .where(and(eq(bankItems.workspaceId, given.workspaceId), eq(bankItems.id, given.itemId)));
}

/** Every draft of the workspace with its study, to find where items are used. */
export async function listWorkspaceDrafts({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { questionnaires, studies } = tables;
  return db
    .select({
      id: questionnaires.id,
      role: questionnaires.role,
      draft: questionnaires.draft,
      studyId: studies.id,
      product: studies.product,
    })
    .from(questionnaires)
    .innerJoin(studies, eq(studies.id, questionnaires.studyId))
    .where(and(eq(questionnaires.workspaceId, workspaceId), isNull(studies.archivedAt)));
}
