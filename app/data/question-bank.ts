/** The workspace's own items of the question bank, and where their copies stand. */
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import type { ItemContent } from "~/domain/questionnaire/own-bank/item";
import type { Store } from "~db/client";
import { jsonHolds } from "~db/holds";
import { newId } from "~db/new-id";

type Item = { workspaceId: string; itemId: string };
export type BankItem = Store["tables"]["bankItems"]["$inferSelect"];

/** Every item that is not deleted, the oldest first. */
export async function listBankItems(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<BankItem[]> {
  const { bankItems } = tables;
  return db
    .select()
    .from(bankItems)
    .where(and(eq(bankItems.workspaceId, workspaceId), isNull(bankItems.deletedAt)))
    .orderBy(asc(bankItems.id));
}

/** An item, deleted or not. */
export async function findBankItem(
  { db, tables }: Store,
  { workspaceId, itemId }: Item,
): Promise<BankItem | null> {
  const { bankItems } = tables;
  const [found] = await db
    .select()
    .from(bankItems)
    .where(and(eq(bankItems.workspaceId, workspaceId), eq(bankItems.id, itemId)))
    .limit(1);
  return found ?? null;
}

type NewItem = { name: string; tags: string[]; roles: ChainRole[]; content: ItemContent };

export async function insertBankItem(
  { db, tables }: Store,
  given: { workspaceId: string; item: NewItem; savedBy: string; now: number },
): Promise<string> {
  const { workspaceId, item, savedBy, now } = given;
  const id = newId(now);
  await db.insert(tables.bankItems).values({
    ...{ ...item, id, workspaceId, revision: 1, savedBy },
    ...{ createdAt: now, savedAt: now, deletedAt: null },
  });
  return id;
}

/**
 * A newer wording of an item, made from its `revision`, which is kept; null when somebody saved another one in
 * between, or it is deleted.
 */
export async function updateBankContent(
  store: Store,
  given: Item & {
    revision: number;
    content: ItemContent;
    roles: ChainRole[];
    savedBy: string;
    now: number;
  },
): Promise<number | null> {
  const { db, tables } = store;
  const { bankItems, bankWordings } = tables;
  const { workspaceId, itemId, revision, content, roles, savedBy, now } = given;
  const before = await findBankItem(store, given);
  if (before?.revision !== revision) return null;
  // A wording never changes under its revision, so keeping it twice, or without a newer one, does no harm.
  await db
    .insert(bankWordings)
    .values({ id: newId(now), workspaceId, itemId, revision, content: before.content })
    .onConflictDoNothing();
  const [saved] = await db
    .update(bankItems)
    .set({ content, roles, savedBy, savedAt: now, revision: revision + 1 })
    .where(
      and(
        eq(bankItems.workspaceId, workspaceId),
        eq(bankItems.id, itemId),
        eq(bankItems.revision, revision),
        isNull(bankItems.deletedAt),
      ),
    )
    .returning({ revision: bankItems.revision });
  return saved?.revision ?? null;
}

/** Former wordings of the workspace's items, as far as they are asked for, by item and revision. */
export async function mapBankWordings(
  { db, tables }: Store,
  { workspaceId, wanted }: { workspaceId: string; wanted: readonly { id: string; revision: number }[] },
): Promise<Map<string, Record<number, ItemContent>>> {
  const { bankWordings } = tables;
  const found = new Map<string, Record<number, ItemContent>>();
  const ids = [...new Set(wanted.map(({ id }) => id))];
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(bankWordings)
    .where(and(eq(bankWordings.workspaceId, workspaceId), inArray(bankWordings.itemId, ids)));
  for (const { itemId, revision, content } of rows)
    if (wanted.some((one) => one.id === itemId && one.revision === revision))
      found.set(itemId, { ...found.get(itemId), [revision]: content });
  return found;
}

/** Another name and other tags; the wording and its date stay. */
export async function updateBankName(
  { db, tables }: Store,
  { workspaceId, itemId, name, tags }: Item & { name: string; tags: string[] },
): Promise<void> {
  const { bankItems } = tables;
  await db
    .update(bankItems)
    .set({ name, tags })
    .where(and(eq(bankItems.workspaceId, workspaceId), eq(bankItems.id, itemId)));
}

/** Takes an item out of the bank, or puts it back with null; copies in questionnaires stay as they are. */
export async function updateBankDeleted(
  { db, tables }: Store,
  { workspaceId, itemId, deletedAt }: Item & { deletedAt: number | null },
): Promise<void> {
  const { bankItems } = tables;
  await db
    .update(bankItems)
    .set({ deletedAt })
    .where(and(eq(bankItems.workspaceId, workspaceId), eq(bankItems.id, itemId)));
}

/** The questionnaires that have a copy of each item, in their draft or in a published version. */
export async function mapBankUses(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<Map<string, ReadonlySet<string>>> {
  const { questionnaires, questionnaireVersions: versions } = tables;
  const [drafts, published] = await Promise.all([
    db
      .select({ id: questionnaires.id, text: sql<string>`cast(${questionnaires.draft} as text)` })
      .from(questionnaires)
      .where(
        and(eq(questionnaires.workspaceId, workspaceId), jsonHolds(questionnaires.draft, '"bankItem":')),
      ),
    db
      .select({ id: versions.questionnaireId, text: sql<string>`cast(${versions.json} as text)` })
      .from(versions)
      .where(and(eq(versions.workspaceId, workspaceId), jsonHolds(versions.json, '"bankItem":'))),
  ]);
  const uses = new Map<string, Set<string>>();
  for (const { id, text } of [...drafts, ...published])
    for (const [, itemId = ""] of text.matchAll(/"bankItem":\{"id":"([^"]+)"/g))
      uses.set(itemId, (uses.get(itemId) ?? new Set()).add(id));
  return uses;
}

export type BankUse = {
  questionnaireId: string;
  role: ChainRole;
  studyId: string;
  product: string;
  draft: unknown;
  /** The draft has it now. */
  inDraft: boolean;
  /** Numbers of the published versions that have it, ascending. */
  versions: number[];
};

/**
 * The questionnaires in whose draft or published versions these words stand, as JSON writes them; those of
 * archived studies, too.
 */
async function listMentions(store: Store, workspaceId: string, words: string): Promise<BankUse[]> {
  const { questionnaires, questionnaireVersions: versions, studies } = store.tables;
  const published = await store.db
    .select({ id: versions.questionnaireId, number: versions.number })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), jsonHolds(versions.json, words)))
    .orderBy(asc(versions.number));
  const numbersOf = (id: string) => published.filter((one) => one.id === id).map(({ number }) => number);
  const rows = await store.db
    .select({
      questionnaireId: questionnaires.id,
      role: questionnaires.role,
      studyId: studies.id,
      product: studies.product,
      draft: questionnaires.draft,
      inDraft: jsonHolds(questionnaires.draft, words),
    })
    .from(questionnaires)
    .innerJoin(studies, eq(studies.id, questionnaires.studyId))
    .where(
      and(
        eq(questionnaires.workspaceId, workspaceId),
        or(
          jsonHolds(questionnaires.draft, words),
          inArray(questionnaires.id, [...new Set(published.map(({ id }) => id))]),
        ),
      ),
    )
    .orderBy(asc(studies.id));
  const inOrder = chainRoles.flatMap((role) => rows.filter((row) => row.role === role));
  return inOrder
    .map((row) => ({ ...row, inDraft: Boolean(row.inDraft), versions: numbersOf(row.questionnaireId) }))
    .sort((a, b) => (a.studyId < b.studyId ? -1 : a.studyId > b.studyId ? 1 : 0));
}

/** Where an item of the workspace is used. */
export const listBankUses = (store: Store, { workspaceId, itemId }: Item) =>
  listMentions(store, workspaceId, `"bankItem":{"id":${JSON.stringify(itemId)}`);

/** Where the workspace asks a measure. */
export const listMeasureUses = (
  store: Store,
  { workspaceId, measure }: { workspaceId: string; measure: string },
) => listMentions(store, workspaceId, `"measure":${JSON.stringify(measure)}`);
