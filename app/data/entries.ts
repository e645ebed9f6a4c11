/** Figures that people type row by row. States are only ever added, so the history of a row is all of them. */
import { and, desc, eq, inArray, max, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { EntryChange, EntryContents, EntryKind } from "~/domain/entry";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

export type Head<K extends EntryKind = EntryKind> = {
  id: string;
  key: string;
  revision: number;
  content: EntryContents[K] | null;
  savedAt: number;
  savedBy: string;
};
export type Entry<K extends EntryKind = EntryKind> = Head<K> & { content: EntryContents[K] };

/** The state that holds of every row of a kind, in the order of their keys; removed rows too, with no content. */
export async function listHeads<K extends EntryKind>(
  { db, tables }: Store,
  { workspaceId, studyId, kind }: InStudy & { kind: K },
): Promise<Head<K>[]> {
  const { entryStates: t } = tables;
  const here = and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId), eq(t.kind, kind));
  const newest = db
    .select({ key: t.key, revision: max(t.revision).as("newest_revision") })
    .from(t)
    .where(here)
    .groupBy(t.key)
    .as("newest");
  const heads = await db
    .select({
      ...{ id: t.id, key: t.key, revision: t.revision },
      ...{ content: t.content, savedAt: t.savedAt, savedBy: t.savedBy },
    })
    .from(t)
    .innerJoin(newest, and(eq(t.key, newest.key), eq(t.revision, newest.revision)))
    .where(here);
  // What a kind holds is only ever written as that kind.
  return (heads as Head<K>[]).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The rows of a kind that are there, in the order of their keys. */
export async function listEntries<K extends EntryKind>(
  store: Store,
  given: InStudy & { kind: K },
): Promise<Entry<K>[]> {
  return (await listHeads(store, given)).filter((head): head is Entry<K> => head.content !== null);
}

/** The largest key ever written of each kind. */
export async function listLargestKeys(
  { db, tables }: Store,
  { workspaceId, studyId, kinds }: InStudy & { kinds: readonly EntryKind[] },
): Promise<{ kind: EntryKind; key: string }[]> {
  const { entryStates: t } = tables;
  const found = await db
    .select({ kind: t.kind, key: max(t.key) })
    .from(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId), inArray(t.kind, [...kinds])))
    .groupBy(t.kind);
  return found.flatMap(({ kind, key }) => (key === null ? [] : [{ kind, key }]));
}

/** The contents of the rows that are there, in the order of their keys. */
export const listContents = async <K extends EntryKind>(store: Store, given: InStudy & { kind: K }) =>
  (await listEntries(store, given)).map(({ content }) => content);

type Change<K extends EntryKind> = {
  id: string;
  kind: K;
  key: string;
  savedAt: number;
  savedBy: string;
  /** Null: it was not there before, or is not there after. */
  before: EntryContents[K] | null;
  after: EntryContents[K] | null;
};
export type KeptChange = { [K in EntryKind]: Change<K> }[EntryKind];

/** What changed, the newest first: each state with the one before it; or the one change that made `state`. */
export async function listEntryChanges(
  { db, tables }: Store,
  given: InStudy & { kinds: readonly EntryKind[]; limit: number; state?: string },
): Promise<KeptChange[]> {
  const { workspaceId, studyId, kinds, limit, state } = given;
  const { entryStates: t } = tables;
  const earlier = alias(t, "earlier");
  const changes = await db
    .select({
      ...{ id: t.id, kind: t.kind, key: t.key },
      ...{ savedAt: t.savedAt, savedBy: t.savedBy, after: t.content, before: earlier.content },
    })
    .from(t)
    .leftJoin(
      earlier,
      and(
        ...([eq(earlier.workspaceId, t.workspaceId), eq(earlier.studyId, t.studyId)] as const),
        ...([eq(earlier.kind, t.kind), eq(earlier.key, t.key)] as const),
        eq(earlier.revision, sql`${t.revision} - 1`),
      ),
    )
    .where(
      and(
        eq(t.workspaceId, workspaceId),
        eq(t.studyId, studyId),
        inArray(t.kind, [...kinds]),
        state === undefined ? undefined : eq(t.id, state),
      ),
    )
    .orderBy(desc(t.savedAt), desc(t.id))
    .limit(limit);
  return changes as KeptChange[];
}

/**
 * Adds a state to each row, made on the revision its editor had seen. Where somebody was faster nothing is written;
 * the states written come back.
 */
export async function insertEntryStates(
  store: Store,
  given: InStudy & { kind: EntryKind; changes: readonly EntryChange[]; savedBy: string; now: number },
): Promise<{ id: string; key: string }[]> {
  const { entryStates: t } = store.tables;
  const { workspaceId, studyId, kind, changes, savedBy, now } = given;
  const written = await store.atomically((tx) =>
    changes.map(({ key, revision, content }) =>
      tx
        .insert(t)
        .values({
          ...{ id: newId(now), workspaceId, studyId, kind, content, key: key ?? newId(now) },
          ...{ revision: revision + 1, savedAt: now, savedBy },
        })
        .onConflictDoNothing()
        .returning({ id: t.id, key: t.key }),
    ),
  );
  return written.flat() as { id: string; key: string }[];
}
