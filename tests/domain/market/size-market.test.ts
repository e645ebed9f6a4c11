import { describe, expect, test } from "vitest";
import { flipsOf, informationWorth } from "~/domain/market/market-decision";
import {
  type Assumption,
  factorsOf,
  isStale,
  type MarketModel,
  type Segment,
  type SegmentPart,
  weakAssumptions,
} from "~/domain/market/market-model";
import { sampleModel } from "~/domain/market/sample-model";
import { sizeMarket } from "~/domain/market/size-market";

type Points = number | readonly [number, number, number];
const assumed = (points: Points): Assumption => {
  const [low, likely, high] = typeof points === "number" ? [points, points, points] : points;
  return { low, likely, high, source: "", date: "", confidence: "medium" };
};
const segmentOf = (given: Partial<Record<SegmentPart, Points>>): Segment => ({
  name: "SMEs",
  companies: assumed(given.companies ?? 1),
  fit: assumed(given.fit ?? 1),
  reach: assumed(given.reach ?? 1),
  win: assumed(given.win ?? 1),
  arpa: assumed(given.arpa ?? 1),
  growth: assumed(given.growth ?? 0),
});
const modelOf = (segments: Segment[], more: Partial<MarketModel> = {}): MarketModel => ({
  ...{ segments, plan: null, years: 3, goal: null },
  ...more,
});
const sized = (model: MarketModel, seed = 1) => {
  const result = sizeMarket(model, seed);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe("the size of a market", () => {
  // MKT-02 and MKT-03 of the reference values.
  const segments = [
    segmentOf({ companies: 5_000_000, fit: 0.2, arpa: 12_000, reach: 0.08, win: 0.15 }),
    segmentOf({ companies: 350_000, fit: 0.45, arpa: 150_000, reach: 0.08, win: 0.15 }),
  ];
  const plan = {
    ...{ leads: assumed(400), opportunity: assumed(0.25), winRate: assumed(0.2) },
    ...{ contract: assumed(30_000), churn: assumed(0.15) },
  };

  test("of numbers known exactly is the published one, without a range", () => {
    const { ranges, bars, bottomUp, ratio } = sized(modelOf(segments, { plan }));
    for (const [size, expected] of [
      ["tam", 112_500_000_000],
      ["sam", 35_625_000_000],
      ["som", 427_500_000],
      ["later", 427_500_000],
    ] as const)
      for (const figure of Object.values(ranges[size])) expect(figure).toBeCloseTo(expected, 2);
    expect(bars).toEqual([]);
    expect(bottomUp).toMatchObject({ ok: true, value: { p50: expect.closeTo(18_522_000, 3) } });
    expect(ratio).toMatchObject({
      ok: true,
      value: { ratio: expect.closeTo(427.5 / 18.522, 6), apart: true },
    });
  });

  test("of uncertain numbers has the quantiles of the product, within the reference's one per cent", () => {
    const { ranges } = sized(
      modelOf([
        segmentOf({
          companies: [250_000, 350_000, 400_000],
          fit: [0.2, 0.35, 0.6],
          arpa: [60_000, 120_000, 240_000],
        }),
      ]),
    );
    expect(ranges.sam.p10 / 10_355_989_549.6).toBeCloseTo(1, 2);
    expect(ranges.sam.p50 / 16_939_901_634.9).toBeCloseTo(1, 2);
    expect(ranges.sam.p90 / 26_776_607_109.6).toBeCloseTo(1, 2);
  });

  test("grows by the segment's own rate, and shrinks from whole to part in every quantile", () => {
    const { ranges } = sized(modelOf([segmentOf({ companies: 1000, growth: 0.1 })], { years: 2 }));
    expect(ranges.later.likely).toBeCloseTo(1210, 9);
    const sample = sized(sampleModel("en")).ranges;
    for (const point of ["p10", "p50", "p90", "likely"] as const) {
      expect(sample.tam[point]).toBeGreaterThan(sample.sam[point]);
      expect(sample.sam[point]).toBeGreaterThan(sample.som[point]);
    }
  });

  test("is the same for the same seed and nearly the same for another", () => {
    const model = modelOf([segmentOf({ companies: [10, 30, 40], fit: [0.1, 0.2, 0.5] })]);
    const [once, again, other] = [sized(model, 7), sized(model, 7), sized(model, 8)];
    expect(once).toEqual(again);
    expect(other.ranges.som.p50).not.toBe(once.ranges.som.p50);
    expect(other.ranges.som.p50 / once.ranges.som.p50).toBeCloseTo(1, 1);
  });

  test("without segments, or with points out of order, has no value", () => {
    expect(sizeMarket(modelOf([]), 1)).toEqual({ ok: false, reason: "no-data" });
    const upsideDown = modelOf([segmentOf({ fit: [0.5, 0.2, 0.6] })]);
    expect(sizeMarket(upsideDown, 1)).toEqual({ ok: false, reason: "out-of-range" });
  });
});

describe("headroom", () => {
  const uncertain = [segmentOf({ companies: 1000, fit: [0.2, 0.4, 0.6], arpa: 10 })];
  // SOM is triangular on 2000, 4000, 6000: P10 is 2000 + √(0.1 · 4000 · 2000) = 2894, P90 5106.
  test.each([
    [2_800, "above"],
    [4_000, "undecided"],
    [5_200, "below"],
  ])("against a goal of %d is %s", (goal, verdict) => {
    expect(sized(modelOf(uncertain, { goal })).headroom).toMatchObject({
      ok: true,
      value: { verdict, goal },
    });
  });

  test("says in which share of the draws the goal is reached", () => {
    const { headroom } = sized(modelOf(uncertain, { goal: 5_000 }));
    // The upper tail of the triangle: (6000 − 5000)² / (4000 · 2000).
    expect(headroom.ok && headroom.value.chance).toBeCloseTo(0.125, 2);
  });

  test("without a goal has no verdict and nothing to research", () => {
    const { headroom, research } = sized(modelOf(uncertain));
    expect([headroom, research]).toEqual(Array(2).fill({ ok: false, reason: "no-data" }));
  });

  test("flips where one assumption alone brings the market to the goal, inside its own range", () => {
    const factors = factorsOf([
      segmentOf({ companies: 1000, fit: [0.2, 0.4, 0.6], win: [0.45, 0.5, 0.52], growth: [0, 0.1, 0.3] }),
    ]);
    // Likely: 1000 · 0.4 · 0.5 · 1.21 = 242; the win rate would have to be 0.62, outside its range.
    const flips = flipsOf(factors, 2, 300);
    expect(flips.map(({ part }) => part)).toEqual(["fit", "growth"]);
    expect(flips[0]!.at).toBeCloseTo(300 / 605, 9);
    expect(flips[1]!.at).toBeCloseTo(Math.sqrt(1.5) - 1, 9);
  });
});

describe("the value of information", () => {
  test("of the only uncertain assumption is the exact expected gain", () => {
    const factors = factorsOf([segmentOf({ companies: 1000, fit: [0, 0.5, 1] })]);
    const found = informationWorth(factors, 1, 500);
    // Market symmetric around the goal: E[max(0, X − 500)] of the triangle 0, 500, 1000 is 1000/12.
    expect(found.ok && found.value.expected).toBeCloseTo(500, 6);
    expect(found.ok && found.value.worths[0]).toMatchObject({
      part: "fit",
      worth: expect.closeTo(1000 / 12, 1),
    });
    expect(found.ok && found.value.worths.slice(1).every(({ worth }) => worth === 0)).toBe(true);
  });

  test("is nothing where no outcome changes the decision", () => {
    const factors = factorsOf([segmentOf({ companies: 1000, fit: [0.4, 0.5, 0.6] })]);
    for (const goal of [300, 700]) {
      const found = informationWorth(factors, 1, goal);
      expect(found.ok && found.value.worths.every(({ worth }) => worth === 0)).toBe(true);
    }
  });

  test("can rank otherwise than the tornado: wide but harmless comes after narrow but decisive", () => {
    // Sole proprietors swing by 40 but never decide alone; SMEs by 60 around a goal they can miss.
    const segments = [
      segmentOf({ companies: [100, 120, 140] }),
      segmentOf({ companies: 100, fit: [0.2, 0.5, 0.8] }),
    ];
    const found = informationWorth(factorsOf(segments), 1, 145);
    expect(
      found.ok && found.value.worths.map(({ segment, part, worth }) => [segment, part, worth > 0]),
    ).toEqual(
      expect.arrayContaining([
        [1, "fit", true],
        [0, "companies", false],
      ]),
    );
  });

  test("takes growth by what it does to the market, not by its mean", () => {
    const factors = factorsOf([segmentOf({ companies: 100, growth: [-0.5, 0, 1] })]);
    const found = informationWorth(factors, 2, 150);
    // E[(1 + g)²] = var + mean²: the triangle 0.5, 1, 2 has mean 7/6 and variance 7/72.
    expect(found.ok && found.value.expected).toBeCloseTo(100 * (7 / 72 + 49 / 36), 1);
  });
});

describe("weak numbers", () => {
  test("are those without a source, and those whose source is over two years old", () => {
    const now = Date.UTC(2026, 6, 1);
    const model = modelOf([segmentOf({})]);
    model.segments[0]!.fit = { ...model.segments[0]!.fit, source: "Survey", date: "2023" };
    expect(weakAssumptions(model, now)).toEqual({ total: 6, unsourced: 5, stale: 1 });
  });

  test.each([
    ["2024", false],
    ["2023", true],
    ["2024-06", true],
    ["2024-07", false],
    ["2024-06-30", true],
    ["2024-07-02", false],
    ["", false],
    ["lately", false],
  ])("a date of %j on 1 July 2026", (date, stale) => {
    expect(isStale(date, Date.UTC(2026, 6, 1, 12))).toBe(stale);
  });
});

test("the sample holds the article's company pyramid and marks everything as an example, in both languages", () => {
  for (const language of ["zh-CN", "en"] as const) {
    const { segments } = sampleModel(language);
    expect(segments.map(({ companies: { low, likely, high } }) => [low, likely, high])).toEqual([
      [50_000_000, 50_000_000, 50_000_000],
      [30_000_000, 30_000_000, 30_000_000],
      [5_000_000, 5_000_000, 5_000_000],
      [300_000, 350_000, 400_000],
    ]);
    for (const { companies, fit } of segments) {
      expect(companies.source).toMatch(/^(示例|Example)：?/);
      expect(fit.source).toMatch(/^(示例|Example)/);
    }
    expect(weakAssumptions(sampleModel(language), 0).unsourced).toBe(0);
  }
});
