import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { read } from "~/domain/report/evidence";
import * as analysis from "~/routes/competitors/analysis";
import * as list from "~/routes/competitors/list";
import * as pairs from "~/routes/competitors/pairs";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { args, statusOf } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId: string;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
});
afterAll(() => store.close());

const load = () => analysis.loader(args(owner.request("/x"), { studyId }));
const roleIn = async (role: string) => (await load()).roles.find((one) => one.role === role)!;
const save = (form: Record<string, string>, member = owner) =>
  analysis.action(args(member.request("/x", form), { studyId }));

test("the sample tells its story: users' weights come from their ratings of the features, deciders' from the needs", async () => {
  const user = await roleIn("user");
  const decider = await roleIn("decider");
  expect(user.weights.filter(({ from }) => from === "feature")).toHaveLength(5);
  expect(decider.weights.every(({ from }) => from === "need")).toBe(true);
  expect(user.comparison.weighted).toMatchObject({ ok: true });
  expect(decider.comparison.standings.find(({ kind }) => kind === "gap")).toBeDefined();
  expect(decider.wins.lanting).toMatchObject({
    n: expect.any(Number),
    interval: [expect.any(Number), expect.any(Number)],
  });
});

test("the verdict on the list of competitors is the one computed from whom each role would choose", async () => {
  const { judged } = await list.loader(args(owner.request("/x"), { studyId }));
  const evidence = await listEvidence(store, { workspaceId: owner.workspaceId, studyId });
  expect(judged.verdict.roles.map(({ role }) => role)).toEqual(["decider", "user", "requester"]);
  for (const { role, restsOn, choice, result } of judged.verdict.roles) {
    const chosen = evidence.flatMap((one) => (one.role === role ? (read(one, "anchor.choice") ?? []) : []));
    const share = (key: string) => chosen.filter((one) => one === key).length / chosen.length;
    const most = Math.max(...["lanting", "yunfan", "spreadsheets", "status-quo"].map(share));
    expect([restsOn, choice?.ours.n]).toEqual(["choice", chosen.length]);
    expect(choice?.difference).toBeCloseTo(share("us") - most, 12);
    expect(result).toBe(choice!.interval![0] > 0 ? "win" : choice!.interval![1] < 0 ? "lose" : "tie");
  }
  expect((await load()).verdict).toEqual(judged.verdict);
});

test("a weight set by hand holds for its role alone, beside what the survey says, until it is taken back", async () => {
  const before = await roleIn("user");
  const { featureId, surveyed } = before.weights[0]!;
  await save({ role: "user", [`weight.${featureId}`]: "0.5" });
  expect((await roleIn("user")).weights[0]).toEqual({ featureId, weight: 0.5, from: "override", surveyed });
  expect((await roleIn("decider")).weights[0]?.from).toBe("need");
  await save({ role: "user", [`weight.${featureId}`]: "" });
  expect((await roleIn("user")).weights).toEqual(before.weights);
});

test("a comparison in pairs takes the survey's place, keeps it in sight, and can be taken back and put back", async () => {
  const params = { studyId, role: "requester" };
  const post = (form: Record<string, string>, member = owner, own = params) =>
    pairs.action(args(member.request("/x", form), own));
  const before = await roleIn("requester");
  const { features } = await pairs.loader(args(owner.request("/x"), params));
  const [a, b] = [features[0]!.id, features[1]!.id];
  const sent = JSON.stringify({ by: "feature", items: [a, b], steps: [8] });
  expect(await statusOf(() => post({ intent: "save", pairs: sent }))).toBe(302);
  const after = await roleIn("requester");
  expect(after.compared).toBe(0);
  const [first, second] = after.weights;
  expect([first?.from, second?.from, first?.surveyed]).toEqual([
    "pairs",
    "pairs",
    before.weights[0]?.surveyed,
  ]);
  expect(first!.weight / second!.weight).toBeCloseTo(9, 9);
  expect(first!.weight + second!.weight).toBeCloseTo(
    before.weights[0]!.weight + before.weights[1]!.weight,
    9,
  );
  expect(after.weights.slice(2)).toEqual(before.weights.slice(2));
  expect((await roleIn("user")).compared).toBeUndefined();

  expect(await post({ intent: "clear" })).toMatchObject({ data: { kind: "cleared", removed: sent } });
  expect((await roleIn("requester")).weights).toEqual(before.weights);
  for (const wrong of ["", "{}", "[", sent.replace("[8]", "[12]")])
    expect(await post({ intent: "save", pairs: wrong })).toMatchObject({ init: { status: 422 } });
  const stranger = await signedIn(store);
  const viewer = await signedIn(store, { role: "viewer" });
  expect(await statusOf(() => post({ pairs: sent }, stranger))).toBe(404);
  expect(await statusOf(() => post({ pairs: sent }, viewer))).toBe(403);
  expect(await statusOf(() => post({ pairs: sent }, owner, { studyId, role: "king" }))).toBe(404);
});

test("weights that are none come back as typed; unknown roles, strangers and leadership are refused", async () => {
  const { featureId } = (await roleIn("user")).weights[0]!;
  const wrong = { role: "user", [`weight.${featureId}`]: "9" };
  expect(await save(wrong)).toMatchObject({ init: { status: 422 }, data: { typed: wrong } });
  expect(await statusOf(() => save({ role: "king" }))).toBe(400);
  const stranger = await signedIn(store);
  const viewer = await signedIn(store, { role: "viewer" });
  expect(await statusOf(() => save({ role: "user" }, stranger))).toBe(404);
  expect(await statusOf(() => save({ role: "user" }, viewer))).toBe(403);
  expect(await statusOf(() => analysis.loader(args(stranger.request("/x"), { studyId })))).toBe(404);
  expect(await statusOf(() => analysis.loader(args(viewer.request("/x"), { studyId })))).toBe(302);
});
