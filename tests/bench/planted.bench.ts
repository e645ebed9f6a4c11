/**
 * How often the engine tells what was planted, and how often it is sure of what is not there: by kind of story and size
 * of its effect, number of companies and kind of data. Prints the table; fails where the promise does not hold.
 */
import { expect, test } from "vitest";
import type { Insight } from "~/domain/report/insight";
import { insightsOf } from "~/domain/report/insights-of";
import { seededRandom } from "~/domain/stats/seeded-random";
import {
  asEvidence,
  drawPlanted,
  plantedVersions,
  type Shape,
  type Story,
  shapes,
  strangeShape,
} from "../support/planted";
import { rule, strengthsOfStories } from "../support/planted-stories";

async function insightsIn(story: Story, companies: number, seed: number, shape: Shape): Promise<Insight[]> {
  const evidence = asEvidence(drawPlanted(story, companies, seed, shape), await plantedVersions());
  return insightsOf({ evidence, rule }, seed);
}
const percent = (n: number, of: number) => `${Math.round((100 * n) / of)}%`.padStart(5);

const names = Object.keys(shapes) as (keyof typeof shapes)[];
const nothing: [string, number, number][] = [
  ...names.flatMap((shape): [string, number, number][] => [
    [shape, 10, 200],
    [shape, 40, 200],
  ]),
  ["plain", 150, 80],
  ["alike", 150, 80],
  ["skewed", 150, 80],
  ["strange", 10, 200],
  ["strange", 40, 200],
  ["strange", 150, 200],
];

test.each(nothing)("nothing planted, %s data, %d companies: %d studies", async (name, companies, studies) => {
  let [strong, moderate, lines] = [0, 0, 0];
  for (let seed = 0; seed < studies; seed++) {
    const shape =
      name === "strange" ? strangeShape(seededRandom(31 * seed + companies)) : shapes[name as "plain"];
    const told = await insightsIn({}, companies, 90_000 + 7 * seed, shape);
    // That colleagues agree is true of data in which they are alike.
    const claimed = told.filter(({ kind }) => kind !== "agreement");
    if (told.some((one) => one.strength === "strong")) strong++;
    const some = claimed.filter((one) => one.strength === "moderate").length;
    if (some > 0) moderate++;
    lines += some;
  }
  console.info(
    `${name.padEnd(10)}${String(companies).padStart(4)} companies: strong ${percent(strong, studies)}, any moderate ${percent(moderate, studies)}, ${(lines / studies).toFixed(2)} moderate lines a study`,
  );
  // The promise is 5 %; of so few studies luck may show two standard deviations more.
  expect(strong / studies).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / studies));
});

test.each(strengthsOfStories.flatMap((one) => [10, 40, 150].map((companies) => ({ ...one, companies }))))(
  "$label, $companies companies",
  async ({ label, draw, tells, sure, companies }) => {
    const studies = companies === 40 ? 100 : 40;
    let [strong, said] = [0, 0];
    for (let seed = 0; seed < studies; seed++) {
      const story = draw(seededRandom(1 + 31 * seed));
      const told = await insightsIn(story, companies, 50_000 + 7 * seed, shapes.plain);
      const hits = told.filter((insight) => tells(story, insight));
      if (hits.length > 0) said++;
      if (hits.some(({ strength }) => strength === "strong")) strong++;
    }
    console.info(
      `${label.padEnd(64)}${String(companies).padStart(4)} companies: said ${percent(said, studies)}, strong ${percent(strong, studies)}`,
    );
    if (sure && companies >= 40) expect(said / studies).toBeGreaterThanOrEqual(0.9);
  },
);
