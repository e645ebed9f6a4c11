import { expect, test } from "vitest";
import { listCollectors } from "~/data/collectors";
import { findState, listStates } from "~/data/questionnaire-states";
import {
  findPublishedVersion,
  findQuestionnaire,
  insertQuestionnaire,
  insertVersion,
  listDrafts,
  listQuestionnaires,
  listVersions,
  updateDraft,
} from "~/data/questionnaires";
import { findCurrentWave } from "~/data/waves";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { readStudy, typedFromForm } from "~/domain/study/study-form";
import { createStudy } from "~/server/study";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { onBothEngines } from "../support/stores";

const now = 1_790_000_000_000;

async function newStudy(store: Store) {
  const workspaceId = newId();
  const form = new FormData();
  const fields = { product: "P", businessType: "saas", stage: "growth", currency: "CNY", languages: "en" };
  for (const [name, given] of Object.entries(fields)) form.set(name, given);
  const read = readStudy(typedFromForm(form));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const studyId = await createStudy(store, { ...read, workspaceId, now });
  const where = { workspaceId, studyId };
  const [first] = await listDrafts(store, where);
  return { ...where, where, first: first! };
}

async function publish(store: Store, study: Awaited<ReturnType<typeof newStudy>>, revision: number) {
  const { where, first } = study;
  const made = await compileQuestionnaire(first.draft);
  const wave = await findCurrentWave(store, where);
  if (!made.ok || !wave) throw new Error("the bank's questionnaire must compile");
  return insertVersion(store, {
    ...{ ...where, waveId: wave.id, questionnaireId: first.id, revision },
    ...{ json: first.draft, compiled: made.compiled, publishedBy: "m", now },
  });
}

onBothEngines("questionnaires", (store) => {
  test("come ready for the core roles, in the order of the chain, and one role has one", async () => {
    const { where } = await newStudy(store());
    const roles = async () => (await listQuestionnaires(store(), where)).map(({ role }) => role);
    expect(await roles()).toEqual(["decider", "user", "requester"]);
    const finance = { ...where, role: "finance", draft: {}, now } as const;
    expect(await insertQuestionnaire(store(), finance)).toBe(true);
    expect(await insertQuestionnaire(store(), finance)).toBe(false);
    expect(await roles()).toEqual(["decider", "user", "requester", "finance"]);
    expect((await listDrafts(store(), where)).map(({ role }) => role)).toEqual(await roles());
  });

  test("two saves on one revision: the second is told and overwrites nothing", async () => {
    const { workspaceId, where, first } = await newStudy(store());
    const save = (draft: unknown) =>
      updateDraft(store(), { workspaceId, questionnaireId: first.id, revision: 1, draft, savedBy: "m", now });
    expect(await save({ mine: true })).toBe(2);
    expect(await save({ theirs: true })).toBeNull();
    const found = await findQuestionnaire(store(), { ...where, questionnaireId: first.id });
    expect(found).toMatchObject({ revision: 2, draft: { mine: true } });
  });

  test("keep how they came and each person's last state of every five minutes", async () => {
    const { workspaceId, where, first } = await newStudy(store());
    const of = { workspaceId, questionnaireId: first.id };
    const save = (revision: number, savedBy: string, at: number) =>
      updateDraft(store(), { ...of, revision, draft: { revision }, savedBy, now: now + at });
    const minute = 60_000;
    await save(1, "a", 0);
    await save(2, "a", minute);
    await save(3, "b", minute + 1);
    await save(4, "a", 6 * minute);
    const states = await listStates(store(), of);
    expect(states.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([
      [5, "a"],
      [4, "b"],
      [3, "a"],
      [1, ""],
    ]);
    const came = await findState(store(), { ...of, stateId: states.at(-1)?.id ?? "" });
    expect(came?.draft).toEqual(first.draft);
    const stranger = { ...of, workspaceId: newId() };
    expect(await listStates(store(), stranger)).toEqual([]);
    expect(await findState(store(), { ...stranger, stateId: came?.id ?? "" })).toBeNull();
    expect(await findQuestionnaire(store(), { ...where, questionnaireId: first.id })).toMatchObject({
      revision: 5,
    });
  });

  test("publishing counts up, keeps old versions and opens one public link for all of them", async () => {
    const study = await newStudy(store());
    const { workspaceId, where, first } = study;
    expect(await publish(store(), study, 1)).toMatchObject({ number: 1 });
    expect(await publish(store(), study, 4)).toMatchObject({ number: 2 });
    const versions = await listVersions(store(), { workspaceId, questionnaireId: first.id });
    expect(versions).toMatchObject([
      { number: 2, revision: 4 },
      { number: 1, revision: 1 },
    ]);
    const links = (await listCollectors(store(), where)).filter(({ kind }) => kind === "public-link");
    expect(links).toMatchObject([{ questionnaireId: first.id, closedAt: null }]);
    const published = await findPublishedVersion(store(), { workspaceId, questionnaireId: first.id });
    expect(published).toMatchObject({ number: 2, role: "decider", compiled: { format: 1 } });
  });

  test("of another workspace are neither read nor changed", async () => {
    const { where, first } = await newStudy(store());
    const stranger = { ...where, workspaceId: newId(), questionnaireId: first.id };
    expect(await findQuestionnaire(store(), stranger)).toBeNull();
    expect(await listDrafts(store(), stranger)).toEqual([]);
    expect(await updateDraft(store(), { ...stranger, revision: 1, draft: {}, savedBy: "m", now })).toBeNull();
    expect(await findQuestionnaire(store(), { ...where, questionnaireId: first.id })).toMatchObject({
      revision: 1,
    });
  });
});
