/**
 * The engine against studies whose truth is known, all of them through real storage: what was planted is found, and
 * where nothing was, nothing is claimed. More studies, and harder ones, are in `tests/bench/planted.bench.ts`.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insightsOf } from "~/domain/report/insights-of";
import type { Store } from "~db/client";
import {
  asEvidence,
  drawPlanted,
  plantedVersions,
  type Shape,
  type Story,
  shapes,
} from "../../support/planted";
import { insightsThroughStorage, plantedWorkspace } from "../../support/planted-field";
import { rule, stories, storyNames, storyOf } from "../../support/planted-stories";
import { openMemoryStore } from "../../support/stores";

let store: Store;
let workspaceId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  workspaceId = await plantedWorkspace(store);
});
afterAll(() => store.close());

const insightsIn = (story: Story, companies: number, seed: number, shape?: Shape) =>
  insightsThroughStorage(store, { workspaceId, story, companies, seed, shape });
const seeds = (n: number, from: number) => Array.from({ length: n }, (_, index) => from + index);

describe("studies with nothing in them", () => {
  test("no strong insight in 95 of 100, at 10, 40 and 150 companies", { timeout: 400_000 }, async () => {
    const runs: [number, number, Shape?][] = [
      ...seeds(25, 1000).map((seed): [number, number] => [10, seed]),
      ...seeds(40, 2000).map((seed): [number, number] => [40, seed]),
      ...seeds(15, 2500).map((seed): [number, number, Shape] => [40, seed, shapes.alike]),
      ...seeds(15, 2600).map((seed): [number, number, Shape] => [40, seed, shapes.skewed]),
      ...seeds(5, 3000).map((seed): [number, number] => [150, seed]),
    ];
    let claimed = 0;
    for (const [companies, seed, shape] of runs) {
      const told = await insightsIn({}, companies, seed, shape);
      if (told.some(({ strength }) => strength === "strong")) claimed++;
    }
    expect(claimed / runs.length).toBeLessThanOrEqual(0.05);
  });
});

describe("studies of forty companies with a story", () => {
  test.each(storyNames)("%s: said in nine of ten, and as strong", { timeout: 200_000 }, async (name) => {
    const studies = 20;
    let strong = 0;
    for (const seed of seeds(studies, 5000)) {
      const story = storyOf(name, seed);
      const told = await insightsIn(story, 40, seed);
      if (told.some((one) => one.strength === "strong" && stories[name].tells(story, one))) strong++;
    }
    expect(strong / studies).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    [0.25, "below"],
    [0.4, "undecided"],
    [0.55, "above"],
  ] as const)(
    "users of whom %d would be very disappointed: %s, and never the opposite",
    { timeout: 200_000 },
    async (pmf, truth) => {
      const said: unknown[] = [];
      for (const seed of seeds(15, 7000)) {
        const told = await insightsIn({ pmf }, 40, seed);
        const verdict = told.find(
          ({ kind, about }) => kind === "verdict" && about.roles?.[0] === "user" && !about.segment,
        );
        said.push(verdict?.about.item);
      }
      const right = said.filter((one) => one === truth).length;
      expect(right / said.length).toBeGreaterThanOrEqual(0.8);
      if (truth !== "undecided")
        expect(said.filter((one) => one !== truth && one !== "undecided")).toEqual([]);
    },
  );
});

describe("the engine", () => {
  const drawn = async (story: Story, companies: number, seed: number, shape?: Shape) =>
    insightsOf(
      { evidence: asEvidence(drawPlanted(story, companies, seed, shape), await plantedVersions()), rule },
      seed,
    );

  test("says nothing of nothing, and of a single company only what is counted", async () => {
    expect(insightsOf({ evidence: [], rule }, 1)).toEqual([]);
    expect((await drawn({}, 1, 1)).every(({ strength }) => strength === "fact")).toBe(true);
  });

  test("the same answers and seed give the same insights; none is said twice", async () => {
    const story = storyOf("a cause lies behind a need", 9);
    const [once, again] = [await drawn(story, 40, 9), await drawn(story, 40, 9)];
    expect(again).toEqual(once);
    expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
  });

  test("everybody alike, to the last answer, makes no contradiction, cause or threat", async () => {
    const same: Shape = {
      ...shapes.single,
      alike: { company: 0, role: 0 },
      rate: () => 3,
    };
    const told = await drawn({}, 40, 3, same);
    expect(
      told.filter(({ kind, about }) => kind === "contradiction" && about.measure !== "anchor.choice"),
    ).toEqual([]);
    expect(told.filter(({ kind }) => kind === "agreement")).toEqual([]);
  });

  test("ratings that are all left out, or a role that nobody holds, are no finding but a missing voice", async () => {
    const nobody: Shape = {
      ...shapes.plain,
      unanswered: 1,
      people: { ...shapes.plain.people, decider: () => 0 },
    };
    const told = await drawn({}, 40, 4, nobody);
    expect(told.filter(({ kind }) => kind === "contradiction")).toEqual([]);
    expect(told.map(({ id }) => id)).toContain("missing-voice/decider");
    expect(told.every(({ about }) => !about.measure || !about.roles?.includes("decider"))).toBe(true);
  });
});
