/** The books and the third lamp: typed, read from a table, undone, and kept from strangers. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listContents } from "~/data/entries";
import { blankMonth } from "~/domain/growth/money-form";
import * as money from "~/routes/growth/money";
import * as csv from "~/routes/growth/money-csv";
import * as start from "~/routes/growth/start";
import * as pmf from "~/routes/results/pmf";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { insertEmptyStudy } from "../support/empty-study";
import { loaded } from "../support/loaded";
import { loadedReport } from "../support/loaded-report";
import { memberOf } from "../support/member-of";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let where: { workspaceId: string; studyId: string };
let request: Awaited<ReturnType<typeof memberOf>>["request"];

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  const owner = await signedIn(store);
  const { workspaceId } = owner;
  where = { workspaceId, studyId: await insertEmptyStudy(store, workspaceId) };
  request = owner.request;
});

const here = () => `/studies/${where.studyId}/growth/money`;
const params = () => ({ studyId: where.studyId });
const see = (query = "") => money.loader(args(request(`${here()}${query}`), params()));
const press = (form: Record<string, string>) => money.action(args(request(here(), form), params()));
const done = async (form: Record<string, string>) => (await press(form)).data;
const table = (...rows: string[]) => ["month,revenue,variable cost,fixed cost", ...rows].join("\n");

test("three months without a loss light the third lamp on the PMF page and in the report", async () => {
  const lampsOf = async () => {
    const onPage = await loaded(pmf.loader, request("/"), params());
    const inReport = await loadedReport(request("/"), params().studyId);
    const said = inReport.document.chapters
      .flatMap(({ blocks }) => blocks)
      .find(({ key }) => key === "money/lamp");
    const inIt = said?.kind === "lamps" ? said.lamps.map(({ state }) => state) : ["dark"];
    expect(inIt).toEqual([onPage.lamps.breakEven]);
    return onPage;
  };
  expect(await lampsOf()).toMatchObject({ lamps: { breakEven: "dark" }, books: null });
  await press({
    intent: "table",
    pasted: table("2026-01,90,0,100", "2026-02,110,5,100", "2026-03,120,5,100"),
  });
  expect(await lampsOf()).toMatchObject({
    lamps: { breakEven: "off" },
    books: { months: 2, required: 3, last: "2026-03" },
  });
  const april = { month: "2026-04", revenue: "130", variableCost: "5", fixedCost: "100" };
  await press({ ...blankMonth, ...april, intent: "month" });
  expect((await lampsOf()).lamps.breakEven).toBe("on");
  await press({ intent: "settings", monthsRequired: "4", cash: "", revision: "0" });
  expect((await lampsOf()).lamps.breakEven).toBe("off");
});

test("a month that is refused keeps what was typed and says why", async () => {
  const typed = { ...blankMonth, month: "March", revenue: "12k", fixedCost: "-1" };
  const reply = await press({ ...typed, intent: "month" });
  expect(reply.init?.status).toBe(422);
  expect(reply.data).toMatchObject({
    ...{ kind: "month-refused", typed },
    problems: { month: "not-a-month", variableCost: "missing", fixedCost: "not-an-amount" },
  });
  expect(await listContents(store, { ...where, kind: "money-month" })).toEqual([]);
});

test("a month is edited in place, removed, and brought back", async () => {
  await press({ intent: "table", pasted: table("2026-01,90,10,100") });
  expect((await see("?month=2026-01")).typed).toMatchObject({ month: "2026-01", revenue: "90" });
  expect((await see("?month=2020-01")).typed).toEqual(blankMonth);
  expect(await done({ intent: "remove-month", month: "2026-01" })).toMatchObject({ gone: { kind: "late" } });
  const removal = { intent: "remove-month", month: "2026-01", revision: "1" };
  const removed = await done(removal);
  if (removed.kind !== "month-removed" || removed.gone.kind !== "removed") throw new Error(removed.kind);
  expect((await see()).months).toEqual([]);
  expect(await statusOf(() => press(removal))).toBe(400);
  await press({ intent: "put-back", state: removed.gone.state });
  expect((await see()).months).toMatchObject([{ month: "2026-01", revenue: 90 }]);
});

test("a month that somebody saved meanwhile is not written over, by a form or by a table", async () => {
  await press({ intent: "table", pasted: table("2026-01,90,10,100", "2026-02,80,10,100") });
  const { revisions } = await see();
  const typed = { ...blankMonth, month: "2026-01", revenue: "95", variableCost: "10", fixedCost: "100" };
  expect(await done({ ...typed, intent: "month", revision: "1" })).toMatchObject({ kind: "month-saved" });
  const second = await press({ ...typed, revenue: "70", intent: "month", revision: "1" });
  expect(second.init?.status).toBe(409);
  expect(second.data).toMatchObject({
    ...{ kind: "month-late", typed: { revenue: "70" } },
    theirs: { revision: 2, content: { revenue: 95 } },
  });
  const pasted = table("2026-01,60,10,100", "2026-02,85,10,100");
  const seen = JSON.stringify(revisions.months);
  expect(await done({ intent: "table", pasted, seen })).toMatchObject({ n: 1, late: ["2026-01"], pasted });
  expect((await see()).months.map(({ revenue }) => revenue)).toEqual([95, 85]);
  // Putting mine in place of theirs takes the revision that the message came with.
  await press({ ...typed, revenue: "70", intent: "month", revision: "2" });
  const { months, log } = await see();
  expect(months[0]!.revenue).toBe(70);
  const [last] = log.changes;
  expect(last).toMatchObject({ kind: "money-month", before: { revenue: 95 }, after: { revenue: 70 } });
});

test("a table without its columns is refused whole, one with a bad line says which", async () => {
  expect(await done({ intent: "table", pasted: "a,b\n1,2" })).toMatchObject({
    kind: "table-refused",
    missing: ["month", "revenue", "variableCost", "fixedCost"],
  });
  expect(await done({ intent: "table", pasted: table("2026-01,1,1,1", "x,1,1,1") })).toMatchObject({
    ...{ kind: "table-read", n: 1 },
    problems: [{ line: 3, field: "month" }],
  });
  expect(await statusOf(() => press({ intent: "table", pasted: "x".repeat(1024 * 1024 + 1) }))).toBe(413);
  const file = await csv.loader(args(request(`${here()}.csv`), params()));
  expect(await file.text()).toContain("2026-01");
});

test("cohorts give renewal rates, and the rule refuses what is no number", async () => {
  expect(await done({ intent: "cohort", month: "2025-01", started: "40", renewed: "34,31" })).toMatchObject({
    kind: "cohort-saved",
  });
  expect((await see()).renewals).toMatchObject([
    { renewal: 1, due: 40, renewed: 34 },
    { renewal: 2, due: 34, renewed: 31 },
  ]);
  expect(await done({ intent: "cohort", month: "2025-01", started: "4", renewed: "5" })).toMatchObject({
    problems: { renewed: "not-falling" },
  });
  expect(await done({ intent: "cohort", month: "2025-01", started: "41", renewed: "34" })).toMatchObject({
    ...{ kind: "cohort-late", typed: { started: "41" } },
    theirs: { revision: 1, content: { started: 40 } },
  });
  expect(await done({ intent: "remove-cohort", month: "2025-01", revision: "1" })).toMatchObject({
    ...{ kind: "cohort-removed", gone: { kind: "removed" } },
  });
  expect(await done({ intent: "settings", monthsRequired: "0", cash: "much" })).toMatchObject({
    ...{ kind: "settings-refused", typed: { monthsRequired: "0", cash: "much" } },
    problems: { monthsRequired: true, cash: true },
  });
});

describe("the gate", () => {
  test("keeps out strangers, and lets leadership change nothing", async () => {
    const stranger = await signedIn(store);
    const viewer = await memberOf(store, where.workspaceId, { role: "viewer" });
    const form = { intent: "settings", monthsRequired: "1", cash: "" };
    const tries = (as: typeof request) => [
      () => money.loader(args(as(here()), params())),
      () => csv.loader(args(as(`${here()}.csv`), params())),
      () => start.loader(args(as(`/studies/${where.studyId}/growth`), params())),
      () => money.action(args(as(here(), form), params())),
    ];
    for (const one of tries(stranger.request)) expect(await statusOf(one)).toBe(404);
    const statuses = [];
    for (const one of tries(viewer.request)) statuses.push(await statusOf(one));
    expect(statuses).toEqual([302, 302, 302, 403]);
  });
});
