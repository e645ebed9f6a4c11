/**
 * The tables that no file lists, computed anew from the CSV and the matrix in words of our own: competitor scores and how
 * often the first stays first, agreement, patterns of companies, the need tree, and what prices do when companies are drawn.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findComparisonSettings } from "~/data/competitors";
import { listCells, listFeatures } from "~/data/features";
import { figuresOf, numberIn, type ReportDocument } from "~/domain/report/document/report-document";
import * as files from "~/routes/reports/file";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loadedReport } from "../support/loaded-report";
import { average, type CsvRow, parseCsv, priceMeter, total } from "../support/recount";
import { blockOf, near } from "../support/report-block";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let rows: CsvRow[] = [];
let document: ReportDocument;
let features: Awaited<ReturnType<typeof listFeatures>>;
let cells: Awaited<ReturnType<typeof listCells>>;
let overrides: Record<string, Record<string, number> | undefined>;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  const owner = await signedIn(store);
  const { workspaceId } = owner;
  const studyId = await seedSample(store, { workspaceId, now: Date.now() });
  document = (await loadedReport(owner.request("/x"), studyId)).document;
  const csv = await files.loader({
    ...{ request: owner.request("/x"), context: {} },
    params: { studyId, file: "report.csv" },
  });
  rows = parseCsv((await csv.text()).replace(/^\uFEFF/, ""));
  const where = { workspaceId, studyId };
  features = (await listFeatures(store, where)).filter(({ archivedAt }) => archivedAt === null);
  cells = await listCells(store, where);
  overrides = (await findComparisonSettings(store, where)).overrides;
});
afterAll(() => store.close());

const roles = ["decider", "user", "requester"] as const;
const of = (role: string) => rows.filter((row) => row.role === role);
const numbers = (some: readonly CsvRow[], column: string) =>
  some
    .map((row) => row[column] ?? "")
    .filter((cell) => cell !== "")
    .map(Number)
    .filter(Number.isFinite);

/** A plain congruential generator: other draws than the product's. */
function makeRandom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const vendors = () =>
  blockOf(document, "competitors/decider", "table").rows.map(([name]) => (name as { en: string }).en);

describe("competitors", () => {
  /** Vendors as the cells call them, in the order of the report's rows. */
  const keys = () => [...new Set(cells.map(({ vendor }) => vendor))];
  const weightOf = (role: string, { id, need, asked }: (typeof features)[number]) => {
    const set = overrides[role]?.[id];
    if (set !== undefined) return set;
    const own = asked === null ? [] : numbers(of(role), `user.feature-importance/${asked}`);
    const serves = need === null ? [] : numbers(of(role), `anchor.importance/${need}`);
    return own.length > 0 ? average(own) : serves.length > 0 ? average(serves) : 0;
  };
  const placed = (feature: string, vendor: string) =>
    cells.find((one) => one.featureId === feature && one.vendor === vendor);
  /** What is measured is set against the best of its row, what is judged counts support times quality. */
  const cell = (feature: string, vendor: string) => {
    const found = placed(feature, vendor);
    const measure = features.find(({ id }) => id === feature)?.measure;
    if (measure) {
      const amount = found?.amount ?? null;
      if (amount === null) return null;
      const row = keys().flatMap((key) => placed(feature, key)?.amount ?? []);
      const [least, most] = [Math.min(...row), Math.max(...row)];
      if (measure.better === "more") return amount / most;
      return least > 0 ? least / amount : 1 - amount / most;
    }
    if (!found || found.support === "unknown") return null;
    return { yes: 1, partial: 0.5, no: 0 }[found.support] * ((found.quality ?? 3) / 5);
  };
  const scoreOf = (weights: readonly number[], vendor: string) => {
    const known = features.flatMap(({ id }, at) => {
      const score = cell(id, vendor);
      return score === null ? [] : [{ weight: weights[at]!, score }];
    });
    return total(known.map(({ weight, score }) => weight * score)) / total(known.map(({ weight }) => weight));
  };

  test.each(roles)("weighted scores of %s, and how often each comes first when weights move", (role) => {
    const weights = features.map((feature) => weightOf(role, feature));
    const told = blockOf(document, `competitors/${role}`, "table").rows;
    const scores = keys().map((key) => scoreOf(weights, key));
    const sorted = (all: readonly (number | null)[]) => all.map((one) => one!.toFixed(8)).sort();
    expect(told.length).toBe(vendors().length);
    expect(sorted(told.map((row) => numberIn(row[1]!)))).toEqual(sorted(scores));
    const random = makeRandom(7);
    const firsts = keys().map(() => 0);
    const draws = 4000;
    for (let draw = 0; draw < draws; draw++) {
      const moved = weights.map((weight) => weight * (0.8 + 0.4 * random()));
      const shaken = keys().map((key) => scoreOf(moved, key));
      const first = shaken.indexOf(Math.max(...shaken));
      firsts[first] = firsts[first]! + 1;
    }
    keys().forEach((_, at) => {
      const row = told.find((one) => Math.abs(numberIn(one[1]!)! - scores[at]!) < 1e-9);
      expect(Math.abs(numberIn(row![3]!)! - firsts[at]! / draws)).toBeLessThan(0.03);
    });
  });
});

describe("the chain", () => {
  const companies = () => [...new Set(rows.map((row) => row.company ?? "").filter(Boolean))];
  const in_ = (company: string, role: string) =>
    rows.filter((row) => row.company === company && row.role === role);

  test("Krippendorff's α: observed over expected disagreement, ordinal, of the roles' rounded means", () => {
    const told = blockOf(document, "chain/agreement", "table").rows;
    const attributes = Object.keys(rows[0]!)
      .filter((name) => name.startsWith("anchor.importance/"))
      .filter((name) => numbers(rows, name).length > 0);
    expect(told).toHaveLength(attributes.length);
    for (const [at, column] of attributes.entries()) {
      const units = companies()
        .map((company) =>
          [...new Set(rows.map((row) => row.role!))].flatMap((role) => {
            const given = numbers(in_(company, role), column);
            return given.length > 0 ? [Math.round(average(given))] : [];
          }),
        )
        .filter((unit) => unit.length > 1);
      const all = units.flat();
      const count = (value: number) => all.filter((one) => one === value).length;
      // The ordinal distance of two values: all that lies between them, the ends by half, squared.
      const distance = (a: number, b: number) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        let between = 0;
        for (let value = low; value <= high; value++) between += count(value);
        return (between - (count(low) + count(high)) / 2) ** 2;
      };
      const pairs = (values: readonly number[]) =>
        total(values.flatMap((a, i) => values.map((b, j) => (i === j ? 0 : distance(a, b)))));
      const observed = total(units.map((unit) => pairs(unit) / (unit.length - 1))) / all.length;
      const expected = pairs(all) / (all.length * (all.length - 1));
      near(numberIn(told[at]![1]!), 1 - observed / expected);
      expect(numberIn(told[at]![4]!)).toBe(units.length);
    }
  });

  test("how many companies are sold, and who in them", () => {
    const leaning = (people: readonly CsvRow[]) => {
      const chosen = people.map((row) => row["anchor.choice"] ?? "").filter(Boolean);
      const share = (yes: (value: string) => boolean) => chosen.filter(yes).length / chosen.length;
      if (chosen.length === 0) return null;
      if (share((value) => value === "us") > 0.5) return "for";
      return share((value) => value !== "us" && value !== "dont-know") > 0.5 ? "against" : "split";
    };
    const both = companies().map((company) => [
      leaning(in_(company, "decider")),
      leaning(in_(company, "user")),
    ]);
    const told = new Map(
      blockOf(document, "chain/patterns", "table").rows.map(([name, n]) => [
        (name as { en: string }).en,
        numberIn(n!),
      ]),
    );
    const pairs = (decider: string, user: string) =>
      both.filter(([one, other]) => one === decider && other === user).length;
    expect(told.get("Decider sold, users not")).toBe(pairs("for", "against"));
    expect(told.get("Users sold, decider not")).toBe(pairs("against", "for"));
    expect(told.get("Unheard")).toBe(both.filter(([one, other]) => one === null || other === null).length);
    expect(total([...told.values()].map((n) => n ?? 0))).toBe(companies().length);
  });

  test("the need tree: whom the companies of a need are made of", () => {
    const names = (row: CsvRow, column: string) => (row[column] ?? "").split("; ").filter(Boolean);
    const needs = [...new Set(of("decider").flatMap((row) => names(row, "anchor.problems")))];
    const naming = (need: string) =>
      of("decider").filter((row) => names(row, "anchor.problems").includes(need));
    const most = Math.max(...needs.map((need) => naming(need).length));
    const table = blockOf(document, "needs/tree", "table").rows;
    const [first] = table;
    expect(numberIn(first![1]!)).toBe(most);
    const top = needs.filter((need) => naming(need).length === most);
    const causes = top.map((need) => {
      const own = new Set(naming(need).map((row) => row.company));
      const users = of("user").filter((row) => own.has(row.company) && (row["user.causes"] ?? "") !== "");
      const counts = new Map<string, number>();
      for (const cause of users.flatMap((row) => names(row, "user.causes")))
        if (!["other", "none", "dont-know"].includes(cause)) counts.set(cause, (counts.get(cause) ?? 0) + 1);
      return [Math.max(...counts.values()), users.length];
    });
    const told = table.find(([name]) => (name as { en: string }).en.includes("cause named by users"))!;
    expect(causes).toContainEqual([numberIn(told[1]!), numberIn(told[2]!)]);
  });
});

test("the intervals of prices: companies drawn anew, two thousand times", () => {
  const valid = of("decider").filter((row) => priceMeter([row]).prices.length === 1);
  const companies = [...new Set(valid.map((row) => row.company))].map((company) =>
    valid.filter((row) => row.company === company),
  );
  const random = makeRandom(11);
  const drawn = Array.from({ length: 2000 }, () =>
    priceMeter(companies.flatMap(() => companies[Math.floor(random() * companies.length)]!)),
  ).filter(({ prices }) => prices.length > 0);
  for (const point of ["opp", "idp", "pmc", "pme"] as const) {
    const { interval } = figuresOf(document).get(`price/decider/${point}`)!;
    const sorted = drawn.map(({ points }) => points[point]).sort((a, b) => a - b);
    [0.025, 0.975].forEach((share, end) => {
      const ours = sorted[Math.floor(share * sorted.length)]!;
      expect(Math.abs(interval![end]! / ours - 1)).toBeLessThan(0.1);
    });
  }
});
