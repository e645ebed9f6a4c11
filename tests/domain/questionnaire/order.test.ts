import { expect, test } from "vitest";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { drawVariables, orderChoices } from "~/domain/questionnaire/order";

type Choice = { value: string; other?: true; exclusive?: true };
const choices: Choice[] = [
  { value: "a" },
  { value: "none", exclusive: true },
  { value: "b" },
  { value: "c" },
  { value: "other", other: true },
  { value: "d" },
];
const valuesOf = (random: boolean, seed: string) =>
  orderChoices(choices, random, seed).map(({ value }) => value);
const seeds = Array.from({ length: 2400 }, (_, at) => `0190a1b2-0000-7000-8000-${at}:q`);

test("without chance the order stays, and the last ones are last", () => {
  expect(valuesOf(false, "x")).toEqual(["a", "b", "c", "d", "none", "other"]);
});

test("the same response sees the same order, always with the last ones last", () => {
  for (const seed of seeds.slice(0, 50)) {
    expect(valuesOf(true, seed)).toEqual(valuesOf(true, seed));
    expect(valuesOf(true, seed).slice(4)).toEqual(["none", "other"]);
    expect(valuesOf(true, seed).slice(0, 4).sort()).toEqual(["a", "b", "c", "d"]);
  }
});

test("a pinned choice keeps its place among the shuffled ones", () => {
  const given = [{ value: "a" }, { value: "b" }, { value: "c" }, { value: "as-is", pinned: true as const }];
  const orders = seeds.slice(0, 200).map((seed) => orderChoices(given, true, seed).map(({ value }) => value));
  expect(orders.every((order) => order[3] === "as-is")).toBe(true);
  expect(new Set(orders.map((order) => order.join())).size).toBe(6);
});

test("every order of four is about equally frequent", () => {
  const counts = new Map<string, number>();
  for (const seed of seeds) {
    const order = valuesOf(true, seed).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
  // 99.9 % of chi-square with 23 degrees of freedom.
  expect(chiSquare).toBeLessThan(49.73);
});

test("numbers are drawn evenly from 1 to the maximum, each draw by itself, the same for the same response", () => {
  const draws = [
    { name: "first", max: 3 },
    { name: "second", max: 3 },
  ];
  const compiled: Compiled = { format: 1, title: { "zh-CN": "", en: "" }, pages: [], light: true, draws };
  const counts = new Map<string, number>();
  for (const seed of seeds) {
    const drawn = drawVariables(compiled, seed);
    expect(drawn).toEqual(drawVariables(compiled, seed));
    const key = `${drawn.first}${drawn.second}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(["11", "12", "13", "21", "22", "23", "31", "32", "33"]);
  for (const count of counts.values()) expect(Math.abs(count - 2400 / 9)).toBeLessThan(70);
});
