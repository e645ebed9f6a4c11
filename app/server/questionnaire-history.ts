/** The states of a questionnaire's draft, to be compared and taken back. */
import { findState, keepState, listStates } from "~/data/questionnaire-states";
import { findQuestionnaire, findVersionJson, listVersions, updateDraft } from "~/data/questionnaires";
import type { Store } from "~db/client";
import type { DraftPlace, SavedBy } from "./edit-draft";

/** A state is named "now", "v.<version>" or "s.<kept state>". */
export type StateKey = string;
export type Entry = {
  key: StateKey;
  kind: "version" | "saved" | "first";
  number: number | null;
  at: number;
  by: string;
};

/** Versions and kept states, newest first. */
export async function listHistory(store: Store, where: DraftPlace): Promise<Entry[]> {
  const [versions, states] = await Promise.all([listVersions(store, where), listStates(store, where)]);
  const entries: Entry[] = [
    ...versions.map(({ id, number, publishedAt, publishedBy }) => ({
      ...{ key: `v.${id}`, kind: "version" as const, number, at: publishedAt, by: publishedBy },
    })),
    ...states.map(({ id, savedAt, savedBy }) => ({
      ...{ key: `s.${id}`, kind: savedBy === "" ? ("first" as const) : ("saved" as const) },
      ...{ number: null, at: savedAt, by: savedBy },
    })),
  ];
  return entries.sort((a, b) => b.at - a.at);
}

/** The JSON of a state, or undefined when there is none of that name. */
export async function findStateJson(store: Store, where: DraftPlace, key: StateKey): Promise<unknown> {
  if (key === "now") return (await findQuestionnaire(store, where))?.draft;
  const id = key.slice(2);
  if (key.startsWith("s.")) return (await findState(store, { ...where, stateId: id }))?.draft;
  const versions = await listVersions(store, where);
  if (!key.startsWith("v.") || !versions.some((version) => version.id === id)) return undefined;
  return (await findVersionJson(store, { workspaceId: where.workspaceId, versionId: id }))?.json;
}

/** Makes a state the draft again and keeps what the draft was; false when somebody saved in between. */
export async function restoreState(
  store: Store,
  given: DraftPlace & SavedBy & { key: StateKey; revision: number },
): Promise<boolean> {
  const { key, revision, savedBy, now, ...where } = given;
  const [before, draft] = await Promise.all([
    findQuestionnaire(store, where),
    findStateJson(store, where, key),
  ]);
  if (!before || draft === undefined || before.revision !== revision) return false;
  await keepState(store, { ...where, revision, draft: before.draft, savedBy, now: now - 1, apart: true });
  return (await updateDraft(store, { ...where, revision, draft, savedBy, now })) !== null;
}
