import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listStates } from "~/data/questionnaire-states";
import { findQuestionnaire, listDrafts } from "~/data/questionnaires";
import { findStudy } from "~/data/studies";
import { draftChanges } from "~/domain/questionnaire/draft-diff";
import { isObject } from "~/domain/questionnaire/draft-tree";
import * as draft from "~/routes/questionnaires/draft";
import * as edit from "~/routes/questionnaires/edit";
import * as history from "~/routes/questionnaires/history";
import * as needs from "~/routes/questionnaires/needs";
import { useStore } from "~/server/store";
import { addRoles } from "~/server/study";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let params: { studyId: string; questionnaireId: string };

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  const studyId = await insertEmptyStudy(store, owner.workspaceId);
  const study = await findStudy(store, { workspaceId: owner.workspaceId, studyId });
  if (!study) throw new Error("no study");
  const given = { set: "full", roles: ["user"], type: study.businessType, now: Date.now() } as const;
  await addRoles(store, study, given);
  const [made] = await listDrafts(store, { workspaceId: owner.workspaceId, studyId });
  params = { studyId, questionnaireId: made?.id ?? "" };
});

const where = () => ({ workspaceId: owner.workspaceId, ...params });
const at = (rest = "") =>
  `http://localhost/studies/${params.studyId}/questionnaires/${params.questionnaireId}${rest}`;
const found = async () => {
  const questionnaire = await findQuestionnaire(store, where());
  if (!questionnaire) throw new Error("no questionnaire");
  return questionnaire;
};
type Member = typeof owner;
const cookie = (member: Member) => member.request("/").headers.get("Cookie") ?? "";
const post = (body: string, member = owner, origin = "http://localhost") =>
  new Request(at("/draft"), {
    method: "POST",
    headers: { Cookie: cookie(member), Origin: origin, "Content-Type": "application/json" },
    body,
  });
const save = (revision: number, json: unknown) =>
  draft.action(
    args(
      post(JSON.stringify({ revision, draft: typeof json === "string" ? json : JSON.stringify(json) })),
      params,
    ),
  );
const read = async (reply: unknown) => {
  if (!(reply instanceof Response)) throw new Error("no answer");
  return { status: reply.status, body: await reply.json() };
};

describe("saving a draft", () => {
  test("is acknowledged with its revision, and an old one is told the newer draft instead of overwriting it", async () => {
    const { draft: before } = await found();
    const mine = { ...(isObject(before) ? before : {}), title: "Mine" };
    expect(await read(await save(1, mine))).toEqual({ status: 200, body: { revision: 2 } });
    const late = await read(await save(1, { title: "Late", pages: [] }));
    expect(late).toMatchObject({ status: 409, body: { revision: 2 } });
    expect(JSON.parse(late.body.draft)).toEqual(mine);
    expect((await found()).draft).toEqual(mine);
  });

  test("keeps unknown properties and leaves control characters out", async () => {
    await save(1, { pages: [], later: { kept: ["a\u0000b"] } });
    expect((await found()).draft).toEqual({ pages: [], later: { kept: ["ab"] } });
  });

  test.each([
    ["no JSON", "{", "not-an-object"],
    ["a list", "[]", "not-an-object"],
    ["a key of JavaScript's own", '{"__proto__":{"a":1}}', "forbidden-key"],
    ["nested panels", `${'{"elements":['.repeat(10_000)}${"]}".repeat(10_000)}`, "too-deep"],
    ["five megabytes", JSON.stringify({ title: "x".repeat(5_000_000) }), "too-large"],
  ])("refuses %s and changes nothing", async (_, json, code) => {
    expect(await read(await save(1, json))).toMatchObject({ status: 422, body: { problem: { code } } });
    expect((await found()).revision).toBe(1);
  });

  test("refuses what is no save, other sites, viewers and strangers", async () => {
    expect(await statusOf(() => draft.action(args(post("{}"), params)))).toBe(400);
    const good = JSON.stringify({ revision: 1, draft: "{}" });
    expect(await statusOf(() => draft.action(args(post(good, owner, "http://elsewhere.test"), params)))).toBe(
      403,
    );
    const stranger = await signedIn(store);
    expect(await statusOf(() => draft.action(args(post(good, stranger), params)))).toBe(404);
    const viewer = await signedIn(store, { role: "viewer" });
    expect(await statusOf(() => draft.action(args(post(good, viewer), params)))).toBe(403);
    expect((await found()).revision).toBe(1);
  });

  test("a look for news sends the draft only to who has an older one", async () => {
    const look = async (revision: number) =>
      (
        await read(
          await draft.loader(args(owner.request(`${at("/draft").slice(16)}?revision=${revision}`), params)),
        )
      ).body;
    expect(await look(1)).toEqual({ revision: 1 });
    expect(JSON.parse((await look(0)).draft)).toEqual((await found()).draft);
  });
});

describe("the history of a draft", () => {
  const path = (rest = "") => at(`/history${rest}`).slice(16);
  const load = (rest = "") => history.loader(args(owner.request(path(rest)), params));

  test("has how it came and what was made of it, compares them in sentences' parts, and takes one back", async () => {
    const { draft: came } = await found();
    await save(1, { ...(isObject(came) ? came : {}), title: "Changed" });
    const { entries } = await load();
    expect(entries.map(({ kind, by }) => [kind, by])).toEqual([
      ["saved", "Min Wang"],
      ["first", null],
    ]);
    const first = entries[1]?.key ?? "";
    const { comparison: compared, revision } = await load(`?from=${first}&to=now`);
    const comparison = compared || null;
    expect(comparison?.changes).toEqual(draftChanges(came, (await found()).draft));
    expect(comparison?.changes.length).toBeGreaterThan(0);
    const restore = (on: number) =>
      history.action(args(owner.request(path(), { state: first, revision: String(on) }), params));
    expect(await statusOf(() => restore(revision - 1))).toBe(409);
    expect(await statusOf(() => restore(revision))).toBe(200);
    expect((await found()).draft).toEqual(came);
    // What it was before the way back is there, too, so that this can be undone.
    const states = await listStates(store, where());
    expect(states.length).toBeGreaterThanOrEqual(3);
  });

  test("knows no states of others", async () => {
    expect(await load("?from=s.unknown&to=now")).toMatchObject({ comparison: null });
    const stranger = await signedIn(store);
    expect(await statusOf(() => history.loader(args(stranger.request(path()), params)))).toBe(404);
  });
});

test("the editor opens with the draft, the study's brief and a place in the browser of the member's own", async () => {
  const loaded = await edit.loader(args(owner.request(at("/edit").slice(16)), params));
  expect(loaded).toMatchObject({ revision: 1, role: "user", canEdit: true, draft: (await found()).draft });
  expect(loaded.keptUnder).toContain(owner.memberId);
  expect(await needs.loader(args(owner.request(at("/needs").slice(16)), params))).toEqual({
    needs: [],
    other: [],
  });
});
