/** What the market model, the books and the opportunities say beside the answers: counted or simulated, never tested. */

import type { MoneyResult } from "../../growth/money-result";
import type { Opportunity } from "../../growth/opportunity-form";
import type { OpportunityReading } from "../../growth/opportunity-rank";
import type { Language, LocalText } from "../../language";
import type { Flip } from "../../market/market-decision";
import type { MarketModel, SegmentPart } from "../../market/market-model";
import type { SizedMarket } from "../../market/size-market";
import { money as amount, both, count, percent, points, say } from "../document/say";
import type { Claim, InsightFigure } from "../insight";
import { peopleOf } from "./words";

export type Surroundings = {
  currency: string;
  /** The scenario that the report speaks of; null without one. */
  market: { model: MarketModel; sized: SizedMarket } | null;
  money: MoneyResult;
  monthsRequired: number;
  /** The one ranked first; null while none is ranked. */
  opportunity: { id: string; given: Pick<Opportunity, "need" | "role">; reading: OpportunityReading } | null;
};

const counted = { basis: "pre-registered", family: null, p: null, evidence: [] } as const;

/** Of no people: the figure comes from a model or from the books. */
const ofNobody = { n: 0, companies: 0 };

/** Headroom of the market, the third lamp, the runway and the opportunity ranked first, as far as each is known. */
export function marketClaims(given: Surroundings): Claim[] {
  return [
    ...headroomClaims(given),
    ...lampClaims(given),
    ...runwayClaims(given),
    ...opportunityClaims(given.opportunity),
  ];
}

const partNames: Record<SegmentPart, LocalText> = {
  companies: both("公司数", "the number of companies"),
  fit: both("适合的比例", "the share that fits"),
  reach: both("触达的比例", "the share within reach"),
  win: both("赢得的比例", "the share won"),
  arpa: both("单客年收入", "revenue a customer"),
  growth: both("年增长", "growth a year"),
};

function headroomClaims({ market, currency }: Surroundings): Claim[] {
  const headroom = market?.sized.headroom;
  if (!market || !headroom?.ok) return [];
  const { model, sized } = market;
  const { verdict, chance, goal, flips } = headroom.value;
  const { p10, p50, p90 } = sized.ranges.later;
  const [flip] = flips;
  const statement = say((language) => {
    const [low, high, wanted] = [p10, p90, goal].map((one) => amount(one, currency, language));
    const years = count(model.years, language);
    switch (verdict) {
      case "above":
        return both(
          `市场够大：${years} 年后可获得的市场，最保守的估计每年 ${low} 也达到目标 ${wanted}。`,
          `The market is big enough: in ${years} years even the low estimate, ${low} a year, reaches the goal of ${wanted}.`,
        );
      case "below":
        return both(
          `市场不够大：${years} 年后可获得的市场，最乐观的估计每年 ${high} 也达不到目标 ${wanted}。`,
          `The market is too small: in ${years} years not even the high estimate, ${high} a year, reaches the goal of ${wanted}.`,
        );
      default:
        return both(
          `市场够不够大还不能判定：${years} 年后每年 ${low} 到 ${high}，达到目标 ${wanted} 的概率是 ${percent(chance, language)}。`,
          `Whether the market is big enough is open: ${low} to ${high} a year in ${years} years, with a ${percent(chance, language)} chance of reaching the goal of ${wanted}.`,
        );
    }
  });
  const [research] = sized.research.ok ? sized.research.value.filter(({ worth }) => worth > 0) : [];
  return [
    {
      ...counted,
      kind: "market",
      weight: 0.9,
      statement,
      about: { item: "headroom" },
      figures: [
        {
          label: say((language) =>
            both(
              `${count(model.years, language)} 年后可获得的市场（每年，${currency}，P10–P90）`,
              `Obtainable market in ${count(model.years, language)} years (${currency} a year, P10–P90)`,
            ),
          ),
          ...{ value: p50, unit: "money", interval: [p10, p90], ...ofNobody, method: "market-simulation" },
        },
      ],
      wouldChange: flip
        ? flipText(flip, model, currency)
        : both(
            "没有哪一个假设单独就能推翻它：要几个一起变。",
            "No single assumption turns it round: several would have to change together.",
          ),
      next: {
        page: "market",
        step: research
          ? say((_, of) =>
              both(
                `先查清“${nameOf(research, model)}”的${of(partNames[research.part])}：它最能左右这个判断。`,
                `Find out ${of(partNames[research.part])} of “${nameOf(research, model)}” first: it moves the decision most.`,
              ),
            )
          : both("核对每个假设的出处。", "Check where each assumption comes from."),
      },
    },
  ];
}

/** Shares of a market may lie far below one per cent. */
const smallShare = (share: number, language: Language) =>
  new Intl.NumberFormat(language, { style: "percent", maximumSignificantDigits: 2 }).format(share);

const nameOf = ({ segment }: { segment: number }, model: MarketModel) => model.segments[segment]?.name ?? "";

function flipText(flip: Flip, model: MarketModel, currency: string): LocalText {
  return say((language, of) => {
    const written = (given: number) => {
      if (flip.part === "companies") return count(given, language);
      return flip.part === "arpa" ? amount(given, currency, language) : smallShare(given, language);
    };
    return both(
      `“${nameOf(flip, model)}”的${of(partNames[flip.part])}：从最可能的 ${written(flip.likely)} 变到 ${written(flip.at)}，结论就反过来。`,
      `With ${of(partNames[flip.part])} of “${nameOf(flip, model)}” at ${written(flip.at)} instead of ${written(flip.likely)} it turns round.`,
    );
  });
}

/** The third lamp: does the business carry itself? */
function lampClaims({ money, monthsRequired, currency }: Surroundings): Claim[] {
  const last = money.months.at(-1);
  if (!money.lamp.ok || !last) return [];
  const { met, tooEarly, selfSustainingMonths: months } = money.lamp.value;
  const result: InsightFigure = {
    label: both(`${last.month} 的经营结果（${currency}）`, `Operating result of ${last.month} (${currency})`),
    ...{ value: last.result, unit: "money", interval: null, ...ofNobody, method: "three-lamps" },
  };
  const statement = say((language) => {
    const [have, need] = [count(months, language), count(monthsRequired, language)];
    if (met)
      return both(
        `已经能养活自己：连续 ${have} 个月不靠外部资金也没有亏损，要求是 ${need} 个月。`,
        `The business carries itself: ${have} months in a row without a loss or outside money, ${need} required.`,
      );
    if (tooEarly)
      return both(
        `还没有亏过，但账目只有 ${have} 个月，要 ${need} 个月才能判定。`,
        `No month has lost money yet, but only ${have} ${months === 1 ? "is" : "are"} known and ${need} are required.`,
      );
    const loss = amount(-last.result, currency, language);
    return last.result < 0
      ? both(
          `还不能养活自己：${last.month} 亏损 ${loss}。`,
          `The business does not carry itself yet: ${last.month} lost ${loss}.`,
        )
      : both(
          `还不能养活自己：只连续 ${have} 个月没有亏损，要求是 ${need} 个月。`,
          `The business does not carry itself yet: ${have} of the ${need} months in a row without a loss.`,
        );
  });
  return [
    {
      ...counted,
      kind: "market",
      weight: met ? 0.6 : 0.75,
      statement,
      meaning: both(
        "三盏灯里的第三盏：有人离不开它，还要养得活自己，才算有市场。",
        "The third of the three lamps: that some would miss it makes a market only if the business can live on it.",
      ),
      about: { item: "break-even" },
      figures: [result],
      wouldChange: met
        ? both("有一个月亏损。", "A month with a loss.")
        : say((language) =>
            both(
              `连续 ${count(monthsRequired, language)} 个月收入不低于成本。`,
              `${count(monthsRequired, language)} months in a row in which revenue covers the cost.`,
            ),
          ),
      next: {
        page: "growth/money",
        step: both("补齐最近几个月的账目。", "Keep the latest months in the books."),
      },
    },
  ];
}

/** Shorter than this, the cash is worth a leader's line. */
const longRunway = 18;

function runwayClaims({ money, currency }: Surroundings): Claim[] {
  if (!money.runway.ok || money.runway.value.months >= longRunway) return [];
  const { months, burn } = money.runway.value;
  const forecast = money.forecast.ok ? money.forecast.value : null;
  return [
    {
      ...counted,
      kind: "market",
      weight: months < 6 ? 0.95 : 0.7,
      statement: say((language) =>
        both(
          `按最近每月平均亏损 ${amount(burn, currency, language)}，现金还能撑 ${points(months, language)} 个月。`,
          `At the recent loss of ${amount(burn, currency, language)} a month the cash lasts ${points(months, language)} months.`,
        ),
      ),
      about: { item: "runway" },
      figures: [
        {
          label: both("现金还能支撑的月数", "Months the cash lasts"),
          ...{ value: months, unit: "count", interval: null, ...ofNobody, method: "runway" },
        },
      ],
      wouldChange: forecast
        ? say((language) => {
            const [month, growth] = [count(forecast.month, language), percent(forecast.growth, language)];
            const inTime = forecast.survives === false;
            return both(
              `照现在每月 ${growth} 的增长，${month} 个月后收支平衡${inTime ? "，但现金撑不到那时" : ""}。`,
              `At today’s growth of ${growth} a month it breaks even in ${month} months${inTime ? ", after the cash is gone" : ""}.`,
            );
          })
        : both("亏损变小，或有新的资金进来。", "A smaller loss, or new money."),
      next: {
        page: "growth/money",
        step: both("看看哪几项成本可以推迟。", "See which costs can wait."),
      },
    },
  ];
}

function opportunityClaims(top: Surroundings["opportunity"]): Claim[] {
  if (!top || top.reading.rank === null || !top.reading.reach.ok || !top.reading.score.ok) return [];
  const { given, reading } = top;
  const [reach, score] = [top.reading.reach.value, top.reading.score.value];
  const who = peopleOf[given.role];
  return [
    {
      ...counted,
      kind: "opportunity",
      weight: 0.65,
      statement: say((language) => {
        const [some, all] = [count(reach.companies, language), count(reach.of, language)];
        return both(
          `记下的机会里，排第一的是“${given.need}”：${all} 家公司中有 ${some} 家的${who["zh-CN"]}有这个需要。`,
          `Of the opportunities noted, “${given.need}” ranks first: ${who.en} of ${some} of ${all} companies have the need.`,
        );
      }),
      about: { item: `opportunity:${top.id}`, roles: [given.role] },
      figures: [
        {
          label: both("有这个需要的公司", "Companies with the need"),
          ...{
            value: reach.share,
            unit: "share",
            interval: reach.interval,
            n: reach.of,
            companies: reach.of,
          },
          method: "wilson-interval",
        },
        {
          label: both("机会分（0–20）", "Opportunity score, 0–20"),
          ...{ value: score.score, unit: "points", interval: null, n: score.n, companies: reach.of },
          method: "opportunity",
        },
      ],
      evidence: reading.quotes.map(({ responseId }) => responseId),
      wouldChange:
        reading.confirmation.state !== "lacking"
          ? both(
              "确认的那一轮里，提到的公司明显变少。",
              "Clearly fewer companies naming it in the wave that is to confirm it.",
            )
          : both("新一轮里没有得到确认。", "A new wave that does not confirm it."),
      next: {
        page: "growth/opportunities",
        step: both("定下用哪一轮来确认它。", "Choose the wave that is to confirm it."),
      },
    },
  ];
}
