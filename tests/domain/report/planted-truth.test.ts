/**
 * The engine against studies whose truth is known: what was planted is found, and where nothing was, nothing is claimed.
 * Some go through real storage. More studies, and harder ones, are in `tests/bench/planted.bench.ts`.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Insight } from "~/domain/report/insight";
import { insightsOf } from "~/domain/report/insights-of";
import { oneSeed } from "~/domain/seed";
import { seededRandom } from "~/domain/stats/seeded-random";
import type { Store } from "~db/client";
import {
  asEvidence,
  drawPlanted,
  plantedVersions,
  type Shape,
  type Story,
  shapes,
  strangeShape,
} from "../../support/planted";
import { insightsThroughStorage, plantedWorkspace } from "../../support/planted-field";
import { rule, stories, storyNames, storyOf } from "../../support/planted-stories";
import { openMemoryStore } from "../../support/stores";

const seeds = (n: number, from: number) => Array.from({ length: n }, (_, index) => from + 7 * index);
const isStrong = ({ strength }: Insight) => strength === "strong";

/** The engine on what storage would give back: most of the studies; that storage gives it back is shown below. */
const drawn = async (story: Story, companies: number, seed: number, shape?: Shape) =>
  insightsOf(
    { evidence: asEvidence(drawPlanted(story, companies, seed, shape), await plantedVersions()), rule },
    seed,
  );

describe("studies with nothing in them", () => {
  const kinds = Object.values(shapes);
  /** One of the kinds that are known, or one that somebody else would draw. */
  const shapeOf = (index: number, seed: number) =>
    kinds[index % (kinds.length + 1)] ?? strangeShape(seededRandom(seed));
  test.each([
    [10, 96],
    [40, 160],
    [150, 32],
  ])(
    "%d companies, %d studies of every kind: hardly ever a strong insight",
    {
      timeout: 200_000,
    },
    async (companies, studies) => {
      let claimed = 0;
      for (const [index, seed] of seeds(studies, 1000 * companies).entries())
        if ((await drawn({}, companies, seed, shapeOf(index, seed))).some(isStrong)) claimed++;
      expect(claimed / studies).toBeLessThanOrEqual(0.05);
    },
  );
});

describe("studies of forty companies with a story", () => {
  test.each(storyNames)("%s: said as strong in nine of ten", { timeout: 200_000 }, async (name) => {
    const studies = 30;
    let strong = 0;
    for (const seed of seeds(studies, 5000)) {
      const story = storyOf(name, seed);
      const told = await drawn(story, 40, seed);
      if (told.some((one) => isStrong(one) && stories[name].tells(story, one))) strong++;
    }
    expect(strong / studies).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    [0.25, /below$/, 0.85],
    [0.4, /^(undecided|probably)/, 0.9],
    [0.55, /above$/, 0.85],
  ] as const)(
    "users of whom %d would be very disappointed: %s, and never the opposite",
    {
      timeout: 200_000,
    },
    async (pmf, truth, least) => {
      const said: string[] = [];
      for (const seed of seeds(40, 7000)) {
        const told = await drawn({ pmf }, 40, seed);
        const verdict = told.find(
          ({ kind, about }) => kind === "verdict" && about.roles?.[0] === "user" && !about.segment,
        );
        said.push(verdict?.about.item ?? "");
      }
      expect(said.filter((one) => truth.test(one)).length / said.length).toBeGreaterThanOrEqual(least);
      if (pmf !== 0.4) expect(said.filter((one) => !truth.test(one) && one !== "undecided")).toEqual([]);
    },
  );
});

describe("through real storage", () => {
  let store: Store;
  let workspaceId = "";
  beforeAll(async () => {
    store = await openMemoryStore();
    workspaceId = await plantedWorkspace(store);
  });
  afterAll(() => store.close());

  const seen = (told: readonly Insight[]) =>
    told.map(({ id, strength, adjustedP, statement }) => ({ id, strength, adjustedP, statement }));

  test.each([
    ...storyNames.map((name) => ({ name, companies: 40 }) as const),
    { name: null, companies: 10 },
    { name: null, companies: 150 },
  ])(
    "$name, $companies companies: the same is said of the answers once they are stored and read",
    {
      timeout: 100_000,
    },
    async ({ name, companies }) => {
      const story = name ? storyOf(name, 5007) : {};
      const given = { workspaceId, story, companies, seed: 5007 };
      const stored = await insightsThroughStorage(store, given);
      const answers = drawPlanted(story, companies, 5007);
      const evidence = asEvidence(answers, await plantedVersions());
      expect(seen(stored)).toEqual(seen(insightsOf({ evidence, rule }, oneSeed)));
      if (name) expect(stored.some((one) => isStrong(one) && stories[name].tells(story, one))).toBe(true);
      else expect(stored.some(isStrong)).toBe(false);
    },
  );
});

describe("the engine", () => {
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
