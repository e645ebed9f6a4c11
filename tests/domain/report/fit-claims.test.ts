/** How sure a verdict is where companies are few, or one of them is a crowd. */
import { describe, expect, test } from "vitest";
import { pmfScore } from "~/domain/pmf/pmf-score";
import { fitClaims } from "~/domain/report/insights/fit";
import { type Random, seededRandom } from "~/domain/stats/seeded-random";

const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };
const whose = { role: "user" as const, id: "" };
/** What the engine calls strong of users: 3 % of all, of which fit has 0.4, of which users have 0.85. */
const level = 0.03 * 0.4 * 0.85;

/** Exponential by its tail; a gamma of a whole or broken shape by Marsaglia and Tsang. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** p of a study in which the true share is the threshold and colleagues are alike by `icc`. */
function pOf(random: Random, sizes: readonly number[], icc: number): number {
  const answers = sizes.flatMap((size, at) => {
    const [a, b] = [0.4, 0.6].map((share) => gamma(random, share * (1 / icc - 1)));
    return Array.from({ length: size }, () => ({
      ...{ ...whose, company: `company ${at}`, uses: 5 },
      answer: random() < a! / (a! + b!) ? ("very" as const) : ("not" as const),
    }));
  });
  return fitClaims(answers, rule, [], [])[0]?.p ?? 1;
}

const ones = (n: number, of = 1) => Array.from({ length: n }, () => of);

describe("a verdict where nothing is to be found", () => {
  test.each([
    ["one of ten companies gives fifty answers, the others one", [50, ...ones(9)], 0.1],
    ["four of forty give fifty, the others one", [...ones(4, 50), ...ones(36)], 0.1],
    ["half of ten give fifty, the others one", [...ones(5, 50), ...ones(5)], 0.3],
    ["five companies of twenty, hardly two minds in one", ones(5, 20), 0.6],
    ["forty companies of three", ones(40, 3), 0.1],
  ] as const)("%s: hardly ever strong", (_, sizes, icc) => {
    const random = seededRandom(sizes.length * 100 + sizes[0]);
    const studies = 3000;
    const strong = ones(studies).filter(() => pOf(random, sizes, icc) <= level).length;
    // Two standard deviations of luck.
    expect(strong / studies).toBeLessThanOrEqual(level + 2 * Math.sqrt(level / studies));
  });
});

test("companies of one size lose nothing by it", () => {
  const random = seededRandom(4);
  const answers = ones(40, 3).flatMap((size, at) =>
    ones(size).map(() => ({
      ...{ ...whose, company: `company ${at}`, uses: 5 },
      answer: random() < 0.7 ? ("very" as const) : ("not" as const),
    })),
  );
  const score = pmfScore(answers, rule);
  expect(score.ok && score.value.evenCompanies).toEqual({ ok: true, value: 40 });
  expect(fitClaims(answers, rule, [], [])[0]?.p).toBeLessThan(0.001);
});
