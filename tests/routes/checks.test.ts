import { beforeAll, beforeEach, expect, test } from "vitest";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import * as checks from "~/routes/questionnaires/checks";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { draftedStudy } from "../support/drafted-study";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let params: { studyId: string; questionnaireId: string };
const element = {
  type: "rating",
  name: "q",
  measure: "anchor.choice",
  title: "Don't you think it is fair?",
  minRateDescription: "No",
  maxRateDescription: "Yes",
};
const draft = { pages: [{ name: "p", elements: [element] }] };

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  params = await draftedStudy(store, owner.workspaceId);
  await updateDraft(store, {
    workspaceId: owner.workspaceId,
    ...params,
    revision: 1,
    draft,
    savedBy: "m",
    now: 1,
  });
});

const path = () => `/studies/${params.studyId}/questionnaires/${params.questionnaireId}/checks`;
const load = () => checks.loader(args(owner.request(path()), params));
const send = (form: Record<string, string>, member = owner) =>
  checks.action(args(member.request(path(), form), params));
const saved = async () =>
  (await findQuestionnaire(store, { workspaceId: owner.workspaceId, ...params }))?.draft;

test("a finding is kept with its reason, and listed again when that is taken back", async () => {
  const { open, minutes } = await load();
  const leading = open.find(({ kind }) => kind === "leading")!;
  expect(minutes).toBe(1);
  expect(leading).toMatchObject({ about: "Don't you think it is fair?", reason: null });
  expect(await statusOf(() => send({ intent: "keep", key: leading.key, reason: " It is a quote " }))).toBe(
    302,
  );
  expect(await saved()).toMatchObject({
    ...draft,
    accepted: [{ finding: leading.key, reason: "It is a quote", by: owner.memberId }],
  });
  const after = await load();
  expect(after.kept.map(({ key, reason }) => [key, reason])).toEqual([[leading.key, "It is a quote"]]);
  expect(after.open.some(({ key }) => key === leading.key)).toBe(false);
  expect(await statusOf(() => send({ intent: "take-back", key: leading.key }))).toBe(302);
  expect(await saved()).toEqual(draft);
});

test("nothing is kept without a reason, nor what is not found, nor by those who may not", async () => {
  const { open } = await load();
  const key = open[0]!.key;
  expect(await send({ intent: "keep", key, reason: " " })).toMatchObject({
    data: { kind: "refused", key },
    init: { status: 422 },
  });
  expect(await statusOf(() => send({ intent: "keep", key, reason: "x".repeat(501) }))).toBe(422);
  expect(await statusOf(() => send({ intent: "keep", key: "leading|nothing", reason: "x" }))).toBe(409);
  expect(await statusOf(() => send({ intent: "other", key, reason: "x" }))).toBe(400);
  const viewer = await signedIn(store, { role: "viewer" });
  expect(await statusOf(() => send({ intent: "keep", key, reason: "x" }, viewer))).toBe(403);
  const foreign = owner.request(
    path(),
    { intent: "keep", key, reason: "x" },
    { Origin: "https://elsewhere.example" },
  );
  expect(await statusOf(() => checks.action(args(foreign, params)))).toBe(403);
  expect(await saved()).toEqual(draft);
});
