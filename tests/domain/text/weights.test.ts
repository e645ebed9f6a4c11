import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classTfIdf } from "~/domain/text/class-tf-idf";
import { compareWords, distinctiveWords } from "~/domain/text/distinctive-words";
import { informativePrior, logOdds } from "~/domain/text/log-odds";
import { similarAnswers } from "~/domain/text/similar-answers";
import { countTerms } from "~/domain/text/term-counts";
import { tfIdf } from "~/domain/text/tf-idf";

const anyText = fc.array(fc.constantFrom("price", "service", "slow", "界面", "集成"), { maxLength: 12 });

describe("TF-IDF", () => {
  // scikit-learn user guide, "Tf–idf term weighting", with its default smoothing
  it("agrees with scikit-learn's smoothed example", () => {
    const counts = [
      [3, 0, 1],
      [2, 0, 0],
      [3, 0, 0],
      [4, 0, 0],
      [3, 2, 0],
      [3, 0, 2],
    ];
    const vectors = tfIdf(counts.map((row) => new Map(row.map((count, term) => [String(term), count]))));
    const published = [
      [0.85151335, 0, 0.52433293],
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [0.55422893, 0.83236428, 0],
      [0.63035731, 0, 0.77630514],
    ];
    published.forEach((row, text) => {
      row.forEach((weight, term) => {
        expect(vectors[text]!.get(String(term)) ?? 0).toBeCloseTo(weight, 7);
      });
    });
  });

  it("has vectors of length one, or empty ones of texts without words", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), fc.boolean(), (texts, smooth) =>
        tfIdf(texts.map(countTerms), smooth).every((vector, text) =>
          texts[text]!.length === 0
            ? vector.size === 0
            : Math.abs(Math.hypot(...vector.values()) - 1) < 1e-12,
        ),
      ),
    );
  });
});

describe("class-based TF-IDF", () => {
  it("has zeros for a class without words and a term that never occurs", () => {
    const result = classTfIdf([
      [4, 0],
      [0, 0],
    ]);
    expect(result).toEqual({
      ok: true,
      value: {
        meanWords: 2,
        rarity: [Math.log(1.5), 0],
        weights: [
          [Math.log(1.5), 0],
          [0, 0],
        ],
      },
    });
  });

  it("refuses no terms, ragged tables and negative counts", () => {
    expect(classTfIdf([])).toEqual({ ok: false, reason: "no-data" });
    expect(classTfIdf([[1, 2], [1]])).toEqual({ ok: false, reason: "lengths-differ" });
    expect(classTfIdf([[-1, 2]])).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("finds the words that set each role apart", () => {
    const result = distinctiveWords([
      { group: "decider", words: ["成本", "成本", "收入", "系统"] },
      { group: "user", words: ["界面", "卡顿", "界面", "系统"] },
      { group: "requester", words: [] },
    ]);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.map(({ words }) => words[0]?.word)).toEqual(["成本", "界面", undefined]);
    expect(result.value[0]!.words.at(-1)!.word).toBe("系统");
    expect(distinctiveWords([])).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("log-odds with a prior", () => {
  const anyCounts = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 });

  it("turns its sign when the groups change places", () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (first, second) => {
        const prior = [1, 2, 3, 4];
        const [there, back] = [logOdds(first, second, prior), logOdds(second, first, prior)];
        if (!there.ok || !back.ok) return false;
        return there.value.every((word, index) => {
          const other = back.value[index]!;
          if (!word.ok || !other.ok) return false;
          expect(word.value.delta).toBeCloseTo(-other.value.delta, 9);
          return Math.abs(word.value.z + other.value.z) < 1e-9;
        });
      }),
    );
  });

  it("is shrunk towards nothing by a stronger prior", () => {
    const z = (strength: number) => {
      const prior = informativePrior([30, 70], strength);
      const odds = prior.ok ? logOdds([20, 30], [10, 40], prior.value) : prior;
      const word = odds.ok ? odds.value[0]! : odds;
      return word.ok ? word.value.z : Number.NaN;
    };
    expect(z(1)).toBeGreaterThan(z(100));
    expect(z(100)).toBeGreaterThan(z(10_000));
    expect(z(10_000)).toBeGreaterThan(0);
  });

  it("has no value for a word without count and prior, or one that is all there is", () => {
    expect(logOdds([3, 0, 2], [1, 0, 2], [1, 0, 1])).toMatchObject({
      value: [{ ok: true }, { ok: false, reason: "zero-denominator" }, { ok: true }],
    });
    expect(logOdds([3], [1], [1])).toMatchObject({ value: [{ ok: false, reason: "zero-denominator" }] });
    expect(logOdds([3], [1, 2], [1])).toEqual({ ok: false, reason: "lengths-differ" });
    expect(logOdds([-3], [1], [1])).toEqual({ ok: false, reason: "out-of-range" });
    expect(informativePrior([0, 0], 5)).toEqual({ ok: false, reason: "no-data" });
    expect(informativePrior([1, 2], 0)).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("puts the words of the first group first and of the second last", () => {
    const result = compareWords(
      { group: "decider", words: ["成本", "成本", "成本", "系统", "收入"] },
      { group: "user", words: ["界面", "界面", "界面", "系统", "卡顿"] },
    );
    if (!result.ok) throw new Error(result.reason);
    expect(result.value[0]).toMatchObject({ word: "成本", count: 3, otherCount: 0 });
    expect(result.value.at(-1)).toMatchObject({ word: "界面", count: 0, otherCount: 3 });
    expect(result.value.find(({ word }) => word === "系统")!.score).toBe(0);
    expect(compareWords({ group: "a", words: [] }, { group: "b", words: ["x"] })).toMatchObject({
      ok: false,
    });
  });
});

describe("similar answers", () => {
  const answers = [
    { id: "a", words: ["price", "too", "high"] },
    { id: "b", words: ["price", "high"] },
    { id: "c", words: ["service", "slow"] },
    { id: "d", words: ["price", "too", "high"] },
    { id: "e", words: [] },
  ];

  it("come with the most similar first and without the answer itself", () => {
    const found = similarAnswers(answers, "a");
    expect(found.map(({ id }) => id)).toEqual(["d", "b"]);
    expect(found[0]!.similarity).toBeCloseTo(1, 12);
    expect(similarAnswers(answers, "a", { limit: 1 })).toHaveLength(1);
  });

  it("are none for an answer without words or an unknown one", () => {
    expect(similarAnswers(answers, "e", { minimum: 0.01 })).toEqual([]);
    expect(similarAnswers(answers, "z")).toEqual([]);
  });
});
