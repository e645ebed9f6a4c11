/** Is the market big enough? Ranges instead of a number, and what moves them. */

import type { LocalText } from "../../language";
import { sizes } from "../../market/market-draws";
import type { SegmentPart } from "../../market/market-model";
import { problemOfTie, type TieKey } from "../../market/survey-tie";
import { problemsFor } from "../../questionnaire/bank/words";
import { insightBlock } from "./chapter-executive";
import type { ChapterFacts } from "./facts";
import type { Block, Chapter, DocFigure } from "./report-document";
import type { ReportContext, ReportStudy } from "./report-input";
import { both, count, money, say } from "./say";

type Market = ChapterFacts["markets"][number];

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

const tieNames: Record<Exclude<TieKey, `problem:${string}`>, LocalText> = {
  spend: both("在这类产品上有支出的公司", "companies that spend on such products"),
  "intent-cheap": both("好价位的购买意愿", "purchase intent at a good price"),
  "intent-expensive": both("高价位的购买意愿", "purchase intent at a high price"),
  "price-opp": both("最优价格", "the optimal price"),
  "price-idp": both("无差异价格", "the indifference price"),
  trend: both("市场历年的增长", "the growth of the market over the years"),
  "price-nms": both("收入最大的价格", "the price of the largest revenue"),
};
const tieName = (study: ReportStudy, key: TieKey): LocalText =>
  problemsFor(study).find(({ value }) => value === problemOfTie(key))?.name ??
  tieNames[key as Exclude<TieKey, `problem:${string}`>];

/** In one line: how the market moved since it was last another one, and what did most of it. */
function movedBlock(study: ReportStudy, { model, moved }: Market, at: number): Block[] {
  const [cause] = moved?.move.causes ?? [];
  if (!moved || !cause || cause.effect === 0 || cause.place === "plan") return [];
  const { from, to } = moved.move;
  const segment = model.segments[cause.place]?.name ?? "";
  const day = new Date(moved.since).toISOString().slice(0, 10);
  const text = say((language, of) => {
    const amount = (given: number) => money(given, study.currency, language);
    const added = `${cause.effect > 0 ? "+" : ""}${amount(cause.effect)}`;
    const part = of(partNames[cause.part as SegmentPart]);
    const surveyed = cause.why === "survey" && cause.tie;
    const answers = surveyed ? count(cause.answers.to?.n ?? 0, language) : "";
    return both(
      `自 ${day} 以来，${of(sizeNames(model.years).later)}的中位数从 ${amount(from.p50)} 变为 ${amount(to.p50)}。影响最大的是“${segment}”的${part}（${added}）：${
        surveyed
          ? surveyed === "trend"
            ? "历年数据变了"
            : `回答变了（${of(tieName(study, surveyed))}，${answers} 份回答）`
          : "假设改了"
      }。`,
      `Since ${day} the median of “${of(sizeNames(model.years).later)}” went from ${amount(from.p50)} to ${amount(to.p50)}. What did most of it is ${part} in “${segment}” (${added}): ${
        surveyed
          ? surveyed === "trend"
            ? "the years of the market changed"
            : `the answers changed (${of(tieName(study, surveyed))}, ${answers} answers)`
          : "the assumption was changed"
      }.`,
    );
  });
  return [{ kind: "text", key: `market/${at}/moved`, paragraphs: [text] }];
}

function marketBlocks(study: ReportStudy, market: Market, at: number): Block[] {
  const { name, model, sized } = market;
  const unit = { currency: study.currency, compact: true };
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
    ...movedBlock(study, market, at),
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
      ...markets.flatMap((market, at) => marketBlocks(study, market, at)),
    ],
  };
}
