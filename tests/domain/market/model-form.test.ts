import { describe, expect, test } from "vitest";
import {
  blankModel,
  blankSegment,
  differingFields,
  readAmount,
  readModel,
  type TypedModel,
  typedModel,
  typedModelFromForm,
} from "~/domain/market/model-form";
import { sampleModel } from "~/domain/market/sample-model";

const filled = (): TypedModel => typedModel("Base", sampleModel("en"));
/** The sample with one segment's fit typed differently. */
const withFit = (fit: Partial<TypedModel["segments"][number]["fit"]>): TypedModel => {
  const typed = filled();
  typed.segments[0] = { ...typed.segments[0]!, fit: { ...typed.segments[0]!.fit, ...fit } };
  return typed;
};
const problemsOf = (typed: TypedModel) => {
  const read = readModel(typed);
  return read.ok ? {} : read.problems;
};

test.each([
  ["5,000,000", 5_000_000],
  ["500万", 5_000_000],
  ["1.2 亿", 120_000_000],
  ["30 m", 30_000_000],
  ["４５％", 45],
  ["−5", -5],
  ["0.1", 0.1],
  ["", null],
  ["many", null],
  ["1e5", null],
  ["5 000 x", null],
])("%j is read as %s", (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});

test("a model comes back from its sheet as it was", () => {
  for (const language of ["zh-CN", "en"] as const) {
    const model = sampleModel(language);
    expect(readModel(typedModel("Base", model))).toEqual({ ok: true, name: "Base", model });
  }
});

test("a posted sheet is read field by field", () => {
  const typed = filled();
  const form = new FormData();
  for (const [name, given] of Object.entries(differingFields({ ...blankModel(""), segments: [] }, typed)))
    form.set(name, given);
  for (const [part, assumption] of Object.entries(typed.plan))
    form.set(`plan.${part}.confidence`, assumption.confidence);
  form.set("years", typed.years);
  expect(typedModelFromForm(form)).toEqual(typed);
});

describe("one number", () => {
  test("known exactly has only a likely value", () => {
    const read = readModel(withFit({ low: "", likely: "12.5", high: "" }));
    expect(read.ok && read.model.segments[0]!.fit).toMatchObject({ low: 0.125, likely: 0.125, high: 0.125 });
  });

  test.each([
    [{ low: "3", likely: "2", high: "4" }, { "s0.fit.low": "low-above-likely" }],
    [{ low: "1", likely: "2", high: "1.5" }, { "s0.fit.high": "high-below-likely" }],
    [{ low: "1", likely: "", high: "3" }, { "s0.fit.likely": "missing" }],
    [{ likely: "some" }, { "s0.fit.likely": "not-a-number" }],
    [{ high: "120" }, { "s0.fit.high": "not-a-share" }],
    [{ low: "-1" }, { "s0.fit.low": "not-a-share" }],
    [{ date: "last year" }, { "s0.fit.date": "not-a-date" }],
    [{ date: "2024-13" }, { "s0.fit.date": "not-a-date" }],
    [{ date: "2023-02-29" }, { "s0.fit.date": "not-a-date" }],
    [{ source: "x".repeat(301) }, { "s0.fit.source": "too-long" }],
  ])("typed as %o has the problem %o at its field", (fit, problems) => {
    expect(problemsOf(withFit(fit))).toEqual(problems);
  });
});

test("growth may be negative or left empty; a count may not be negative", () => {
  const typed = filled();
  const [first] = typed.segments;
  const growth = (likely: string) => ({ ...first!, growth: { ...first!.growth, low: "", likely, high: "" } });
  const read = (segment: TypedModel["segments"][number]) => readModel({ ...typed, segments: [segment] });
  expect(read(growth("-5"))).toMatchObject({
    ok: true,
    model: { segments: [{ growth: { likely: -0.05 } }] },
  });
  expect(read(growth(""))).toMatchObject({ ok: true, model: { segments: [{ growth: { likely: 0 } }] } });
  expect(read(growth("-100"))).toMatchObject({ problems: { "s0.growth.likely": "not-a-rate" } });
  const companies = { ...first!.companies, likely: "-1" };
  expect(read({ ...first!, companies })).toMatchObject({ problems: { "s0.companies.likely": "negative" } });
});

test("an untouched sheet names what it lacks; a plan is asked for only once it is begun", () => {
  expect(problemsOf(blankModel(""))).toEqual({
    name: "missing",
    ...Object.fromEntries(
      ["name", "companies.likely", "fit.likely", "reach.likely", "win.likely", "arpa.likely"].map((field) => [
        `s0.${field}`,
        "missing",
      ]),
    ),
  });
  const typed = filled();
  const blank = blankModel("").plan;
  expect(readModel({ ...typed, plan: blank })).toMatchObject({ ok: true, model: { plan: null } });
  const begun = { ...blank, leads: { ...blank.leads, likely: "400" } };
  expect(Object.keys(problemsOf({ ...typed, plan: begun }))).toEqual(
    ["opportunity", "winRate", "contract", "churn"].map((part) => `plan.${part}.likely`),
  );
});

test("years, goal and the number of segments have their limits", () => {
  const typed = filled();
  for (const years of ["0", "2.5", "11", ""])
    expect(problemsOf({ ...typed, years })).toEqual({ years: "not-years" });
  expect(problemsOf({ ...typed, goal: "-1" })).toEqual({ goal: "negative" });
  expect(readModel({ ...typed, goal: "" })).toMatchObject({ ok: true, model: { goal: null } });
  expect(problemsOf({ ...typed, segments: [] })).toEqual({ segments: "no-segment" });
  const nine = Array.from({ length: 9 }, () => ({ ...typed.segments[0]! }));
  expect(problemsOf({ ...typed, segments: nine })).toEqual({ segments: "too-many-segments" });
});

test("two sheets differ in the fields that were typed differently, and in segments that only one has", () => {
  const mine = withFit({ low: "0.5" });
  expect(differingFields(mine, filled())).toEqual({ "s0.fit.low": "0" });
  expect(differingFields({ ...filled(), goal: "3 亿" }, filled())).toEqual({});
  const more = { ...filled(), segments: [...filled().segments, { ...blankSegment(), name: "New" }] };
  expect(differingFields(filled(), more)).toMatchObject({ "s4.name": "New" });
});
