import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import { sampleBrief } from "~/domain/study/sample-brief";
import * as list from "~/routes/reports/list";
import * as report from "~/routes/reports/report";
import * as sample from "~/routes/reports/sample";
import * as csv from "~/routes/results/responses-csv";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { voices } from "~db/seed/story";
import { insertEmptyStudy } from "../support/empty-study";
import { loaded } from "../support/loaded";
import { get, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";
import { valued } from "../support/valued";

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

const read = (who: Visitor, id: string) => loaded(report.loader, who.request("/x"), { studyId: id });

describe("who may read a report", () => {
  test("leadership reads the list and the report", async () => {
    const listed = await loaded(list.loader, viewer.request("/reports"), {});
    expect(listed.studies.map(({ id }) => id)).toEqual([viewedId]);
    const { report: shown, sample: isSample } = await read(viewer, viewedId);
    expect(shown.responses).toBe(listed.studies[0]?.complete);
    expect(isSample).toBe(true);
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
    expect(first.report.responses).toBeGreaterThan(150);
    expect(second.report.responses).toBe(first.report.responses);
  });
});

test("the report quotes nobody", async () => {
  const payload = JSON.stringify(await read(viewer, viewedId));
  const lines = Object.values(voices).flatMap(({ en, "zh-CN": zh }) => [...en, ...zh]);
  for (const line of lines) expect(payload).not.toContain(JSON.stringify(line).slice(1, -1));
});

test("a study without responses has a report that says so", async () => {
  const empty = await read(owner, await insertEmptyStudy(store, owner.workspaceId));
  expect(empty.report).toMatchObject({ responses: 0, companies: 0, wants: [], differences: [] });
});

/** Fields of a CSV text, read by a rule of its own: quotes doubled inside quotes, commas and line ends outside. */
function parseCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const line = lines.at(-1)!;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      line[line.length - 1] += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") line.push("");
    else if (!quoted && sign === "\n") lines.push([""]);
    else if (quoted || sign !== "\r") line[line.length - 1] += sign;
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
}

describe("the report's figures, counted anew from the exported file", () => {
  let rows: Record<string, string>[] = [];
  let shown: Awaited<ReturnType<typeof read>>["report"];
  beforeAll(async () => {
    const file = await csv.loader({ request: owner.request("/x"), params: { studyId }, context: {} });
    rows = parseCsv((await file.text()).replace(/^\uFEFF/, ""));
    shown = (await read(owner, studyId)).report;
  });
  const of = (role: ChainRole) => rows.filter((row) => row.role === role);

  test("responses and companies", () => {
    expect(shown.responses).toBe(rows.length);
    expect(shown.companies).toBe(new Set(rows.map(({ company }) => company)).size);
    expect(shown.byRole).toEqual(
      (["decider", "user", "requester"] as const).map((role) => ({ role, n: of(role).length })),
    );
  });

  test("PMF: very / n among those who used it twice or more, and Wilson's interval", () => {
    expect(sampleBrief.pmfRule).toMatchObject({ threshold: 0.4, minUses: 2 });
    for (const role of ["user", "decider"] as const) {
      const asked = of(role).filter((row) => row["pmf.disappointment"] !== "");
      const eligible = asked.filter((row) => ["2-4", "5-9", "10+"].includes(row["user.core-uses"] ?? ""));
      const counted = eligible.filter((row) => row["pmf.disappointment"] !== "na");
      const very = counted.filter((row) => row["pmf.disappointment"] === "very").length;
      const n = counted.length;
      const score = valued(shown.pmf.find((one) => one.role === role)!.score);
      expect([score.very, score.n, score.score]).toEqual([very, n, very / n]);
      expect(score.na).toBe(eligible.length - n);
      expect(score.companies).toBe(new Set(counted.map(({ company }) => company)).size);
      const [z, p] = [1.959963984540054, very / n];
      const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
      const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
      expect(score.naiveInterval[0]).toBeCloseTo(middle - half, 10);
      expect(score.naiveInterval[1]).toBeCloseTo(middle + half, 10);
    }
  });

  test("the sample's story: users undecided, deciders below", () => {
    expect(shown.pmf.map(({ score }) => valued(valued(score).verdict))).toEqual(["undecided", "below"]);
  });

  test("means of importance", () => {
    for (const { attribute, byRole } of shown.importance)
      for (const role of ["decider", "user", "requester"] as const) {
        const given = of(role)
          .map((row) => row[`anchor.importance/${attribute}`] ?? "")
          .filter((cell) => cell !== "")
          .map(Number);
        expect(byRole[role]?.n).toBe(given.length);
        expect(byRole[role]?.mean).toBeCloseTo(given.reduce((sum, one) => sum + one, 0) / given.length, 10);
      }
  });

  test("gaps: decider minus the mean of the company's users, company by company", () => {
    for (const { attribute, gap } of shown.importance) {
      const rating = (row: Record<string, string>) => Number(row[`anchor.importance/${attribute}`]);
      const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
      const gaps = [...new Set(rows.map(({ company }) => company))].flatMap((company) => {
        const [deciders, users] = (["decider", "user"] as const).map((role) =>
          of(role)
            .filter((row) => row.company === company)
            .map(rating),
        ) as [number[], number[]];
        return deciders.length > 0 && users.length > 0 ? [mean(deciders) - mean(users)] : [];
      });
      expect(valued(gap).companies).toBe(gaps.length);
      expect(valued(gap).gap).toBeCloseTo(mean(gaps), 10);
    }
  });

  test("problems and today's choice of each role", () => {
    for (const { role, problems, choices } of shown.wants) {
      const ranked = of(role).map((row) => (row["anchor.problems"] ?? "").split("; "));
      for (const { value, share } of problems)
        expect([share.count, share.n]).toEqual([
          ranked.filter((all) => all.includes(value)).length,
          of(role).length,
        ]);
      for (const { value, share } of choices)
        expect(share.count).toBe(of(role).filter((row) => row["anchor.choice"] === value).length);
    }
  });

  test("coverage: companies in which all three have answered", () => {
    const voicesOf = new Map<string, Set<string>>();
    for (const { company = "", role = "" } of rows)
      voicesOf.set(company, (voicesOf.get(company) ?? new Set()).add(role));
    const complete = [...voicesOf.values()].filter((heard) => heard.size === 3).length;
    expect(shown.coverage.complete).toBe(complete);
    expect(shown.coverage.companies).toHaveLength(voicesOf.size);
  });
});
