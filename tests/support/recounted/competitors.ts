/** The matrix weighed by each role, how steady the first place is, price against value, and what a price meets. */
import { expect } from "vitest";
import { average, makeRandom, priceMeter, total } from "../recount";
import { roles } from "../recount-answers";
import { chartOf, numbersOf, type Recount, sameRows, wordIn } from "../recounting";
import { near } from "../report-block";
import type { SampledReport } from "../sampled-report";

type Feature = SampledReport["features"][number];

const [theirDraws, ourDraws] = [2000, 4000];
/** Two drawings of one share: five standard deviations of both apart at most. */
const sharesWithin = (share: number) =>
  5 * Math.sqrt(Math.max(share * (1 - share), 0.001) * (1 / theirDraws + 1 / ourDraws));

function weightIn({ overrides, answers }: SampledReport, role: string, { id, need, asked }: Feature): number {
  const set = (overrides as Record<string, Record<string, number> | undefined>)[role]?.[id];
  if (set !== undefined) return set;
  const values = (column: string) => answers.rated(role, column).map(({ value }) => value);
  const own = asked === null ? [] : values(`user.feature-importance/${asked}`);
  const serves = need === null ? [] : values(`anchor.importance/${need}`);
  return own.length > 0 ? average(own) : serves.length > 0 ? average(serves) : 0;
}

/** Our product first, then the rivals as the report calls them. */
const vendorsIn = ({ study, rivals }: SampledReport) => [
  { key: "us", name: study.product },
  ...rivals.map(({ key, name }) => ({ key, name })),
];

/** What is measured is set against the best of its row, what is judged counts support times quality. */
function cellIn(sample: SampledReport, { id, measure }: Feature, vendor: string): number | null {
  const placed = (key: string) =>
    sample.cells.find((one) => one.featureId === id && one.vendor === key) ?? null;
  const found = placed(vendor);
  if (measure) {
    const amount = found?.amount ?? null;
    if (amount === null) return null;
    const row = vendorsIn(sample).flatMap(({ key }) => placed(key)?.amount ?? []);
    const [least, most] = [Math.min(...row), Math.max(...row)];
    if (measure.better === "more") return amount / most;
    return least > 0 ? least / amount : 1 - amount / most;
  }
  if (!found || found.support === "unknown") return null;
  return { yes: 1, partial: 0.5, no: 0 }[found.support] * ((found.quality ?? 3) / 5);
}

function scoresIn(sample: SampledReport, role: string) {
  const { features } = sample;
  const weights = features.map((feature) => weightIn(sample, role, feature));
  const vendors = vendorsIn(sample).map((vendor) => ({
    ...vendor,
    cells: features.map((feature) => cellIn(sample, feature, vendor.key)),
  }));
  const scoreOf = (cells: readonly (number | null)[], by: readonly number[]) => {
    const known = by.map((weight, at) => (cells[at] === null ? 0 : weight));
    return total(known.map((weight, at) => weight * (cells[at] ?? 0))) / total(known);
  };
  const random = makeRandom(7);
  const firsts = vendors.map(() => 0);
  for (let draw = 0; draw < ourDraws; draw++) {
    const moved = weights.map((weight) => weight * (0.8 + 0.4 * random()));
    const scores = vendors.map(({ cells }) => scoreOf(cells, moved));
    firsts[scores.indexOf(Math.max(...scores))]! += 1;
  }
  return {
    weights,
    vendors: vendors.map(({ key, name, cells }, at) => ({
      ...{ key, name, cells, score: scoreOf(cells, weights), first: firsts[at]! / ourDraws },
      known: total(weights.filter((_, place) => cells[place] !== null)) / total(weights),
    })),
  };
}

const byRole = new WeakMap<object, Map<string, ReturnType<typeof scoresIn>>>();
function competitionIn(sample: SampledReport, role: string) {
  const known = byRole.get(sample.document) ?? new Map<string, ReturnType<typeof scoresIn>>();
  byRole.set(sample.document, known);
  const found = known.get(role) ?? scoresIn(sample, role);
  known.set(role, found);
  return found;
}

const standings = {
  behind: { true: "Gap", false: "Behind" },
  ahead: { true: "Ahead", false: "Over-served" },
} as const;

export function recountCompetitors(recount: Recount) {
  recount(
    ["competitors/scores", ...roles.map((role) => `competitors/${role}`)],
    ({ block, blocksOf: _, ...sample }) => {
      const { title, ...told } = block("competitors/scores", "chart");
      const { series, categories } = chartOf(told);
      for (const role of roles) {
        const { vendors } = competitionIn(sample, role);
        const { rows } = block(`competitors/${role}`, "table");
        expect(rows.map(([name]) => wordIn(name))).toEqual(vendors.map(({ name }) => name));
        expect(categories.map(({ en }) => en)).toEqual(vendors.map(({ name }) => name));
        const bars = series.find((one) => one.role === role)!.values;
        vendors.forEach(({ score, known, first }, at) => {
          near(bars[at], score);
          sameRows(
            { rows: [rows[at]!] },
            [[score, known, first]],
            [undefined, undefined, sharesWithin(first)],
          );
        });
        const leader = vendors.reduce((best, one) => (one.score > best.score ? one : best));
        const [, said] = title.en
          .split("; ")
          .find((part) => part.includes(`: ${leader.name} leads`))!
          .match(/in (\d+)%/)!;
        expect(Math.abs(Number(said) / 100 - leader.first)).toBeLessThan(0.005 + sharesWithin(leader.first));
      }
    },
  );

  recount(["competitors/positioning/*"], ({ blocksOf, block: _, ...sample }) => {
    for (const { key, chart, title } of blocksOf("competitors/positioning/", "chart")) {
      if ("categories" in chart) throw new Error("no points");
      const plansOf = (vendor: string) =>
        vendor === "us" ? sample.ownPlans : (sample.rivals.find((one) => one.key === vendor)?.plans ?? []);
      const points = competitionIn(sample, key.split("/").at(-1)!).vendors.flatMap(
        ({ key: vendor, name, score }) => {
          const price = plansOf(vendor).find((plan) => plan.price !== null)?.price;
          return price === undefined || price === null ? [] : [{ name, price, score }];
        },
      );
      const told = chart.series[0]!.points;
      expect(told.map(({ label }) => label?.en)).toEqual(points.map(({ name }) => name));
      points.forEach(({ price, score }, at) => {
        near(told[at]!.x, price);
        near(told[at]!.y, score);
      });
      // Worth its price: whatever is as cheap offers less, whatever offers as much costs more.
      const worth = points.filter((one) =>
        points.every((other) => other === one || other.price > one.price || other.score < one.score),
      );
      const said = title.en.split("worth the price: ")[1]!.split(", ");
      expect([...said].sort()).toEqual(worth.map(({ name }) => name).sort());
    }
  });

  recount(["competitors/standing/*"], ({ blocksOf, block: _, ...sample }) => {
    for (const { key, rows } of blocksOf("competitors/standing/", "table")) {
      const { vendors, weights } = competitionIn(sample, key.split("/").at(-1)!);
      const [us, ...others] = vendors;
      const counted = weights.filter((weight) => weight > 0);
      const wanted = sample.features.flatMap(({ name }, at) => {
        const [ours, theirs] = [us!.cells[at]!, others.map(({ cells }) => cells[at]!)];
        const known = theirs.filter((one) => one !== null);
        if (weights[at] === 0 || ours === null || known.length === 0) return [];
        const best = Math.max(...known);
        const important = weights[at]! >= average(counted);
        const alone = best === 0 && known.length === theirs.length && ours > 0;
        const kind =
          ours === best
            ? "Parity"
            : alone
              ? "Unique"
              : standings[ours < best ? "behind" : "ahead"][`${important}`];
        return [
          { name: name.en, kind, ours, best, rivals: others.filter((_, place) => theirs[place] === best) },
        ];
      });
      expect(rows).toHaveLength(wanted.length);
      rows.forEach((row, at) => {
        const { name, kind, ours, best, rivals } = wanted[at]!;
        expect([wordIn(row[0]), wordIn(row[1])]).toEqual([name, kind]);
        expect(rivals.map((one) => one.name)).toContain(wordIn(row[3]));
        sameRows({ rows: [row] }, [[ours, best]]);
      });
    }
  });

  recount(["price/decider/curves"], ({ block, answers }) => {
    const { chart, people, companies, lines, title } = block("price/decider/curves", "chart");
    if ("categories" in chart) throw new Error("no points");
    const { above, atOrBelow, prices, points } = priceMeter(answers.of("decider"));
    expect(people).toBe(prices.length);
    expect(companies).toBe(new Set(answers.given("decider", "price.cheap").map((row) => row.company)).size);
    const curves = [above(0), above(1), atOrBelow(2), atOrBelow(3)];
    expect(chart.series).toHaveLength(curves.length);
    chart.series.forEach((series, at) => {
      expect(series.points.length).toBeGreaterThan(10);
      for (const { x, y } of series.points) near(y, curves[at]!(x) / prices.length);
    });
    near(lines![0]!.at, points.opp);
    const said = (title.en.match(/[\d.]+/g) ?? []).map(Number);
    [points.pmc, points.pme, points.opp].forEach((price, at) => {
      expect(Math.abs(said[at]! - price)).toBeLessThanOrEqual(0.005 + 1e-9);
    });
  });

  recount(["price/ladder"], ({ block, answers }) => {
    const told = block("price/ladder", "table");
    const rungs = answers
      .parts("price.ladder")
      .map(Number)
      .sort((a, b) => a - b);
    const columns = [...new Set(told.columns.flatMap(({ role }) => role ?? []))];
    const said = (role: string) =>
      answers.of(role).map((row) => {
        const of = (answer: string) => rungs.filter((price) => row[`price.ladder/${price}`] === answer);
        return { yes: Math.max(-1, ...of("true")), no: Math.min(1e12, ...of("false")) };
      });
    sameRows(
      told,
      rungs.map((price) => [
        price,
        ...columns.flatMap((role) => {
          const yes = said(role).filter((one) => price <= one.yes).length;
          const no = said(role).filter((one) => price > one.yes && price >= one.no).length;
          return [yes / (yes + no), yes + no];
        }),
      ]),
    );
    expect(numbersOf(told.rows)[0]!.length).toBe(1 + 2 * columns.length);
  });
}
