import { beforeAll, beforeEach, expect, test } from "vitest";
import { listDrafts, listQuestionnaires } from "~/data/questionnaires";
import { listRoleSets } from "~/data/role-sets";
import { listStudies } from "~/data/studies";
import * as roles from "~/routes/questionnaires/roles";
import * as newStudy from "~/routes/studies/new";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args } from "../support/call-route";
import { draftedStudy } from "../support/drafted-study";
import { insertEmptyStudy } from "../support/empty-study";
import { memberOf } from "../support/member-of";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId: string;

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  ({ studyId } = await draftedStudy(store, owner.workspaceId));
});

type Fields = Record<string, string | readonly string[]>;
const post = (fields: Fields, study = studyId, member = owner) =>
  run(roles.action, member.request("/roles", fields), { studyId: study });
const look = (search: string, study = studyId, member = owner) =>
  roles.loader(args(member.request(`/roles${search}`), { studyId: study }));
const drafts = (study: string) => listDrafts(store, { workspaceId: owner.workspaceId, studyId: study });

test("a set tells what each role is asked, and drafts those that are not there", async () => {
  const short = await look("");
  expect([short.set, short.taken]).toEqual(["short", ["decider", "user", "requester"]]);
  const full = await look("?set=full");
  for (const [at, line] of full.lines.entries())
    expect(line.questions).toBeGreaterThanOrEqual(short.lines[at]?.questions ?? Number.NaN);
  const [before] = await drafts(studyId);
  const done = await post({ intent: "draft", set: "short", type: "saas", roles: ["decider", "finance"] });
  expect(done.body).toEqual({ kind: "drafted", roles: ["finance"] });
  const after = await drafts(studyId);
  expect(after.map(({ role }) => role)).toEqual(["decider", "user", "requester", "finance"]);
  expect(after[0]?.draft).toEqual(before?.draft);
  expect(await post({ intent: "draft", set: "short", type: "saas" })).toMatchObject({
    ...{ status: 422, body: { problem: "no-roles" } },
  });
});

test("a study's questionnaires are kept as a set, used in another study, deleted and put back", async () => {
  expect((await post({ intent: "keep", name: " " })).status).toBe(422);
  expect((await post({ intent: "keep", name: "季度" })).body).toEqual({ kind: "kept", name: "季度" });
  const [set] = await listRoleSets(store, owner);
  const second = await insertEmptyStudy(store, owner.workspaceId);
  const seen = await look(`?set=${set?.id}`, second);
  expect(seen.lines.map(({ role }) => role)).toEqual(["decider", "user", "requester"]);
  expect(seen.lines.every(({ minutes }) => minutes !== null)).toBe(true);
  await post({ intent: "draft", set: set?.id ?? "", type: "saas", roles: ["user"] }, second);
  const [made] = await drafts(second);
  expect(JSON.stringify(made?.draft)).not.toContain("Shiftboard");
  const deleted = await post({ intent: "delete", setId: set?.id ?? "" });
  expect(deleted.body).toMatchObject({ kind: "deleted", name: "季度" });
  expect((await look("")).own).toEqual([]);
  await post({ intent: "restore", setId: set?.id ?? "" });
  expect((await look("")).own).toMatchObject([{ name: "季度", savedBy: "Min Wang" }]);
});

test("a new study begins with the set that was chosen", async () => {
  await post({ intent: "draft", set: "short", type: "saas", roles: ["finance"] });
  await post({ intent: "keep", name: "Four" });
  const [set] = await listRoleSets(store, owner);
  const create = async (fields: Fields) => {
    const given = {
      product: "Next",
      businessType: "saas",
      stage: "growth",
      currency: "CNY",
      languages: "en",
    };
    const made = await run(newStudy.action, owner.request("/studies/new", { ...given, ...fields }));
    const id = made.to?.split("/")[2] ?? "";
    return (await drafts(id)).map(({ role, draft }) => [role, JSON.stringify(draft).length] as const);
  };
  const [short, full, four] = [
    await create({ set: "short" }),
    await create({ set: "full" }),
    await create({ set: set?.id ?? "" }),
  ];
  expect(short.map(([role]) => role)).toEqual(["decider", "user", "requester"]);
  expect(short[0]?.[1]).toBeLessThan(full[0]?.[1] ?? 0);
  expect(four.map(([role]) => role)).toEqual(["decider", "user", "requester", "finance"]);
  const offered = await newStudy.loader(args(owner.request("/studies/new")));
  expect(offered.own).toMatchObject([{ name: "Four" }]);
  expect(offered.typical.hardware.short).toHaveLength(6);
});

test("sets belong to a workspace, and leadership changes none", async () => {
  await post({ intent: "keep", name: "Ours" });
  const [set] = await listRoleSets(store, owner);
  const other = await signedIn(store);
  const theirs = await insertEmptyStudy(store, other.workspaceId);
  expect((await look(`?set=${set?.id}`, theirs, other)).set).toBe("short");
  expect((await look("", theirs, other)).own).toEqual([]);
  expect((await post({ intent: "delete", setId: set?.id ?? "" }, theirs, other)).status).toBe(404);
  const viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
  for (const intent of ["keep", "draft", "delete"])
    expect((await post({ intent, name: "X", setId: set?.id ?? "" }, studyId, viewer)).status).toBe(403);
  expect(await listRoleSets(store, owner)).toHaveLength(1);
  expect(await listStudies(store, other)).toHaveLength(1);
  expect(await listQuestionnaires(store, { workspaceId: owner.workspaceId, studyId })).toHaveLength(3);
});
