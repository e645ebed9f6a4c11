import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import * as logic from "~/routes/questionnaires/logic";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { draftedStudy } from "../support/drafted-study";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let params: { studyId: string; questionnaireId: string };
const draft = {
  odd: "kept",
  pages: [
    { name: "one", elements: [{ type: "radiogroup", name: "size", choices: ["s", "l"] }] },
    { name: "two", elements: [{ type: "comment", name: "why", visibleIf: "{size} = 's'", extra: [1] }] },
    { name: "three", elements: [{ type: "text", name: "last" }] },
  ],
};

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  params = await draftedStudy(store, owner.workspaceId);
  const where = { workspaceId: owner.workspaceId, ...params };
  await updateDraft(store, { ...where, revision: 1, draft, savedBy: "m", now: Date.now() });
});

const path = () => `/studies/${params.studyId}/questionnaires/${params.questionnaireId}/logic`;
const load = (query = "") => logic.loader(args(owner.request(path() + query), params));
const send = (form: Record<string, string>) => logic.action(args(owner.request(path(), form), params));
const saved = async () =>
  (await findQuestionnaire(store, { workspaceId: owner.workspaceId, ...params }))?.draft;

test("rules are listed with what is wrong with them", async () => {
  await send({ intent: "add", target: "pages[2]", kind: "skip", condition: "{size} = 'xl'" });
  const { rules, findings, askables } = await load();
  expect(rules.map(({ kind, text }) => [kind, text])).toEqual([
    ["show", "{size} = 's'"],
    ["skip", "{size} = 'xl'"],
  ]);
  expect(rules.every(({ expression }) => expression)).toBe(true);
  expect(findings.map(({ kind, place }) => [kind, place.path])).toEqual([
    ["unknown-value", "pages[2].visibleIf"],
  ]);
  expect(askables.map(({ path: one }) => one)).toEqual(["size", "why", "last"]);
});

describe("making, changing and removing", () => {
  test("a screen-out stands beside the pages and is taken back whole", async () => {
    const given = { intent: "add", target: "pages[0]", kind: "screen-out", condition: "{size} = 'l'" };
    expect(await statusOf(() => send(given))).toBe(302);
    expect(await saved()).toEqual({ ...draft, endings: [{ after: "one", if: "{size} = 'l'" }] });
    const removed = await send({ intent: "remove", place: "endings[0].if" });
    expect(await saved()).toEqual(draft);
    const { data } = removed as unknown as { data: { removed: Record<string, string> } };
    await send({ intent: "restore", ...data.removed });
    expect(await saved()).toMatchObject({ endings: [{ after: "one", if: "{size} = 'l'" }] });
  });

  test("a condition is changed and nothing else", async () => {
    const place = "pages[1].elements[0].visibleIf";
    expect(await statusOf(() => send({ intent: "save", place, condition: "{size} = 'l'" }))).toBe(302);
    expect(JSON.stringify(await saved())).toBe(JSON.stringify(draft).replace("= 's'", "= 'l'"));
  });

  test.each([
    [{ intent: "save", place: "pages[1].elements[0].visibleIf", condition: "{size} =" }, 422],
    [{ intent: "save", place: "pages[1].elements[0].visibleIf", condition: " " }, 422],
    [{ intent: "save", place: "pages[1].elements[0].visibleIf", condition: "steal({size})" }, 422],
    [{ intent: "save", place: "pages[0].elements[0].visibleIf", condition: "{size} = 's'" }, 409],
    [{ intent: "add", target: "", kind: "show", condition: "{size} = 's'" }, 422],
    [{ intent: "add", target: "pages[1].elements[0]", kind: "skip", condition: "{size} = 's'" }, 422],
    [{ intent: "add", target: "__proto__", kind: "show", condition: "{size} = 's'" }, 422],
    [{ intent: "add", target: "pages[1]", kind: "require", condition: "{size} = 's'" }, 422],
    [{ intent: "add", target: "pages[1].elements[0]", kind: "show", condition: "{size} = 'l'" }, 422],
    [{ intent: "remove", place: "pages[0].visibleIf" }, 409],
    [{ intent: "restore", target: "pages[0]", property: "title", text: "{size} = 's'" }, 409],
    [{ intent: "what" }, 400],
  ])("%j changes nothing: %i", async (form, status) => {
    expect(await statusOf(() => send(form))).toBe(status);
    expect(await saved()).toEqual(draft);
  });

  test("a refused condition comes back as it was typed", async () => {
    const reply = await send({ intent: "add", target: "pages[1]", kind: "show", condition: "{size} ==== 2" });
    expect(reply).toMatchObject({
      data: { problem: "condition-bad", typed: { target: "pages[1]", condition: "{size} ==== 2" } },
    });
  });

  test("foreign origins, leadership and other workspaces are turned away", async () => {
    const form = { intent: "remove", place: "pages[1].elements[0].visibleIf" };
    const foreign = owner.request(path(), form, { Origin: "https://elsewhere.example" });
    expect(await statusOf(() => logic.action(args(foreign, params)))).toBe(403);
    const viewer = await signedIn(store, { role: "viewer" });
    expect(await statusOf(() => logic.action(args(viewer.request(path(), form), params)))).toBe(403);
    const stranger = await signedIn(store);
    expect(await statusOf(() => logic.loader(args(stranger.request(path()), params)))).toBe(404);
    expect(await saved()).toEqual(draft);
  });
});
