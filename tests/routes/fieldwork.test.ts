import { beforeAll, describe, expect, test } from "vitest";
import { listInvitations, updateInvitationStep } from "~/data/invitations";
import { listWaves } from "~/data/waves";
import * as board from "~/routes/fieldwork/board";
import * as invitations from "~/routes/fieldwork/invitations";
import * as left from "~/routes/fieldwork/left";
import * as wave from "~/routes/fieldwork/wave";
import * as respondInvitation from "~/routes/respond/invitation";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { insertPerson } from "../support/people";
import { get } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let member: Awaited<ReturnType<typeof memberOf>>;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  study = await fieldStudy(store);
  member = await memberOf(store, study.workspaceId);
});

const at = (form?: Record<string, string | string[]>) =>
  args(member.request("/studies/x/fieldwork", form), { studyId: study.studyId });
const day = 24 * 60 * 60 * 1000;

describe("inviting", () => {
  test("asks everyone of the chosen roles once, those with a tag where one is given", async () => {
    const { workspaceId } = study;
    await insertPerson(store, workspaceId, {
      email: "d@a.example",
      role: "decider",
      company: "A",
      tags: ["VIP"],
    });
    await insertPerson(store, workspaceId, { email: "u@a.example", role: "user", company: "A" });
    await insertPerson(store, workspaceId, { email: "f@a.example", role: "finance", company: "A" });
    const seen = await invitations.loader(at());
    expect(seen.roles).toEqual([
      { role: "decider", n: 1 },
      { role: "user", n: 1 },
    ]);
    const form = { roles: ["decider", "user"], tag: "VIP", days: "30" };
    expect(await invitations.action(at(form))).toMatchObject({ data: { kind: "made", n: 1 } });
    expect(await invitations.action(at({ ...form, tag: "" }))).toMatchObject({ data: { n: 1 } });
    expect(await invitations.action(at({ ...form, tag: "" }))).toMatchObject({ data: { n: 0 } });
    const listed = await invitations.loader(at());
    expect(listed.invitations.map(({ state }) => state)).toEqual(["not-sent", "not-sent"]);
    expect(listed.invitations[0]?.url).toMatch(/\/i\/[2-9A-Za-z]{12}$/);
    await invitations.action(at({ passed: listed.invitations[0]!.id }));
    expect((await invitations.loader(at())).invitations.filter(({ sent }) => sent)).toHaveLength(1);
  });

  test("refuses a form without a role and days that are no number, keeping what was typed", async () => {
    expect(await invitations.action(at({ tag: "x", days: "soon" }))).toMatchObject({
      init: { status: 422 },
      data: { problems: { roles: "role", days: "days" }, typed: { tag: "x", days: "soon" } },
    });
  });
});

describe("the board", () => {
  test("shows what is missing, and follows an invitation that is opened", async () => {
    const [first] = await listInvitations(store, study);
    await respondInvitation.loader({
      ...{ request: get(`/i/${first!.token}`), params: { token: first!.token }, context: {} },
    });
    const { board: drawn, total } = await board.loader(at());
    expect(total).toBe(1);
    expect(drawn.rows[0]?.missing).toEqual(["decider", "user", "requester"]);
    expect(drawn.rows[0]?.people[first!.role]?.[0]?.state).toBe("opened");
    expect(drawn.roles).toEqual(["decider", "user", "requester", "finance"]);
  });
});

describe("the lost pool", () => {
  test("holds who opened and was quiet for three days, and asks them again", async () => {
    const [first] = await listInvitations(store, study);
    expect((await left.loader(at())).people).toEqual([]);
    const { invitations: table } = store.tables;
    await store.db.update(table).set({ openedAt: Date.now() - 4 * day });
    const { people } = await left.loader(at());
    expect(people.map(({ worth }) => worth)).toEqual([true, true]);
    expect(await left.action(at({ again: first!.id }))).toMatchObject({ data: { n: 1 } });
    const again = (await listInvitations(store, study)).find(({ id }) => id === first!.id);
    expect(again?.askAgainAt).not.toBeNull();
    expect(again?.expiresAt).toBeGreaterThan(Date.now() + 29 * day);
    const { workspaceId } = study;
    const sent = { workspaceId, invitationIds: [first!.id], step: "sentAt", at: Date.now() } as const;
    await updateInvitationStep(store, sent);
    expect((await listInvitations(store, study)).find(({ id }) => id === first!.id)?.askAgainAt).toBeNull();
  });
});

describe("the wave", () => {
  const plan = {
    name: "Spring",
    starts: "2026-11-01",
    ends: "2026-12-31",
    "target-user": "60",
    targetsMet: "on",
  };
  test("is declared, and the board says so", async () => {
    expect(await wave.action(at({ ...plan, ends: "2026-10-01" }))).toMatchObject({
      init: { status: 422 },
      data: { problems: { ends: "ends-first" }, typed: { name: "Spring" } },
    });
    await wave.action(at(plan));
    expect((await wave.loader(at())).typed).toMatchObject({ name: "Spring", targets: { user: "60" } });
    const { progress } = await board.loader(at());
    expect(progress.targets).toEqual([{ role: "user", segment: null, done: 0, target: 60 }]);
    expect(progress.stops).toEqual([{ rule: "targetsMet", met: false }]);
    expect(progress.declaredBeforehand).toBe(true);
  });

  test("ends and is followed by the next, once, into which the links lead", async () => {
    await wave.action(at({ intent: "next", number: "2" }));
    await wave.action(at({ intent: "next", number: "2" }));
    const waves = await listWaves(store, study);
    expect(waves.map(({ number, endedAt }) => [number, endedAt === null])).toEqual([
      [2, true],
      [1, false],
    ]);
    const { collectors } = store.tables;
    const leads = await store.db
      .select({ kind: collectors.kind, waveId: collectors.waveId })
      .from(collectors);
    for (const { kind, waveId } of leads) expect(waveId === waves[0]!.id).toBe(kind !== "personal");
  });
});

test("fieldwork is closed to leadership and to other workspaces", async () => {
  const viewer = await memberOf(store, study.workspaceId, { role: "viewer" });
  const other = await signedIn(store);
  for (const { loader } of [board, invitations, left, wave]) {
    const seen = (who: typeof other) =>
      statusOf(async () => loader(args(who.request("/x"), { studyId: study.studyId })));
    expect([await seen(viewer), await seen(other)]).toEqual([302, 404]);
  }
  for (const { action } of [invitations, left, wave]) {
    const post = viewer.request("/x", { roles: "user" });
    expect(await statusOf(async () => action(args(post, { studyId: study.studyId })))).toBe(403);
  }
});
