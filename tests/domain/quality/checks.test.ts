import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flattenAnswers } from "~/domain/quality/flatten-answers";
import { findNearDuplicates } from "~/domain/quality/near-duplicates";
import { relativeSpeed } from "~/domain/quality/relative-speed";
import { roleContradictions } from "~/domain/quality/role-contradictions";
import { longstring, responseVariability } from "~/domain/quality/straightlining";

describe("straightlining", () => {
  it("passes over unanswered items", () => {
    expect(longstring([3, 3, null, 3, 4])).toBe(3);
    expect(longstring([null, null])).toBe(0);
    expect(longstring([])).toBe(0);
  });

  it("has no variability of one rating", () => {
    expect(responseVariability([4, null])).toEqual({
      ok: false,
      reason: "too-few",
      detail: { n: 1, needed: 2 },
    });
    expect(responseVariability([1, null, 3])).toEqual({ ok: true, value: Math.SQRT2 });
  });

  it("runs as long as all answers exactly when they do not vary", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 20 }), (ratings) => {
        const variability = responseVariability(ratings);
        return variability.ok && (longstring(ratings) === ratings.length) === (variability.value === 0);
      }),
    );
  });
});

describe("relative speed", () => {
  it("caps pages done in no time and passes over pages not seen", () => {
    const { medians, indices } = relativeSpeed([
      [10, 20, null],
      [10, 20, null],
      [0, 10, null],
      [null, null, null],
    ]);
    expect(medians[2]).toEqual({ ok: false, reason: "no-data" });
    expect(indices).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 1 },
      { ok: true, value: 2.5 },
      { ok: false, reason: "no-data" },
    ]);
  });

  it("does not depend on the unit of time and never exceeds the cap", () => {
    const seconds = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 20 }), (rows) => {
        const [inSeconds, inMilliseconds] = [rows, rows.map((row) => row.map((own) => own * 1000))].map(
          (unit) => relativeSpeed(unit).indices.map((index) => (index.ok ? index.value : -1)),
        );
        expect(Math.max(...inSeconds!)).toBeLessThanOrEqual(3);
        inSeconds!.forEach((index, row) => {
          expect(index).toBeCloseTo(inMilliseconds![row]!, 9);
        });
      }),
    );
  });
});

describe("near-duplicates", () => {
  const response = (id: string, company: string | null, role: string, ...answers: (number | null)[]) => ({
    id,
    company,
    role,
    answers,
  });

  it("compares only within one known company and one role", () => {
    const pairs = findNearDuplicates([
      response("a", "C1", "user", 1, 2, 3, 4),
      response("b", "C1", "decider", 1, 2, 3, 4),
      response("c", "C2", "user", 1, 2, 3, 4),
      response("d", null, "user", 1, 2, 3, 4),
      response("e", null, "user", 1, 2, 3, 4),
      response("f", "C1", "user", 1, 2, 3, 9),
    ]);
    expect(pairs).toEqual([{ first: "a", second: "f", same: 3, compared: 4 }]);
  });

  it("counts an item that only one of them answered as different, and one that neither did not at all", () => {
    expect(
      findNearDuplicates(
        [response("a", "C", "user", 1, 2, null, 4), response("b", "C", "user", 1, 2, null, null)],
        0.6,
      ),
    ).toEqual([{ first: "a", second: "b", same: 2, compared: 3 }]);
    expect(findNearDuplicates([response("a", "C", "user", null), response("b", "C", "user", null)])).toEqual(
      [],
    );
  });

  it("finds fewer pairs the more alike they must be", () => {
    const answers = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 8 }), (rows) => {
        const responses = rows.map((row, index) => response(String(index), "C", "user", ...row));
        const strict = findNearDuplicates(responses, 0.9).map(({ first, second }) => `${first} ${second}`);
        const loose = findNearDuplicates(responses, 0.6).map(({ first, second }) => `${first} ${second}`);
        return strict.every((pair) => loose.includes(pair));
      }),
    );
  });
});

describe("flattened answers", () => {
  it("name every single answer by its path and keep a list whole", () => {
    expect(
      flattenAnswers({ size: "s", rating: { price: 4, service: 5 }, causes: ["b", "a"], yes: true }),
    ).toEqual({
      size: "s",
      "rating.price": 4,
      "rating.service": 5,
      causes: '["b","a"]',
      yes: true,
    });
  });
});

describe("contradictions between the roles of one person", () => {
  it("are ratings two points apart and other choices, on items answered in both", () => {
    const found = roleContradictions([
      { role: "decider", answers: { price: 5, service: 4, choice: "us", own: 1 } },
      { role: "user", answers: { price: 3, service: 3, choice: "rival" } },
    ]);
    expect(found).toEqual([
      { item: "price", roles: ["decider", "user"], values: [5, 3] },
      { item: "choice", roles: ["decider", "user"], values: ["us", "rival"] },
    ]);
  });
});
