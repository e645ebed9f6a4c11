import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { crosstabs, variablesOf } from "~/domain/report/crosstab";
import { valued } from "../../support/valued";
import { answered, asking, both, checkbox, comment, matrix, radio, ranking } from "./evidence-of";

const names = {
  first: both("first"),
  ...{ role: both("Role"), size: both("Size"), industry: both("Industry"), region: both("Region") },
  roles: Object.fromEntries(chainRoles.map((role) => [role, both(role)])) as Record<
    (typeof chainRoles)[number],
    ReturnType<typeof both>
  >,
};
const asked = asking(
  radio("plan", ["buy", "wait"], { measure: "anchor.choice" }),
  radio("lonely", ["one"]),
  checkbox("tools", ["mail", "chat"], { measure: "procurement.payment-terms" }),
  matrix("rate", ["speed", "price"], [1, 2], { measure: "anchor.importance" }),
  comment("why"),
);
/** Forty companies: deciders wait, users buy; who buys rates speed 2. */
const evidence = answered(
  asked,
  Array.from({ length: 40 }, (_, at) => {
    const buys = at % 2 === 0;
    const answers = { plan: buys ? "buy" : "wait", tools: ["mail"], rate: { speed: buys ? 2 : 1 } };
    return [buys ? "user" : "decider", `c${at}`, answers] as const;
  }),
);
const variables = variablesOf(evidence, names);
const find = (key: string) => variables.find((one) => one.key.includes(key))!;

describe("what can be crossed", () => {
  test("is who people are and every closed question, a grid row by row, where somebody could answer otherwise", () => {
    const titles = variables.map(({ title, part }) => [title.en, part?.en].filter(Boolean).join(" "));
    expect(titles.toSorted()).toEqual(["Role", "plan?", "rate? speed", "tools?"]);
    expect(find("payment").several).toBe(true);
  });
});

describe("a crosstab", () => {
  test("has shares of its columns, a certain dependence, and cells that stand out", () => {
    const [table] = crosstabs(evidence, find("choice"), [find("~role")], { seed: 1 });
    expect(table!.columns.map(({ value, n, companies }) => [value, n, companies])).toEqual([
      ["decider", 20, 20],
      ["user", 20, 20],
    ]);
    expect(table!.rows.map(({ value }) => value)).toEqual(["buy", "wait"]);
    expect(table!.cells[0]!.map(({ share, stands }) => [share?.count, share?.n, stands])).toEqual([
      [0, 20, "fewer"],
      [20, 20, "more"],
    ]);
    expect(table!.cells[0]![1]!.share?.interval).not.toBeNull();
    expect(valued(table!.test)).toMatchObject({ statistic: 40, df: 1, v: 1, method: "chi-square" });
    expect(table!.adjustedP).toBeLessThan(0.001);
  });

  test("looked at with another is corrected for both", () => {
    const [alone] = crosstabs(evidence, find("choice"), [find("~role")], { seed: 1 });
    const [first, second] = crosstabs(evidence, find("choice"), [find("~role"), find("speed")], { seed: 1 });
    expect(first!.adjustedP! / alone!.adjustedP!).toBeCloseTo(2, 6);
    expect(second!.test.ok).toBe(true);
  });

  test("of several answers tests each cell by itself, whichever side they stand on", () => {
    const several = asking(
      radio("plan", ["buy", "wait"], { measure: "anchor.choice" }),
      checkbox("tools", ["mail", "chat", "fax"], { measure: "procurement.payment-terms" }),
      ranking("pains", ["cost", "time"], { measure: "anchor.problems" }),
    );
    // Who buys uses chat; mail is everybody's, fax nobody's; pains are ranked as plans are.
    const rows = answered(
      several,
      Array.from({ length: 40 }, (_, at) => {
        const buys = at % 2 === 0;
        const answers = {
          plan: buys ? "buy" : "wait",
          tools: buys ? ["mail", "chat"] : ["mail"],
          pains: buys ? ["cost", "time"] : ["time", "cost"],
        };
        return ["user", `c${at}`, answers] as const;
      }),
    );
    const own = variablesOf(rows, names);
    const [plan, tools, pains, first] = ["choice", "payment", "anchor.problems", "problems#^"].map(
      (key) => own.find((one) => one.key.endsWith(key) || one.key.includes(`${key}`))!,
    );
    const [table] = crosstabs(rows, tools!, [plan!], { seed: 1 });
    const stands = (of: typeof table) => of!.cells.map((line) => line.map((cell) => cell.stands));
    expect(stands(table)).toEqual([
      [null, null],
      ["more", "fewer"],
    ]);
    expect(valued(table!.test)).toMatchObject({ method: "items", v: null });
    expect(table!.adjustedP).toBeLessThan(0.001);
    const [turned] = crosstabs(rows, plan!, [tools!], { seed: 1 });
    expect(stands(turned)).toEqual([
      [null, "more"],
      [null, "fewer"],
    ]);
    // Both rank both, so that only what comes first differs.
    const [all, top] = crosstabs(rows, plan!, [pains!, first!], { seed: 1 });
    expect(all!.test).toMatchObject({ ok: false, reason: "no-variance" });
    expect(valued(top!.test).v).toBe(1);
    expect(first!.several).toBe(false);
  });

  test("warns of cells in which few are expected, and says each cell's p", () => {
    const [table] = crosstabs(evidence.slice(0, 16), find("choice"), [find("~role")], { seed: 1 });
    expect(table!.cells.flat().map(({ sparse }) => sparse)).toEqual([true, true, true, true]);
    expect(table!.cells[0]![0]!.p).toBeLessThan(0.05);
    const [large] = crosstabs(evidence, find("choice"), [find("~role")], { seed: 1 });
    expect(large!.cells.flat().some(({ sparse }) => sparse)).toBe(false);
  });

  test("of few answers has no test, and of none no columns", () => {
    const [few] = crosstabs(evidence.slice(0, 6), find("choice"), [find("~role")], { seed: 1 });
    expect(few!.test).toMatchObject({ ok: false, reason: "too-few" });
    const [none] = crosstabs([], find("choice"), [find("~role")], { seed: 1 });
    expect(none).toMatchObject({ n: 0, columns: [], rows: [], adjustedP: null });
  });
});
