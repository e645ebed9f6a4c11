import { expect, test } from "vitest";
import { countBy, cumulativeByDay, dropOffByPage, turnoutByRole } from "~/domain/report/who-answered";
import { answered, asking, radio } from "./evidence-of";

const compiled = asking(radio("one", ["a"]), radio("two", ["a"]), radio("three", ["a"]));
const evidence = answered(compiled, [
  ["decider", "x", {}],
  ["user", "x", {}],
  ["user", "y", {}],
  ["user", null, {}],
]);
const stoppedOn = (role: "user" | "requester", page: string) => ({ role, page, compiled });

test("turnout counts what was started and completed, and companies with a complete one", () => {
  const partial = [stoppedOn("user", "one"), stoppedOn("requester", "one")];
  expect(turnoutByRole(evidence, partial)).toEqual([
    { role: "decider", started: 1, complete: 1, companies: 1 },
    { role: "user", started: 4, complete: 3, companies: 2 },
    { role: "requester", started: 1, complete: 0, companies: 0 },
  ]);
  expect(turnoutByRole([], [])).toEqual([]);
});

test("people who reached a page are those who finished or stopped there or later", () => {
  const partial = ["two", "two", "three", "gone"].map((page) => stoppedOn("user", page));
  expect(dropOffByPage("user", evidence, partial)).toEqual([
    { page: "one", title: { "zh-CN": "Page one", en: "Page one" }, reached: 7, left: 1 },
    { page: "two", title: { "zh-CN": "Page two", en: "Page two" }, reached: 6, left: 2 },
    { page: "three", title: { "zh-CN": "Page three", en: "Page three" }, reached: 4, left: 1 },
  ]);
  expect(dropOffByPage("requester", evidence, [])).toEqual([]);
});

test("responses by a property of the company", () => {
  const sized = evidence.map((one) => ({ ...one, companySize: one.companyId === "x" ? "10-49" : null }));
  expect(countBy(sized, (one) => one.companySize)).toEqual([
    { value: "10-49", companies: 1, byRole: { decider: 1, user: 1 } },
    { value: null, companies: 1, byRole: { user: 2 } },
  ]);
});

test("a day without responses carries the sum on", () => {
  const day = 24 * 60 * 60 * 1000;
  const at = [day + 5, day + 6, 3 * day, 3 * day + 9];
  const timed = evidence.map((one, index) => ({ ...one, completedAt: at[index] ?? 0 }));
  expect(cumulativeByDay(timed)).toEqual([
    { day, byRole: { decider: 1, user: 1 } },
    { day: 2 * day, byRole: { decider: 1, user: 1 } },
    { day: 3 * day, byRole: { decider: 1, user: 3 } },
  ]);
  expect(cumulativeByDay([])).toEqual([]);
});
