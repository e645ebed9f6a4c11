import { expect, test } from "vitest";
import type { Evidence } from "~/domain/report/evidence";
import { coreUseCounts, pmfByPart, pmfByWave, pmfSensitivity } from "~/domain/report/pmf-breakdown";
import { answered, asking, radio } from "./evidence-of";

const asked = asking(
  radio("felt", ["very", "somewhat", "not", "na"], { measure: "pmf.disappointment" }),
  radio("uses", ["0", "1", "2-4", "5-9", "10+"], { measure: "user.core-uses" }),
);
const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };

/** Users, one a company: what they felt and how often they used it. */
const users = (rows: readonly (readonly [felt: string, uses: string])[], special: Partial<Evidence> = {}) =>
  answered(
    asked,
    rows.map(([felt, uses], place) => ["user", `${special.waveId ?? ""}${place}`, { felt, uses }] as const),
  ).map((one) => ({ ...one, ...special, id: `${special.waveId ?? ""}${one.id}` }));

const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const scoreOf = (scores: ReturnType<typeof pmfSensitivity>[number]["scores"]) => {
  const user = scores.find(({ role }) => role === "user")?.score;
  return user?.ok ? [user.value.very, user.value.n] : null;
};

test("the same answers are counted by the rule, with N/A, whatever the use, and with what was excluded", () => {
  const counted = users([
    ...times(6, ["very", "2-4"] as const),
    ...times(4, ["not", "5-9"] as const),
    ...times(2, ["na", "2-4"] as const),
    ...times(3, ["very", "0"] as const),
  ]);
  const excluded = users(times(5, ["not", "10+"] as const), { waveId: "x", review: "excluded" });
  const rows = pmfSensitivity(counted, [...counted, ...excluded], rule);
  expect(rows.map(({ counting, scores }) => [counting, scoreOf(scores)])).toEqual([
    ["rule", [6, 10]],
    ["na-counted", [6, 12]],
    ["any-use", [9, 13]],
    ["with-excluded", [6, 15]],
  ]);
  expect(pmfSensitivity(counted, counted, rule).map(({ counting }) => counting)).not.toContain(
    "with-excluded",
  );
});

test("each part has both lamps of each role, dark with a reason where there is too little", () => {
  const large = users(times(20, ["very", "2-4"] as const), { waveId: "l", companySize: "1000+" });
  const small = users(times(15, ["not", "0"] as const), { waveId: "s", companySize: "2-9" });
  const few = users(times(4, ["very", "2-4"] as const), { waveId: "f", companySize: "10-49" });
  const unknown = users([["very", "2-4"]], { waveId: "u" });
  const own = [...large, ...small, ...few, ...unknown].map((one) => ({ ...one, companyId: one.id }));
  const parts = pmfByPart(own, rule);
  expect(
    parts.map(({ segment, companies, roles }) => [segment?.value ?? null, companies, roles.length]),
  ).toEqual([
    [null, 40, 1],
    ["1000+", 20, 1],
    ["2-9", 15, 1],
    ["10-49", 4, 1],
  ]);
  expect(
    parts.map(({ roles: [user] }) => [user?.frequency.lamp, user?.upset.lamp, user?.holds.upset]),
  ).toEqual([
    ["undecided", "on", true],
    ["on", "on", true],
    // Nobody of these used it often enough to count for the score.
    ["off", "dark", true],
    ["dark", "dark", true],
  ]);
  expect(parts.at(-1)?.roles[0]?.frequency.of).toMatchObject({ ok: false, reason: "too-few" });
  // One size alone parts nothing.
  expect(pmfByPart(large, rule)).toHaveLength(1);
});

test("a lamp that only just lights among many is marked as perhaps luck", () => {
  const part = (name: string, very: number) =>
    users([...times(very, ["very", "2-4"] as const), ...times(20 - very, ["not", "2-4"] as const)], {
      waveId: name,
      companyRegion: name,
    }).map((one) => ({ ...one, companyId: one.id }));
  const rows = [part("lucky", 13), ...Array.from({ length: 9 }, (_, at) => part(`r${at}`, 8))].flat();
  const lucky = (own: typeof rows) =>
    pmfByPart(own, { ...rule, minUses: 0 }).find(({ segment }) => segment?.value === "lucky")?.roles[0];
  expect(lucky(rows)?.upset.lamp).toBe("on");
  expect(lucky(rows)?.holds.upset).toBe(false);
});

test("waves stand in their order, each with its change since the one before", () => {
  const first = users([...times(5, ["very", "2-4"] as const), ...times(45, ["not", "2-4"] as const)], {
    waveId: "a",
  });
  const second = users([...times(40, ["very", "2-4"] as const), ...times(10, ["not", "2-4"] as const)], {
    waveId: "b",
  });
  const told = pmfByWave([...second, ...first], ["a", "empty", "b"], rule);
  expect(told.map(({ wave, scores }) => [wave, scoreOf(scores)])).toEqual([
    ["a", [5, 50]],
    ["b", [40, 50]],
  ]);
  expect(told[0]?.changes).toEqual([]);
  const change = told[1]?.changes[0]?.change;
  expect(change?.ok && change.value.difference).toBeCloseTo(0.7);
  expect(change?.ok && change.value.significant).toBe(true);
});

test("uses are counted in their bands, of those who were asked", () => {
  const rows = users([...times(3, ["very", "0"] as const), ["not", "10+"], ["na", "2-4"]]);
  expect(coreUseCounts(rows)).toEqual([
    {
      ...{ role: "user", n: 5 },
      bands: [
        { value: "0", n: 3 },
        { value: "1", n: 0 },
        { value: "2-4", n: 1 },
        { value: "5-9", n: 0 },
        { value: "10+", n: 1 },
      ],
    },
  ]);
  expect(coreUseCounts([])).toEqual([]);
});
