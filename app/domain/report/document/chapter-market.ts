/** Is the market big enough? Ranges instead of a number, and what moves them. */

import type { LocalText } from "../../language";
import type { SegmentPart } from "../../market/market-model";
import { sizes } from "../../market/size-market";
import { insightBlock } from "./chapter-executive";
import type { ChapterFacts } from "./facts";
import type { Block, Chapter, DocFigure } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, count, say } from "./say";

const partNames: Record<SegmentPart, LocalText> = {
  companies: both("公司数", "companies"),
  fit: both("适合的比例", "share that fits"),
  reach: both("触达的比例", "share within reach"),
  win: both("赢得的比例", "share won"),
  arpa: both("单客年收入", "revenue a customer"),
  growth: both("年增长", "growth a year"),
};

const sizeNames = (years: number): Record<(typeof sizes)[number], LocalText> => ({
  tam: both("总体市场 TAM", "Total market, TAM"),
  sam: both("可服务市场 SAM", "Serviceable market, SAM"),
  som: both("可获得市场 SOM", "Obtainable market, SOM"),
  later: say((language) =>
    both(`${count(years, language)} 年后的可获得市场`, `Obtainable in ${count(years, language)} years`),
  ),
});

const mostBars = 10;

function marketBlocks(currency: string, market: ChapterFacts["markets"][number], at: number): Block[] {
  const { name, model, sized } = market;
  const unit = { currency, compact: true };
  const names = sizeNames(model.years);
  const title = say((_language) => both(`情景“${name}”：每年`, `Scenario “${name}”, a year`));
  const figures = sizes.map((size): DocFigure => {
    const { p10, p50, p90 } = sized.ranges[size];
    return {
      key: `market/${at}/${size}`,
      label: names[size],
      ...{ value: p50, unit, interval: [p10, p90], intervalIs: "p10-p90", people: null, companies: null },
      ...(size === "later" &&
        sized.headroom.ok && { verdict: sized.headroom.value.verdict, threshold: sized.headroom.value.goal }),
      method: "market-simulation",
      behind: "market",
    };
  });
  const bars = sized.bars.slice(0, mostBars);
  const nameOf = ({ segment, part }: { segment: number; part: SegmentPart }) => {
    const own = model.segments[segment]?.name ?? "";
    return say((_, of) => both(`${own}：${of(partNames[part])}`, `${own}: ${of(partNames[part])}`));
  };
  const [widest] = bars;
  const likely = sized.ranges.later.likely;
  return [
    { kind: "figures", key: `market/${at}/ranges`, title, figures },
    ...(widest
      ? [
          {
            kind: "chart" as const,
            key: `market/${at}/tornado`,
            title: say((_, of) =>
              both(`最左右结果的假设：${of(nameOf(widest))}`, `What moves it most: ${of(nameOf(widest))}`),
            ),
            ...{ people: null, companies: null, method: "tornado" },
            lines: [{ axis: "value" as const, at: likely, label: both("最可能", "Likely") }],
            chart: {
              kind: "range" as const,
              horizontal: true,
              categoryAxis: both("假设", "Assumption"),
              categories: bars.map(nameOf),
              valueAxis: names.later,
              unit,
              series: [
                {
                  label: both("从低到高", "From low to high"),
                  values: bars.map(() => likely),
                  intervals: bars.map(({ low, high }) => [low, high] as const),
                },
              ],
            },
          },
        ]
      : []),
  ];
}

export function marketChapter({ study }: ReportContext, facts: ChapterFacts): Chapter | null {
  const { markets, insights } = facts;
  if (markets.length === 0) return null;
  return {
    key: "market",
    title: both("市场规模", "Market size"),
    lead: both(
      "每个假设都是低、中、高三个数；区间是十万次模拟的 P10 到 P90。",
      "Every assumption is a low, a likely and a high number; ranges are P10 to P90 of 100,000 draws.",
    ),
    blocks: [
      ...insights.filter(({ about }) => about.item === "headroom").map((insight) => insightBlock(insight)),
      ...markets.flatMap((market, at) => marketBlocks(study.currency, market, at)),
    ],
  };
}
