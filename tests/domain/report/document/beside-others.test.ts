/** Reports of one study through several filters, held side by side. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { besideOthers } from "~/domain/report/document/beside-others";
import type { Block, People, ReportDocument } from "~/domain/report/document/report-document";
import { filteredInGroups } from "~/domain/report/document/shared-evidence";
import { documentFor } from "~/domain/report/document/suppress";
import { type EvidenceFilter, filterEvidence } from "~/domain/report/evidence-filter";
import { answered, asking, both, radio } from "../evidence-of";

const compiled = asking(radio("q", ["a", "b"]));
const sizes = ["2-9", "10-49", "50-249"];
const regions = ["North", "South"];
const person = fc.record({
  role: fc.constantFrom("user" as const, "decider" as const),
  size: fc.constantFrom(...sizes),
  region: fc.constantFrom(...regions),
});
const filterOf = fc.record(
  { size: fc.subarray(sizes, { minLength: 1 }), region: fc.subarray(regions, { minLength: 1 }) },
  { requiredKeys: [] },
);

/** What each of the filters shows, the first being none at all. */
function shownBy(
  people: readonly (typeof person extends fc.Arbitrary<infer T> ? T : never)[],
  filters: EvidenceFilter[],
) {
  const all = answered(
    compiled,
    people.map(({ role }, at) => [role, `c${at}`, { q: "a" }] as const),
  ).map((one, at) => ({ ...one, companySize: people[at]!.size, companyRegion: people[at]!.region }));
  const passing = filters.map((filter) => {
    const ids = new Set(filterEvidence(all, filter).map(({ id }) => id));
    return ({ id }: { id: string }) => ids.has(id);
  });
  return { all, sets: filters.map((_, at) => filteredInGroups(all, passing.slice(0, at + 1))) };
}

test("whatever is added up or taken away, filtered reports are made of the same groups of five or more", () => {
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 70 }),
      fc.array(filterOf, { minLength: 1, maxLength: 4 }),
      (people, filters) => {
        const { all, sets } = shownBy(people, [{}, ...filters]);
        // People whom no sum or difference of the reports can part are those that all reports treat alike.
        const alike = new Map<string, number>();
        for (const one of all) {
          const held = sets.map((set) => set.includes(one)).join();
          if (held.includes("true"))
            alike.set(`${one.role} ${held}`, (alike.get(`${one.role} ${held}`) ?? 0) + 1);
        }
        for (const n of alike.values()) expect(n).toBeGreaterThanOrEqual(5);
        sets.forEach((set, at) => {
          const filter = [{}, ...filters][at]!;
          expect(filterEvidence(set, filter)).toEqual(set);
        });
      },
    ),
    { numRuns: 400 },
  );
});

test("a filter that parts nobody shows what everybody's report shows, and one of fewer than five shows nothing", () => {
  const people = Array.from({ length: 23 }, (_, at) => ({
    role: "user" as const,
    size: at < 4 ? "2-9" : "10-49",
    region: "North",
  }));
  const { sets } = shownBy(people, [{}, { region: ["North"] }, { size: ["2-9"] }, { size: ["10-49"] }]);
  expect(sets.map(({ length }) => length)).toEqual([20, 20, 0, 15]);
});

const page = (...blocks: Block[]): ReportDocument => ({
  ...{ format: 1, product: "P", sample: false, currency: "CNY", version: "1", computedAt: 0 },
  rule: { threshold: 0.4, minUses: 2, windowDays: 14 },
  ...{ responses: 50, companies: 20, lastResponseAt: null },
  chapters: [{ key: "pmf", title: both("t"), lead: null, blocks }],
});
/** One question of three answers as a figure, a chart and a table. */
const told = (n: number, counts: readonly number[]): Block[] => {
  const people = counts.map((k): People => ({ n, k }));
  return [
    {
      ...{ kind: "figures", key: "f", title: null },
      figures: people.map((one, at) => ({
        ...{ key: `f/${at}`, label: both(`f${at}`), value: one.k! / n, unit: "percent" as const },
        ...{ interval: null, people: one, companies: null, method: null },
      })),
    },
    {
      ...{ kind: "chart", key: "c", title: both("c"), people: n, companies: null, method: null },
      chart: {
        ...{ kind: "bar", unit: "percent", wholes: "series", categoryAxis: both("x"), valueAxis: both("y") },
        categories: ["a", "b", "c"].map(both),
        series: [{ label: both("s"), values: people.map(({ k }) => k! / n), people }],
      },
    },
    {
      ...{ kind: "table", key: "t", title: both("t"), wholeColumns: true, method: null },
      columns: [{ header: both("answer") }, { header: both("share"), unit: "percent" }],
      rows: people.map((one, at) => [both("abc"[at]!), { value: one.k! / n, people: one }]),
    },
  ];
};
const valuesIn = (document: ReportDocument) =>
  document.chapters
    .flatMap(({ blocks }) => blocks)
    .map((block) => {
      if (block.kind === "figures") return block.figures.map(({ value }) => value);
      if (block.kind === "chart" && "categories" in block.chart) return block.chart.series[0]?.values;
      return block.kind === "table" ? block.rows.map(([, cell]) => cell) : null;
    });

test("a value that everybody's report would turn into one of few is hidden, with what would give it back", () => {
  const everybody = page(...told(60, [30, 20, 10]));
  // Of those left over 28, 0 and 2 gave each answer.
  const part = besideOthers(page(...told(30, [2 + 10, 10, 8])), [everybody]);
  const shown = valuesIn(documentFor(part, "product"));
  expect(shown).toEqual([
    [0.4, 1 / 3, null],
    [0.4, null, null],
    [0.4, null, null],
  ]);
  expect(JSON.stringify(documentFor(part, "product"))).not.toContain("apart");
  // Nobody is left over, or enough of every answer: nothing more is hidden.
  for (const counts of [told(60, [30, 20, 10]), told(30, [15, 10, 5])])
    expect(valuesIn(documentFor(besideOthers(page(...counts), [everybody]), "product"))).toEqual(
      valuesIn(documentFor(page(...counts), "product")),
    );
});
