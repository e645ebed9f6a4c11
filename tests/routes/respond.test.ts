import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import type { Answers } from "~/domain/questionnaire/compiled";
import { action as startAction, loader as startLoader } from "~/routes/respond/link";
import { action as pageAction, loader as pageLoader } from "~/routes/respond/page";
import { action as saveAction } from "~/routes/respond/save";
import { action as studyAction, loader as studyLoader } from "~/routes/respond/study-link";
import { action as trialAction, loader as trialLoader } from "~/routes/respond/trial";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { fieldStudy } from "../support/fielded";
import { openMemoryStore } from "../support/stores";

const origin = "http://localhost";
let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
afterAll(() => store.close());

/** Three pages: a required number with a follow-up, a list with a free text, a comment. */
const small = {
  title: "Small",
  pages: [
    {
      name: "first",
      elements: [
        { type: "text", name: "people", title: "People", inputType: "number", min: 1, isRequired: true },
        { type: "boolean", name: "big", title: "Big?", visibleIf: "{people} > 100" },
      ],
    },
    {
      name: "second",
      elements: [{ type: "radiogroup", name: "pick", title: "Pick", choices: ["a", "b"], isRequired: true }],
    },
    { name: "third", elements: [{ type: "comment", name: "why", title: "Why", maxLength: 200 }] },
  ],
};

const field = (questionnaires: Partial<Record<ChainRole, unknown>> = { user: small }) =>
  fieldStudy(store, { questionnaires });

type Call = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;

/** What a route answered, whether it returned or threw it. */
async function call(route: unknown, request: Request, params: Record<string, string>) {
  let answer: unknown;
  try {
    answer = await (route as Call)({ request, params, context: {} });
  } catch (thrown) {
    answer = thrown;
  }
  if (answer instanceof Response) {
    const cookie = answer.headers.get("Set-Cookie");
    return { status: answer.status, to: answer.headers.get("Location"), data: await answer.text(), cookie };
  }
  const { data, init } = answer as { data?: unknown; init?: ResponseInit | null };
  const cookie = new Headers(init?.headers).get("Set-Cookie");
  return { status: init?.status ?? 200, to: null, data: data ?? answer, cookie };
}

const get = (path: string, headers: Record<string, string> = {}) => new Request(origin + path, { headers });
const post = (path: string, form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  new Request(origin + path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin, ...headers },
    body: typeof form === "string" ? form : new URLSearchParams(form).toString(),
  });

/** Opens a link and presses "start" as a browser does; the key is in the address that follows. */
async function start(token: string, headers: Record<string, string> = {}) {
  const { data } = await call(startLoader, get(`/r/${token}`, headers), { token });
  const key = (data as { start: { responseKey: string } }).start.responseKey;
  const answer = await call(startAction, post(`/r/${token}`, { key }, headers), { token });
  expect(answer).toMatchObject({ status: 303, to: `/r/${token}/${key}` });
  return { token, key, cookie: answer.cookie?.split(";")[0] ?? "" };
}

type At = { token: string; key: string };
const see = (at: At, headers = {}) => call(pageLoader, get(`/r/${at.token}/${at.key}`, headers), at);
const send = (at: At, form: Record<string, string>, headers = {}) =>
  call(pageAction, post(`/r/${at.token}/${at.key}`, { shown: "people pick why", ...form }, headers), at);
const save = (at: At, body: unknown, headers = {}) =>
  call(
    saveAction,
    new Request(`${origin}/api/respond/${at.token}/${at.key}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
    at,
  );

const pageOf = async (at: At) => {
  const { data } = await see(at);
  const { asked } = data as { asked: { view: { page: { name: string }; answers: Answers } } | null };
  return asked ? { page: asked.view.page.name, answers: asked.view.answers } : "thanks";
};

const stored = async (workspaceId: string) => {
  const rows = await store.db.select().from(store.tables.responses);
  return rows.filter((row) => row.workspaceId === workspaceId);
};

test("a response is started, resumed, walked and completed, once", async () => {
  const { tokens, workspaceId } = await field();
  const at = await start(tokens.user!);
  expect(await pageOf(at)).toEqual({ page: "first", answers: {} });

  expect(await send(at, { page: "first", "q:people": "12", move: "next" })).toMatchObject({ status: 303 });
  expect(await pageOf(at)).toEqual({ page: "second", answers: { people: 12 } });
  await send(at, { page: "second", "q:pick": "b", move: "back" });
  expect(await pageOf(at)).toEqual({ page: "first", answers: { people: 12, pick: "b" } });
  await send(at, { page: "first", "q:people": "12", move: "next" });
  await send(at, { page: "second", "q:pick": "b", move: "next" });
  const last = { page: "third", "q:why": "because", move: "next" };
  await Promise.all([send(at, last), send(at, last)]);
  await send(at, last);

  expect(await pageOf(at)).toBe("thanks");
  const rows = await stored(workspaceId);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ role: "user", answers: { people: 12, pick: "b", why: "because" } });
  expect(rows[0]?.completedAt).not.toBeNull();
});

test("the link resumes by cookie, and begins anew for somebody else", async () => {
  const { tokens } = await field();
  const token = tokens.user!;
  const at = await start(token);
  const again = await call(startLoader, get(`/r/${token}`, { Cookie: at.cookie }), { token });
  expect(again).toMatchObject({ status: 302, to: `/r/${token}/${at.key}` });
  const other = await call(startAction, post(`/r/${token}`, { again: "yes" }, { Cookie: at.cookie }), {
    token,
  });
  expect(other).toMatchObject({ status: 302, to: `/r/${token}` });
  expect(other.cookie).toContain("Max-Age=0");
});

test("two taps on start, two tabs of one browser: one response", async () => {
  const { tokens, workspaceId } = await field();
  const token = tokens.user!;
  const seen = await call(startLoader, get(`/r/${token}`), { token });
  const cookie = seen.cookie?.split(";")[0] ?? "";
  const second = await call(startLoader, get(`/r/${token}`, { Cookie: cookie }), { token });
  const keyIn = (data: unknown) => (data as { start: { responseKey: string } }).start.responseKey;
  expect(keyIn(second.data)).toBe(keyIn(seen.data));
  const form = { key: keyIn(seen.data) };
  await Promise.all([1, 2, 3].map(() => call(startAction, post(`/r/${token}`, form), { token })));
  expect(await stored(workspaceId)).toHaveLength(1);
});

test("a refusal names the question and keeps what was typed", async () => {
  const { tokens, workspaceId } = await field();
  const at = await start(tokens.user!);
  const refused = await send(at, { page: "first", "q:people": "about ten", move: "next" });
  expect(refused.status).toBe(422);
  expect(refused.data).toMatchObject({
    page: { name: "first" },
    problems: [{ item: "people", code: "not-a-number" }],
  });
  expect((refused.data as { form: unknown }).form).toContainEqual(["q:people", "about ten"]);
  expect((await stored(workspaceId))[0]?.answers).toEqual({});
});

test("a question that an answer opens is shown before the page is left, without scripts, too", async () => {
  const { tokens } = await field();
  const at = await start(tokens.user!);
  const form = { page: "first", shown: "people", "q:people": "500", move: "next" };
  const opened = await send(at, form);
  expect(opened).toMatchObject({
    status: 200,
    data: { opened: true, problems: [], page: { name: "first" } },
  });
  await send(at, { ...form, shown: "people big", "q:big": "true" });
  expect(await pageOf(at)).toEqual({ page: "second", answers: { people: 500, big: true } });
});

test("switching the language keeps every keystroke and is remembered", async () => {
  const { tokens, workspaceId } = await field();
  const at = await start(tokens.user!, { "Accept-Language": "zh-CN,zh" });
  const switched = await send(at, { page: "first", "q:people": "ten-ish", language: "en" });
  expect(switched.data).toMatchObject({ language: "en", page: { name: "first" } });
  expect((switched.data as { form: unknown }).form).toContainEqual(["q:people", "ten-ish"]);
  expect(switched.cookie).toContain("lang=en");
  expect((await stored(workspaceId))[0]?.language).toBe("en");
  const seen = await see(at, { "Accept-Language": "zh-CN" });
  expect(seen.data).toMatchObject({ language: "en" });
});

test("a response stays on the version it was begun on", async () => {
  const { tokens, publish } = await field();
  const at = await start(tokens.user!);
  await publish("user", {
    title: "New",
    pages: [{ name: "only", elements: [{ type: "comment", name: "new" }] }],
  });
  expect(await pageOf(at)).toMatchObject({ page: "first" });
  const later = await start(tokens.user!);
  expect(await pageOf(later)).toMatchObject({ page: "only" });
});

test("saving in the background keeps the page and answers 200; a refused move says why", async () => {
  const { tokens } = await field();
  const at = await start(tokens.user!);
  const saved = await save(at, { page: "first", answers: { people: 7 }, move: "save", seconds: 3 });
  expect(saved.status).toBe(200);
  expect(JSON.parse(String(saved.data))).toMatchObject({ kind: "saved", page: "first", revision: 2 });
  const refused = await save(at, { page: "first", answers: { people: 0 }, move: "next", seconds: 0 });
  expect(refused.status).toBe(422);
  expect(JSON.parse(String(refused.data)).problems).toMatchObject([
    { item: "people", code: "below-minimum" },
  ]);
});

test("foreign origins are refused everywhere", async () => {
  const { tokens, workspaceId } = await field();
  const token = tokens.user!;
  const foreign = { Origin: "https://elsewhere.example" };
  const at = await start(token);
  const answers = await Promise.all([
    call(startAction, post(`/r/${token}`, {}, foreign), { token }),
    send(at, { page: "first", "q:people": "3", move: "next" }, foreign),
    save(at, { page: "first", answers: { people: 3 }, move: "save", seconds: 0 }, foreign),
    call(studyAction, post(`/s/${tokens.study}`, {}, foreign), { token: tokens.study! }),
    call(trialAction, post("/try/user", {}, foreign), { role: "user" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect((await stored(workspaceId))[0]?.answers).toEqual({});
});

test("too large, unreadable and hostile bodies are turned away and change nothing", async () => {
  const { tokens, workspaceId } = await field();
  const at = await start(tokens.user!);
  const path = `/r/${at.token}/${at.key}`;
  const large = await call(pageAction, post(path, `page=third&q%3Awhy=${"x".repeat(600 * 1024)}`), at);
  expect(large).toMatchObject({ status: 413, data: "too-large" });
  expect(await save(at, `{"page":"third","answers":{"why":"${"x".repeat(600 * 1024)}"}}`)).toMatchObject({
    status: 413,
  });
  for (const body of ["{", "null", "[]", '{"page":"nowhere","answers":{},"move":"next","seconds":0}'])
    expect((await save(at, body)).status).toBe(400);
  const odd = {
    page: "first",
    answers: { people: { a: 1 }, __proto__x: 1, constructor: "x" },
    move: "next",
    seconds: -1,
  };
  expect((await save(at, odd)).status).toBe(422);
  expect(
    (await save(at, '{"page":"first","answers":{"__proto__":{"people":3}},"move":"next","seconds":0}'))
      .status,
  ).toBe(422);
  expect(await send(at, { page: "nowhere", move: "next" })).toMatchObject({ status: 303 });
  expect(
    await send(at, { page: "first", "q:constructor": "x", "q:people": "5", move: "next" }),
  ).toMatchObject({
    status: 422,
  });
  const [row] = await stored(workspaceId);
  expect(row).toMatchObject({ completedAt: null, page: "first" });
  expect(Object.keys(row?.answers ?? {})).toEqual(["people"]);
});

test("NUL characters never reach the disk", async () => {
  const { tokens, workspaceId } = await field();
  const at = await start(tokens.user!);
  await save(at, { page: "third", answers: { why: "a\u0000b" }, move: "save", seconds: 0 });
  expect((await stored(workspaceId))[0]?.answers).toEqual({ why: "ab" });
});

test("a closed link takes no new start, and those who began can finish", async () => {
  const { tokens, workspaceId } = await field();
  const at = await start(tokens.user!);
  await send(at, { page: "first", "q:people": "12", move: "next" });
  const { collectors } = store.tables;
  await store.db.update(collectors).set({ closedAt: Date.now() });
  const back = await call(startLoader, get(`/r/${at.token}`, { Cookie: at.cookie }), { token: at.token });
  const anew = await call(startAction, post(`/r/${at.token}`, { key: "x".repeat(22) }), { token: at.token });
  await send(at, { page: "second", "q:pick": "a", move: "next" });
  const saved = await save(at, { page: "third", answers: { why: "x" }, move: "next", seconds: 0 });
  expect((await see(at)).data).toMatchObject({ asked: null, again: null });
  await store.db.update(collectors).set({ closedAt: null });
  expect(back).toMatchObject({ status: 302, to: `/r/${at.token}/${at.key}` });
  expect(anew).toMatchObject({ status: 410, data: "closed" });
  expect(saved.status).toBe(200);
  expect(await stored(workspaceId)).toMatchObject([{ completedAt: expect.any(Number) }]);
});

test("an answer that may be missing can be taken back without scripts", async () => {
  const score = { type: "rating", name: "score", title: "Score" };
  const pages = [{ name: "only", elements: [score] }, ...small.pages];
  const { tokens, workspaceId } = await field({ user: { ...small, pages } });
  const at = await start(tokens.user!);
  await send(at, { page: "only", "q:score": "4", move: "save" });
  expect((await stored(workspaceId))[0]?.answers).toEqual({ score: 4 });
  const again = await send(at, { page: "only", "q:score": "4", clear: "score" });
  expect(again).toMatchObject({ status: 200, data: { page: { name: "only" }, problems: [] } });
  expect((await stored(workspaceId))[0]?.answers).toEqual({});
});

test("links that lead nowhere, are closed or have nothing published say only that", async () => {
  const { tokens } = await field();
  const draft = await fieldStudy(store, { questionnaires: { user: small }, drafts: ["user"] });
  const at = await start(tokens.user!);
  await store.db.update(store.tables.collectors).set({ closedAt: Date.now() });
  const answers = await Promise.all([
    call(startLoader, get("/r/nowhere"), { token: "nowhere" }),
    call(startLoader, get(`/r/${at.token}`), { token: at.token }),
  ]);
  await store.db.update(store.tables.collectors).set({ closedAt: null });
  expect(answers.map(({ status, data }) => [status, data])).toEqual([
    [404, "unknown"],
    [410, "closed"],
  ]);
  const unpublished = await call(studyLoader, get(`/s/${draft.tokens.study}`), {
    token: draft.tokens.study!,
  });
  expect(unpublished).toMatchObject({ status: 404, data: "unpublished" });
});

test("a key opens nothing under another link, of this workspace or another", async () => {
  const mine = await field();
  const theirs = await field();
  const at = await start(mine.tokens.user!);
  await send(at, { page: "first", "q:people": "12", move: "next" });
  const elsewhere = { token: theirs.tokens.user!, key: at.key };
  expect(await see(elsewhere)).toMatchObject({ status: 404, data: "unknown" });
  expect(
    (await save(elsewhere, { page: "first", answers: { people: 1 }, move: "save", seconds: 0 })).status,
  ).toBe(404);
  const begun = await call(startAction, post(`/r/${elsewhere.token}`, { key: at.key }), {
    token: elsewhere.token,
  });
  expect(begun.status).toBe(303);
  expect(await pageOf(elsewhere)).toEqual({ page: "first", answers: {} });
  expect(await pageOf(at)).toMatchObject({ answers: { people: 12 } });
});

test("the study link asks for the role and opens that role's questionnaire", async () => {
  const { tokens, workspaceId } = await field({ decider: small, user: small });
  const token = tokens.study!;
  const seen = await call(studyLoader, get(`/s/${token}`), { token });
  const { responseKey: key } = (seen.data as { start: { responseKey: string } }).start;
  const ask = (form: Record<string, string> | string) =>
    call(studyAction, post(`/s/${token}`, form), { token });
  expect(await ask({ key })).toMatchObject({ data: { kind: "page", view: { page: { name: "roles" } } } });
  const roles = "page=roles&shown=gate_roles&q%3Agate_roles=finance&q%3Agate_roles=decider&move=next";
  const opened = await ask(`key=${key}&${roles}`);
  expect(opened).toMatchObject({ status: 200, data: { kind: "page", view: { opened: true } } });
  const both = roles.replace("shown=gate_roles", "shown=gate_roles+gate_primary_role");
  expect((await ask(`key=${key}&${both}`)).status).toBe(422);
  // Finance has no questionnaire here, so the other role held is asked.
  const done = await ask(`key=${key}&${both}&q%3Agate_primary_role=finance`);
  expect(done).toMatchObject({ status: 303, to: `/r/${token}/${key}` });
  expect(await pageOf({ token, key })).toMatchObject({ page: "first" });
  expect(await stored(workspaceId)).toMatchObject([{ role: "decider", completedAt: null }]);
  expect((await see({ token, key })).data).toMatchObject({ again: `/s/${token}` });

  const nobody = await ask(
    "key=AAAAAAAAAAAAAAAAAAAAAA&page=roles&shown=gate_roles&q%3Agate_roles=finance&move=next",
  );
  expect(nobody.data).toEqual({ kind: "nobody" });
  expect(await stored(workspaceId)).toHaveLength(1);
});

test("a try checks like a real one and stores nothing", async () => {
  const before = (await store.db.select().from(store.tables.responses)).length;
  const role = { role: "decider" };
  const first = await call(trialLoader, get("/try/decider"), role);
  expect(first.data).toMatchObject({ step: { kind: "page", view: { page: { name: "company" } } } });
  const form = {
    page: "company",
    carried: "{}",
    shown: "gate_company gate_size gate_industry",
    move: "next",
  };
  expect(await call(trialAction, post("/try/decider", form), role)).toMatchObject({ status: 422 });
  const answered = {
    ...form,
    "q:gate_company": "Acme",
    "q:gate_size": "10-49",
    "q:gate_industry": "finance",
  };
  const next = await call(trialAction, post("/try/decider", answered), role);
  expect(next.data).toMatchObject({
    kind: "page",
    view: { page: { name: "relation" }, answers: { gate_company: "Acme" } },
  });
  const forged = {
    ...form,
    page: "relation",
    carried: '{"gate_company":{"a":1},"x":',
    "q:gate_relation": "none",
  };
  expect((await call(trialAction, post("/try/decider", forged), role)).status).toBeLessThan(500);
  expect(await call(trialLoader, get("/try/finance"), { role: "finance" })).toMatchObject({ status: 404 });
  expect((await store.db.select().from(store.tables.responses)).length).toBe(before);
});
