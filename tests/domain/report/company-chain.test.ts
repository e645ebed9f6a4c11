import { describe, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import type { Answers } from "~/domain/questionnaire/compiled";
import { chainAgreement } from "~/domain/report/chain-agreement";
import { companyChains, leaningOf, patternCounts } from "~/domain/report/company-chain";
import { valued } from "../../support/valued";
import { answered, asking, both, checkbox, matrix, points, radio } from "./evidence-of";

const compiled = asking(
  matrix("importance", ["price", "service"], [1, 2, 3, 4, 5], { measure: "anchor.importance" }),
  matrix("satisfaction", ["price", "service"], [1, 2, 3, 4, 5], { measure: "anchor.satisfaction" }),
  radio("choice", ["us", "rival", "status-quo", "dont-know"], { measure: "anchor.choice" }),
  checkbox("stop", ["too-dear", "other"], { measure: "decider.stop-paying" }),
  points("influence", ["decider", "user"], { measure: "gate.influence" }),
);
const says = (role: ChainRole, company: string, answers: Answers) => [role, company, answers] as const;
const compare = (a: string, b: string) => a.localeCompare(b);

describe("the chain of each company", () => {
  const chains = companyChains(
    answered(compiled, [
      says("decider", "a", { choice: "us", stop: ["too-dear"], influence: { decider: 80, user: 20 } }),
      says("user", "a", { choice: "rival", importance: { price: 5 }, satisfaction: { price: 1 } }),
      says("user", "a", { choice: "status-quo" }),
      says("decider", "b", { choice: "rival" }),
      says("user", "b", { choice: "us" }),
      says("decider", "c", { choice: "us" }),
      says("user", "c", { choice: "us" }),
      says("requester", "c", { choice: "us" }),
      says("user", "d", { choice: "us" }),
      says("decider", "e", { choice: "us" }),
      says("user", "e", { choice: "dont-know" }),
    ]),
    compare,
  );
  const of = (company: string) => chains.find(({ companyId }) => companyId === company)!;

  test("shows its pattern, contradictions first", () => {
    expect(chains.map(({ companyId, pattern }) => [companyId, pattern])).toEqual([
      ["a", "decider-only"],
      ["b", "users-only"],
      ["c", "for"],
      ["e", "split"],
      ["d", "unheard"],
    ]);
    expect(patternCounts(chains).find(({ pattern }) => pattern === "against")).toEqual({
      pattern: "against",
      n: 0,
    });
  });

  test("says who is missing, who has a say and what may stop it", () => {
    expect(of("d").missing).toEqual(["decider", "requester"]);
    expect(of("a").influence.find(({ role }) => role === "decider")).toEqual({ role: "decider", points: 80 });
    expect(of("b").influence).toEqual([]);
    expect(of("a").vetoes.map(({ role, kind, value }) => [role, kind, value])).toEqual([
      ["decider", "stop-paying", "too-dear"],
      ["user", "badly-served", "price"],
    ]);
  });

  test("names what is badly served as it was asked", () => {
    expect(of("a").vetoes.at(-1)?.text).toEqual(both("price"));
  });

  test("half a role for us is no majority", () => {
    expect(leaningOf(["us", "rival"]).leaning).toBe("split");
    expect(leaningOf(["us", "us", "rival"]).leaning).toBe("for");
    expect(leaningOf(["rival", "status-quo", "us"]).leaning).toBe("against");
    expect(leaningOf([]).leaning).toBeNull();
  });
});

describe("agreement over all companies", () => {
  const rated = (role: ChainRole, company: string, price: number) =>
    says(role, company, { importance: { price } });
  /** Six companies in which decider and user rate alike; company f has four users, who rate low. */
  const evidence = answered(compiled, [
    ...["a", "b", "c", "d", "e"].flatMap((company, at) => [
      rated("decider", company, at + 1),
      rated("user", company, at + 1),
    ]),
    rated("decider", "f", 5),
    ...[1, 1, 1, 1].map((low) => rated("user", "f", low)),
  ]);
  const row = chainAgreement(evidence, "anchor.importance", 1).find(
    ({ attribute }) => attribute === "price",
  )!;

  test("counts every company once beside every person once", () => {
    // Users by person: (1+2+3+4+5+1+1+1+1)/9; by company: (1+2+3+4+5+1)/6.
    expect(row.byRole.user?.mean).toBeCloseTo(19 / 9, 10);
    expect(row.companyWeighted.user).toEqual({ mean: 16 / 6, companies: 6 });
  });

  test("α with its interval, and r_wg within companies", () => {
    const { alpha, units, interval } = valued(row.alpha);
    expect(units).toBe(6);
    expect(alpha).toBeLessThan(1);
    expect(interval?.[0]).toBeLessThanOrEqual(alpha);
    expect(interval?.[1]).toBeGreaterThanOrEqual(alpha);
    // Five companies of one mind (1), one of five people at 5, 1, 1, 1, 1: variance 3.2 over 2, so 0.
    expect(row.withinCompany).toEqual({ mean: 5 / 6, companies: 6 });
  });
});
