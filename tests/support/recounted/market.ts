/** The market, drawn anew from its assumptions; what of these the survey fills; the books and the funnel. */
import { expect } from "vitest";
import type { Assumption, MarketModel, Segment } from "~/domain/market/market-model";
import type { DocFigure } from "~/domain/report/document/report-document";
import { average, makeRandom, priceMeter, total } from "../recount";
import { listed } from "../recount-answers";
import { chartOf, inPercent, type Recount, says } from "../recounting";
import { near } from "../report-block";
import type { SampledReport } from "../sampled-report";

const sizes = ["tam", "sam", "som", "later"] as const;
const draws = 60_000;
type Sizes = Record<(typeof sizes)[number], number>;

/** All four sizes, each assumption as `pick` says. */
function sizesOf(
  { segments, years }: MarketModel,
  pick: (one: Assumption, segment: Segment) => number,
): Sizes {
  const sums = { tam: 0, sam: 0, som: 0, later: 0 };
  for (const segment of segments) {
    const of = (part: Exclude<keyof Segment, "name">) => pick(segment[part], segment);
    const tam = of("companies") * of("arpa");
    const sam = tam * of("fit");
    const som = sam * of("reach") * of("win");
    sums.tam += tam;
    sums.sam += sam;
    sums.som += som;
    sums.later += som * (1 + of("growth")) ** years;
  }
  return sums;
}

const drawn = new WeakMap<MarketModel, Sizes[]>();
function drawnOf(model: MarketModel): Sizes[] {
  const random = makeRandom(12_345);
  const made =
    drawn.get(model) ??
    Array.from({ length: draws }, () =>
      sizesOf(model, ({ low, likely, high }) => {
        const u = random();
        const cut = high === low ? 1 : (likely - low) / (high - low);
        if (u < cut) return low + Math.sqrt(u * (high - low) * (likely - low));
        return high - Math.sqrt((1 - u) * (high - low) * (high - likely));
      }),
    );
  drawn.set(model, made);
  return made;
}

/**
 * Ours are 60 000 draws, the product's 100 000: a tenth, a half and nine tenths of amounts that spread like these differ by
 * about one in three hundred from drawing to drawing, a share by one in five hundred; a hundredth and a half allows five times that.
 */
const apart = 0.016;

/** Whether nine draws in ten reach the goal, or one at most. */
export function headroomOf(model: MarketModel): "above" | "below" | "undecided" {
  const reached = drawnOf(model).filter(({ later }) => later >= model.goal!).length / draws;
  return reached >= 0.9 ? "above" : reached <= 0.1 ? "below" : "undecided";
}

export function recountMarketFigure({ markets }: SampledReport, figure: DocFigure) {
  const [, place, name] = figure.key.split("/");
  if (figure.key === "market/chance") {
    const { goal } = markets[0]!.model;
    const reached = drawnOf(markets[0]!.model).filter(({ later }) => later >= goal!).length / draws;
    expect(Math.abs(figure.value! - reached)).toBeLessThan(apart);
    expect(figure.verdict).toBe(headroomOf(markets[0]!.model));
    return;
  }
  const size = sizes.find((one) => one === name);
  const market = markets[Number(place)];
  if (!size || !market) throw new Error(`nobody counts ${figure.key} anew`);
  const sorted = drawnOf(market.model)
    .map((one) => one[size])
    .sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * draws)]!;
  expect(Math.abs(figure.value! / at(0.5) - 1)).toBeLessThan(apart);
  expect(Math.abs(figure.interval![0] / at(0.1) - 1)).toBeLessThan(apart);
  expect(Math.abs(figure.interval![1] / at(0.9) - 1)).toBeLessThan(apart);
}

const chances: Record<string, number> = { 1: 0, 2: 0.1, 3: 0.3, 4: 0.5, 5: 0.7 };

export function recountMarket(recount: Recount) {
  recount(["market/0/tornado", "market/1/tornado"], ({ block, markets, answers }) => {
    const parts = ["companies", "fit", "reach", "win", "arpa", "growth"] as const;
    markets.forEach(({ model }, at) => {
      const likely = sizesOf(model, (one) => one.likely).later;
      const bars = model.segments
        .flatMap((segment) =>
          parts.map((part) =>
            (["low", "high"] as const).map(
              (end) =>
                sizesOf(model, (one, own) =>
                  own === segment && one === segment[part] ? one[end] : one.likely,
                ).later,
            ),
          ),
        )
        .filter(([low, high]) => low !== high)
        .sort(([a, b], [c, d]) => Math.abs(d! - c!) - Math.abs(b! - a!));
      const told = block(`market/${at}/tornado`, "chart");
      near(told.lines![0]!.at / likely, 1);
      const { series, categories } = chartOf(told);
      expect(categories).toHaveLength(Math.min(10, bars.length));
      series[0]!.values.forEach((value, bar) => {
        near(value! / likely, 1);
        near(series[0]!.intervals![bar]![0] / bars[bar]![0]!, 1);
        near(series[0]!.intervals![bar]![1] / bars[bar]![1]!, 1);
      });
    });
    // What is tied to the survey is likeliest where the answers are; its triangle is the market page's own.
    const having = answers.companies.filter((company) =>
      answers.rows.some(
        (row) => row.company === company && listed(row["anchor.problems"]).includes("high-cost"),
      ),
    );
    const asked = answers.companies.filter((company) =>
      answers.rows.some((row) => row.company === company && (row["anchor.problems"] ?? "") !== ""),
    );
    const [sme] = markets[0]!.model.segments;
    near(sme!.fit.likely, having.length / asked.length);
    near(
      sme!.win.likely,
      average(
        answers
          .given("decider", "price.likely-at-expensive")
          .map((row) => chances[row["price.likely-at-expensive"]!]!),
      ),
    );
    near(sme!.arpa.likely, priceMeter(answers.of("decider")).points.opp * sme!.arpa.tie!.times);
  });

  recount(["money/months"], ({ block, books }) => {
    const { title, ...told } = block("money/months", "chart");
    const { series, categories } = chartOf(told);
    expect(categories.map(({ en }) => en)).toEqual(books.map(({ month }) => month));
    expect(series.map(({ values }) => values)).toEqual([
      books.map(({ revenue }) => revenue),
      books.map((one) => one.variableCost + one.fixedCost),
      books.map(({ funding }) => funding),
    ]);
    const last = books.at(-1)!;
    const gained = last.revenue - last.variableCost - last.fixedCost;
    expect(title.en).toContain(`${last.month}: revenue is`);
    expect(title.en).toContain(gained >= 0 ? "above" : "below");
    const thousands = Math.abs(gained) / 1000;
    expect(title.en).toContain(`${Number(thousands.toPrecision(3))}K`);
  });

  recount(["money/funnel"], ({ block, funnel }) => {
    const steps = ["visit", "registered", "qualified", "paid", "success", "renewed"];
    // Cohorts are the same people once more.
    const rows = funnel.filter((row) => row.seen === null);
    const reached = steps.map((step) => total(rows.map(({ counts }) => counts[step] ?? 0)));
    const { title, ...told } = block("money/funnel", "chart");
    expect(chartOf(told).series.map(({ values }) => values)).toEqual([reached]);
    const kept = reached.slice(1).map((n, at) => n / reached[at]!);
    says(title, [inPercent(Math.min(...kept))]);
  });
}
