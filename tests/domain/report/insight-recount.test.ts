/** The figures of insights beside the same tests done once more, in the plainest way and from the bare answers. */
import { describe, expect, test } from "vitest";
import { errorShares, type Insight } from "~/domain/report/insight";
import { insightsOf } from "~/domain/report/insights-of";
import {
  asEvidence,
  causes,
  drawPlanted,
  items,
  needs,
  type PlantedAnswer,
  plantedVersions,
  rivals,
  shapes,
  sizes,
  trades,
} from "../../support/planted";
import { rule } from "../../support/planted-stories";
import {
  asGaps,
  beyondT,
  beyondZ,
  chanceByDealing,
  chancesInSegment,
  chancesOfAgreement,
} from "../../support/recount-families";
import {
  average,
  byCompany,
  chanceByDrawing,
  chanceOverAllSigns,
  gapRows,
  leadRows,
  meanOf,
  pmfRange,
  studentT,
} from "../../support/recount-tests";

const told = async (answers: readonly PlantedAnswer[], seed = 1) =>
  insightsOf({ evidence: asEvidence(answers, await plantedVersions()), rule }, seed);
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

  // Printed tables.
  test.each([
    [2.0423, 30, 0.05],
    [3.646, 30, 0.001],
    [2.5706, 5, 0.05],
  ])("beyond t = %d on %d degrees of freedom lies %d", (t, df, p) => {
    expect(beyondT(t, df)).toBeCloseTo(p, 5);
    expect(beyondZ(1.959964)).toBeCloseTo(0.025, 6);
    expect(beyondZ(-1.959964)).toBeCloseTo(0.975, 6);
  });

  /** The same found with other draws of the engine's: the mean of their p tells more than one of them. */
  const engineSeeds = [1, 2, 3];
  const pOf = async (answers: readonly PlantedAnswer[], wanted: (one: Insight) => boolean) => {
    const all = await Promise.all(engineSeeds.map((seed) => told(answers, seed)));
    const found = all.flatMap((insights) => insights.find(wanted) ?? []);
    expect(found).toHaveLength(engineSeeds.length);
    return { first: found[0]!, p: average(found.map(({ adjustedP }) => adjustedP!)) };
  };
  const draws: [number, number] = [engineSeeds.length * 1999, 3000];

  test.each([31, 32])(
    "a gap in a segment, its interval and how sure it is (seed %d)",
    { timeout: 20_000 },
    async (seed) => {
      const segment = { by: "size", value: sizes[1]! } as const;
      const conflict = { measure: "anchor.satisfaction", item: "service", higher: "decider" } as const;
      const answers = drawPlanted({ conflict: { ...conflict, points: 1.5, segment } }, 40, seed);
      const { first, p } = await pOf(
        answers,
        ({ kind, about }) => kind === "contradiction" && about.item === "service" && !!about.segment,
      );
      expect(first.about).toMatchObject({ measure: conflict.measure, segment });
      const companies = byCompany(answers).map(([one]) => one!.company);
      const segments = [
        ...sizes.map((value) => ["size", value]),
        ...trades.map((value) => ["industry", value]),
      ]
        .map(([by, value]) => companies.flatMap((one, at) => (one[by as "size"] === value ? [at] : [])))
        .filter(({ length }) => length >= 5 && length < companies.length);
      const rows = gapRows(answers, items);
      const item = items.length + items.indexOf("service");
      const own = segments.findIndex((places) => companies[places[0]!]!.size === segment.value);
      const { inSegment, apart, interval, mean } = chancesInSegment(
        asGaps(rows),
        segments,
        { item, segment: own },
        draws[1],
        seed,
      );
      const [figure] = first.figures;
      expect(figure!.value).toBeCloseTo(mean, 10);
      expect(figure!.interval![0]).toBeCloseTo(interval[0], 3);
      expect(figure!.interval![1]).toBeCloseTo(interval[1], 3);
      // Where the whole is surer, and the segment surely apart, it is as sure as the whole.
      const whole = chanceByDrawing(rows, item, draws[1], seed);
      const ways: [number, number][] = [[inSegment, errorShares["gap-segment"]]];
      if (apart <= 0.05) ways.push([whole, errorShares["gap-decider-user"]]);
      const [chance, share] = ways.sort(([a, x], [b, y]) => a / x - b / y)[0]!;
      expect(Math.abs(p * share - chance)).toBeLessThan(alike(chance, draws));
    },
  );

  test.each([41, 42])(
    "a cause behind a need, and how sure it is (seed %d)",
    { timeout: 20_000 },
    async (seed) => {
      const [need, cause] = [needs[1]!, causes[2]!];
      const answers = drawPlanted({ cause: { need, cause, share: 0.65, base: 0.25 } }, 40, seed);
      const { first, p } = await pOf(
        answers,
        ({ kind, about }) =>
          kind === "cause" && about.need === need && about.cause === cause && about.roles?.length === 2,
      );
      const naming = (one: PlantedAnswer, key: "user.causes" | "anchor.problems", value: string) =>
        (one.given[key] as string[]).includes(value);
      const firms = byCompany(answers)
        .map((people) => ({
          deciders: people.filter(({ role }) => role === "decider"),
          users: people.filter(({ role }) => role === "user"),
        }))
        .filter(({ deciders, users }) => deciders.length > 0 && users.length > 0);
      const groups = needs.map(
        (value) =>
          new Set(
            firms.flatMap(({ deciders }, at) =>
              deciders.some((one) => naming(one, "anchor.problems", value)) ? [at] : [],
            ),
          ),
      );
      const outcomes = causes.map((value) =>
        firms.map(({ users }) => average(users.map((one) => Number(naming(one, "user.causes", value))))),
      );
      const at = { group: needs.indexOf(need), outcome: causes.indexOf(cause) };
      const shares = [true, false].map((inside) =>
        outcomes[at.outcome]!.filter((_, firm) => groups[at.group]!.has(firm) === inside),
      );
      expect(first.figures).toHaveLength(2);
      first.figures.forEach(({ value, companies }, side) => {
        expect(value).toBeCloseTo(average(shares[side]!), 10);
        expect(companies).toBe(shares[side]!.length);
      });
      const chance = chanceByDealing(groups, outcomes, at, draws[1], seed);
      expect(Math.abs(p * errorShares["cause-need"] - chance)).toBeLessThan(alike(chance, draws));
    },
  );

  test.each([51, 52])("two roles that see a thing alike, and how sure it is (seed %d)", async (seed) => {
    const shape = { ...shapes.plain, alike: { company: 1.1, role: 0 } };
    const answers = drawPlanted({}, 60, seed, shape);
    const found = (await told(answers)).filter(({ kind }) => kind === "agreement");
    expect(found.length).toBeGreaterThan(0);
    // Sixteen ratings and the choice, of three pairs of roles.
    const looks = 17 * 3;
    for (const { about, figures, adjustedP } of found) {
      const { measure, item, roles } = about;
      const pairs = byCompany(answers).flatMap((people) => {
        const [a, b] = roles!.map((role) =>
          meanOf(people, role, ({ given }) => {
            const grid = given[measure as "anchor.importance"] as Record<string, number>;
            return grid[item!] ?? null;
          }),
        );
        return a === null || b === null ? [] : [[a!, b!] as const];
      });
      const { gap, error, some, close } = chancesOfAgreement(pairs);
      expect(figures[0]!.value).toBeCloseTo(gap, 10);
      expect(figures[0]!.interval![1]).toBeCloseTo(gap + studentT(pairs.length - 1) * error, 3);
      expect(looks * some).toBeLessThanOrEqual(0.05);
      // Nothing is drawn here: both have added up the same densities, to a thousandth.
      const p = Math.min(1, (looks * close) / errorShares.agreement);
      expect(Math.abs(adjustedP! / p - 1)).toBeLessThan(1e-3);
    }
  });
});
