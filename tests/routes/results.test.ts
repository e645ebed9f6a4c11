import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as answers from "~/routes/results/answers";
import * as chain from "~/routes/results/chain";
import * as pmf from "~/routes/results/pmf";
import * as response from "~/routes/results/response";
import * as responses from "~/routes/results/responses";
import * as csv from "~/routes/results/responses-csv";
import * as results from "~/routes/results/results";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { insertEmptyStudy } from "../support/empty-study";
import { loaded } from "../support/loaded";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Visitor = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Visitor;
let viewer: Visitor;
let stranger: Visitor;
let studyId = "";
let viewedId = "";
let emptyId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  viewer = await signedIn(store, { role: "viewer" });
  stranger = await signedIn(store);
  const now = Date.now();
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now });
  viewedId = await seedSample(store, { workspaceId: viewer.workspaceId, now });
  emptyId = await insertEmptyStudy(store, owner.workspaceId);
});
afterAll(() => store.close());

const path = (page: string) => `/studies/${studyId}/${page}`;
const pages = { results, responses, pmf, chain };
type Page = keyof typeof pages;
const open = (who: Visitor, page: Page, study = studyId) =>
  run(pages[page].loader, who.request(path(page)), { studyId: study });
const firstResponse = async () =>
  (await loaded(responses.loader, owner.request(path("responses")), { studyId })).rows[0]?.id ?? "";

describe("who may see results", () => {
  test.each(Object.keys(pages) as Page[])("%s: a viewer is led to the reports", async (page) => {
    expect(await open(viewer, page, viewedId)).toMatchObject({ status: 302, to: "/reports" });
  });

  test("a viewer gets neither a response, nor the open answers, nor the file", async () => {
    const refusals = await Promise.all([
      run(answers.loader, viewer.request("/x?question=anchor.problem-text"), { studyId: viewedId }),
      run(response.loader, viewer.request("/x"), { studyId: viewedId, responseId: "any" }),
      run(csv.loader, viewer.request("/x"), { studyId: viewedId }),
    ]);
    for (const refused of refusals) expect(refused).toMatchObject({ status: 302, to: "/reports" });
  });

  test.each(Object.keys(pages) as Page[])("%s: another workspace's study does not exist", async (page) => {
    expect(await open(stranger, page)).toMatchObject({ status: 404 });
  });

  test("nor do its file, its open answers and its responses", async () => {
    const responseId = await firstResponse();
    const params = { studyId, responseId };
    expect(await run(response.loader, owner.request("/x"), params)).toMatchObject({ status: 200 });
    expect(await run(response.loader, stranger.request("/x"), params)).toMatchObject({ status: 404 });
    expect(await run(csv.loader, stranger.request("/x"), { studyId })).toMatchObject({ status: 404 });
    const search = stranger.request("/x?question=anchor.problem-text");
    expect(await run(answers.loader, search, { studyId })).toMatchObject({ status: 404 });
    // A response of one study is not found under another of the same workspace.
    const elsewhere = { studyId: emptyId, responseId };
    expect(await run(response.loader, owner.request("/x"), elsewhere)).toMatchObject({ status: 404 });
  });
});

describe("what they show", () => {
  test("each block, and the latest few open answers with their total", async () => {
    const who = await loaded(results.loader, owner.request(path("results")), { studyId });
    expect(who.blocks).toEqual([
      "who",
      "gate",
      "anchor",
      "decider",
      "user",
      "requester",
      "pmf",
      "price",
      "competitor",
      "quality",
    ]);
    expect(who.who?.sizes.map(({ value }) => value)).toEqual(["10-49", "50-249", "250-999", "1000+"]);
    expect(who.questions).toEqual([]);
    for (const block of who.blocks.slice(1)) {
      const shown = await loaded(results.loader, owner.request(path("results")), { studyId, block });
      expect(shown.who).toBeNull();
      expect(shown.questions.length, block).toBeGreaterThan(0);
      for (const question of shown.questions) {
        expect(question.block).toBe(block);
        if (question.kind === "texts") expect(question.texts.length).toBeLessThanOrEqual(5);
      }
      expect(JSON.stringify(shown)).not.toMatch(/NaN|Infinity/);
    }
  });

  test("an unknown block shows who answered", async () => {
    const shown = await loaded(results.loader, owner.request(path("results")), {
      studyId,
      block: "nonsense",
    });
    expect(shown.who?.turnout).toHaveLength(3);
  });

  test("open answers are searched and paged by the server", async () => {
    const ask = (query: string) =>
      loaded(answers.loader, owner.request(`/x?question=anchor.problem-text${query}`), { studyId }).then(
        (shown) => shown.answers,
      );
    const all = await ask("");
    expect(all).toMatchObject({ search: "", page: 1, found: all.total, pages: Math.ceil(all.total / 50) });
    expect(all.texts).toHaveLength(50);
    const last = await ask(`&page=${all.pages}`);
    expect(last.texts).toHaveLength(all.total - 50 * (all.pages - 1));
    const ids = [...all.texts, ...last.texts].map(({ responseId }) => responseId);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await ask("&page=999")).page).toBe(all.pages);
    const found = await ask("&q=CVs");
    expect(found.found).toBeGreaterThan(0);
    expect(found.found).toBeLessThan(all.total);
    expect(found.texts.every(({ text }) => text.includes("CVs"))).toBe(true);
    expect((await ask("&q=zzzz")).texts).toEqual([]);
  });

  test("a question that is none, or has no open answers, is not found", async () => {
    for (const question of ["nonsense", "anchor.choice", ""]) {
      const request = owner.request(`/x?question=${question}`);
      expect(await run(answers.loader, request, { studyId })).toMatchObject({ status: 404 });
    }
  });

  test("responses page by page, whatever number is asked for", async () => {
    const at = (page: string) =>
      loaded(responses.loader, owner.request(`${path("responses")}?page=${page}`), { studyId });
    const [first, second] = [await at("1"), await at("2")];
    expect(first.rows).toHaveLength(50);
    expect(first.rows[49]!.completedAt).toBeGreaterThanOrEqual(second.rows[0]!.completedAt);
    expect(first.unfinished).toBeGreaterThan(0);
    for (const [page, expected] of [
      ["0", 1],
      ["-3", 1],
      ["x", 1],
      ["1.5", 1],
      ["99", first.pages],
    ] as const)
      expect((await at(page)).page).toBe(expected);
  });

  test("one response in the words of its questionnaire", async () => {
    const responseId = await firstResponse();
    const shown = await loaded(response.loader, owner.request("/x"), { studyId, responseId });
    expect(shown.version).toBe(1);
    const company = shown.rows.find(({ lines }) => lines[0] === shown.companyName);
    expect(company?.name).toBe("gate_company");
  });

  test("the file is one that a spreadsheet takes and a browser saves", async () => {
    const file = await csv.loader({ request: owner.request("/x"), params: { studyId }, context: {} });
    expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; /);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("an empty study has results, responses, PMF and a chain without figures", async () => {
    const params = { studyId: emptyId };
    const none = { ok: false, reason: "no-data" };
    const empty = await loaded(results.loader, owner.request("/x"), params);
    expect(empty).toMatchObject({ complete: 0, blocks: ["who"], questions: [], who: { turnout: [] } });
    expect(await loaded(responses.loader, owner.request("/x"), params)).toMatchObject({
      ...{ rows: [], complete: 0, page: 1, pages: 1, unfinished: 0 },
    });
    const fit = await loaded(pmf.loader, owner.request("/x"), params);
    expect(fit.scores.map(({ score }) => score)).toMatchObject([none, none]);
    expect(fit.lamps).toMatchObject({ frequency: "dark", upset: "dark", breakEven: "dark" });
    const { chain: nobody } = await loaded(chain.loader, owner.request("/x"), params);
    expect(nobody).toMatchObject({ responses: 0, coverage: { companies: [], complete: 0 } });
  });
});
