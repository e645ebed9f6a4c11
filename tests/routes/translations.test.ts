import { beforeAll, beforeEach, expect, test } from "vitest";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import * as languages from "~/routes/questionnaires/languages";
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
const draft = {
  title: { default: "Survey", "zh-cn": "问卷" },
  odd: { kept: true },
  pages: [{ name: "p", elements: [{ type: "text", name: "q", title: { default: "Why?" }, extra: 1 }] }],
};

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

const path = () => `/studies/${params.studyId}/questionnaires/${params.questionnaireId}/languages`;
const send = (form: Record<string, string>) => languages.action(args(owner.request(path(), form), params));
const saved = async () =>
  (await findQuestionnaire(store, { workspaceId: owner.workspaceId, ...params }))?.draft;
const bring = (name: string, body: string) => {
  const form = new FormData();
  form.set("intent", "bring");
  form.set("file", new File([body], name));
  const { headers } = owner.request(path(), {});
  const request = new Request(`http://localhost${path()}`, {
    method: "POST",
    headers: { Cookie: headers.get("Cookie") ?? "", Origin: "http://localhost" },
    body: form,
  });
  return languages.action(args(request, params));
};
const file = async (name: string) => {
  const reply = await texts.loader(args(owner.request("/x"), { ...params, file: name }));
  return reply.text();
};

test("the first page with something missing is shown, and half of it saved", async () => {
  const loaded = await languages.loader(args(owner.request(path()), params));
  expect(loaded).toMatchObject({ page: 0, counts: { total: 2, en: 2, "zh-CN": 1 } });
  expect(loaded.rows.map(({ key }) => key)).toEqual(["q/q/title"]);
  const form = {
    intent: "save",
    "zh-CN:q/q/title": "为什么？",
    "was.zh-CN:q/q/title": "",
    "en:q/q/title": "Why?",
    "was.en:q/q/title": "Why?",
  };
  expect(await send(form)).toMatchObject({ data: { kind: "saved", changed: 1, conflicts: [] } });
  const [page] = draft.pages;
  const titled = { ...page!.elements[0], title: { default: "Why?", "zh-cn": "为什么？" } };
  expect(await saved()).toEqual({ ...draft, pages: [{ ...page, elements: [titled] }] });
});

test("what somebody else changed meanwhile is told, and the typed text kept", async () => {
  const form = { intent: "save", "en:q/q/title": "How?", "was.en:q/q/title": "What I saw" };
  expect(await send(form)).toMatchObject({
    data: { conflicts: [{ key: "q/q/title", text: "Why?", typed: "How?" }] },
    init: { status: 409 },
  });
  expect(await saved()).toEqual(draft);
});

test("files go out and come back", async () => {
  const xliff = await file("zh-CN.xlf");
  expect(xliff).toContain(`source-language="en" target-language="zh-CN"`);
  const translated = xliff.replace("<source>Why?</source>", "<source>Why?</source><target>为什么？</target>");
  expect(await bring("decider.xlf", translated)).toMatchObject({ data: { changed: 1, same: 1, unknown: 0 } });
  expect(await saved()).toMatchObject({ pages: [{ elements: [{ title: { "zh-cn": "为什么？" } }] }] });
  const csv = (await file("both.csv")).replace("为什么？", "原因？").concat("\r\nq/gone/title,没有,gone\r\n");
  expect(await bring("decider.csv", csv)).toMatchObject({ data: { changed: 1, unknown: 2 } });
  expect(await saved()).toMatchObject({ pages: [{ elements: [{ title: { "zh-cn": "原因？" } }] }] });
});

test("wrong files are refused with their reason, unknown ones are not there", async () => {
  expect(await bring("", "")).toMatchObject({ data: { kind: "refused", problem: "no-file" } });
  expect(await bring("a.xlf", "<html></html>")).toMatchObject({ data: { problem: "not-xliff" } });
  expect(await bring("a.csv", "a,b\n1,2")).toMatchObject({
    data: { problem: "not-csv" },
    init: { status: 422 },
  });
  expect(await statusOf(() => texts.loader(args(owner.request("/x"), { ...params, file: "fr.xlf" })))).toBe(
    404,
  );
  expect(await statusOf(() => send({ intent: "x" }))).toBe(400);
  const stranger = await signedIn(store);
  expect(
    await statusOf(() => texts.loader(args(stranger.request("/x"), { ...params, file: "both.csv" }))),
  ).toBe(404);
  expect(await saved()).toEqual(draft);
});
