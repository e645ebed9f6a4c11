/** What the buttons of the market sheet do. */
import { insertMarketScenario, listMarketScenarios, updateMarketScenario } from "~/data/market";
import {
  blankSegment,
  differingFields,
  type ModelProblems,
  readModel,
  type TypedModel,
  typedModel,
  typedModelFromForm,
} from "~/domain/market/model-form";
import type { Store } from "~db/client";

/** The sheet to draw again, with everything that was typed. */
type Again = {
  status: number;
  typed: TypedModel;
  revision: number;
  problems: ModelProblems;
  theirs: Record<string, string>;
  conflict?: { who: string; at: number };
  gone?: boolean;
  unsaved?: boolean;
};
type Done = { kind: "again"; again: Again } | { kind: "saved"; scenarioId: string };

/** A new simulation gets a seed of its own; which one does not matter, only that it is kept. */
export const seedAt = (now: number) => 1 + (now % 2_147_483_646);

/**
 * Saves the posted sheet, as the scenario it is or as a new one, or hands it back: with a segment more or
 * less, with its problems, or beside what somebody else has saved since.
 */
export async function applySheet(
  store: Store,
  given: {
    workspaceId: string;
    studyId: string;
    /** Null for a scenario that is not there yet. */
    scenarioId: string | null;
    form: FormData;
    copyName: (given: { name: string }) => string;
    updatedBy: string;
    now: number;
  },
): Promise<Done> {
  const { workspaceId, studyId, scenarioId, form, updatedBy, now } = given;
  const where = { workspaceId, studyId };
  const intent = String(form.get("intent"));
  const typed = typedModelFromForm(form);
  // A revision that is no number matches none: the save becomes a conflict.
  const revision = Math.trunc(Number(form.get("revision"))) || 0;
  const again = (more: Partial<Again>): Done => ({
    kind: "again",
    again: { status: 200, typed, revision, problems: {}, theirs: {}, ...more },
  });
  if (intent === "add-segment")
    return again({ typed: { ...typed, segments: [...typed.segments, blankSegment()] }, unsaved: true });
  const [, taken] = /^remove-segment\.(\d+)$/.exec(intent) ?? [];
  if (taken !== undefined) {
    const segments = typed.segments.filter((_, index) => index !== Number(taken));
    return again({ typed: { ...typed, segments }, unsaved: true });
  }
  const read = readModel(typed);
  if (!read.ok) return again({ status: 422, problems: read.problems });
  const { name, model } = read;
  if (intent === "copy" || scenarioId === null) {
    const called = scenarioId === null ? name : given.copyName({ name }).slice(0, 60);
    const scenario = { name: called, model, updatedBy, now, seed: seedAt(now) };
    return { kind: "saved", scenarioId: await insertMarketScenario(store, { ...where, ...scenario }) };
  }
  const change = { ...where, scenarioId, revision, name, model, updatedBy, now };
  if ((await updateMarketScenario(store, change)) !== null) return { kind: "saved", scenarioId };
  const there = (await listMarketScenarios(store, where)).find(({ id }) => id === scenarioId);
  if (!there) return again({ status: 409, gone: true });
  return again({
    ...{ status: 409, revision: there.revision },
    theirs: differingFields(typed, typedModel(there.name, there.model)),
    conflict: { who: there.updatedBy, at: there.updatedAt },
  });
}
