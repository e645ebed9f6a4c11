import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointsFromInterval } from "~/domain/market/interval-points";
import { fingerprintOf, marketMove, type SeenMarket } from "~/domain/market/market-move";
import { readModel, typedModel } from "~/domain/market/model-form";
import { sampleModel } from "~/domain/market/sample-model";
import { sizeMarket } from "~/domain/market/size-market";
import { surveyEstimate, surveyInput } from "~/domain/market/survey-estimate";
import type { TieKey } from "~/domain/market/survey-tie";
import { tiedModel } from "~/domain/market/tied-model";
import { triangularQuantile } from "~/domain/market/triangular";
import type { Answers } from "~/domain/questionnaire/compiled";
import { valued } from "../../support/valued";
import { answered, asking, number, radio, ranking, rating } from "../report/evidence-of";

const compiled = asking(
  radio("spend", ["0", "10k-50k", "dontknow"], { measure: "gate.annual-spend" }),
  ranking("problems", ["high-cost", "slow-process"], { measure: "anchor.problems" }),
  number("p1", { measure: "price.too-cheap" }),
  number("p2", { measure: "price.cheap" }),
  number("p3", { measure: "price.expensive" }),
  number("p4", { measure: "price.too-expensive" }),
  rating("likely", 1, 5, { measure: "price.likely-at-cheap" }),
  rating("still", 1, 5, { measure: "price.likely-at-expensive" }),
);
const deciders = (...answers: Answers[]) =>
  answered(
    compiled,
    answers.map((given, index) => ["decider", `c${index}`, given] as const),
  );
const estimate = (rows: ReturnType<typeof deciders>, key: TieKey) =>
  surveyEstimate(surveyInput(rows, key), 1);

describe("the triangle of an interval", () => {
  test("has the interval's ends as its 2.5 % and 97.5 % quantiles", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        (mode, below, above) => {
          const ends = [mode - below, mode + above] as const;
          const points = pointsFromInterval(mode, ends, [-1e9, 1e9]);
          // A lopsided triangle keeps its tail on the short side only as far as there is one.
          const lower = triangularQuantile(points, 0.025);
          const upper = triangularQuantile(points, 0.975);
          const width = below + above;
          expect(Math.abs(lower - ends[0]) / width).toBeLessThan(1e-6);
          expect(Math.abs(upper - ends[1]) / width).toBeLessThan(1e-6);
        },
      ),
    );
  });

  test("is cut where a share ends, and is one point without width", () => {
    expect(pointsFromInterval(0.02, [0.001, 0.2], [0, 1])).toMatchObject({ min: 0, mode: 0.02 });
    expect(pointsFromInterval(0.4, [0.4, 0.4], [0, 1])).toEqual({ min: 0.4, mode: 0.4, max: 0.4 });
  });
});

describe("what the survey says of an assumption", () => {
  test("fit counts companies once, and leaves out those that said nothing", () => {
    const rows = answered(compiled, [
      ["decider", "a", { problems: ["high-cost"], spend: "10k-50k" }],
      ["user", "a", { problems: ["slow-process"], spend: "0" }],
      ["user", "b", { problems: ["slow-process"], spend: "0" }],
      ["user", "c", { problems: ["high-cost", "slow-process"], spend: "0" }],
      ["user", "d", { problems: ["slow-process"], spend: "dontknow" }],
      ["user", "e", { problems: ["slow-process"], spend: "10k-50k" }],
      ["user", "f", { spend: "0" }],
    ]);
    const fit = valued(estimate(rows, "problem:high-cost"));
    expect(fit).toMatchObject({ estimate: 0.4, n: 6, companies: 5 });
    // Wilson for 2 of 5.
    expect(fit.interval[0]).toBeCloseTo(0.11762, 4);
    expect(fit.interval[1]).toBeCloseTo(0.76928, 4);
    expect(valued(estimate(rows, "spend"))).toMatchObject({ estimate: 0.4, companies: 5 });
  });

  test("intent is the mean of the calibrated answers of deciders", () => {
    const rows = deciders(...[5, 4, 3, 2, 1].map((still) => ({ still })));
    const others = answered(compiled, [["procurement", "z", { still: 5 }]], 90);
    const intent = valued(estimate([...rows, ...others], "intent-expensive"));
    expect(intent.estimate).toBeCloseTo((0.7 + 0.5 + 0.3 + 0.1 + 0) / 5, 12);
    expect(intent).toMatchObject({ n: 5, companies: 5 });
    const alike = valued(
      estimate(deciders(...[1, 2, 3, 4, 5, 6].map(() => ({ likely: 4 }))), "intent-cheap"),
    );
    expect(alike.estimate).toBeCloseTo(0.5);
    expect(alike.interval[1] - alike.interval[0]).toBeGreaterThan(0.3);
  });

  test("a price comes from the consistent answers, with an interval over companies", () => {
    const prices = [50, 60, 60, 70, 80, 90, 100].map((cheap) => ({
      ...{ p1: cheap / 2, p2: cheap, p3: cheap * 1.5, p4: cheap * 2, likely: 5, still: 3 },
    }));
    const rows = deciders(...prices, { p1: 9, p2: 8, p3: 7, p4: 6 });
    for (const key of ["price-opp", "price-idp", "price-nms"] as const) {
      const price = valued(estimate(rows, key));
      expect(price).toMatchObject({ n: 7, companies: 7 });
      expect(price.interval[0]).toBeLessThanOrEqual(price.estimate);
      expect(price.interval[1]).toBeGreaterThanOrEqual(price.estimate);
    }
  });

  test("nobody or too few companies say nothing", () => {
    expect(estimate([], "spend")).toMatchObject({ ok: false, reason: "no-data" });
    expect(estimate(deciders({ still: 5 }, { still: 4 }), "intent-expensive")).toMatchObject({
      ok: false,
      reason: "too-few-companies",
    });
  });
});

describe("several roles", () => {
  const mixed = (...rows: [role: "decider" | "finance", company: string, still: number][]) =>
    answered(
      compiled,
      rows.map(([role, company, still]) => [role, company, { still }] as const),
    );
  const five = (role: "decider" | "finance", still: number, from = 0) =>
    [0, 1, 2, 3, 4].map((at) => [role, `c${from + at}`, still] as [typeof role, string, number]);
  const weigh = (rows: ReturnType<typeof mixed>, decider: number, finance: number) =>
    surveyEstimate(surveyInput(rows, "intent-expensive", { decider, procurement: 0, finance }), 1);

  test("are weighed by what each says by itself, whoever answered more", () => {
    // Deciders: 5 is 0.7; finance, three times as many: 3 is 0.3. 0.75 × 0.7 + 0.25 × 0.3.
    const rows = mixed(
      ...five("decider", 5),
      ...five("finance", 3),
      ...five("finance", 3, 5),
      ...five("finance", 3, 10),
    );
    const found = valued(weigh(rows, 3, 1));
    expect(found).toMatchObject({ n: 20, companies: 15 });
    expect(found.estimate).toBeCloseTo(0.6, 12);
    expect(found.roles).toMatchObject([
      { role: "decider", weight: 0.75, n: 5, companies: 5 },
      { role: "finance", weight: 0.25, n: 15, companies: 15 },
    ]);
    expect(valued(weigh(rows, 1, 0)).estimate).toBeCloseTo(0.7, 12);
    expect(valued(weigh(rows, 0, 2)).estimate).toBeCloseTo(0.3, 12);
  });

  test("with too few companies are left out, and say nothing when none is left", () => {
    const rows = mixed(...five("decider", 5), ["finance", "c0", 1], ["finance", "c1", 1]);
    const found = valued(weigh(rows, 1, 9));
    expect(found.estimate).toBeCloseTo(0.7, 12);
    expect(found.roles).toMatchObject([{ role: "decider", weight: 1 }]);
    expect(weigh(mixed(["decider", "c0", 5]), 1, 1)).toMatchObject({ reason: "too-few-companies" });
    expect(weigh(mixed(), 1, 1)).toMatchObject({ reason: "no-data" });
  });

  test("move the interval with them: it holds the estimate and is the same each time", () => {
    const rows = mixed(
      ...five("decider", 5).map(
        ([role, company], at) => [role, company, 1 + at] as ["decider", string, number],
      ),
      ...five("finance", 3),
    );
    const found = valued(weigh(rows, 1, 1));
    expect(found.interval[0]).toBeLessThan(found.estimate);
    expect(found.interval[1]).toBeGreaterThan(found.estimate);
    expect(weigh(rows, 1, 1)).toEqual(weigh(rows, 1, 1));
  });
});

describe("a tied model", () => {
  const typed = typedModel("Base", sampleModel("en"));
  typed.segments[2]!.win = { ...typed.segments[2]!.win, tie: "intent-expensive" };
  typed.segments[2]!.arpa = { ...typed.segments[2]!.arpa, tie: "price-opp", times: "120" };
  const read = readModel(typed);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { model } = read;

  const seenFrom = (rows: ReturnType<typeof deciders>): SeenMarket => {
    const resolved = tiedModel(model, ({ to }) => estimate(rows, to));
    const { ranges } = valued(sizeMarket(resolved.model, 7));
    return { revision: 1, responses: rows.length, ranges, ...resolved };
  };

  test("keeps its ties through the sheet and back, and refuses what it cannot follow", () => {
    expect(model.segments[2]!.arpa.tie).toEqual({ to: "price-opp", times: 120 });
    expect(typedModel("Base", model)).toEqual(typed);
    const wrong = structuredClone(typed);
    wrong.segments[0]!.companies.tie = "spend";
    wrong.segments[0]!.arpa.tie = "intent-cheap";
    wrong.segments[2]!.arpa.times = "none";
    const weighed = structuredClone(typed);
    Object.assign(weighed.segments[2]!.win, { decider: "60", procurement: "30", finance: "" });
    const reread = readModel(weighed);
    expect(reread.ok && reread.model.segments[2]!.win.tie?.weights).toEqual({
      decider: 60,
      procurement: 30,
      finance: 0,
    });
    Object.assign(weighed.segments[2]!.win, { decider: "0", procurement: "much" });
    expect(readModel(weighed)).toMatchObject({ problems: { "s2.win.procurement": "not-a-weight" } });
    expect(readModel(wrong)).toMatchObject({
      ok: false,
      problems: { "s0.companies.tie": "not-a-tie", "s0.arpa.tie": "not-a-tie", "s2.arpa.times": "not-times" },
    });
  });

  test("falls back on what was typed while too few have answered", () => {
    const { model: resolved, tied } = tiedModel(model, ({ to }) => estimate([], to));
    expect(resolved).toEqual(model);
    expect(tied).toMatchObject([
      { place: 2, part: "win", survey: { ok: false } },
      { place: 2, part: "arpa", survey: { ok: false } },
    ]);
  });

  test("moves with an answer, and the move is put down to it", () => {
    const before = seenFrom(deciders(...[5, 4, 3, 2, 1, 1].map((still) => ({ still }))));
    const after = seenFrom(deciders(...[5, 4, 3, 2, 1, 5].map((still) => ({ still }))));
    expect(fingerprintOf(after)).not.toBe(fingerprintOf(before));
    const move = marketMove(before, after, 7);
    expect(move.to.p50).toBeGreaterThan(move.from.p50);
    expect(move.causes).toMatchObject([
      {
        place: 2,
        part: "win",
        why: "survey",
        tie: "intent-expensive",
        answers: { from: { n: 6 }, to: { n: 6 } },
      },
    ]);
    const [cause] = move.causes;
    // All else is as it was, so the one cause explains the whole move.
    expect(cause!.effect).toBeCloseTo(move.to.p50 - move.from.p50, 6);
    expect(move).toMatchObject({ from: before.ranges.later, to: after.ranges.later });
  });

  test("tells typing, tying and renaming apart", () => {
    const rows = deciders(...[5, 4, 3, 2, 1, 1].map((still) => ({ still })));
    const before = seenFrom(rows);
    const changed = structuredClone(before);
    changed.model.segments[0]!.fit.likely = 0.011;
    changed.model.segments[2]!.win.likely = 0.5;
    changed.tied = changed.tied.filter(({ part }) => part !== "win");
    changed.model.segments[3]!.name = "Giants";
    const move = marketMove(before, changed, 7);
    expect(move.segments).not.toBeNull();
    expect(move.years).toBeNull();
    expect(move.causes.map(({ place, part, why }) => [place, part, why])).toEqual([
      [2, "win", "tie"],
      [0, "fit", "sheet"],
    ]);
    expect(marketMove(before, structuredClone(before), 7).causes).toEqual([]);
  });
});
