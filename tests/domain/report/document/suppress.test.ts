import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, DocFigure, ReportDocument } from "~/domain/report/document/report-document";
import { evidenceInGroups } from "~/domain/report/document/shared-evidence";
import { cellsToHide, documentFor, maskNames, tellsTooMuch } from "~/domain/report/document/suppress";
import { answered, asking, both, radio } from "../evidence-of";

const k = 5;
const document = (...blocks: Block[]): ReportDocument => ({
  ...{ format: 1, product: "P", sample: false, currency: "CNY", version: "1", computedAt: 0 },
  rule: { threshold: 0.4, minUses: 2, windowDays: 14 },
  ...{ responses: 50, companies: 20, lastResponseAt: 90_000_000 },
  chapters: [{ key: "pmf", title: both("t"), lead: null, blocks }],
});
const blocksOf = (given: ReportDocument) => given.chapters.flatMap(({ blocks }) => blocks);

describe("cells of a whole", () => {
  test("a small cell takes the next smallest with it, so that the rest does not give it away", () => {
    expect(cellsToHide([12, 7, 3])).toEqual([false, true, true]);
    expect(cellsToHide([12, 7, 8])).toEqual([false, false, false]);
    expect(cellsToHide([20, 0, 3])).toEqual([true, false, true]);
    expect(cellsToHide([4, 4, 30])).toEqual([true, true, false]);
    expect(cellsToHide([1, 1, 9, 30])).toEqual([true, true, true, false]);
  });

  test("whoever knows the whole and what is shown cannot work out a hidden cell", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(counts, (cells) => {
        const hide = cellsToHide(cells, k);
        const hidden = cells.filter((_, at) => hide[at]);
        for (const [at, count] of cells.entries()) if (count > 0 && count < k) expect(hide[at]).toBe(true);
        if (hidden.length === 0) return;
        const others = cells.filter((count, at) => count > 0 && !hide[at]).length;
        // Either the hidden ones are several and count enough people, or nothing else was left to hide.
        const people = hidden.reduce((sum, count) => sum + count, 0);
        expect((hidden.length >= 2 && people >= k) || others === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("answers in whole groups", () => {
  const compiled = asking(radio("q", ["a", "b"]));
  const study = (n: number, role: "user" | "decider" = "user") =>
    answered(
      compiled,
      Array.from({ length: n }, (_, at) => [role, `c${at}`, { q: "a" }] as const),
    );

  test("a role with fewer than five has none; others come five at a time, oldest first", () => {
    expect(evidenceInGroups(study(4))).toEqual([]);
    expect(evidenceInGroups(study(14)).map(({ id }) => id)).toEqual(study(10).map(({ id }) => id));
  });

  test("any two moments of a study differ by nobody or by at least five people of a role", () => {
    const arrivals = fc.array(fc.constantFrom("user" as const, "decider" as const), { maxLength: 40 });
    fc.assert(
      fc.property(arrivals, fc.nat(40), fc.nat(40), (roles, one, other) => {
        const all = answered(
          compiled,
          roles.map((role, at) => [role, `c${at}`, { q: "a" }] as const),
        );
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map(
          (upTo) => new Set(evidenceInGroups(all.slice(0, upTo)).map(({ id }) => id)),
        ) as [Set<string>, Set<string>];
        expect([...early].every((id) => late.has(id))).toBe(true);
        for (const role of ["user", "decider"]) {
          const added = all.filter(
            (given) => given.role === role && late.has(given.id) && !early.has(given.id),
          );
          expect(added.length === 0 || added.length >= k).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const figure = (key: string, n: number, counted?: number): DocFigure => ({
  ...{
    key,
    label: both(key),
    value: 0.5,
    unit: "percent",
    interval: [0.4, 0.6],
    companies: 9,
    method: "pmf-score",
  },
  people: counted === undefined ? { n } : { n, k: counted },
  behind: "results/pmf",
  moreNeeded: 12,
  verdict: "below",
});

describe("a document for people outside", () => {
  test("figures about few, or about all but few, keep their verdict and lose every number", () => {
    const [block] = blocksOf(
      documentFor(
        document({
          ...{ kind: "figures", key: "f", title: null },
          figures: [
            figure("few", 4),
            figure("one", 20, 1),
            figure("all but one", 20, 19),
            figure("fine", 20, 8),
          ],
        }),
        "product",
      ),
    );
    if (block?.kind !== "figures") throw new Error("no figures");
    expect(block.figures.map(({ value }) => value)).toEqual([null, null, null, 0.5]);
    for (const hidden of block.figures.slice(0, 3)) {
      const gone = { people: null, interval: null, companies: null };
      expect(hidden).toMatchObject({ verdict: "below", reason: "hidden", ...gone });
      expect(hidden.moreNeeded).toBeUndefined();
    }
    expect(JSON.stringify(block)).not.toContain("results/pmf");
  });

  test("rows of single companies stay in the team, open answers from leadership", () => {
    const heat: Block = {
      kind: "table",
      key: "h",
      team: true,
      title: both("h"),
      columns: [],
      rows: [],
      method: null,
    };
    const quotes = [{ role: "user" as const, text: "x" }];
    const quoted: Block = { kind: "quoted", key: "q", open: true, title: both("q"), quotes, total: 1 };
    const keys = (audience: "leadership" | "product") =>
      blocksOf(documentFor(document(heat, quoted), audience)).map(({ key }) => key);
    expect(keys("leadership")).toEqual([]);
    expect(keys("product")).toEqual(["q"]);
  });

  test("a chart whose value is hidden loses the finding in its title, and no counts travel along", () => {
    const shared = documentFor(
      document({
        ...{ kind: "chart", key: "c", title: both("A: 60%"), plain: both("How they divide"), people: 20 },
        ...{ companies: 9, method: null },
        chart: {
          ...{
            kind: "bar",
            wholes: "series",
            unit: "percent",
            categoryAxis: both("x"),
            valueAxis: both("y"),
          },
          categories: [both("a"), both("b"), both("c")],
          series: [
            {
              label: both("s"),
              values: [0.6, 0.3, 0.1],
              people: [12, 6, 2].map((count) => ({ n: 20, k: count })),
            },
          ],
        },
      }),
      "leadership",
    );
    const [block] = blocksOf(shared);
    if (block?.kind !== "chart" || !("categories" in block.chart)) throw new Error("no chart");
    expect(block.chart.series[0]?.values).toEqual([0.6, null, null]);
    expect(block.title.en).toBe("How they divide");
    expect(JSON.stringify(shared)).not.toContain("60%");
    expect(JSON.stringify(shared)).not.toContain('"k"');
  });

  test("steps that lie fewer than five people apart are not both shown", () => {
    const row = (price: number, counted: number) => [
      price,
      { value: counted / 40, people: { n: 40, k: counted } },
    ];
    const [block] = blocksOf(
      documentFor(
        document({
          ...{ kind: "table", key: "t", title: both("t"), cumulative: true, method: null },
          columns: [{ header: both("p") }, { header: both("s"), unit: "percent" }],
          rows: [row(10, 30), row(20, 28), row(30, 25), row(40, 25), row(50, 2)],
        }),
        "leadership",
      ),
    );
    const cells = block?.kind === "table" && block.rows.map(([, cell]) => cell);
    expect(cells).toEqual([0.75, null, 0.625, 0.625, null]);
  });

  test("the last response is told by its day", () => {
    expect(documentFor(document(), "product").lastResponseAt).toBe(86_400_000);
  });
});

test("people are few when under five answered, are counted, or are left", () => {
  const cases = [{ n: 4 }, { n: 5 }, { n: 9, k: 4 }, { n: 9, k: 0 }, { n: 9, k: 5 }, { n: 10, k: 5 }];
  expect(cases.map((one) => tellsTooMuch(one))).toEqual([true, false, true, false, true, false]);
});

test("open answers lose addresses, numbers to call and the names of companies", () => {
  const said = maskNames("Ask Li at li.wei@xinghe.cn or 138 1234 5678, 星河科技 pays ¥1200 for 30 seats.", [
    "星河科技",
  ]);
  expect(said).not.toMatch(/xinghe|138|星河/);
  expect(said).toContain("¥1200 for 30 seats");
});
