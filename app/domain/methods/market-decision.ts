import { informationWorth } from "../market/market-decision";
import { factorsOf, type Segment } from "../market/market-model";
import { sizeMarket } from "../market/size-market";
import type { Outcome } from "../outcome";
import type { ExampleLine, Method } from "./method";
import { both, line, worked } from "./worked-example";

const points = (low: number, likely: number, high: number) => ({
  ...{ low, likely, high },
  ...{ source: "", date: "", confidence: "medium" as const },
});
const exactly = (amount: number) => points(amount, amount, amount);

/** Companies 1000, of which 20, 30 or 60 % fit; half are reached, of those 10, 20 or 25 % won; 10,000 each. */
const segment: Segment = {
  name: "",
  companies: exactly(1000),
  fit: points(0.2, 0.3, 0.6),
  reach: exactly(0.5),
  win: points(0.1, 0.2, 0.25),
  arpa: exactly(10_000),
  growth: exactly(0),
};
const goal = 300_000;
const given = both(
  "1000 家公司，适合比例 20–30–60%，触达一半，赢单 10–20–25%，每家每年 1 万；需要每年 30 万。",
  "1,000 companies, 20–30–60 % fit, half within reach, 10–20–25 % won, 10,000 a year each; 300,000 a year is needed.",
);
const names: Readonly<Record<string, ExampleLine["label"]>> = {
  fit: both("适合比例", "Fit"),
  win: both("赢单比例", "Won"),
};

function headroomExample(): Outcome<readonly ExampleLine[]> {
  const sized = sizeMarket({ segments: [segment], plan: null, years: 1, goal }, 1);
  if (!sized.ok) return sized;
  const { headroom, ranges } = sized.value;
  return worked(headroom, ({ chance, flips }) => [
    line(both("SOM 的 P10–P90", "SOM, P10–P90"), "money", [ranges.later.p10, ranges.later.p90]),
    line(both("达到目标的抽取比例", "Draws that reach the goal"), "share", chance),
    ...flips.map(({ part, at }) => line(names[part]!, "share", at)),
  ]);
}

const researchExample = (): Outcome<readonly ExampleLine[]> =>
  worked(informationWorth(factorsOf([segment]), 1, goal), ({ worths }) =>
    worths.flatMap(({ part, worth }) => (names[part] ? [line(names[part], "money", worth)] : [])),
  );

export const marketDecisionMethods: readonly Method[] = [
  {
    key: "headroom",
    family: "market",
    name: both("增长空间", "Headroom: is there room to grow?"),
    plain: [
      both(
        "把几年后拿得到的市场（SOM，含增长）的区间，同您届时每年需要的收入比较。连悲观值 P10 都够，是“有空间”；连乐观值 P90 都不够，是“空间不足”；目标落在两者之间，就还不能判断。",
        "The range of the obtainable market some years ahead (SOM, with growth) is set against the revenue a year that you need then. If even the pessimistic P10 reaches it there is room; if not even the optimistic P90 does there is not; in between it is undecided.",
      ),
      both(
        "“什么会推翻它”：其他假设都取最可能值，某一项要变到多少，市场才正好等于目标？只列出落在它自己范围内的。",
        "What would flip it: with all others at likely, at which value of one assumption does the market equal the goal? Only values inside the assumption's own range are listed.",
      ),
    ],
    formula: [
      "SOM(t) = Σ companies · fit · reach · win · ARPA · (1 + growth)^t",
      "above: P10 ≥ goal;  below: P90 < goal;  else undecided",
      "flip: x with SOM(t | x, others at likely) = goal, low ≤ x ≤ high",
    ],
    fails: [
      both(
        "没有目标就没有判断。区间只反映您填的范围，填得太窄，判断就太肯定。",
        "Without a goal there is no verdict. The range is only as honest as the lows and highs you type: too narrow, and the verdict is too sure.",
      ),
    ],
    sources: ["Clemen & Reilly (2014), Making Hard Decisions, ch. 5"],
    example: { given, compute: headroomExample },
  },
  {
    key: "value-of-information",
    family: "market",
    name: both("下一步查清什么（信息价值）", "What to research next (value of information)"),
    plain: [
      both(
        "要做的决定：市场大于目标就做，否则不做。如果事先确切知道某一项假设，决定有时会不同，平均能多得多少？多得最多的那一项，最值得先去查。",
        "The decision: go when the market exceeds the goal, else stay away. Had you known one assumption exactly, you would sometimes decide otherwise: how much better on average? The one that gains most is worth researching first.",
      ),
      both(
        "它和龙卷风图不同：一项假设可以让区间很宽，却怎么变都不改变决定，那就不必先查。",
        "This is not the tornado: an assumption may widen the range and still never change the decision. Then it can wait.",
      ),
    ],
    formula: ["worth(x) = E[ max(0, E[SOM | x] − goal) ] − max(0, E[SOM] − goal)"],
    fails: [
      both(
        "假定各项互不影响，且为三角分布。价值是上限：调查不会给出完全确切的数。",
        "Assumptions are taken as independent and triangular. The worth is an upper limit: no research tells the exact number.",
      ),
    ],
    sources: [
      "Raiffa & Schlaifer (1961), Applied Statistical Decision Theory",
      "Heath, Manolopoulou & Baio (2017), Medical Decision Making 37(7)",
    ],
    example: { given, compute: researchExample },
  },
];
