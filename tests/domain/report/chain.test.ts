import { describe, expect, test } from "vitest";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import type { Answers } from "~/domain/questionnaire/compiled";
import { anchorProfile, certainDifferences } from "~/domain/report/anchor-profile";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { type Evidence, rolesOf } from "~/domain/report/evidence";
import { pmfByRole } from "~/domain/report/pmf-by-role";
import { questionResults } from "~/domain/report/question-results";
import { isWanted, roleWants } from "~/domain/report/role-wants";
import { valued } from "../../support/valued";
import { answered, asking, matrix, radio, ranking } from "./evidence-of";

const attributes = ["earn-more", "price", "interface"];
const compiled = asking(
  matrix("importance", attributes, [1, 2, 3, 4, 5, "na"], { measure: "anchor.importance" }),
  ranking("problems", ["cost", "slow", "manual"], { measure: "anchor.problems" }),
  radio("choice", ["us", "them", "dont-know"], { measure: "anchor.choice" }),
  radio("upset", ["very", "somewhat", "not", "na"], { measure: "pmf.disappointment" }),
  radio("uses", ["0", "1", "2-4", "5-9", "10+"], { measure: "user.core-uses" }),
);
const says = (role: ChainRole, company: string | null, importance: Answers, more: Answers = {}) =>
  [role, company, { importance, ...more }] as const;

/** Price: deciders 5 5 4 4 5, users (company means) 2 1 2 1 2. Interface: no gap in any company. */
const fivePairs = [
  says("decider", "a", { price: 5, interface: 3 }),
  says("user", "a", { price: 1, interface: 3 }),
  says("user", "a", { price: 3, interface: 3 }),
  says("decider", "b", { price: 5, interface: 4 }),
  says("user", "b", { price: 1, interface: 4 }),
  says("decider", "c", { price: 4, interface: 2 }),
  says("user", "c", { price: 2, interface: 2 }),
  says("decider", "d", { price: 4, interface: 3 }),
  says("user", "d", { price: 1, interface: 3 }),
  says("decider", "e", { price: 5, interface: 5 }),
  says("user", "e", { price: 2, interface: 5 }),
];
const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };
const compare = (a: string, b: string) => a.localeCompare(b);

describe("the anchor profile", () => {
  const rows = anchorProfile(answered(compiled, fivePairs), "anchor.importance");
  const rowOf = (attribute: string) => rows.find((row) => row.attribute === attribute);

  test("holds the eight attributes in their order, with each role's mean", () => {
    expect(rows).toHaveLength(8);
    expect(rowOf("price")?.byRole.decider).toMatchObject({ n: 5, companies: 5, mean: 23 / 5 });
    expect(rowOf("price")?.byRole.user).toMatchObject({ n: 6, companies: 5, mean: 10 / 6 });
    expect(rowOf("earn-more")?.byRole).toEqual({});
  });

  test("pairs within companies: each company counts once", () => {
    // Gaps 3, 4, 2, 3, 3: mean 3, s = √0.5, t(4) = 2.776445.
    const gap = valued(rowOf("price")!.gap);
    expect(gap.gap).toBe(3);
    expect(gap.companies).toBe(5);
    const half = 2.776445 * Math.sqrt(0.5 / 5);
    expect(gap.interval[0]).toBeCloseTo(3 - half, 5);
    expect(gap.interval[1]).toBeCloseTo(3 + half, 5);
  });

  test("Holm corrects over the gaps there are", () => {
    // Two gaps: price p small, interface p = 1. Holm doubles the smaller one.
    const { p } = valued(rowOf("price")!.gap);
    expect(rowOf("price")?.adjustedP).toBeCloseTo(2 * p, 12);
    expect(rowOf("interface")?.adjustedP).toBe(1);
    expect(rowOf("earn-more")?.adjustedP).toBeNull();
    expect(certainDifferences(rows).map(({ attribute }) => attribute)).toEqual(["price"]);
  });

  test("says nothing of a gap in four companies, and nothing of N/A", () => {
    const evidence = answered(compiled, [
      ...fivePairs.filter(([, company]) => company !== "e"),
      says("decider", "e", { price: "na" }),
      says("user", "e", { price: 2 }),
    ]);
    const price = anchorProfile(evidence, "anchor.importance").find((row) => row.attribute === "price");
    expect(price?.gap).toEqual({ ok: false, reason: "too-few-companies", detail: { companies: 4 } });
    expect(price?.byRole.decider).toMatchObject({ n: 4, interval: null });
  });
});

describe("coverage of the chain", () => {
  const evidence = answered(compiled, [
    says("decider", "b", {}),
    says("user", "b", {}),
    says("user", "b", {}),
    says("requester", "b", {}),
    says("user", "a", {}),
    says("finance", "a", {}),
    says("decider", "c", {}),
    says("user", "c", {}),
    says("user", null, {}),
  ]);
  const coverage = chainCoverage(evidence, compare);

  test("companies that lack most come first, then by name", () => {
    expect(coverage.companies.map(({ companyId, byRole, missing }) => [companyId, byRole, missing])).toEqual([
      ["a", { user: 1, finance: 1 }, ["decider", "requester"]],
      ["c", { decider: 1, user: 1 }, ["requester"]],
      ["b", { decider: 1, user: 2, requester: 1 }, []],
    ]);
    expect(coverage).toMatchObject({
      roles: ["decider", "user", "requester", "finance"],
      complete: 1,
      missing: { decider: 1, user: 0, requester: 2 },
      withoutCompany: 1,
    });
  });
});

describe("what each role says", () => {
  const used = (upset: string) => ({ upset, uses: "5-9" });
  const evidence = answered(compiled, [
    says(
      "user",
      "a",
      { price: 2, "earn-more": 3 },
      { ...used("very"), problems: ["slow", "cost"], choice: "us" },
    ),
    says("user", "b", { price: 2, "earn-more": 5 }, { ...used("very"), problems: ["slow"], choice: "us" }),
    says("user", "c", { price: 2 }, { ...used("not"), problems: ["manual"], choice: "them" }),
    says("user", "d", { price: 2 }, { upset: "very", uses: "1", choice: "us" }),
    says("user", "e", { price: 2 }, { ...used("na") }),
    says("decider", "a", { price: 5 }, { choice: "them" }),
  ]);
  const report = (given: Evidence[]) => ({
    pmf: pmfByRole(given, rule),
    wants: roleWants(given, rolesOf(given, chainRoles), {
      results: questionResults(given, isWanted),
      importance: anchorProfile(given, "anchor.importance"),
    }),
  });

  test("never pools the PMF of users and deciders, and leaves out who used it too little", () => {
    const [user, decider] = report(evidence).pmf;
    expect(user?.role).toBe("user");
    expect(valued(user!.score)).toMatchObject({ very: 2, n: 3, na: 1, screenedOut: 1, printAsCount: true });
    expect(decider).toMatchObject({ role: "decider", score: { ok: false, reason: "no-data" } });
  });

  test("says what each role wants, most wanted first", () => {
    const { wants } = report(evidence);
    const user = wants.find(({ role }) => role === "user");
    expect(user?.attributes.map(({ attribute, mean, n }) => [attribute, mean, n])).toEqual([
      ["earn-more", 4, 2],
      ["price", 2, 5],
    ]);
    expect(user?.problems.map(({ value, share }) => [value, share.count, share.n])).toEqual([
      ["slow", 2, 3],
      ["cost", 1, 3],
      ["manual", 1, 3],
    ]);
    expect(user?.choices.map(({ value, share }) => [value, share.count, share.n])).toEqual([
      ["us", 3, 4],
      ["them", 1, 4],
    ]);
    expect(wants.map(({ role }) => role)).toEqual(["decider", "user"]);
  });

  test("an empty study and a single response say something, too", () => {
    const empty = report([]);
    expect(empty.wants).toEqual([]);
    expect(empty.pmf.every(({ score }) => !score.ok && score.reason === "no-data")).toBe(true);
    const one = report(evidence.slice(0, 1));
    expect(valued(one.pmf[0]!.score)).toMatchObject({ very: 1, n: 1, printAsCount: true });
    expect(JSON.stringify([empty, one])).not.toMatch(/NaN|Infinity/);
  });
});
