/** Saving figures that people type row by row: nobody's are lost, and whatever was changed can be put back. */
import { type Head, insertEntryStates, type KeptChange, listEntryChanges, listHeads } from "~/data/entries";
import type { EntryChange, EntryContents, EntryKind } from "~/domain/entry";
import { sameJson } from "~/domain/questionnaire/same-json";
import type { Store } from "~db/client";

export type InStudy = { workspaceId: string; studyId: string };
export type Saving = InStudy & { savedBy: string; now: number };

/**
 * Saves rows that were seen at their revisions. One that somebody has changed since is not written: it comes back in
 * `late` as it stands. What says the same already is left as it is.
 */
export async function saveEntries<K extends EntryKind>(
  store: Store,
  { kind, changes, ...saving }: Saving & { kind: K; changes: readonly EntryChange<K>[] },
): Promise<{ written: { id: string; key: string }[]; late: Head<K>[] }> {
  const known = new Map((await listHeads(store, { ...saving, kind })).map((head) => [head.key, head]));
  const headOf = ({ key }: EntryChange<K>) => (key === null ? undefined : known.get(key));
  const differing = changes.filter((one) => !sameJson(headOf(one)?.content ?? null, one.content));
  const timely = differing.flatMap((change) => {
    const head = headOf(change);
    if (!head) return [{ ...change, revision: 0 }];
    // A row that was removed can be written anew by whoever does not see it.
    const fits = head.revision === change.revision || head.content === null;
    return fits ? [{ ...change, revision: head.revision }] : [];
  });
  const written = await insertEntryStates(store, { ...saving, kind, changes: timely });
  const done = new Set(written.map(({ key }) => key));
  const missed = new Set(differing.flatMap(({ key }) => (key === null || done.has(key) ? [] : [key])));
  const late = missed.size > 0 ? await listHeads(store, { ...saving, kind }) : [];
  return { written, late: late.filter(({ key }) => missed.has(key)) };
}

export type Removed<K extends EntryKind = EntryKind> =
  | { kind: "removed"; content: EntryContents[K]; state: string }
  | { kind: "late" };

/** Takes a row out that was seen at a revision; null when it is not there. `state` is what putting it back names. */
export async function removeEntry<K extends EntryKind>(
  store: Store,
  { kind, key, revision, ...saving }: Saving & { kind: K; key: string; revision: number },
): Promise<Removed<K> | null> {
  const head = (await listHeads(store, { ...saving, kind })).find((one) => one.key === key);
  if (!head || head.content === null) return null;
  const { written } = await saveEntries(store, {
    ...saving,
    kind,
    changes: [{ key, revision, content: null }],
  });
  return written[0] ? { kind: "removed", content: head.content, state: written[0].id } : { kind: "late" };
}

/** Sets a row to what it said before a change, whatever happened since; null when there is no such change. */
export async function putBack(
  store: Store,
  { kinds, state, ...saving }: Saving & { kinds: readonly EntryKind[]; state: string },
): Promise<KeptChange | null> {
  const [change] = await listEntryChanges(store, { ...saving, kinds, limit: 1, state });
  if (!change) return null;
  const { kind, key, before } = change;
  const head = (await listHeads(store, { ...saving, kind })).find((one) => one.key === key);
  await saveEntries(store, {
    ...saving,
    kind,
    changes: [{ key, revision: head?.revision ?? 0, content: before }],
  });
  return change;
}
const shown = 30;

/** The last changes of some kinds, and whether there are more. */
export async function readChanges(
  store: Store,
  { kinds, all, ...where }: InStudy & { kinds: readonly EntryKind[]; all: boolean },
) {
  const limit = all ? 1_000 : shown;
  const changes = await listEntryChanges(store, { ...where, kinds, limit: limit + 1 });
  return { changes: changes.slice(0, limit), more: !all && changes.length > limit };
}

/** The status of an answer to a press by the name of its kind: refused, too large, or somebody was faster. */
export function statusOfDone(kind: string): number {
  if (/refused$/.test(kind)) return 422;
  if (/late$/.test(kind)) return 409;
  return /too-large$/.test(kind) ? 413 : 200;
}
