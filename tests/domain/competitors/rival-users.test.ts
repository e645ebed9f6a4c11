import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaims, claimVerdict, rowsOfNeed } from "~/domain/competitors/claim-check";
import { worthTheirPrice } from "~/domain/competitors/price-value";
import { meanRating, rivalRatings } from "~/domain/competitors/rival-ratings";
import { rivalReasons } from "~/domain/competitors/rival-reasons";
import { rivalFunnels, rivalUsers } from "~/domain/competitors/rival-users";
import { roleViews } from "~/domain/competitors/role-views";
import { answered, asking, comment, matrix, radio } from "../report/evidence-of";

const levels = ["unknown", "heard", "tried", "using"];
const ratings = [1, 2, 3, 4, 5, "na"];
const asked = asking(
  matrix("known", ["a", "b"], levels, { measure: "competitor.awareness" }),
  matrix("rate-a", ["speed", "export"], ratings, { measure: "competitor.performance", subject: "a" }),
  matrix("rate-us", ["speed", "export"], ratings, { measure: "competitor.performance", subject: "us" }),
  matrix("matters", ["functions", "price"], [1, 2, 3, 4, 5], { measure: "anchor.importance" }),
  matrix("content", ["functions", "price"], [1, 2, 3, 4, 5], { measure: "anchor.satisfaction" }),
  matrix("compared", ["a", "b"], [1, 2, 3, 4, 5, "not-compared"], { measure: "requester.compared" }),
  radio("choice", ["us", "a", "b", "dont-know"], { measure: "anchor.choice" }),
  comment("why", { measure: "competitor.reasons" }),
  comment("wish", { measure: "anchor.problem-text" }),
);
const vendors = [
  { key: "us", name: "Hemu" },
  { key: "a", name: "阿尔法 Alpha" },
  { key: "b", name: "Beta" },
];
const features = [
  { id: "f1", need: "functions", asked: "export" },
  { id: "f2", need: "smooth-use", asked: "speed" },
] as const;

describe("awareness, trial and use", () => {
  test("are shares of the step before, one vendor at a time", () => {
    const evidence = answered(
      asked,
      ["unknown", "heard", "heard", "tried", "tried", "using"].map((level, at) => [
        "user",
        `c${at}`,
        { known: { a: level } },
      ]),
    );
    const [a, b] = rivalFunnels(evidence, ["a", "b"]);
    expect(a).toMatchObject({ asked: 6, aware: { count: 5, n: 6 }, tried: { count: 3, n: 5 } });
    expect(a).toMatchObject({ using: { count: 1, n: 3, interval: null } });
    expect(a?.aware?.interval).not.toBeNull();
    expect(b).toEqual({ vendor: "b", asked: 0, aware: null, tried: null, using: null });
    expect(rivalFunnels(evidence, ["a"], "decider")[0]?.asked).toBe(0);
  });

  test("never grow from step to step, and lie in their intervals", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...levels)),
        fc.integer({ min: 1, max: 9 }),
        (given, companies) => {
          const evidence = answered(
            asked,
            given.map((level, at) => ["user", `c${at % companies}`, { known: { a: level } }]),
          );
          const [{ asked: n, aware, tried, using } = { asked: 0 }] = rivalFunnels(evidence, ["a"]);
          const counts = [n, ...[aware, tried, using].map((step) => step?.count ?? 0)];
          expect(counts).toEqual(counts.toSorted((x, y) => y - x));
          for (const step of [aware, tried, using])
            if (step?.interval) {
              expect(step.interval[0]).toBeLessThanOrEqual(step.share + 1e-12);
              expect(step.interval[1]).toBeGreaterThanOrEqual(step.share - 1e-12);
            }
        },
      ),
    );
  });
});

test("what is said of a vendor: demands by Ulwick's order, who would leave, and quotes that call it by name", () => {
  const said = (choice: string, why: string, more: object = {}) => ({
    ...{ known: { a: "using" }, choice, why, wish: `wish of ${choice}` },
    ...{ matters: { functions: 5, price: 3 }, content: { functions: 2, price: 3 } },
    ...more,
  });
  const evidence = answered(asked, [
    ["decider", "one", said("a", "Alpha has everything")],
    ["decider", "two", said("us", "ＡＬＰＨＡ was too dear")],
    ["user", "two", said("dont-know", "Alpha?")],
    ["user", "three", said("b", "Beta is cheap", { known: { a: "heard" } })],
  ]);
  const { people, companies, demands, wouldLeave, switchFor, reasons } = rivalUsers(evidence, "a", vendors);
  expect({ people, companies }).toEqual({ people: 3, companies: 2 });
  expect(demands.map(({ attribute }) => attribute)).toEqual(["functions", "price"]);
  expect(wouldLeave).toMatchObject({ count: 1, n: 2 });
  expect(switchFor.map(({ text }) => text)).toEqual(["wish of us"]);
  expect(reasons.chosen.map(({ text }) => text)).toEqual(["Alpha has everything", "Alpha?"]);
  expect(reasons.rejected.map(({ id, text }) => [id, text])).toEqual([["r1", "ＡＬＰＨＡ was too dear"]]);
});

test("reasons that name nobody are tied by the other answers: chosen, in use, tried or compared", () => {
  const evidence = answered(asked, [
    ["decider", "one", { known: { a: "heard", b: "using" }, choice: "a", why: "It saves a person" }],
    ["decider", "two", { known: { a: "using", b: "heard" }, choice: "dont-know", why: "We had it already" }],
    ["decider", "two", { known: { a: "tried", b: "heard" }, choice: "us", why: "Too slow" }],
    [
      "requester",
      "three",
      { known: { a: "heard", b: "heard" }, choice: "us", compared: { a: 2 }, why: "No report" },
    ],
    // Only heard of it; and of those who tried it, one who speaks of another product.
    ["requester", "four", { known: { a: "heard", b: "using" }, choice: "us", why: "Price" }],
    ["requester", "five", { known: { a: "tried", b: "tried" }, choice: "us", why: "Beta lost our data" }],
  ]);
  const short = answered(asked, [["decider", "one", { choice: "us", why: "云帆卡得很" }]]);
  const [yunfan, other] = [
    { key: "a", name: "云帆人事 Yunfan" },
    { key: "b", name: "云帆考勤" },
  ];
  expect(rivalReasons(short, "a", [yunfan]).rejected[0]?.tiedBy).toBe("named");
  expect(rivalReasons(short, "a", [yunfan, other]).rejected).toEqual([]);
  const { chosen, rejected, byRole } = rivalReasons(evidence, "a", vendors);
  expect(chosen.map(({ text, tiedBy }) => [text, tiedBy])).toEqual([
    ["It saves a person", "answered"],
    ["We had it already", "answered"],
  ]);
  expect(rejected.map(({ text }) => text)).toEqual(["Too slow", "No report"]);
  expect(byRole).toEqual({
    decider: { chosen: { n: 2, companies: 2 }, rejected: { n: 1, companies: 1 } },
    requester: { chosen: { n: 0, companies: 0 }, rejected: { n: 1, companies: 1 } },
  });
  expect(rivalReasons(evidence, "b", vendors).rejected.map(({ text, tiedBy }) => [text, tiedBy])).toEqual([
    ["It saves a person", "answered"],
    ["Price", "answered"],
    ["Beta lost our data", "named"],
  ]);
});

describe("claims", () => {
  const rated = (value: number | string, n = 6) =>
    answered(
      asked,
      Array.from({ length: n }, (_, at) => [
        "user" as const,
        `c${at}`,
        { "rate-a": { export: value, speed: 1 }, matters: { functions: 4 } },
      ]),
    );
  const about = { vendor: "a", role: "user" as const, need: null, featureId: null };
  const check = (value: number | string, claim: object, n?: number) =>
    checkClaims([{ ...about, ...claim }], { evidence: rated(value, n), features, roles: ["user"] })[0]!;

  test("hold or fall with the interval of the ratings, and stay open with few", () => {
    expect(check(5, { featureId: "f1" })).toMatchObject({
      verdict: "borne-out",
      reported: { mean: 5, n: 6 },
    });
    expect(check(1, { featureId: "f1" }).verdict).toBe("contradicted");
    expect(check(3, { featureId: "f1" }).verdict).toBe("open");
    expect(check(5, { featureId: "f1" }, 4).verdict).toBe("open");
    expect(check("na", { featureId: "f1" })).toMatchObject({ verdict: "unasked", reported: null });
    expect(check(5, {}).verdict).toBe("unasked");
    expect(check(5, { vendor: "b", featureId: "f1" }).verdict).toBe("unasked");
  });

  test("about a need take the ratings of all that serves it, and the importance of whom they address", () => {
    expect(rowsOfNeed("smooth-use", features)).toEqual(["speed", "ux-learn", "ux-speed"]);
    expect(check(5, { need: "functions" }).reported?.mean).toBe(5);
    const both = [{ asked: "export", id: "f3" }, features[1]].map((one) => ({
      ...one,
      need: "smooth-use" as const,
    }));
    const given = { evidence: rated(4), features: both, roles: ["user" as const] };
    const [once] = checkClaims([{ ...about, need: "smooth-use" }], given);
    expect(once?.reported).toMatchObject({ mean: 2.5, n: 6 });
    expect(check(5, { need: "smooth-use" }).verdict).toBe("contradicted");
    expect(check(5, { need: "functions" }).importance).toMatchObject({ user: { mean: 4 } });
    expect(check(5, { need: "functions", role: "decider" }).importance).toEqual({});
    expect(check(5, { need: "functions", role: null }).importance).toMatchObject({ user: { mean: 4 } });
  });

  test("the verdict turns when the scale is turned", () => {
    const turned = {
      "borne-out": "contradicted",
      contradicted: "borne-out",
      open: "open",
      unasked: "unasked",
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), (values) => {
        const verdictOf = (given: readonly number[]) => {
          const evidence = answered(
            asked,
            given.map((value, at) => ["user", `c${at}`, { "rate-a": { export: value } }]),
          );
          return claimVerdict(meanRating(rivalRatings(evidence), "a", ["export"]));
        };
        expect(verdictOf(values.map((value) => 6 - value))).toBe(turned[verdictOf(values)]);
      }),
    );
  });
});

test("the views count known functions, name the cheapest best, and take ratings from users alone", () => {
  const cells: Record<string, { support: "yes" | "partial" | "no"; quality: number | null }> = {
    "f1/us": { support: "yes", quality: 4 },
    "f2/us": { support: "no", quality: null },
    "f1/a": { support: "partial", quality: 3 },
  };
  const evidence = answered(asked, [
    ["user", "one", { "rate-a": { export: 2, speed: 5 }, "rate-us": { export: 4 } }],
    ["requester", "one", { "rate-a": { export: 5 } }],
  ]);
  const [decider, user] = roleViews({
    ...{ evidence, features, vendors: ["us", "a", "b"] },
    priceOf: (vendor) => ({ us: 80, a: 20 })[vendor] ?? null,
    cellOf: (id, vendor) => cells[`${id}/${vendor}`],
  });
  const figures = decider!.criteria.map((one) => one.figures);
  expect(figures[0]).toEqual([
    { kind: "count", yes: 1, partial: 0, known: 2 },
    { kind: "count", yes: 0, partial: 1, known: 1 },
    null,
  ]);
  expect(decider!.criteria[1]).toMatchObject({ criterion: "price", best: [1] });
  expect(user!.criteria[0]).toMatchObject({ criterion: "scenario", best: [0] });
  expect(user!.criteria[0]!.figures).toMatchObject([
    { mean: { mean: 4 } },
    { mean: { mean: 2, n: 1 } },
    null,
  ]);
});

test("nobody offers more for less than those worth their price, and everybody else is beaten by one of them", () => {
  const vendor = fc.record({
    vendor: fc.string(),
    price: fc.integer({ min: 0, max: 20 }),
    value: fc.integer({ min: 0, max: 20 }),
  });
  const beats = (a: { price: number; value: number }, b: { price: number; value: number }) =>
    a.price <= b.price && a.value >= b.value && (a.price < b.price || a.value > b.value);
  fc.assert(
    fc.property(fc.array(vendor), (vendors) => {
      const worth = worthTheirPrice(vendors);
      for (const one of vendors) expect(worth.includes(one)).toBe(!worth.some((other) => beats(other, one)));
      expect(worth.map(({ price }) => price)).toEqual(
        worth.map(({ price }) => price).toSorted((a, b) => a - b),
      );
    }),
  );
});
