import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { crosstabs, variablesOf } from "~/domain/report/crosstab";
import { valued } from "../../support/valued";
import { answered, asking, both, checkbox, comment, matrix, radio } from "./evidence-of";

const names = {
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

  test("looked at with another is corrected for both; one of several answers is shown and not tested", () => {
    const [alone] = crosstabs(evidence, find("choice"), [find("~role")], { seed: 1 });
    const [first, , third] = crosstabs(
      evidence,
      find("choice"),
      [find("~role"), find("payment"), find("speed")],
      { seed: 1 },
    );
    expect(first!.adjustedP! / alone!.adjustedP!).toBeCloseTo(2, 6);
    expect(third!.test.ok).toBe(true);
    const [several] = crosstabs(evidence, find("choice"), [find("payment")], { seed: 1 });
    expect(several).toMatchObject({ n: 40, adjustedP: null, test: { reason: "not-applicable" } });
    expect(several!.cells.map(([cell]) => cell?.share?.count)).toEqual([20, 20]);
  });

  test("of few answers has no test, and of none no columns", () => {
    const [few] = crosstabs(evidence.slice(0, 6), find("choice"), [find("~role")], { seed: 1 });
    expect(few!.test).toMatchObject({ ok: false, reason: "too-few" });
    const [none] = crosstabs([], find("choice"), [find("~role")], { seed: 1 });
    expect(none).toMatchObject({ n: 0, columns: [], rows: [], adjustedP: null });
  });
});
