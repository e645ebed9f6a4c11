import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import type { Answers } from "~/domain/questionnaire/compiled";
import { searchAnswers, withFewTexts } from "~/domain/report/open-answers";
import { questionResults, questionResultsOf, resultBlocks } from "~/domain/report/question-results";
import {
  answered,
  asking,
  checkbox,
  comment,
  matrix,
  number,
  points,
  radio,
  ranking,
  rating,
  resultOf,
  yesNo,
} from "./evidence-of";

/** One question, answered by users of six companies, one each, unless said otherwise. */
const users = (name: string, ...given: Answers[string][]) =>
  given.map((answer, index) => ["user", `c${index}`, { [name]: answer }] as const);

describe("each kind of question", () => {
  test("a single choice: counts and shares of those who answered, by role", () => {
    const evidence = answered(asking(radio("q", ["a", "b", "c"])), [
      ...users("q", "a", "a", "b", "a"),
      ["decider", "c0", { q: "c" }],
      ["decider", "c1", {}],
    ]);
    // Without a measure, the same name in another role is another question.
    const { options, answered: n } = resultOf(questionResults(evidence), "user/q", "options");
    expect(n).toEqual({ user: 4 });
    expect(options.map(({ value, byRole }) => [value, byRole.user?.count, byRole.user?.share])).toEqual([
      ["a", 3, 0.75],
      ["b", 1, 0.25],
      ["c", 0, 0],
    ]);
    expect(resultOf(questionResults(evidence), "decider/q", "options").options[2]?.byRole.decider).toEqual({
      ...{ count: 1, n: 1, share: 1, interval: null },
    });
  });

  test("a measure is one question for all roles", () => {
    const evidence = answered(asking(radio("q", ["us", "them"], { measure: "anchor.choice" })), [
      ["user", "a", { q: "us" }],
      ["decider", "a", { q: "them" }],
    ]);
    const result = resultOf(questionResults(evidence), "anchor.choice", "options");
    expect(result.roles).toEqual(["decider", "user"]);
    expect(result.block).toBe("anchor");
    expect(result.companies).toBe(1);
    expect(result.options.map(({ byRole }) => [byRole.decider?.count, byRole.user?.count])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test("several choices count people, and an option twice in one answer once", () => {
    const evidence = answered(
      asking(checkbox("q", ["a", "b"])),
      users("q", ["a", "b"], ["a", "a"], ["b"], []),
    );
    const { options, several } = resultOf(questionResults(evidence), "user/q", "options");
    expect(several).toBe(true);
    // The empty selection is no answer: 2 of 3 and 2 of 3.
    expect(options.map(({ byRole }) => [byRole.user?.count, byRole.user?.n])).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  test("a ranking counts who ranked the option at all, most ranked first", () => {
    const evidence = answered(
      asking(ranking("q", ["a", "b", "c"])),
      users("q", ["c", "b"], ["c"], ["b", "c"]),
    );
    const { options } = resultOf(questionResults(evidence), "user/q", "options");
    expect(options.map(({ value, byRole }) => [value, byRole.user?.count])).toEqual([
      ["c", 3],
      ["b", 2],
      ["a", 0],
    ]);
  });

  test("a scale keeps its order and gives the mean", () => {
    const evidence = answered(asking(rating("q", 1, 5)), users("q", 5, 4, 4, 3, 5, 3));
    const { options, scale, nps } = resultOf(questionResults(evidence), "user/q", "options");
    expect(options.map(({ value }) => value)).toEqual(["1", "2", "3", "4", "5"]);
    expect(scale?.means.user).toMatchObject({ n: 6, companies: 6, mean: 4 });
    // Six companies of one answer: t(5) = 2.570582, s = 0.894427, s/√6 = 0.365148.
    expect(scale?.means.user?.interval?.[0]).toBeCloseTo(4 - 2.570582 * 0.365148, 5);
    expect(nps).toBeNull();
  });

  test("a recommendation carries its net promoter score", () => {
    const evidence = answered(
      asking(rating("q", 0, 10, { measure: "pmf.recommend" })),
      users("q", 10, 9, 8, 6, 0, 10),
    );
    const { nps } = resultOf(questionResults(evidence), "pmf.recommend", "options");
    expect(nps?.user?.nps).toBeCloseTo((3 - 2) / 6, 12);
    expect(nps?.user?.n).toBe(6);
  });

  test("a grid: shares a row, means of the numbers only", () => {
    const evidence = answered(
      asking(matrix("q", ["r1", "r2"], [1, 2, "na"])),
      users("q", { r1: 1, r2: "na" }, { r1: 2 }, { r1: 2, r2: 2 }),
    );
    const { rows } = resultOf(questionResults(evidence), "user/q", "grid");
    expect(rows.map(({ options }) => options.map(({ byRole }) => byRole.user?.count))).toEqual([
      [1, 2, 0],
      [0, 1, 1],
    ]);
    expect(rows.map(({ means }) => [means?.user?.n, means?.user?.mean])).toEqual([
      [3, 5 / 3],
      [1, 2],
    ]);
  });

  test("amounts: quartiles of the numbers given", () => {
    const evidence = answered(asking(number("q")), users("q", 10, 20, 30, 40, 100));
    expect(resultOf(questionResults(evidence), "user/q", "amounts").rows[0]?.byRole.user).toEqual({
      ...{ n: 5, min: 10, lower: 20, median: 30, upper: 40, max: 100, mean: 40 },
    });
  });

  test("a split of points: a field left empty is a zero", () => {
    const evidence = answered(
      asking(points("q", ["earn", "spend"])),
      users("q", { earn: 40, spend: 60 }, { spend: 100 }),
    );
    const { rows } = resultOf(questionResults(evidence), "user/q", "amounts");
    expect(rows.map(({ byRole }) => [byRole.user?.n, byRole.user?.mean])).toEqual([
      [2, 20],
      [2, 80],
    ]);
  });

  test("open answers: trimmed, latest first, empty ones left out", () => {
    const evidence = answered(asking(comment("q")), users("q", " first ", "  ", "last"));
    const { texts, total } = resultOf(questionResults(evidence), "user/q", "texts");
    expect(texts.map(({ text, responseId }) => [text, responseId])).toEqual([
      ["last", "r2"],
      ["first", "r0"],
    ]);
    expect(total).toBe(2);
  });

  test("yes or no", () => {
    const evidence = answered(asking(yesNo("q")), users("q", true, false, true));
    const { options } = resultOf(questionResults(evidence), "user/q", "options");
    expect(options.map(({ value, byRole }) => [value, byRole.user?.count])).toEqual([
      ["true", 2],
      ["false", 1],
    ]);
  });
});

describe("questions read together", () => {
  test("best–worst tasks become one count per item", () => {
    const special = { measure: "decider.best-worst", uniqueColumns: true };
    const compiled = asking(
      matrix("t1", ["best", "worst"], ["a", "b", "c"], special),
      matrix("t2", ["best", "worst"], ["b", "c", "d"], special),
    );
    const evidence = answered(compiled, [
      ["decider", "x", { t1: { best: "a", worst: "c" }, t2: { best: "b", worst: "c" } }],
      ["decider", "y", { t1: { best: "a", worst: "b" }, t2: { best: "d" } }],
    ]);
    const { items, answered: n } = resultOf(questionResults(evidence), "decider.best-worst", "best-worst");
    expect(n).toEqual({ decider: 2 });
    // y's second task has no worst and is not counted.
    expect(items.map(({ value, byRole }) => ({ value, ...byRole.decider }))).toEqual([
      { value: "a", best: 2, worst: 0, shown: 2, score: 1 },
      { value: "b", best: 1, worst: 1, shown: 3, score: 0 },
      { value: "c", best: 0, worst: 2, shown: 3, score: -2 / 3 },
      { value: "d", best: 0, worst: 0, shown: 1, score: 0 },
    ]);
  });

  test("best–worst tasks about other items are a result of their own", () => {
    const about = (subject?: string) => ({ measure: "decider.best-worst", uniqueColumns: true, subject });
    const compiled = asking(
      matrix("t1", ["best", "worst"], ["a", "b"], about()),
      matrix("t2", ["best", "worst"], ["a", "x"], about("more")),
      matrix("t3", ["best", "worst"], ["x", "y"], about("more")),
    );
    const results = questionResults(
      answered(compiled, [
        [
          "decider",
          "x",
          { t1: { best: "a", worst: "b" }, t2: { best: "x", worst: "a" }, t3: { best: "x", worst: "y" } },
        ],
      ]),
    );
    const itemsOf = (key: string) =>
      resultOf(results, key, "best-worst").items.map(({ value, byRole }) => [value, byRole.decider?.score]);
    expect(itemsOf("decider.best-worst")).toEqual([
      ["a", 1],
      ["b", -1],
    ]);
    expect(itemsOf("decider.best-worst/more")).toEqual([
      ["a", -1],
      ["x", 1],
      ["y", -1],
    ]);
  });

  test("Kano pairs become a row a feature; half a pair does not count", () => {
    const answers = ["like", "must-be", "neutral", "live-with", "dislike"];
    const pair = (feature: string) => [
      radio(`f_${feature}`, answers, { measure: "user.kano.functional", subject: feature }),
      radio(`d_${feature}`, answers, { measure: "user.kano.dysfunctional", subject: feature }),
    ];
    const compiled = asking(matrix("use", ["x", "y"], [1, 2]), ...pair("x"), ...pair("y"));
    const evidence = answered(compiled, [
      ["user", "a", { f_x: "like", d_x: "dislike", f_y: "neutral", d_y: "neutral" }],
      ["user", "b", { f_x: "like", d_x: "neutral", f_y: "like", d_y: "like" }],
      ["user", "c", { f_x: "neutral", d_x: "dislike", f_y: "like" }],
      ["user", "d", { f_x: "like", d_x: "dislike" }],
    ]);
    const { features } = resultOf(questionResults(evidence), "user.kano", "kano");
    expect(features.map(({ text, byRole }) => [text.en, byRole.user?.n, byRole.user?.counts])).toEqual([
      ["x", 4, { O: 2, A: 1, M: 1 }],
      ["y", 2, { I: 1, Q: 1 }],
    ]);
    expect(features[0]?.byRole.user).toMatchObject({ category: "O", better: 3 / 4, worse: -3 / 4 });
  });

  test("products stand side by side, named as elsewhere in the questionnaire", () => {
    const compiled = asking(
      radio("choice", ["us", "lanting"], { measure: "anchor.choice" }),
      matrix("p_us", ["speed"], [1, 2, 3, "na"], { measure: "competitor.performance", subject: "us" }),
      matrix("p_l", ["speed"], [1, 2, 3, "na"], { measure: "competitor.performance", subject: "lanting" }),
    );
    const evidence = answered(compiled, [
      ["user", "a", { p_us: { speed: 3 }, p_l: { speed: 1 } }],
      ["user", "b", { p_us: { speed: 2 } }],
    ]);
    const result = resultOf(questionResults(evidence), "competitor.performance", "products");
    expect(result.products.map(({ text }) => text.en)).toEqual(["us", "lanting"]);
    expect(result.rows[0]?.cells.map((cell) => [cell.user?.mean?.mean, cell.user?.mean?.n])).toEqual([
      [2.5, 2],
      [1, 1],
    ]);
  });

  test("the price ladder carries an answer to the prices it decides", () => {
    const step = (price: number) => yesNo(`p${price}`, { measure: "price.ladder", subject: String(price) });
    const evidence = answered(asking(step(30), step(50), step(80)), [
      ["decider", "a", { p50: true, p80: false }], // 30 yes, 50 yes, 80 no
      ["decider", "b", { p50: false, p30: true }], // 30 yes, 50 no, 80 no
      ["decider", "c", { p30: false }], // never
      ["decider", "d", { p50: true }], // 30 and 50 yes, 80 unknown
    ]);
    const { steps } = resultOf(questionResults(evidence), "price.ladder", "ladder");
    expect(steps.map(({ price, byRole }) => [price, byRole.decider?.count, byRole.decider?.n])).toEqual([
      [30, 3, 4],
      [50, 2, 4],
      [80, 0, 3],
    ]);
  });
});

describe("versions", () => {
  test("an option of a new version stays when an answer to the old one comes in later", () => {
    const [old, renewed] = [asking(radio("q", ["a", "gone"])), asking(radio("q", ["new", "a"]))];
    const evidence = [
      ...answered(old, users("q", "gone")),
      ...answered(renewed, users("q", "new"), 1),
      ...answered(old, users("q", "a"), 2),
    ];
    const { options } = resultOf(questionResults(evidence), "user/q", "options");
    expect(options.map(({ value, byRole }) => [value, byRole.user?.count])).toEqual([
      ["new", 1],
      ["a", 1],
      ["gone", 1],
    ]);
  });

  test("answers to an earlier kind of question are left out", () => {
    const evidence = [
      ...answered(asking(comment("q")), users("q", "words")),
      ...answered(asking(rating("q", 1, 3)), users("q", 2), 1),
    ];
    expect(resultOf(questionResults(evidence), "user/q", "options").answered).toEqual({ user: 1 });
  });
});

test("blocks come in the order of the bank, and hold their questions only", () => {
  const evidence = answered(
    asking(
      comment("own"),
      radio("price", ["a"], { measure: "price.likely-at-cheap" }),
      radio("name", ["a"], { measure: "gate.size" }),
    ),
    [["decider", "a", { own: "x", price: "a", name: "a" }]],
  );
  expect(resultBlocks(evidence)).toEqual(["gate", "price", "other"]);
  expect(questionResultsOf(evidence, "gate").map(({ key }) => key)).toEqual(["gate.size"]);
  expect(questionResults([])).toEqual([]);
});

test("a search finds every word in any case and width; screens get a few texts and the total", () => {
  const evidence = answered(
    asking(comment("q")),
    users("q", "Hiring is SLOW here", "招聘太慢", "slow, but ＨＩＲＩＮＧ works", "price"),
  );
  const question = resultOf(questionResults(evidence), "user/q", "texts");
  const find = (words: string) => searchAnswers(question.texts, words).map(({ responseId }) => responseId);
  expect(find("hiring slow")).toEqual(["r2", "r0"]);
  expect(find("太慢")).toEqual(["r1"]);
  expect(find(" ")).toHaveLength(4);
  expect(find("nothing")).toEqual([]);
  expect(withFewTexts(question, 1)).toMatchObject({ total: 4, texts: [{ text: "price" }] });
});

describe("whatever people answer", () => {
  const values = ["a", "b", "c"];
  const compiled = asking(
    radio("one", values, { measure: "anchor.choice" }),
    checkbox("many", values, { measure: "anchor.problems" }),
    rating("rate", 1, 5, { measure: "user.solved" }),
  );
  const answers = fc.record(
    {
      one: fc.constantFrom(...values),
      many: fc.subarray(values),
      rate: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: [] },
  );
  const row = fc.tuple(
    fc.constantFrom<ChainRole>("decider", "user", "finance"),
    fc.option(fc.constantFrom("x", "y", "z", "u", "v", "w")),
    answers,
  );

  test("shares of a single choice add up to 1, no count exceeds n, n are those who answered", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const evidence = answered(compiled, rows);
        for (const result of questionResults(evidence)) {
          if (result.kind !== "options") continue;
          for (const role of result.roles) {
            const shares = result.options.flatMap(({ byRole }) => byRole[role] ?? []);
            for (const { count, n, share, interval } of shares) {
              expect(count).toBeLessThanOrEqual(n);
              expect(share).toBe(count / n);
              if (interval) expect(interval[0] <= share && share <= interval[1]).toBe(true);
            }
            if (!result.several && shares.length > 0) {
              expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
              expect(shares[0]?.n).toBe(result.answered[role]);
            }
          }
        }
      }),
    );
  });

  test("the order in which responses come changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }).chain((rows) => {
          const evidence = answered(compiled, rows);
          return fc.tuple(
            fc.constant(evidence),
            fc.shuffledSubarray(evidence, { minLength: evidence.length }),
          );
        }),
        ([evidence, shuffled]) => {
          const counts = (given: typeof evidence) =>
            questionResults(given).map((result) =>
              result.kind === "options"
                ? [
                    result.key,
                    result.answered,
                    result.options.map(({ value, byRole }) => [
                      value,
                      Object.values(byRole).map(({ count, n }) => [count, n]),
                    ]),
                  ]
                : result.kind,
            );
          expect(new Map(counts(shuffled).map((one) => [String(one[0]), one]))).toEqual(
            new Map(counts(evidence).map((one) => [String(one[0]), one])),
          );
        },
      ),
    );
  });
});
