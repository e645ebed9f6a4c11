import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findMemberByEmail, hasMembers, insertSignInAttempt } from "~/data/entrance";
import { listStudies } from "~/data/studies";
import { signInLimit } from "~/domain/account/sign-in-limit";
import * as join from "~/routes/account/join";
import * as language from "~/routes/account/language";
import * as setup from "~/routes/account/setup";
import * as signInRoute from "~/routes/account/sign-in";
import * as signOutRoute from "~/routes/account/sign-out";
import * as home from "~/routes/home";
import * as notFound from "~/routes/not-found";
import * as members from "~/routes/settings/members";
import * as workspace from "~/routes/settings/workspace";
import * as you from "~/routes/settings/you";
import { giveNewPassword } from "~/server/new-password";
import { clientAddressHeader, hashOf } from "~/server/request";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { cookieOf, type Fields, get, origin, post, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const owner = {
  name: "Min Wang",
  email: "min@example.com",
  password: "correct horse battery",
  workspace: "Yunfan",
};

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  useStore(store);
});
afterEach(() => store.close());

const setUp = () => run(setup.action, post("/setup", owner, { "Accept-Language": "zh" }));

test("a forgotten password is replaced by whoever runs the server", async () => {
  const cookie = cookieOf(await setUp());
  const password = await giveNewPassword(" MIN@example.com");
  expect(await run(you.loader, get("/settings", { Cookie: cookie }))).toMatchObject({ status: 302 });
  const signIn = (typed: string) =>
    run(signInRoute.action, post("/sign-in", { email: owner.email, password: typed, to: "/" }));
  expect(await signIn(owner.password)).toMatchObject({ status: 401 });
  expect(await signIn(password!)).toMatchObject({ status: 302, to: "/" });
  expect(await giveNewPassword("nobody@example.com")).toBeNull();
});

describe("the first visit", () => {
  test("leads a visitor to set up, and makes owner, workspace and session", async () => {
    expect((await run(home.loader, get("/"))).body).toMatchObject({ isSetUp: false });
    expect(await run(signInRoute.loader, get("/sign-in"))).toMatchObject({ status: 302, to: "/setup" });
    expect(await run(you.loader, get("/settings"))).toMatchObject({ status: 302, to: "/setup" });
    expect((await run(setup.loader, get("/setup"))).body).toBeNull();

    const made = await setUp();
    expect(made).toMatchObject({ status: 302, to: "/studies" });
    const member = await findMemberByEmail(store, { email: owner.email });
    expect(member).toMatchObject({ name: "Min Wang", role: "owner", language: "zh-CN" });
    expect(member?.passwordHash).not.toContain(owner.password);
    expect(await listStudies(store, { workspaceId: member!.workspaceId })).toEqual([]);
    expect((await run(you.loader, get("/settings", { Cookie: cookieOf(made) }))).body).toMatchObject({
      member: { email: owner.email },
    });

    expect(await run(setup.loader, get("/setup"))).toMatchObject({ to: "/sign-in?set-up" });
    expect(await run(setup.action, post("/setup", { ...owner, email: "late@example.com" }))).toMatchObject({
      status: 302,
      to: "/sign-in?set-up",
    });
    expect(await findMemberByEmail(store, { email: "late@example.com" })).toBeNull();
  });

  test("of two at once, one becomes the owner", async () => {
    const tried = await Promise.all(
      ["one@example.com", "two@example.com"].map((email) =>
        run(setup.action, post("/setup", { ...owner, email })),
      ),
    );
    expect(tried.map(({ to }) => to).sort()).toEqual(["/sign-in?set-up", "/studies"]);
  });

  test("adds the sample study when asked to", async () => {
    await run(setup.action, post("/setup", { ...owner, sample: "on" }));
    const member = await findMemberByEmail(store, { email: owner.email });
    const studies = await listStudies(store, { workspaceId: member!.workspaceId });
    expect(studies).toMatchObject([{ sample: true }]);
    expect(studies[0]!.complete).toBeGreaterThan(100);
  });

  test("says what is wrong at its field, keeps what was typed, and makes nothing", async () => {
    const wrong = { ...owner, email: "nowhere", password: "password123" };
    const refused = await run(setup.action, post("/setup", wrong));
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({
      problems: { email: "email-invalid", password: "password-common" },
      typed: { name: owner.name, email: "nowhere", workspace: owner.workspace },
    });
    expect(await hasMembers(store)).toBe(false);
  });

  test("a body that is no form is refused, not an error of ours", async () => {
    const request = new Request(`${origin}/setup`, {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json", Origin: origin },
    });
    expect((await run(setup.action, request)).status).toBe(400);
  });
});

describe("signing in", () => {
  const enter = (fields: Fields, headers?: Fields) =>
    run(
      signInRoute.action,
      post("/sign-in", { email: owner.email, password: owner.password, ...fields }, headers),
    );

  test("opens a session and goes where one was heading, in the member's language", async () => {
    await setUp();
    const path = "/studies/1?wave=2";
    const came = await enter({ email: " MIN@Example.com ", to: path }, { "User-Agent": "Firefox/130 Linux" });
    expect(came).toMatchObject({ status: 302, to: path });
    expect(came.cookies[0]).toMatch(/^trivista_session=.*HttpOnly; SameSite=Lax$/);
    expect(came.cookies[1]).toMatch(/^lang=zh-CN;/);
    const { sessions } = (await run(you.loader, get("/settings", { Cookie: cookieOf(came) }))).body as {
      sessions: { device: string; current: boolean }[];
    };
    expect(sessions.filter(({ current }) => current)).toMatchObject([{ device: "Firefox · Linux" }]);
    expect(
      await run(signInRoute.loader, get("/sign-in?to=/reports", { Cookie: cookieOf(came) })),
    ).toMatchObject({ to: "/reports" });
    const chosen = await enter({ to: "//evil.example" }, { Cookie: "lang=en" });
    expect(chosen.to).toBe("/");
    expect(chosen.cookies).toHaveLength(1);
  });

  test("nothing but a path of this site is a place to go", async () => {
    const { request } = await signedIn(store);
    for (const to of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "studies",
    ])
      expect(await run(signInRoute.loader, request(`/sign-in?to=${encodeURIComponent(to)}`))).toMatchObject({
        to: "/",
      });
    await run(signOutRoute.action, request("/sign-out", {}));
    const body = (to: string) => run(signInRoute.loader, get(`/sign-in?to=${encodeURIComponent(to)}`));
    expect((await body("//evil.example")).body).toEqual({ to: "/", alreadySetUp: false });
    expect((await body("/studies?a=1")).body).toEqual({ to: "/studies?a=1", alreadySetUp: false });
  });

  test("says the same of a wrong password and of an unknown address", async () => {
    await setUp();
    const wrong = await enter({ password: "wrong" });
    const unknown = await enter({ email: "nobody@example.com" });
    expect(wrong).toMatchObject({ status: 401, cookies: [] });
    expect(wrong.body).toEqual({ typed: { email: owner.email }, problems: {}, wrong: true });
    expect(unknown).toEqual({ ...wrong, body: { ...wrong.body, typed: { email: "nobody@example.com" } } });
    expect((await enter({ email: "", password: "" })).body?.problems).toEqual({
      email: "email-missing",
      password: "password-missing",
    });
  });

  test("after five failures an address has to wait, from this client and for the right password too", async () => {
    await setUp();
    const from = (client: string) => ({ [clientAddressHeader]: client });
    const tries = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map(() => enter({ password: "wrong" }, from("10.0.0.1"))),
    );
    expect(tries.map(({ status }) => status).sort()).toContain(429);
    expect(tries.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    while ((await enter({ password: "wrong" }, from("10.0.0.1"))).status === 401);
    const blocked = await enter({}, from("10.0.0.1"));
    expect(blocked.status).toBe(429);
    const wait = Number(blocked.body?.until) - Date.now();
    expect(wait).toBeGreaterThan(signInLimit.windowMs - 60_000);
    expect(wait).toBeLessThanOrEqual(signInLimit.windowMs);
    expect((await enter({}, from("10.0.0.2"))).status).toBe(302);
  });

  test("thirty failures of a client block every address from it, and successes are not counted", async () => {
    await setUp();
    const now = Date.now();
    const client = "10.0.0.3";
    const fail = () => insertSignInAttempt(store, { subjects: [hashOf(client)], now, forgetBefore: 0 });
    for (let failure = 1; failure < signInLimit.perClient; failure++) await fail();
    const headers = { [clientAddressHeader]: client };
    expect((await enter({}, headers)).status).toBe(302);
    expect((await enter({}, headers)).status).toBe(302);
    await fail();
    expect((await enter({}, headers)).status).toBe(429);
    expect((await enter({ email: "other@example.com" }, headers)).status).toBe(429);
  });

  test("a removed or ended session signs nobody in", async () => {
    const cookie = { Cookie: cookieOf(await setUp()) };
    const left = await run(signOutRoute.action, post("/sign-out", {}, cookie));
    expect(left).toMatchObject({ status: 302, to: "/" });
    expect(left.cookies[0]).toMatch(/^trivista_session=.*Max-Age=0/);
    expect(await run(you.loader, get("/settings?a=1", cookie))).toMatchObject({
      to: `/sign-in?to=${encodeURIComponent("/settings?a=1")}`,
    });
    expect(await run(you.loader, get("/settings", { Cookie: "trivista_session=%%%" }))).toMatchObject({
      status: 302,
    });
  });
});

describe("the start page", () => {
  test.each([
    ["owner", "/studies"],
    ["editor", "/studies"],
    ["viewer", "/reports"],
  ] as const)("leads an %s to %s", async (role, to) => {
    const { request } = await signedIn(store, { role });
    expect(await run(home.loader, request("/"))).toMatchObject({ status: 302, to });
  });

  test("judges its three samples by the method: too few, undecided, above", async () => {
    const { body } = await run(home.loader, get("/"));
    expect(body?.examples).toMatchObject([
      { state: { kind: "few", k: 1, n: 1 } },
      { state: { kind: "value", value: 0.5, verdict: "undecided" } },
      { state: { kind: "value", value: 373 / 731, verdict: "above", moreNeeded: undefined } },
    ]);
  });

  test("an unknown address is not found, whatever is asked of it", async () => {
    expect((await run(notFound.loader, get("/nowhere"))).status).toBe(404);
    expect((await run(notFound.action, post("/nowhere", {}))).status).toBe(404);
  });
});

describe("the language", () => {
  const choose = (fields: Fields, headers?: Fields) =>
    run(language.action, post("/language", fields, headers));

  test("is kept in the browser and goes back to where one was", async () => {
    const chosen = await choose({ language: "zh-CN", returnTo: "/methods?x=1" });
    expect(chosen).toMatchObject({ status: 302, to: "/methods?x=1" });
    expect(chosen.cookies[0]).toMatch(/^lang=zh-CN; Path=\/; Max-Age=31536000; SameSite=Lax$/);
    expect((await choose({ language: "en", returnTo: "//evil.example" })).to).toBe("/");
    expect((await choose({ language: "fr" })).status).toBe(400);
  });

  test("is kept with the member who is signed in", async () => {
    const { request, memberId } = await signedIn(store);
    await run(language.action, request("/language", { language: "zh-CN" }));
    const row = await store.db.select().from(store.tables.members);
    expect(row).toMatchObject([{ id: memberId, language: "zh-CN" }]);
  });
});

test.each([
  ["setup", setup.action],
  ["sign-in", signInRoute.action],
  ["sign-out", signOutRoute.action],
  ["join/x", join.action],
  ["language", language.action],
  ["settings", you.action],
  ["settings/members", members.action],
  ["settings/workspace", workspace.action],
  ["nowhere", notFound.action],
])("/%s refuses what another site sends", async (path, action) => {
  const { request } = await signedIn(store);
  const fields = { intent: "end-others", language: "en" };
  for (const headers of [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: "", "Sec-Fetch-Site": "cross-site" },
  ])
    expect((await run(action, request(`/${path}`, fields, headers), { token: "x" })).status).toBe(403);
});
