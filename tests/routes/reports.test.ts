import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listContents } from "~/data/entries";
import { findMethod } from "~/domain/methods/all-methods";
import { chapterKeys, methodsOf } from "~/domain/report/document/report-document";
import * as list from "~/routes/reports/list";
import * as report from "~/routes/reports/report";
import * as sample from "~/routes/reports/sample";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { voices } from "~db/seed/story";
import { insertEmptyStudy } from "../support/empty-study";
import { loaded } from "../support/loaded";
import { loadedReport } from "../support/loaded-report";
import { blockOf } from "../support/report-block";
import { get, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Visitor = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Visitor;
let viewer: Visitor;
let studyId = "";
let viewedId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  viewer = await signedIn(store, { role: "viewer" });
  const now = Date.now();
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now });
  viewedId = await seedSample(store, { workspaceId: viewer.workspaceId, now });
});
afterAll(() => store.close());

const read = (who: Visitor, id: string) => loadedReport(who.request("/x"), id);

describe("who may read a report", () => {
  test("leadership reads the list and the report", async () => {
    const listed = await loaded(list.loader, viewer.request("/reports"), {});
    expect(listed.studies.map(({ id }) => id)).toEqual([viewedId]);
    const { document } = await read(viewer, viewedId);
    expect(document.responses).toBe(listed.studies[0]?.complete);
    expect(document.sample).toBe(true);
  });

  test("another workspace's report does not exist", async () => {
    const request = viewer.request("/x");
    expect(await run(report.loader, request, { studyId })).toMatchObject({ status: 404 });
  });

  test("a visitor reads the sample, drawn once", async () => {
    const [first, second] = await Promise.all([
      loaded(sample.loader, get("/sample"), {}),
      loaded(sample.loader, get("/sample", { "Accept-Language": "en" }), {}),
    ]);
    expect(first.document.responses).toBeGreaterThan(150);
    expect(second.document.responses).toBe(first.document.responses);
  });
});

test("the sample has every chapter, in their order, and every method a figure names is explained", async () => {
  const { document } = await read(owner, studyId);
  expect(document.chapters.map(({ key }) => key)).toEqual([...chapterKeys]);
  expect(methodsOf(document).filter((key) => findMethod(key) === null)).toEqual([]);
  expect(methodsOf(document).length).toBeGreaterThan(8);
  const gates = blockOf(document, "gates/lamps", "lamps");
  const upset = blockOf(document, "pmf/lamps", "lamps").lamps.find(({ key }) => key === "upset");
  expect(gates.lamps.find(({ key }) => key === "upset")?.state).toBe(upset?.state);
  const funnel = blockOf(document, "money/funnel", "chart");
  const counted = await listContents(store, { workspaceId: owner.workspaceId, studyId, kind: "funnel-row" });
  const visits = counted
    .filter(({ seen }) => seen === null)
    .reduce((sum, { counts }) => sum + (counts.visit ?? 0), 0);
  expect("categories" in funnel.chart && funnel.chart.series[0]?.values[0]).toBe(visits);
});

test("leadership's report quotes nobody", async () => {
  const payload = JSON.stringify(await read(viewer, viewedId));
  const lines = Object.values(voices).flatMap(({ en, "zh-CN": zh }) => [...en, ...zh]);
  for (const line of lines) expect(payload).not.toContain(JSON.stringify(line).slice(1, -1));
});

test("a study without responses has a report that says so", async () => {
  const empty = await read(owner, await insertEmptyStudy(store, owner.workspaceId));
  expect(empty.document).toMatchObject({ responses: 0, companies: 0, chapters: [] });
});
