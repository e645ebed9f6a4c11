import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findMemberByEmail, findMemberInvite } from "~/data/entrance";
import { listMemberInvites, listMembers, listSessions } from "~/data/members";
import * as join from "~/routes/account/join";
import * as setup from "~/routes/account/setup";
import * as signInRoute from "~/routes/account/sign-in";
import * as home from "~/routes/home";
import * as members from "~/routes/settings/members";
import * as workspace from "~/routes/settings/workspace";
import * as you from "~/routes/settings/you";
import { hashOf } from "~/server/request";
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

const setUp = () => run(setup.action, post("/setup", owner));

describe("own settings", () => {
  test("name and language are changed, an empty name is not", async () => {
    const { request, workspaceId } = await signedIn(store);
    const change = (fields: Fields) =>
      run(you.action, request("/settings", { intent: "profile", language: "en", ...fields }));
    expect((await change({ name: " " })).body).toMatchObject({ problems: { name: "name-missing" } });
    const changed = await change({ name: "Min W.", language: "zh-CN" });
    expect(changed).toMatchObject({ status: 200, body: { done: true } });
    expect(changed.cookies[0]).toMatch(/^lang=zh-CN/);
    expect(await listMembers(store, { workspaceId })).toMatchObject([{ name: "Min W." }]);
  });

  test("a new password needs the current one, and ends the other sessions", async () => {
    const here = cookieOf(await setUp());
    const enter = (password: string) =>
      run(signInRoute.action, post("/sign-in", { email: owner.email, password }));
    const elsewhere = cookieOf(await enter(owner.password));
    const change = (fields: Fields) =>
      run(you.action, post("/settings", { intent: "password", ...fields }, { Cookie: here }));
    const password = "another horse battery";
    expect(await change({ current: "wrong", password })).toMatchObject({
      status: 400,
      body: { wrong: true },
    });
    expect((await change({ current: owner.password, password: "short" })).body).toMatchObject({
      problems: { password: "password-short" },
      typed: { intent: "password" },
    });
    expect(await change({ current: owner.password, password })).toMatchObject({ body: { done: true } });
    expect((await run(you.loader, get("/settings", { Cookie: elsewhere }))).status).toBe(302);
    expect((await run(you.loader, get("/settings", { Cookie: here }))).status).toBe(200);
    expect((await enter(owner.password)).status).toBe(401);
    expect((await enter(password)).status).toBe(302);
  });

  test("sessions end one by one or all but this one, and only one's own", async () => {
    const { request, workspaceId, memberId } = await signedIn(store);
    const stranger = await signedIn(store);
    const mine = async () => listSessions(store, { workspaceId, memberId, now: Date.now() });
    const theirs = () => listSessions(store, { ...stranger, now: Date.now() });
    const [session] = await theirs();
    await run(you.action, request("/settings", { intent: "end-session", sessionId: session!.id }));
    await run(you.action, request("/settings", { intent: "end-others" }));
    expect(await theirs()).toHaveLength(1);
    expect(await mine()).toHaveLength(1);
    const [own] = await mine();
    await run(you.action, request("/settings", { intent: "end-session", sessionId: own!.id }));
    expect(await mine()).toEqual([]);
  });

  test("an unknown intent is refused", async () => {
    const { request } = await signedIn(store);
    expect((await run(you.action, request("/settings", { intent: "fly" }))).status).toBe(400);
    expect((await run(members.action, request("/settings/members", {}))).status).toBe(400);
  });
});

describe("members", () => {
  test("are invited by a link that is shown once, works once, and gives its role", async () => {
    const { request, workspaceId } = await signedIn(store);
    const made = await run(
      members.action,
      request("/settings/members", { intent: "invite", role: "viewer" }),
    );
    const token = String(made.body?.link).replace(`${origin}/join/`, "");
    expect(token).toMatch(/^[\w-]{22}$/);
    const listed = await run(members.loader, request("/settings/members"));
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect(await listMemberInvites(store, { workspaceId, now: Date.now() })).toHaveLength(1);

    const path = `/join/${token}`;
    const params = { token };
    expect((await run(join.loader, get(path), params)).body).toEqual({
      workspaceName: "Workspace",
      role: "viewer",
    });
    const person = { name: "李婷", email: "ting@example.com", password: "十个汉字的密码刚好够" };
    expect((await run(join.action, post(path, { ...person, email: "" }), params)).status).toBe(400);
    const joined = await run(join.action, post(path, { ...person, role: "owner" }), params);
    expect(joined).toMatchObject({ status: 302, to: "/" });
    expect(await run(home.loader, get("/", { Cookie: cookieOf(joined) }))).toMatchObject({ to: "/reports" });
    expect(await findMemberByEmail(store, { email: "ting@example.com" })).toMatchObject({
      workspaceId,
      role: "viewer",
    });

    expect(await run(join.loader, get(path), params)).toMatchObject({ status: 410, body: { ended: "used" } });
    const again = post(path, { ...person, email: "other@example.com" });
    expect(await run(join.action, again, params)).toMatchObject({ status: 302, to: path });
    expect(await findMemberByEmail(store, { email: "other@example.com" })).toBeNull();
    expect(await run(join.loader, get("/join/x"), { token: "x" })).toMatchObject({
      status: 404,
      body: { ended: "unknown" },
    });
  });

  test("an address that has an account leaves the invitation open", async () => {
    const { request } = await signedIn(store);
    const made = await run(members.action, request("/settings/members", { intent: "invite", role: "owner" }));
    const token = String(made.body?.link).replace(`${origin}/join/`, "");
    const [taken] = await store.db.select({ email: store.tables.members.email }).from(store.tables.members);
    const person = { name: "X", email: taken!.email, password: "correct horse battery" };
    expect(await run(join.action, post(`/join/${token}`, person), { token })).toMatchObject({
      status: 409,
      body: { taken: true, typed: { name: "X" } },
    });
    expect(await findMemberInvite(store, { tokenHash: hashOf(token), now: Date.now() })).not.toBeNull();
  });

  test("the only owner stays one, and nobody else's members or invitations are within reach", async () => {
    const ours = await signedIn(store);
    const theirs = await signedIn(store);
    await run(members.action, theirs.request("/settings/members", { intent: "invite", role: "editor" }));
    const [invite] = await listMemberInvites(store, { ...theirs, now: Date.now() });
    const ask = (fields: Fields) => run(members.action, ours.request("/settings/members", fields));
    const { memberId } = ours;
    expect(await ask({ intent: "remove", memberId })).toMatchObject({
      status: 409,
      body: { said: "keepsOwner" },
    });
    expect(await ask({ intent: "role", memberId, role: "viewer" })).toMatchObject({ status: 409 });
    expect(await ask({ intent: "remove", memberId: theirs.memberId })).toMatchObject({
      status: 404,
      body: { said: "gone" },
    });
    expect(await ask({ intent: "role", memberId: theirs.memberId, role: "viewer" })).toMatchObject({
      status: 404,
    });
    await ask({ intent: "withdraw", inviteId: invite!.id });
    expect(await listMemberInvites(store, { ...theirs, now: Date.now() })).toHaveLength(1);
    expect(await listMembers(store, theirs)).toMatchObject([{ role: "owner" }]);
    const seen = await run(members.loader, ours.request("/settings/members"));
    expect(JSON.stringify(seen.body)).not.toContain(theirs.memberId);
  });

  test("the workspace is renamed by its owner alone", async () => {
    const ours = await signedIn(store);
    const theirs = await signedIn(store);
    const rename = (name: string) =>
      run(workspace.action, ours.request("/settings/workspace", { workspace: name }));
    expect((await rename("")).body).toMatchObject({ problems: { workspace: "workspace-missing" } });
    expect((await rename("云帆")).body).toMatchObject({ done: true });
    const nameOf = async ({ request }: typeof ours) =>
      (await run(workspace.loader, request("/settings/workspace"))).body?.name;
    expect([await nameOf(ours), await nameOf(theirs)]).toEqual(["云帆", "Workspace"]);
  });

  test.each(["editor", "viewer"] as const)("an %s manages nothing", async (role) => {
    const { request } = await signedIn(store, { role });
    for (const route of [members, workspace]) {
      expect(await run(route.loader, request("/settings/x"))).toMatchObject({ status: 302, to: "/reports" });
      expect(
        (await run(route.action, request("/settings/x", { intent: "invite", role: "owner" }))).status,
      ).toBe(403);
    }
  });
});
