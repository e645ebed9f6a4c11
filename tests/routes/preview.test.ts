import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { updateDraft } from "~/data/questionnaires";
import { findTestLink } from "~/data/test-links";
import * as preview from "~/routes/questionnaires/preview";
import * as print from "~/routes/questionnaires/print";
import * as tried from "~/routes/respond/try-draft";
import * as full from "~/routes/respond/try-full";
import * as page from "~/routes/respond/try-page";
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
  pages: [
    { name: "one", elements: [{ type: "radiogroup", name: "size", isRequired: true, choices: ["s", "l"] }] },
    { name: "two", visibleIf: "{size} = 's'", elements: [{ type: "comment", name: "why" }] },
  ],
};
const save = (json: unknown, revision = 1) =>
  updateDraft(store, {
    workspaceId: owner.workspaceId,
    ...params,
    revision,
    draft: json,
    savedBy: "m",
    now: 1,
  });

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  params = await draftedStudy(store, owner.workspaceId);
  await save(draft);
});

const path = () => `/studies/${params.studyId}/questionnaires/${params.questionnaireId}/preview`;
const send = (form: Record<string, string>) => preview.action(args(owner.request(path(), form), params));
const token = async () =>
  (await findTestLink(store, { workspaceId: owner.workspaceId, ...params }))?.token ?? "";
const visit = (key: string, form?: Record<string, string>) => {
  const request = new Request(`http://localhost/t/${key}`, {
    ...(form
      ? { method: "POST", body: new URLSearchParams(form), headers: { Origin: "http://localhost" } }
      : {}),
  });
  return form ? tried.action(args(request, { token: key })) : tried.loader(args(request, { token: key }));
};

describe("the test link", () => {
  test("is made once, tried by anybody, and taken back", async () => {
    expect(await token()).toBe("");
    await send({ intent: "make" });
    const key = await token();
    await send({ intent: "make" });
    expect(await token()).toBe(key);
    expect(await visit(key)).toMatchObject({ step: { kind: "page", view: { page: { name: "one" } } } });
    await send({ intent: "take-back" });
    expect(await statusOf(() => visit(key))).toBe(404);
  });

  test("checks answers, follows the rules, and stores nothing", async () => {
    await send({ intent: "make" });
    const key = await token();
    expect(await visit(key, { page: "one", move: "next", shown: "size" })).toMatchObject({
      init: { status: 422 },
    });
    const next = await visit(key, { page: "one", "q:size": "s", move: "next", shown: "size" });
    expect(next).toMatchObject({ data: { kind: "page", view: { page: { name: "two" } } } });
    const carried = JSON.stringify({ size: "s" });
    expect(
      await visit(key, { page: "two", carried, "q:why": "x", move: "next", shown: "why" }),
    ).toMatchObject({
      data: { kind: "done" },
    });
    expect(await store.db.select().from(store.tables.responses)).toEqual([]);
    expect(await store.db.select().from(store.tables.companies)).toEqual([]);
  });

  test("shows the draft as it is now; one that does not compile is not shown", async () => {
    await send({ intent: "make" });
    const key = await token();
    await save({ pages: [{ name: "new", elements: [{ type: "comment", name: "c" }] }] }, 2);
    expect(await visit(key)).toMatchObject({ step: { view: { page: { name: "new" } } } });
    await save({ pages: [] }, 3);
    expect(await statusOf(() => visit(key))).toBe(404);
  });
});

test("kinds that SurveyJS draws are tried there, and its pages are sent to nobody", async () => {
  await save({ pages: [{ name: "p", elements: [{ type: "slider", name: "s" }] }], endings: [] }, 2);
  const request = owner.request(path().replace("preview", "try?lang=en"));
  const sent = await tried.loader(args(request, params)).catch((thrown) => thrown);
  expect(sent.headers.get("Location")).toMatch(/\/try\/full\?lang=en$/);
  expect(await full.loader(args(owner.request("/x?lang=en"), params))).toMatchObject({
    save: "/api/try",
    page: "p",
    language: "en",
  });
  const post = new Request("http://localhost/api/try", {
    method: "POST",
    headers: { Origin: "http://localhost" },
  });
  expect(await page.action(args(post))).toEqual({ kind: "moved", problems: [] });
  const foreign = new Request("http://localhost/api/try", {
    method: "POST",
    headers: { Origin: "https://x.example" },
  });
  expect(await statusOf(() => page.action(args(foreign)))).toBe(403);
});

test("members of another workspace see no preview, leadership makes no link", async () => {
  const stranger = await signedIn(store);
  for (const { loader } of [preview, print, tried, full])
    expect(await statusOf(() => loader(args(stranger.request(path()), params)))).toBe(404);
  const viewer = await signedIn(store, { role: "viewer" });
  const make = viewer.request(path(), { intent: "make" });
  expect(await statusOf(() => preview.action(args(make, params)))).toBe(403);
  expect(await statusOf(() => send({ intent: "x" }))).toBe(400);
  expect(await print.loader(args(owner.request(`${path()}?lang=zh-CN`), params))).toMatchObject({
    shown: "zh-CN",
  });
});
