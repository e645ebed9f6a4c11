/** The engine against studies whose truth is known: what was planted is found, and where nothing was, nothing is claimed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findStudy } from "~/data/studies";
import { insightsOf } from "~/domain/report/insights-of";
import { readInsights } from "~/server/insights";
import type { Store } from "~db/client";
import { asEvidence, drawPlanted, plantedVersions, type Story } from "../../support/planted";
import { fieldPlanted } from "../../support/planted-field";
import { rule, stories, storyNames, storyOf } from "../../support/planted-stories";
import { openMemoryStore } from "../../support/stores";

const insightsIn = async (story: Story, companies: number, seed: number) =>
  insightsOf(
    { evidence: asEvidence(drawPlanted(story, companies, seed), await plantedVersions()), rule },
    seed,
  );
const seeds = (n: number, from: number) => Array.from({ length: n }, (_, index) => from + index);

describe("studies with nothing in them", () => {
  test("no strong insight in 95 of 100, at 10, 40 and 150 companies", { timeout: 120_000 }, async () => {
    const runs = [
      ...seeds(40, 1000).map((seed) => [10, seed]),
      ...seeds(150, 2000).map((seed) => [40, seed]),
      ...seeds(10, 3000).map((seed) => [150, seed]),
    ] as const;
    let claimed = 0;
    for (const [companies, seed] of runs) {
      const told = await insightsIn({}, companies!, seed!);
      if (told.some(({ strength }) => strength === "strong")) claimed++;
    }
    expect(claimed / runs.length).toBeLessThanOrEqual(0.05);
  });
});

describe("studies of forty companies with a story", () => {
  test.each(storyNames)("%s", { timeout: 60_000 }, async (name) => {
    const studies = 30;
    let reported = 0;
    for (const seed of seeds(studies, 5000)) {
      const story = storyOf(name, seed);
      const told = await insightsIn(story, 40, seed);
      if (told.some((insight) => stories[name].tells(story, insight))) reported++;
    }
    expect(reported / studies).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    [0.25, "below"],
    [0.4, "undecided"],
    [0.55, "above"],
  ] as const)(
    "users of whom %d would be very disappointed: %s, and never the opposite",
    { timeout: 60_000 },
    async (pmf, truth) => {
      const said = await Promise.all(
        seeds(20, 7000).map(async (seed) => {
          const told = await insightsIn({ pmf }, 40, seed);
          return told.find(
            ({ kind, about }) => kind === "verdict" && about.roles?.[0] === "user" && !about.segment,
          )?.about.item;
        }),
      );
      const right = said.filter((one) => one === truth).length;
      expect(right / said.length).toBeGreaterThanOrEqual(0.75);
      if (truth !== "undecided")
        expect(said.filter((one) => one !== truth && one !== "undecided")).toEqual([]);
    },
  );
});

describe("the same through storage", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openMemoryStore();
  });
  afterAll(() => store.close());

  test.each(storyNames)("%s", { timeout: 60_000 }, async (name) => {
    const seed = 5003;
    const story = storyOf(name, seed);
    const where = await fieldPlanted(store, drawPlanted(story, 40, seed), Date.UTC(2026, 0, 5));
    const study = await findStudy(store, where);
    const told = await readInsights(store, study!);
    expect(told.filter((insight) => stories[name].tells(story, insight))).not.toEqual([]);
  });
});

describe("the engine", () => {
  test("says nothing of nothing, and of a single company only what is counted", async () => {
    expect(insightsOf({ evidence: [], rule }, 1)).toEqual([]);
    expect((await insightsIn({}, 1, 1)).every(({ strength }) => strength === "fact")).toBe(true);
  });

  test("the same answers and seed give the same insights; none is said twice", async () => {
    const story = storyOf("a cause lies behind a need", 9);
    const [once, again] = [await insightsIn(story, 40, 9), await insightsIn(story, 40, 9)];
    expect(again).toEqual(once);
    expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
  });
});
