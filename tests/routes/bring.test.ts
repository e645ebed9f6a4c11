import { beforeAll, beforeEach, expect, test } from "vitest";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import * as bring from "~/routes/questionnaires/bring";
import * as json from "~/routes/questionnaires/json";
import * as texts from "~/routes/questionnaires/texts";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { draftedStudy } from "../support/drafted-study";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let params: { studyId: string; questionnaireId: string };
const draft = { odd: 1, pages: [{ name: "page1", elements: [{ type: "text", name: "q1", title: "Old" }] }] };

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

const path = () => `/studies/${params.studyId}/questionnaires/${params.questionnaireId}/import`;
const send = (form: Record<string, string>, member = owner) =>
  bring.action(args(member.request(path(), form), params));
const saved = async () =>
  (await findQuestionnaire(store, { workspaceId: owner.workspaceId, ...params }))?.draft;
const outline = "1. New one?\na) yes\nb) no\n2. New two?";

test("a text is looked at first, and changes nothing", async () => {
  expect(await send({ intent: "look", text: outline })).toMatchObject({
    data: {
      kind: "looked",
      found: { kind: "outline", pages: 1, questions: 2, notes: [] },
      titles: ["New one?", "New two?"],
      problems: 0,
    },
  });
  expect(await saved()).toEqual(draft);
});

test("pages are added behind those there are, under free names", async () => {
  expect(await send({ intent: "take", how: "add", text: outline })).toMatchObject({
    data: { kind: "taken", questions: 2 },
  });
  const after = (await saved()) as typeof draft;
  expect(after.odd).toBe(1);
  expect(after.pages[0]).toEqual(draft.pages[0]);
  const names = after.pages.flatMap(({ name, elements }) => [
    name,
    ...elements.map((element) => element.name),
  ]);
  expect(new Set(names).size).toBe(names.length);
  expect(after.pages).toHaveLength(2);
});

test("a SurveyJS file replaces the draft exactly as it is, and comes out again so", async () => {
  const foreign = {
    showTitle: false,
    custom: { deep: [null, 1.5] },
    elements: [{ type: "text", name: "a", "x-tool": { id: 7 } }],
  };
  await send({ intent: "take", how: "replace", text: JSON.stringify(foreign) });
  expect(await saved()).toEqual(foreign);
  const out = await texts.loader(args(owner.request("/x"), { ...params, file: "survey.json" }));
  expect(await out.json()).toEqual(foreign);
});

test.each([
  ["{", "syntax"],
  [`{"__proto__":{"x":1}}`, "forbidden-key"],
  ["nothing here", "no-questions"],
  ["", "empty"],
])("%s is refused: %s", async (text, problem) => {
  expect(await send({ intent: "look", text })).toMatchObject({
    data: { kind: "refused", problem, text },
    init: { status: 422 },
  });
  expect(await statusOf(() => send({ intent: "take", text }))).toBe(409);
  expect(await saved()).toEqual(draft);
});

test.each([
  [`{"pages":[],"__proto__":{"x":1}}`, "forbidden-key"],
  [JSON.stringify({ title: "x".repeat(5_000_000) }), "too-large"],
  [`${`{"a":`.repeat(40)}1${"}".repeat(40)}`, "too-deep"],
])("the JSON page keeps no hostile draft either (%#)", async (text, reason) => {
  const request = owner.request(path().replace("import", "json"), { json: text, revision: "2" });
  expect(await json.action(args(request, params))).toMatchObject({
    data: { refusal: { reason } },
    init: { status: 422 },
  });
  expect(await saved()).toEqual(draft);
});

test("only editors of this workspace bring anything in", async () => {
  const form = { intent: "take", how: "replace", text: outline };
  const viewer = await signedIn(store, { role: "viewer" });
  expect(await statusOf(() => send(form, viewer))).toBe(403);
  const stranger = await signedIn(store);
  expect(await statusOf(() => send(form, stranger))).toBe(404);
  const foreign = owner.request(path(), form, { Origin: "https://elsewhere.example" });
  expect(await statusOf(() => bring.action(args(foreign, params)))).toBe(403);
  expect(await saved()).toEqual(draft);
});
