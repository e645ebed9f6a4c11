import { group } from "d3-array";
import { describe, expect, it } from "vitest";
import { companyBootstrap } from "~/domain/chain/company-bootstrap";
import { value } from "~/domain/outcome";
import { priceInterval } from "~/domain/price/price-interval";
import { vanWestendorp } from "~/domain/price/van-westendorp";

const answers = Array.from({ length: 40 }, (_, index) => {
  const base = 20 + ((index * 37) % 41);
  return {
    company: `c${index % 12}`,
    tooCheap: base,
    cheap: base + 20 + (index % 7),
    expensive: base + 50 + (index % 11),
    tooExpensive: base + 80 + (index % 13),
  };
});

describe("interval of a price point", () => {
  it("holds the point of the sample and repeats with its seed", () => {
    const sample = vanWestendorp(answers);
    const interval = priceInterval(answers, "idp", { seed: 5, draws: 1000 });
    if (!sample.ok || !interval.ok) throw new Error("no value");
    expect(interval.value[0]).toBeLessThanOrEqual(sample.value.idp.at);
    expect(interval.value[1]).toBeGreaterThanOrEqual(sample.value.idp.at);
    expect(interval.value[1]).toBeGreaterThan(interval.value[0]);
    expect(priceInterval(answers, "idp", { seed: 5, draws: 1000 })).toEqual(interval);
  });

  it("reads each draw as the whole chart would, and thousands of answers, too", () => {
    for (const point of ["pmc", "pme", "idp", "opp"] as const) {
      const companies = [...group(answers, ({ company }) => company).values()];
      const slow = companyBootstrap(
        companies,
        (drawn) => {
          const chart = vanWestendorp(drawn.flat(), { interpolate: false });
          return chart.ok ? value(chart.value[point].at) : chart;
        },
        { seed: 5, draws: 1000 },
      );
      expect(priceInterval(answers, point, { seed: 5, draws: 1000 })).toEqual(
        slow.ok && value(slow.value.interval),
      );
    }
    const many = Array.from({ length: 5000 }, (_, at) => ({ ...answers[at % 40]!, company: `c${at % 900}` }));
    const interval = priceInterval(many, "opp", { seed: 5, draws: 1000 });
    const few = priceInterval(answers, "opp", { seed: 5, draws: 1000 });
    const width = (one: typeof few) => (one.ok ? one.value[1] - one.value[0] : Number.NaN);
    expect(width(interval)).toBeLessThan(width(few));
  });

  it("is a single price when all companies agree", () => {
    const alike = answers.map((answer) => ({ ...answers[0]!, company: answer.company }));
    const sample = vanWestendorp(alike);
    const interval = priceInterval(alike, "pme", { seed: 5, draws: 1000 });
    expect(sample.ok && interval).toEqual({
      ok: true,
      value: [sample.ok && sample.value.pme.at, sample.ok && sample.value.pme.at],
    });
  });

  it("needs five companies with valid answers", () => {
    expect(priceInterval(answers.slice(0, 4), "opp", { seed: 1 })).toMatchObject({
      reason: "too-few-companies",
    });
    expect(priceInterval([], "opp", { seed: 1 })).toEqual({ ok: false, reason: "no-data" });
    const contradictory = answers.map((answer, index) => (index < 36 ? { ...answer, cheap: 0 } : answer));
    expect(priceInterval(contradictory, "opp", { seed: 1 })).toMatchObject({ reason: "too-few-companies" });
  });
});
