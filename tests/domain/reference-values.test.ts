import { expect, test } from "vitest";
import { type ReferenceCase, referenceMethods, referenceMisses } from "~/domain/reference";
import reference from "./reference-values.json";

const cases = reference.cases as unknown as ReferenceCase[];

test.each(cases)("$id $method agrees with its source", (one) => {
  expect(referenceMisses(one)).toEqual([]);
});

test("a miss is seen: a number, a word, a boolean, a null, a length and a method nobody knows", () => {
  const [known] = cases.filter((one) => one.id === "CI-01");
  const missing = (expected: unknown) => referenceMisses({ ...known!, expected });
  expect(missing({ wilson: [0.2553, 0.3662] })).toHaveLength(2);
  expect(missing({ wilson: [0.255288519878] })).toHaveLength(1);
  expect(missing({ wilson: "above" })).toHaveLength(1);
  expect(missing({ wilson: true })).toHaveLength(1);
  expect(missing({ wilson: null })).toHaveLength(1);
  expect(missing({ nobody: 1 })).toHaveLength(1);
  expect(referenceMisses({ ...known!, method: "unheard-of" })).toHaveLength(1);
});

test("every method of the file is served", () => {
  const methods = new Set(cases.map((one) => one.method));
  expect([...methods].filter((name) => !(name in referenceMethods))).toEqual([]);
});

test("names that the input does not give stand for row numbers; names it gives must be the right ones", () => {
  const known = cases.find((one) => one.id === "MCD-02")!;
  const ranked = (rank: unknown, input: object = {}) =>
    referenceMisses({ ...known, input: { ...(known.input as object), ...input }, expected: { rank } });
  expect(ranked(["Clio", "Corsa", "Fiesta"])).toEqual([]);
  expect(ranked([1, 0, 2])).toEqual([]);
  expect(ranked([0, 1, 2])).toHaveLength(2);
  expect(ranked(["Clio", "Clio", "Fiesta"])).toHaveLength(3);
  expect(ranked(["Clio", "Corsa"])).toHaveLength(1);
  const alternatives = ["Corsa", "Clio", "Fiesta"];
  expect(ranked(["Clio", "Corsa", "Fiesta"], { alternatives })).toEqual([]);
  expect(ranked(["Corsa", "Clio", "Fiesta"], { alternatives })).toHaveLength(2);
});
