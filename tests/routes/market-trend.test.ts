/** The market over the years: typed, refused, edited, removed and brought back, and kept from strangers. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import { listEntries } from "~/data/entries";
import * as trend from "~/routes/market/trend";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { insertEmptyStudy } from "../support/empty-study";
import { memberOf } from "../support/member-of";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let where: { workspaceId: string; studyId: string };

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  const { workspaceId } = owner;
  where = { workspaceId, studyId: await insertEmptyStudy(store, workspaceId) };
});

const params = () => ({ studyId: where.studyId });
const see = (query = "") => trend.loader(args(owner.request(`/${query}`), params()));
const press = async (form: Record<string, string>) =>
  (await trend.action(args(owner.request("/", form), params()))).data;
const ours = {
  ...{ intent: "series", seriesId: "", name: "Ours", unit: "machines", source: "Estimate", kind: "own" },
  points: "2020, 10\n2021, 20\n2022, 45",
};
const recorders = [840, 1470, 2110, 4000, 7590, 10_950, 10_530, 9470, 7790, 5890];
const theirs = {
  ...{ ...ours, name: "Recorders", kind: "analogue" },
  points: recorders.map((amount, index) => `${1980 + index}, ${amount}`).join("\n"),
};

test("a market that cannot be fitted is set beside the analogue that can", async () => {
  await press(ours);
  expect((await see()).series[0]).toMatchObject({ trend: { fit: { ok: false } }, like: [] });
  await press(theirs);
  const { series } = await see();
  expect(series[0]!.like).toMatchObject([{ name: "Recorders", forecast: { years: { length: 8 } } }]);
  expect(series[1]).toMatchObject({ trend: { fit: { ok: true } }, like: [] });
});

test("years are edited in place, removed and brought back; what is refused stays typed", async () => {
  await press(ours);
  const [kept] = await listEntries(store, { ...where, kind: "market-series" });
  const seriesId = kept!.key;
  expect((await see(`?series=${seriesId}`)).typed.points).toBe("2020, 10\n2021, 20\n2022, 45");
  await press({ ...ours, seriesId, revision: "1", points: "2020, 10\n2021, 30" });
  expect((await see()).series[0]!.points).toHaveLength(2);
  // Who opened the page before that is told, and keeps what was typed.
  expect(await press({ ...ours, seriesId, revision: "1", name: "Late" })).toMatchObject({
    ...{ kind: "late", typed: { name: "Late" } },
    theirs: { revision: 2, content: { name: "Ours", points: { length: 2 } } },
  });
  expect(await press({ ...ours, points: "soon" })).toMatchObject({
    ...{ kind: "refused", problems: { points: "not-years" } },
    typed: { name: "Ours", points: "soon" },
  });
  const removed = await press({ intent: "remove", seriesId, revision: "2" });
  if (removed.kind !== "removed" || removed.gone.kind !== "removed") throw new Error(removed.kind);
  expect((await see()).series).toEqual([]);
  expect(await statusOf(() => press({ ...ours, seriesId: "elsewhere" }))).toBe(400);
  await press({ intent: "put-back", state: removed.gone.state });
  const { series, log } = await see();
  expect(series).toMatchObject([{ points: { length: 2 } }]);
  expect(log.changes.map(({ savedBy }) => savedBy)).toEqual(Array(4).fill("Min Wang"));
});

test("the gate keeps out strangers, and lets leadership change nothing", async () => {
  const stranger = await signedIn(store);
  const viewer = await memberOf(store, where.workspaceId, { role: "viewer" });
  const tries = (as: Pick<typeof owner, "request">) => [
    () => trend.loader(args(as.request("/"), params())),
    () => trend.action(args(as.request("/", ours), params())),
  ];
  for (const attempt of tries(stranger)) expect(await statusOf(attempt)).toBe(404);
  expect(await statusOf(tries(viewer)[0]!)).toBe(302);
  expect(await statusOf(tries(viewer)[1]!)).toBe(403);
  expect(await listEntries(store, { ...where, kind: "market-series" })).toEqual([]);
});
