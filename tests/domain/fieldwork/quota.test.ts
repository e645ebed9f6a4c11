import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupLost, type LostPlace } from "~/domain/fieldwork/lost";
import { type Held, isQuotaFull, tellsSegment } from "~/domain/fieldwork/quota";
import type { WaveTargets } from "~/domain/fieldwork/wave";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { toldCompany } from "~/domain/questionnaire/known-company";

const unknownSegment = { size: null, industry: null, region: null };

const roles = ["user", "decider"] as const;
const sizes = [null, "1-9", "10-49"] as const;
const held = fc.array(
  fc.record({
    role: fc.constantFrom(...roles),
    size: fc.constantFrom(...sizes),
    industry: fc.constant(null),
    region: fc.constant(null),
    n: fc.integer({ min: 1, max: 9 }),
  }),
);
const targets: WaveTargets = {
  roles: { user: 10 },
  segments: [{ field: "size", value: "1-9", role: "user", target: 4 }],
};
const sum = (of: readonly Held[]) => of.reduce((total, { n }) => total + n, 0);

describe("a quota", () => {
  test("is full exactly when its role, or the known segment, has all it wanted", () => {
    fc.assert(
      fc.property(held, fc.constantFrom(...roles), fc.constantFrom(...sizes), (rows, role, size) => {
        const users = rows.filter((one) => one.role === "user");
        const small = sum(users.filter((one) => one.size === "1-9")) >= 4;
        const segment = { ...unknownSegment, size };
        expect(isQuotaFull(targets, rows, { role, segment })).toBe(
          role === "user" && (sum(users) >= 10 || (size === "1-9" && small)),
        );
        expect(isQuotaFull(targets, rows, { role, segment, segmentsOnly: true })).toBe(
          role === "user" && size === "1-9" && small,
        );
      }),
    );
  });

  test("is asked about when the company is told and nothing after it is answered", async () => {
    const made = await compileQuestionnaire({
      title: "T",
      pages: [
        { name: "hello", elements: [{ type: "text", name: "hi", title: "Hi" }] },
        {
          name: "gate",
          elements: [
            {
              type: "dropdown",
              name: "size",
              title: "Size",
              measure: "gate.size",
              choices: ["1-9", "10-49"],
            },
          ],
        },
        { name: "rest", elements: [{ type: "text", name: "why", title: "Why" }] },
      ],
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { compiled } = made;
    expect(tellsSegment(compiled, "hello", {})).toBe(false);
    expect(tellsSegment(compiled, "gate", { hi: "x", size: "1-9" })).toBe(true);
    expect(tellsSegment(compiled, "gate", { size: "1-9", why: "because" })).toBe(false);
    expect(toldCompany(compiled, { size: "1-9" })).toEqual({ ...unknownSegment, name: null, size: "1-9" });
  });
});

test("the lost are counted by place with their reasons, most first, and none is lost on the way", () => {
  const page = (role: (typeof roles)[number]): LostPlace => ({
    ...{ kind: "page", role, page: "p1", n: 1, title: null },
  });
  const rows = [
    { place: page("user"), reason: "time" },
    { place: page("user"), reason: "" },
    { place: page("user"), reason: "" },
    { place: page("decider"), reason: "trust" },
    { place: { kind: "declined" } as const, reason: "topic" },
  ];
  const groups = groupLost(rows);
  expect(groups[0]).toEqual({
    ...{ place: page("user"), n: 3 },
    reasons: [
      { reason: "", n: 2 },
      { reason: "time", n: 1 },
    ],
  });
  expect(groups).toHaveLength(3);
  expect(groupLost([])).toEqual([]);
});
