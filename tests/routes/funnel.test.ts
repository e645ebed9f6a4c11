/** The funnel: typed, read from a table, looked at in part, priced by the books, undone. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import * as funnel from "~/routes/growth/funnel";
import * as csv from "~/routes/growth/funnel-csv";
import * as money from "~/routes/growth/money";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { insertEmptyStudy } from "../support/empty-study";
import { memberOf } from "../support/member-of";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let studyId: string;
let owner: Awaited<ReturnType<typeof signedIn>>;

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  studyId = await insertEmptyStudy(store, owner.workspaceId);
});

const here = () => `/studies/${studyId}/growth/funnel`;
const see = (query = "") => funnel.loader(args(owner.request(`${here()}${query}`), { studyId }));
const press = (form: Record<string, string>, as = owner) =>
  funnel.action(args(as.request(here(), form), { studyId }));
const table = [
  "month,channel,visit,registered,qualified,paid,success,renewed,came back",
  "2026-01,Search,1000,100,20,4,3,2,",
  "2026-02,Search,1000,120,30,6,5,4,9",
  "2026-02,Fair,100,40,20,10,8,8,",
  "2026-02,Broken,1,40,20,10,8,8,",
].join("\n");
const readIn = () => press({ intent: "table", pasted: table });

test("counts read from a table can be looked at by channel and month", async () => {
  const reply = await readIn();
  expect(reply.data).toMatchObject({
    ...{ kind: "table-read", n: 3 },
    problems: [{ line: 5, field: "step.registered", problem: "more-than-before" }],
  });
  expect((await see()).result.reached).toEqual([2_100, 260, 70, 20, 16, 14]);
  expect((await see("?channel=Search&from=2026-02")).result.reached).toEqual([1_000, 120, 30, 6, 5, 4]);
  const nothing = await see("?to=2025-01");
  expect(nothing).toMatchObject({ looked: 0, result: { funnel: { ok: false, reason: "no-data" } } });
  const file = await csv.loader(args(owner.request(`${here()}.csv`), { studyId }));
  expect(await file.text()).toContain('"2026-02","Fair",,100,40,20,10,8,8');
});

test("the books put a price on each leak", async () => {
  await readIn();
  expect((await see()).result.leaks[0]).toMatchObject({ step: 0, money: null });
  const books = ["month,revenue,variable cost,fixed cost,acquisition,customers,won,lost"];
  for (const month of ["2026-01", "2026-02"]) books.push(`${month},20000,5000,12000,6000,40,1,1`);
  const at = `/studies/${studyId}/growth/money`;
  await money.action(args(owner.request(at, { intent: "table", pasted: books.join("\n") }), { studyId }));
  const [dearest] = (await see()).result.leaks;
  // 184 of the 1,840 lost before registering × 20 / 260 of the registered × a lifetime value of 15,000.
  expect(dearest?.step).toBe(0);
  expect(dearest?.money).toBeCloseTo(184 * (20 / 260) * 15_000, 3);
});

test("a row that is refused keeps what was typed; one removed comes back", async () => {
  await readIn();
  const reply = await press({ intent: "counts", period: "2026-03", channel: "", "step.visit": "5" });
  expect(reply.init?.status).toBe(422);
  expect(reply.data).toMatchObject({
    kind: "counts-refused",
    typed: { period: "2026-03", "step.visit": "5" },
    problems: { channel: "missing", "step.registered": "missing" },
  });
  const key = (channel: string) => JSON.stringify(["2026-02", channel]);
  const removal = { intent: "remove", key: key("Fair"), revision: "1" };
  const removed = (await press(removal)).data;
  if (removed.kind !== "removed" || removed.gone.kind !== "removed") throw new Error(removed.kind);
  expect((await see()).rows).toHaveLength(2);
  expect(await statusOf(() => press(removal))).toBe(400);
  await press({ intent: "put-back", state: removed.gone.state });
  expect((await see()).rows).toHaveLength(3);
  expect((await see(`?edit=${encodeURIComponent(key("Search"))}`)).typed).toMatchObject({
    "step.visit": "1000",
    recovered: "9",
  });
});

test("counts that somebody saved meanwhile are not written over", async () => {
  await readIn();
  const typed = {
    ...{
      intent: "counts",
      period: "2026-01",
      channel: "Search",
      "step.visit": "900",
      "step.registered": "100",
    },
    ...{ "step.qualified": "20", "step.paid": "4", "step.success": "3", "step.renewed": "2" },
  };
  expect((await press({ ...typed, revision: "1" })).data).toMatchObject({ kind: "counts-saved" });
  const late = await press({ ...typed, "step.visit": "800", revision: "1" });
  expect(late.init?.status).toBe(409);
  expect(late.data).toMatchObject({
    typed: { "step.visit": "800" },
    theirs: { content: { counts: { visit: 900 } } },
  });
});

test("cohorts are counted beside months: the same people, at their last standing and by age", async () => {
  await readIn();
  const cohorts = [
    "month,channel,as of,visit,registered,qualified,paid,success,renewed",
    "2026-01,Search,2026-01,1000,90,10,1,0,0",
    "2026-01,Search,2026-03,1000,110,40,12,6,0",
    "2026-02,Search,2026-03,500,50,10,2,1,0",
    "2026-02,Search,2026-01,500,50,10,2,1,0",
  ].join("\n");
  expect((await press({ intent: "table", pasted: cohorts })).data).toMatchObject({
    ...{ n: 3, problems: [{ line: 5, field: "seen", problem: "before-coming" }] },
  });
  const byMonth = await see();
  expect(byMonth).toMatchObject({ by: "period", offered: ["period", "cohort"], standings: [] });
  expect(byMonth.result.reached[0]).toBe(2_100);
  const byCohort = await see("?by=cohort");
  expect(byCohort.result.reached).toEqual([1_500, 160, 50, 14, 7, 0]);
  expect(byCohort.byAge.map(({ age, paid }) => [age, paid.count, paid.n])).toEqual([
    [0, 1, 1_000],
    [1, 2, 500],
    [2, 12, 1_000],
  ]);
});

test("the lost pool says after which step, why, and who came back", async () => {
  await readIn();
  const reasons = [
    "month,channel,left after,reason,lost,came back",
    "2026-02,Search,Qualified,Too dear,12,3",
    "2026-02,Fair,qualified,Too dear,6,",
    "2026-02,Search,注册（激活）,No time,20,0",
    "2026-02,Search,Renewed,Moved away,1,0",
  ].join("\n");
  expect((await press({ intent: "lost-table", pasted: reasons })).data).toMatchObject({
    ...{ n: 3, problems: [{ line: 5, field: "step", problem: "not-a-step" }] },
  });
  const { pool } = await see();
  expect(pool).toMatchObject({ lost: 38, returned: { value: { count: 3, n: 32 } } });
  expect(pool.groups).toMatchObject([
    {
      step: "registered",
      reason: "No time",
      lost: 20,
      share: { n: 38 },
      returned: { value: { count: 0, n: 20 } },
    },
    { step: "qualified", reason: "Too dear", lost: 18, returned: { value: { count: 3, n: 12 } } },
  ]);
  // 260 registered and 70 of them qualified; of the 70, 20 paid.
  expect(pool.steps).toEqual([
    { step: "registered", lost: 20, inFunnel: 190 },
    { step: "qualified", lost: 18, inFunnel: 50 },
  ]);
  const typed = {
    intent: "lost",
    period: "2026-02",
    channel: "Fair",
    step: "paid",
    reason: "",
    lost: "2",
    returned: "3",
  };
  expect((await press(typed)).data).toMatchObject({
    ...{ kind: "lost-refused", problems: { reason: "missing", returned: "more-than-lost" } },
  });
  const file = await csv.loader(args(owner.request(`${here()}.csv?of=lost`), { studyId }));
  const again = await file.text();
  expect((await press({ intent: "lost-table", pasted: again })).data).toMatchObject({
    n: 3,
    problems: [],
    late: [],
  });
});

test("the gate keeps out strangers and lets leadership change nothing", async () => {
  const stranger = await signedIn(store);
  const viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
  const tries = (as: Pick<typeof owner, "request">) => [
    () => funnel.loader(args(as.request(here()), { studyId })),
    () => csv.loader(args(as.request(`${here()}.csv`), { studyId })),
    () => funnel.action(args(as.request(here(), { intent: "table", pasted: table }), { studyId })),
  ];
  for (const one of tries(stranger)) expect(await statusOf(one)).toBe(404);
  const statuses = [];
  for (const one of tries(viewer)) statuses.push(await statusOf(one));
  expect(statuses).toEqual([302, 302, 403]);
  expect((await see()).rows).toEqual([]);
});
