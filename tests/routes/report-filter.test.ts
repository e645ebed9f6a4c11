/** A report that counts only part of the answers: for the team, frozen, in files, and for people outside. */
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { listReportShares } from "~/data/report-shares";
import { listReportSnapshots } from "~/data/reports";
import { upsertSavedView } from "~/data/saved-views";
import { verifyBundle } from "~/domain/report/document/bundle";
import { figuresOf, type ReportDocument } from "~/domain/report/document/report-document";
import { tellsTooMuch } from "~/domain/report/document/suppress";
import * as arrange from "~/routes/reports/arrange";
import * as files from "~/routes/reports/file";
import * as frozen from "~/routes/reports/frozen";
import * as manage from "~/routes/reports/manage";
import * as shared from "~/routes/share/shared";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loaded } from "../support/loaded";
import { loadedReport } from "../support/loaded-report";
import { memberOf } from "../support/member-of";
import { parseCsv } from "../support/recount";
import { get, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let viewer: Awaited<ReturnType<typeof memberOf>>;
let studyId = "";
let where: { workspaceId: string; studyId: string };
let all: Awaited<ReturnType<typeof listEvidence>> = [];
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  where = { workspaceId: owner.workspaceId, studyId };
  all = await listEvidence(store, where);
  await upsertSavedView(store, {
    ...where,
    view: { name: "Small firms", page: "results", search: "?size=2-9&size=10-49" },
    ...{ savedBy: "Min", now: 1 },
  });
});
afterAll(() => store.close());

const small = (one: { companySize: string | null }) => ["2-9", "10-49"].includes(one.companySize ?? "");
const read = async (who: { request: typeof owner.request }, search = "") =>
  (await loadedReport(who.request(`/x${search}`), studyId)).document;
const file = (name: string, search = "", snapshotId?: string) =>
  files.loader({
    request: owner.request(`/x${search}`),
    params: { studyId, file: name, snapshotId },
    context: {},
  });
const arranged = (fields: Record<string, string>) =>
  run(arrange.action, owner.request("/x", fields), { studyId });
const managed = (fields: Record<string, string>) =>
  run(manage.action, owner.request("/x", fields), { studyId });
async function link(fields: Record<string, string>): Promise<ReportDocument> {
  const usual = {
    intent: "share",
    name: "Board",
    audience: "product",
    expiry: "30",
    snapshot: "",
    password: "",
  };
  expect((await managed({ ...usual, ...fields })).status).toBe(200);
  const [made] = await listReportShares(store, where);
  return openedBy(made!.token);
}
async function openedBy(token: string, search = ""): Promise<ReportDocument> {
  const { body } = await run(shared.loader, get(`/share/${token}${search}`), { token });
  return (body as { document: ReportDocument }).document;
}

test("an author looks through any filter; leadership reads the report as its author wants it", async () => {
  const users = all.filter(({ role }) => role === "user").length;
  const looked = await read(owner, "?role=user");
  expect(looked).toMatchObject({ responses: users, filter: { of: all.length } });
  expect(looked.filter?.said).toEqual([{ en: "Role: User", "zh-CN": "角色：使用者" }]);
  expect((await read(viewer, "?role=user")).responses).toBe(all.length);
  expect((await read(owner)).filter).toBeUndefined();

  expect((await arranged({ intent: "count", people: "?size=2-9&size=10-49" })).status).toBe(302);
  const counted = all.filter(small);
  for (const who of [owner, viewer]) {
    const own = await read(who);
    expect(own.responses).toBe(counted.length);
    expect(own.companies).toBe(new Set(counted.map(({ companyId }) => companyId)).size);
  }
  // Nothing a reader types widens it; its author may look past it.
  expect((await read(viewer, "?everybody=1")).responses).toBe(counted.length);
  expect((await read(owner, "?everybody=1")).responses).toBe(all.length);
  const bar = (await loadedReport(owner.request("/x"), studyId)).bar;
  expect(bar).toMatchObject({ shown: counted.length, total: all.length, kept: [["everybody", "1"]] });
  expect((await loadedReport(viewer.request("/x"), studyId)).bar).toBeNull();
});

test("every file says so and holds no more; the bundle is computed again from it", async () => {
  const n = all.filter(small).length;
  const csv = await file("report.csv");
  expect(decodeURIComponent(csv.headers.get("Content-Disposition") ?? "")).toContain("2–9");
  expect(parseCsv((await csv.text()).replace(/^\uFEFF/, ""))).toHaveLength(n);
  const bundle = JSON.parse(await (await file("report.json")).text());
  expect(bundle.input.responses).toHaveLength(n);
  expect(verifyBundle(bundle)).toMatchObject({ misses: [] });
  // An answer of somebody who does not pass is found out.
  const stowaway = structuredClone(bundle);
  stowaway.input.responses[0].companySize = "1000+";
  expect(verifyBundle(stowaway)?.misses.length).toBeGreaterThan(0);
  // Frozen before the short page answered questions and trees were drawn, it is held to what it has.
  const old = structuredClone(bundle);
  delete old.document.edition;
  for (const chapter of old.document.chapters)
    chapter.blocks = chapter.blocks.filter(
      ({ kind }: { kind: string }) => !["brief", "unknowns", "tree"].includes(kind),
    );
  old.figures = old.figures.filter(({ key }: { key: string }) => !key.startsWith("opportunity/"));
  const verified = verifyBundle(old);
  expect(verified?.misses).toEqual([]);
  expect(verified?.newer).toBe(4);
  const changed = old.figures.find(({ value }: { value: number | null }) => value !== null);
  changed.value += 0.01;
  expect(verifyBundle(old)?.misses).toMatchObject([{ path: `figures › ${changed.key} › value` }]);
  for (const name of ["report.xlsx", "report.pptx"]) {
    const parts = unzipSync(new Uint8Array(await (await file(name)).arrayBuffer()));
    const text = Object.entries(parts)
      .filter(([path]) => path.endsWith(".xml"))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join("");
    expect(text).toContain(`n = ${n} of ${all.length} responses`);
  }
});

test("frozen, it keeps the filter it was frozen with", async () => {
  await managed({ intent: "freeze", snapshotName: "Deciders", people: "?role=decider" });
  const [snapshot] = await listReportSnapshots(store, where);
  const deciders = all.filter(({ role }) => role === "decider").length;
  const { document } = await loaded(frozen.loader, owner.request("/x"), {
    studyId,
    snapshotId: snapshot!.id,
  });
  expect(document).toMatchObject({ responses: deciders, filter: { of: all.length } });
  const bundle = JSON.parse(await (await file("report.json", "?role=user", snapshot!.id)).text());
  expect(verifyBundle(bundle)).toMatchObject({ misses: [] });
  expect(bundle.document.responses).toBe(deciders);
  const outside = await link({ snapshot: snapshot!.id, people: "?role=user" });
  expect(outside.responses).toBe(Math.floor(deciders / 5) * 5);
});

test("a link keeps the filter it was made with, and readers cannot widen it", async () => {
  const before = await link({ people: "?size=2-9&size=10-49" });
  const [{ token } = { token: "" }] = await listReportShares(store, where);
  await arranged({ intent: "count", people: "" });
  expect((await read(viewer)).responses).toBe(all.length);
  for (const search of ["", "?everybody=1", "?size=1000%2B", "?role=user"])
    expect(await openedBy(token, search)).toMatchObject({
      responses: before.responses,
      filter: before.filter,
    });
  const listed = await loaded(manage.loader, owner.request("/x"), { studyId });
  expect(listed.shares[0]?.said?.[0]?.en).toBe("Company size: 2–9 people or 10–49 people");
  expect(listed.people).toMatchObject([{ value: "?size=2-9&size=10-49", view: "Small firms" }]);
});

test("taken from one another, shared reports tell of no fewer than five people", async () => {
  const reports = [await link({})];
  for (const people of ["?size=2-9&size=10-49", "?size=2-9", "?role=user&role=decider"])
    reports.push(await link({ people }));
  let compared = 0;
  for (const one of reports)
    for (const other of reports) {
      const figures = figuresOf(other);
      for (const { key, people } of figuresOf(one).values()) {
        const held = figures.get(key)?.people;
        if (!people || !held) continue;
        const rest = { n: held.n - people.n, k: (held.k ?? 0) - (people.k ?? 0) };
        if (rest.n <= 0 || rest.k < 0) continue;
        compared += 1;
        expect(tellsTooMuch(people.k === undefined ? { n: rest.n } : rest)).toBe(false);
      }
    }
  expect(compared).toBeGreaterThan(5);
});
