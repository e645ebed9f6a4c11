import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import { type Checkable, checkResponses } from "~/domain/quality/check-responses";
import { defaultThresholds, flagResponse } from "~/domain/quality/flag-response";
import { sideBySide } from "~/domain/quality/side-by-side";
import { tellFlags } from "~/domain/quality/tell-flags";
import { readThresholds, type TypedThresholds, typedThresholds } from "~/domain/quality/threshold-form";
import { answered, asking, both, comment, matrix, radio } from "../report/evidence-of";

const steps = [1, 2, 3, 4, 5];
const rows = ["r1", "r2", "r3", "r4", "r5", "r6"];
const compiled = asking(
  matrix("grid", rows, steps, { measure: "anchor.importance" }),
  radio("attention", ["somewhat", "very"], { measure: "quality.attention" }),
  comment("why"),
);
const rated = (...ratings: number[]) => Object.fromEntries(ratings.map((rating, at) => [rows[at]!, rating]));

let made = 0;
const response = (more: Partial<Checkable>): Checkable => ({
  ...{ id: `r${made++}`, role: "user", companyId: null, contactId: null, review: null, compiled },
  answers: { grid: rated(1, 2, 3, 4, 5, 1), attention: "somewhat", why: `because ${made}` },
  seconds: { grid: 30, attention: 10, why: 20 },
  ...more,
});
const kinds = (checks: ReturnType<typeof checkResponses>, { id }: Checkable) =>
  checks.get(id)?.flags.map(({ kind }) => kind);

describe("checking a whole study", () => {
  test("finds the speeder, the straight line, the copy and whoever does not read", () => {
    const usual = Array.from({ length: 6 }, (_, at) => response({ companyId: `c${at}` }));
    const speeder = response({ seconds: { grid: 5, attention: 2, why: 3 } });
    const straight = response({ answers: { grid: rated(4, 4, 4, 4, 4, 4), attention: "very" } });
    const [one, copy] = [response({ companyId: "same" }), response({ companyId: "same" })];
    copy.answers = one.answers;
    const colleague = response({ companyId: "same", role: "decider", answers: one.answers });
    const all = [...usual, speeder, straight, one, copy, colleague];
    const checks = checkResponses(all, { ...defaultThresholds, duplicateAnswers: 5 });
    for (const careful of usual) expect(kinds(checks, careful)).toEqual([]);
    expect(kinds(checks, speeder)).toEqual(["speeding"]);
    expect(kinds(checks, straight)).toEqual(["straightlining", "attention"]);
    expect(kinds(checks, one)).toEqual(["near-duplicate"]);
    expect(kinds(checks, copy)).toEqual(["near-duplicate"]);
    expect(kinds(checks, colleague)).toEqual([]);
  });

  test("of two that are alike, excluding one clears the other", () => {
    const [one, copy] = [response({ companyId: "c" }), response({ companyId: "c", review: "excluded" })];
    copy.answers = one.answers;
    const checks = checkResponses([one, copy], { ...defaultThresholds, duplicateAnswers: 5 });
    expect(kinds(checks, one)).toEqual([]);
    expect(kinds(checks, copy)).toEqual(["near-duplicate"]);
  });

  test("one person who says otherwise in another role contradicts themselves; two persons do not", () => {
    const as = (contactId: string, role: ChainRole, ...ratings: number[]) =>
      response({ contactId, role, answers: { grid: rated(...ratings), attention: "somewhat" } });
    const [user, decider] = [as("p", "user", 1, 5, 3, 3, 3, 3), as("p", "decider", 5, 1, 3, 3, 4, 3)];
    const other = as("q", "decider", 5, 1, 3, 3, 4, 3);
    const checks = checkResponses([user, decider, other]);
    expect(kinds(checks, user)).toEqual(["contradiction"]);
    expect(kinds(checks, decider)).toEqual(["contradiction"]);
    expect(kinds(checks, other)).toEqual([]);
    expect(tellFlags(checks.get(user.id)!.flags, compiled)).toEqual([
      {
        kind: "contradiction",
        items: [
          { title: { "zh-CN": "grid?：r1", en: "grid?: r1" }, role: "decider" },
          { title: { "zh-CN": "grid?：r2", en: "grid?: r2" }, role: "decider" },
        ],
      },
    ]);
  });

  test("judges each response as it would be judged alone among its peers", () => {
    const any = fc.record({
      companyId: fc.constantFrom(null, "a", "b"),
      ratings: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 }),
      pace: fc.integer({ min: 1, max: 40 }),
      attention: fc.constantFrom("somewhat", "very"),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (people) => {
        const all = people.map(({ companyId, ratings, pace, attention }, at) =>
          response({
            ...{ id: `p${at}`, companyId, seconds: { grid: pace, attention: pace } },
            answers: { grid: rated(...ratings), attention },
          }),
        );
        const checks = checkResponses(all);
        const checked = all.map(({ id, role, companyId, answers, seconds }) => ({
          ...{ id, role, answers, company: companyId },
          pageSeconds: ["grid", "attention", "why"].map((page) => seconds[page] ?? null),
        }));
        for (const own of checked)
          expect(checks.get(own.id)).toEqual(
            flagResponse(own, {
              peers: checked.filter(({ id }) => id !== own.id),
              ...{ grids: ["grid"], attention: { item: "attention", expected: "somewhat" } },
            }),
          );
      }),
      { numRuns: 60 },
    );
  });
});

test("sides: a flagged response counts until somebody excludes it, and a kept one counts as sound", () => {
  const pmf = asking(radio("q", ["very", "not"], { measure: "pmf.disappointment" }));
  const evidence = answered(
    pmf,
    (["very", "very", "not", "not"] as const).map((q) => ["user", null, { q }] as const),
  );
  evidence[2] = { ...evidence[2]!, review: "excluded" };
  evidence[1] = { ...evidence[1]!, review: "kept" };
  const rule = { threshold: 0.4, minUses: 1, windowDays: 14 };
  const sides = sideBySide(evidence, new Set(["r1", "r2", "r3"]), { roles: ["user", "decider"], rule });
  expect(sides.map(({ side, responses, byRole }) => [side, responses, byRole.map(({ n }) => n)])).toEqual([
    ["counted", 3, [3, 0]],
    ["unflagged", 2, [2, 0]],
    ["everything", 4, [4, 0]],
  ]);
  expect(sides[0]?.pmf.map(({ role }) => role)).toEqual(["user", "decider"]);
});

describe("thresholds as they are typed", () => {
  const usual = typedThresholds(defaultThresholds);

  test("come back as they were", () => {
    expect(readThresholds(usual)).toEqual({ ok: true, thresholds: defaultThresholds });
    const empty = Object.fromEntries(Object.keys(usual).map((field) => [field, ""])) as TypedThresholds;
    expect(readThresholds(empty)).toEqual({ ok: true, thresholds: defaultThresholds });
  });

  test("may be written in full width and with a sign", () => {
    const read = readThresholds({ ...usual, nearShare: "９０％", speedAbove: " 2.5 " });
    expect(read).toMatchObject({ ok: true, thresholds: { nearShare: 0.9, speedAbove: 2.5 } });
  });

  test.each([
    ["nearShare", "101"],
    ["nearShare", "much"],
    ["gridRows", "2"],
    ["gridRows", "4.5"],
    ["speedAbove", "-2"],
    ["speedAbove", "Infinity"],
    ["contradictions", "0"],
  ] as const)("%s of %s is refused", (field, text) => {
    expect(readThresholds({ ...usual, [field]: text })).toEqual({ ok: false, problems: [field] });
  });
});

test("titles of questions that are gone keep their name", () => {
  const flag = {
    kind: "straightlining",
    grids: [{ item: "gone", run: 5, rows: 5, variability: 0 }],
  } as const;
  expect(tellFlags([{ ...flag, grids: [...flag.grids] }], compiled)).toEqual([
    { kind: "straightlining", grids: [{ title: both("gone"), run: 5, rows: 5 }] },
  ]);
});
