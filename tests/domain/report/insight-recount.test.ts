/** The figures of insights beside the same tests done once more, in the plainest way and from the bare answers. */
import { describe, expect, test } from "vitest";
import { errorShares, type Insight } from "~/domain/report/insight";
import { insightsOf } from "~/domain/report/insights-of";
import {
  asEvidence,
  drawPlanted,
  items,
  type PlantedAnswer,
  plantedVersions,
  rivals,
} from "../../support/planted";
import { rule } from "../../support/planted-stories";
import {
  chanceByDrawing,
  chanceOverAllSigns,
  gapRows,
  leadRows,
  pmfRange,
  studentT,
} from "../../support/recount-tests";

const told = async (answers: readonly PlantedAnswer[]) =>
  insightsOf({ evidence: asEvidence(answers, await plantedVersions()), rule }, 1);
const only = (insights: readonly Insight[], kind: Insight["kind"], roles: string) =>
  insights.find((one) => one.kind === kind && one.about.roles?.join() === roles && !one.about.segment);

/** Two draws of the same chance: four standard deviations of both apart at most. */
const alike = (p: number, draws: [number, number]) =>
  4 * Math.sqrt(Math.max(p, 0.001) * (1 / draws[0] + 1 / draws[1]));

describe("recounted", () => {
  // t(0.975): printed tables.
  test.each([
    [5, 2.5706],
    [30, 2.0423],
    [100, 1.984],
  ])("Student's t on %d degrees of freedom is %d", (df, t) => expect(studentT(df)).toBeCloseTo(t, 3));

  test.each([3, 4, 5])("a gap of all companies, its interval and how sure it is (seed %d)", async (seed) => {
    const conflict = {
      measure: "anchor.satisfaction",
      item: "service",
      higher: "decider",
      points: 0.75,
    } as const;
    const answers = drawPlanted({ conflict }, 30, seed);
    const found = only(await told(answers), "contradiction", "decider,user");
    const rows = gapRows(answers, items);
    const at = items.length + items.indexOf("service");
    const gaps = rows[at]!.filter((one) => one !== null);
    const mean = gaps.reduce((sum, one) => sum + one, 0) / gaps.length;
    const sd = Math.sqrt(gaps.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (gaps.length - 1));
    const chance = chanceByDrawing(rows, at, 4000, 77);
    // What is not sure enough is not said.
    if (!found) return expect(chance).toBeGreaterThan(0.05 - alike(0.05, [1999, 4000]));
    const [figure] = found.figures;
    expect(found.about).toMatchObject({ measure: conflict.measure, item: "service" });
    expect(figure!.value).toBeCloseTo(mean, 10);
    const half = (studentT(gaps.length - 1) * sd) / Math.sqrt(gaps.length);
    expect(figure!.interval![0]).toBeCloseTo(mean - half, 3);
    expect(figure!.interval![1]).toBeCloseTo(mean + half, 3);
    const p = found.adjustedP! * errorShares["gap-decider-user"];
    expect(Math.abs(p - chance)).toBeLessThan(alike(chance, [1999, 4000]));
  });

  test.each([11, 12, 13])("a rival's lead among requesters of twelve companies (seed %d)", async (seed) => {
    const rival = { role: "requester", key: rivals[1]!, theirs: 0.8, ours: 0.02 } as const;
    const answers = drawPlanted({ rival }, 12, seed);
    const found = only(await told(answers), "threat", "requester");
    expect(found?.about.rival).toBe(rivals[1]);
    // One side of two; requesters have three quarters of the error, threats three quarters of that.
    const exact = chanceOverAllSigns(leadRows(answers, rivals), 1) / 2;
    const p = found!.adjustedP! * errorShares.rival * 0.75 * 0.75;
    expect(Math.abs(p - exact)).toBeLessThan(alike(exact, [1999, 1e9]));
  });

  test.each([21, 22])("the share of users who would miss it, and its interval (seed %d)", async (seed) => {
    const answers = drawPlanted({ pmf: 0.5 }, 30, seed);
    const [figure] = only(await told(answers), "verdict", "user")!.figures;
    const { share, low, high } = pmfRange(answers);
    expect(figure!.value).toBeCloseTo(share, 10);
    expect(figure!.interval![0]).toBeCloseTo(low, 3);
    expect(figure!.interval![1]).toBeCloseTo(high, 3);
  });
});
