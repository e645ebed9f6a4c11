import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCondition } from "~/domain/questionnaire/compile-condition";
import {
  type Clause,
  type ClauseOperator,
  clauseOperators,
  type Group,
  type Rule,
  readRule,
  takesList,
  takesNothing,
  typedValue,
  writeRule,
} from "~/domain/questionnaire/condition-rule";
import { isRefusal } from "~/domain/questionnaire/conditions";

async function parsed(text: string) {
  const expression = await parseCondition(text);
  if (!expression || isRefusal(expression)) throw new Error(`cannot be read: ${text}`);
  return expression;
}
const reread = async (text: string) => readRule(await parsed(text));

const path = fc.constantFrom(
  "size",
  "gate_roles",
  "support.price-level",
  "角色",
  "roles.length",
  "two words",
);
const scalar = fc.oneof(
  fc.constantFrom(
    "decider",
    "it-security",
    "多赚钱，少花钱",
    "it's",
    'say "yes"',
    "007",
    "a{b}",
    "1",
    "true",
    "",
    "a and b",
  ),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(0.5, 12.25, -3.5),
  fc.boolean(),
);
const valueFor = (operator: ClauseOperator): fc.Arbitrary<Clause["value"]> =>
  takesNothing(operator)
    ? fc.constant(undefined)
    : takesList(operator)
      ? fc.array(scalar, { minLength: 1, maxLength: 4 })
      : scalar;
const clause: fc.Arbitrary<Clause> = fc.constantFrom(...clauseOperators).chain((operator) =>
  fc.tuple(path, valueFor(operator)).map(([question, value]) => ({
    ...{ question, operator },
    ...(value === undefined ? {} : { value }),
  })),
);
const join = fc.constantFrom("and" as const, "or" as const);
/** As reading gives it: a group joins otherwise than its rule and has two clauses or more. */
const rule: fc.Arbitrary<Rule> = join.chain((outer) => {
  const group: fc.Arbitrary<Group> = fc
    .array(clause, { minLength: 2, maxLength: 3 })
    .map((clauses) => ({ join: outer === "and" ? ("or" as const) : ("and" as const), clauses }));
  const parts = fc.array(fc.oneof({ weight: 3, arbitrary: clause }, group), { minLength: 2, maxLength: 4 });
  return fc.tuple(parts, fc.boolean()).map(
    ([some, not]): Rule => ({
      ...{ join: outer, parts: some },
      ...(not ? { not: true as const } : {}),
    }),
  );
});

test("what the menus say is written as an expression that reads as the same", async () => {
  await fc.assert(
    fc.asyncProperty(rule, async (given) => {
      expect(await reread(writeRule(given))).toEqual(given);
    }),
    { numRuns: 400 },
  );
});

test("one clause, and a whole turned round", async () => {
  expect(await reread("{size} = 'small'")).toEqual({
    join: "and",
    parts: [{ question: "size", operator: "equal", value: "small" }],
  });
  expect(await reread("!({size} anyof [1, 2])")).toEqual({
    ...{ join: "and", not: true },
    parts: [{ question: "size", operator: "anyof", value: [1, 2] }],
  });
});

test.each([
  "{a} + {b} > 3",
  "{a} = {b}",
  "iif({a} = 1, {b}, 2) = 2",
  "{a} = 1 and ({b} = 2 or ({c} = 3 and {d} = 4))",
  "!({a} = 1) and {b} = 2",
  "{a}",
])("%s is more than the menus say and stays a text", async (text) => {
  expect(await reread(text)).toBeNull();
});

describe("half-done rules", () => {
  test("clauses without a value are left out", () => {
    const parts: Rule["parts"] = [
      { question: "a", operator: "equal" },
      { question: "", operator: "empty" },
      { join: "or", clauses: [{ question: "b", operator: "anyof", value: [] }] },
      { question: "c", operator: "empty" },
    ];
    expect(writeRule({ join: "and", parts })).toBe("{c} empty");
    expect(writeRule({ join: "and", parts: parts.slice(0, 3), not: true })).toBe("");
  });
  test.each([
    ["12", 12],
    ["-0.5", -0.5],
    ["007", "007"],
    [" ten ", "ten"],
    ["1e3", "1e3"],
  ])("%s typed is %s", (typed, value) => {
    expect(typedValue(typed)).toBe(value);
  });
});
