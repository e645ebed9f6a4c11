import { expect, test } from "vitest";
import { battleCard } from "~/domain/competitors/battle-card";
import { matrixScores } from "~/domain/competitors/matrix-scores";

const weight = (featureId: string, own: number) => ({
  ...{ featureId, weight: own, surveyed: null },
  from: "need" as const,
});
const cells: Record<string, { support: "yes" | "partial" | "no" | "unknown"; quality: number | null }> = {
  "strong/us": { support: "yes", quality: 5 },
  "strong/a": { support: "partial", quality: 2 },
  "weak/us": { support: "no", quality: null },
  "weak/a": { support: "yes", quality: 4 },
  "even/us": { support: "yes", quality: 3 },
  "even/a": { support: "yes", quality: null },
  "dark/us": { support: "yes", quality: 3 },
};
const claim = { id: "1", vendor: "a", words: "Fast", link: "", verdict: "open" as const, reported: null };

const made = (weights: Record<string, number>) =>
  battleCard({
    ...{ vendor: "a", role: "decider", wins: {}, priceOf: (vendor) => (vendor === "us" ? 80 : null) },
    weights: Object.entries(weights).map(([id, own]) => weight(id, own)),
    scoreOf: matrixScores(
      ["strong", "weak", "even", "dark"].map((id) => ({ id })),
      ["us", "a"],
      (featureId, vendor) => cells[`${featureId}/${vendor}`],
    ),
    claims: [
      { ...claim, role: "decider" },
      { ...claim, id: "2", role: null },
      { ...claim, id: "3", role: "user" },
      { ...claim, id: "4", role: null, vendor: "b" },
    ],
    ratings: new Map([
      [
        "a",
        new Map([
          ["slow", { companies: [0, 1], values: [1, 2], people: ["one", "two"] }],
          ["good", { companies: [0], values: [5], people: ["one"] }],
        ]),
      ],
    ]),
  });

test("faces what weighs most first, and turns from what we lose to what we win", () => {
  const { facing } = made({ even: 2, weak: 4.5, strong: 3, dark: 4, none: 0 });
  expect(facing.map(({ featureId, stance, turnTo }) => [featureId, stance, turnTo])).toEqual([
    ["weak", "behind", "strong"],
    ["dark", "unknown", "strong"],
    ["strong", "ahead", null],
    ["even", "alike", "strong"],
  ]);
  expect(facing[0]).toMatchObject({ ours: 0, theirs: 0.8 });
  expect(made({ weak: 1 }).facing[0]?.turnTo).toBeNull();
});

test("takes the claims that address the role or everybody, its worst ratings first, and no price that is half known", () => {
  const { claims, weak, price, wins } = made({ strong: 1 });
  expect(claims.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(weak.map(({ row, mean }) => [row, mean.mean])).toEqual([
    ["slow", 1.5],
    ["good", 5],
  ]);
  expect({ price, wins }).toEqual({ price: null, wins: null });
});
