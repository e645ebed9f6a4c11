/** What they would pay: the four curves, the points where they cross, and the ladder of prices. */
import { type ChainRole, chainRoles } from "../../chain/role";
import { priceInterval } from "../../price/price-interval";
import { vanWestendorp } from "../../price/van-westendorp";
import type { MeasureKey } from "../../questionnaire/measures";
import type { Interval } from "../../stats/interval";
import { clusterOf, type Evidence, read } from "../evidence";
import type { ChapterFacts } from "./facts";
import type { Block, Chapter, DocFigure } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, rolePlural, say } from "./say";

const seed = 20_261;
const draws = 1000;

type Answers = Parameters<typeof priceInterval>[0];
type Point = Parameters<typeof priceInterval>[1];
const drawnBefore = new Map<string, Interval | null>();
const mostKept = 100;

/** The same answers are not drawn again. */
function intervalOf(answers: Answers, point: Point): Interval | null {
  const key = JSON.stringify([point, answers]);
  const known = drawnBefore.get(key);
  if (known !== undefined) return known;
  const made = priceInterval(answers, point, { seed, draws });
  if (drawnBefore.size >= mostKept) drawnBefore.clear();
  drawnBefore.set(key, made.ok ? made.value : null);
  return made.ok ? made.value : null;
}

const asNumber = (one: Evidence, key: MeasureKey) => {
  const answer = read(one, key);
  return typeof answer === "number" ? answer : null;
};

const priceAnswers = (evidence: readonly Evidence[], role: ChainRole) =>
  evidence
    .filter((one) => one.role === role)
    .map((one) => ({
      company: clusterOf(one),
      tooCheap: asNumber(one, "price.too-cheap"),
      cheap: asNumber(one, "price.cheap"),
      expensive: asNumber(one, "price.expensive"),
      tooExpensive: asNumber(one, "price.too-expensive"),
    }))
    .filter(({ tooCheap, cheap, expensive, tooExpensive }) =>
      [tooCheap, cheap, expensive, tooExpensive].some((price) => price !== null),
    );

const pointNames = {
  opp: both("最优价格", "Optimal price"),
  idp: both("无差异价格", "Indifference price"),
  pmc: both("可接受区间下限", "Lower end of what is acceptable"),
  pme: both("可接受区间上限", "Upper end of what is acceptable"),
} as const;

const curves = [
  ["tooCheap", both("太便宜，怀疑质量", "Too cheap to trust")],
  ["cheap", both("划算", "A bargain")],
  ["expensive", both("偏贵", "Expensive")],
  ["tooExpensive", both("太贵，不会买", "Too expensive")],
] as const;

function meterOf({ evidence, study }: ReportContext, role: ChainRole): Block[] {
  const answers = priceAnswers(evidence, role);
  const meter = vanWestendorp(answers);
  if (!meter.ok || meter.value.validN < 5) return [];
  const { validN, curves: drawn, opp, pmc, pme } = meter.value;
  const companies = new Set(answers.map(({ company }) => company)).size;
  const unit = { currency: study.currency };
  const figures = (Object.keys(pointNames) as (keyof typeof pointNames)[]).map((point): DocFigure => {
    return {
      key: `price/${role}/${point}`,
      label: say((_, of) =>
        both(
          `${of(rolePlural[role])}：${of(pointNames[point])}`,
          `${of(rolePlural[role])}: ${of(pointNames[point]).toLowerCase()}`,
        ),
      ),
      ...{ value: meter.value[point].at, unit, people: { n: validN }, companies },
      interval: intervalOf(answers, point),
      method: "van-westendorp",
      behind: "results/price",
    };
  });
  return [
    { kind: "figures", key: `price/${role}/points`, title: null, figures },
    {
      kind: "chart",
      key: `price/${role}/curves`,
      title: say((language, of) => {
        const money = (price: number) =>
          new Intl.NumberFormat(language, {
            style: "currency",
            currency: study.currency,
            currencyDisplay: "narrowSymbol",
            minimumFractionDigits: 0,
            maximumFractionDigits: 2,
          }).format(price);
        return both(
          `${of(rolePlural[role])}：可接受 ${money(pmc.at)} 至 ${money(pme.at)}，最优 ${money(opp.at)}`,
          `${of(rolePlural[role])}: ${money(pmc.at)} to ${money(pme.at)} is acceptable, ${money(opp.at)} optimal`,
        );
      }),
      people: validN,
      companies,
      range: [0, 1],
      lines: [{ axis: "category", at: opp.at, label: pointNames.opp }],
      method: "van-westendorp",
      chart: {
        kind: "curve",
        categoryAxis: say((_, of) =>
          both(`价格（${of(study.priceUnit)}）`, `Price (${of(study.priceUnit)})`),
        ),
        categoryUnit: unit,
        valueAxis: both("占有效回答的比例", "Share of valid answers"),
        unit: "percent",
        series: curves.map(([key, label]) => ({
          label,
          points: drawn.map((point) => ({ x: point.price, y: point[key] / validN })),
        })),
      },
    },
  ];
}

function ladder({ study }: ReportContext, { results }: ChapterFacts): Block[] {
  const result = results.get("price.ladder");
  if (result?.kind !== "ladder") return [];
  const roles = chainRoles.filter((role) => result.steps.some(({ byRole }) => (byRole[role]?.n ?? 0) >= 5));
  if (roles.length === 0 || result.steps.length < 2) return [];
  const unit = { currency: study.currency };
  return [
    {
      kind: "table",
      key: "price/ladder",
      cumulative: true,
      title: both("各个价格下愿意购买的比例", "The share that would buy at each price"),
      columns: [
        { header: both("价格", "Price"), unit },
        ...roles.flatMap((role) => [
          { header: rolePlural[role], unit: "percent" as const, role },
          {
            header: say((_, of) => both(`${of(rolePlural[role])}，回答数`, `${of(rolePlural[role])}, n`)),
            unit: "number" as const,
          },
        ]),
      ],
      rows: result.steps.map(({ price, byRole }) => [
        price,
        ...roles.flatMap((role) => {
          const share = byRole[role];
          return share
            ? [
                { value: share.share, people: { n: share.n, k: share.count } },
                { value: share.n, people: { n: share.n } },
              ]
            : [null, null];
        }),
      ]),
      note: both(
        "接受某个价格的人也算接受更低的价格，拒绝的人也算拒绝更高的价格。",
        "Whoever accepts a price counts as accepting the lower ones; whoever refuses it, as refusing the higher ones.",
      ),
      method: "gabor-granger",
    },
  ];
}

export function priceChapter(context: ReportContext, facts: ChapterFacts): Chapter | null {
  const blocks = [...chainRoles.flatMap((role) => meterOf(context, role)), ...ladder(context, facts)];
  if (blocks.length === 0) return null;
  return {
    key: "price",
    title: both("价格", "Price"),
    lead: both(
      "问的是付钱的人：太便宜、划算、偏贵、太贵各从多少开始。",
      "Asked of those who pay: where too cheap, a bargain, expensive and too expensive begin.",
    ),
    blocks,
  };
}
