import { exactBinomialPower, exactBinomialSampleSize } from "../stats/exact-binomial-test";
import { marginOfErrorSampleSize } from "../stats/margin-of-error-n";
import { simonTwoStage } from "../stats/simon-two-stage";
import { minAnswersAbove, minCountAbove, minUnanimous } from "../stats/threshold-sample";
import type { Method } from "./method";
import { both, line, sideBySide, worked } from "./worked-example";

export const planningMethods: readonly Method[] = [
  {
    key: "fewest-yes",
    family: "planning",
    name: both("至少要多少个“是”", "The fewest yes answers"),
    plain: [
      both(
        "收到 n 份答卷时，至少要有几份“非常失望”，区间才会整个高于 40%？反过来：比例若是这样，至少要几份答卷？",
        "With n answers, how many must be “very disappointed” for the whole interval to lie above 40 %? And the other way round: at a given share, how many answers does it take?",
      ),
    ],
    formula: ["smallest x with lower(x, n) > t", "smallest n with p·n whole and lower(p·n, n) > t"],
    fails: [
      both(
        "假定答卷彼此独立；同一公司有多人作答时，请乘以设计效应。",
        "Answers are taken as independent; with several people of one company, multiply by the design effect.",
      ),
    ],
    sources: ["Inversion of Wilson's (1927) and Clopper & Pearson's (1934) intervals"],
    example: {
      given: both("门槛 40%,50 份答卷。", "Threshold 40 %, 50 answers."),
      compute: () =>
        worked(minCountAbove(50, 0.4), (count) => [
          line(both("至少要几份（Wilson）", "Yes answers needed (Wilson)"), "integer", count),
          line(
            both("至少要几份（Clopper–Pearson）", "Yes answers needed (Clopper–Pearson)"),
            "integer",
            minCountAbove(50, 0.4, { interval: "clopper-pearson" }),
          ),
          line(
            both("比例为 50% 时所需答卷", "Answers needed at a share of 50 %"),
            "integer",
            minAnswersAbove(0.5, 0.4),
          ),
        ]),
    },
  },
  {
    key: "least-evidence",
    family: "planning",
    name: both("最少的证据", "The least evidence"),
    plain: [
      both(
        "“只有一个用户会抓狂，算不算？”不算。就算人人意见一致，也要到一定人数，区间才离得开门槛。",
        "“One user would be upset: does that count?” No. Even when everybody agrees, it takes a certain number before the interval leaves the threshold.",
      ),
    ],
    formula: ["all yes: n > t·z²/(1 − t)", "all no: n > (1 − t)·z²/t"],
    fails: [
      both(
        "这是最低限度，不是目标：真实的答卷很少完全一致。",
        "It is a minimum, not a goal: real answers are rarely unanimous.",
      ),
    ],
    sources: ["Inversion of Wilson's (1927) and Clopper & Pearson's (1934) intervals"],
    example: {
      given: both("门槛 40%。", "Threshold 40 %."),
      compute: () =>
        worked(minUnanimous(0.4), ({ allYes, allNo }) => [
          line(both("全部“是”至少几份", "Answers needed if all say yes"), "integer", allYes),
          line(both("全部“否”至少几份", "Answers needed if all say no"), "integer", allNo),
        ]),
    },
  },
  {
    key: "exact-binomial-planning",
    family: "planning",
    name: both("样本量：一次收齐", "Sample size, collected at once"),
    plain: [
      both(
        "如果真实比例是 50%，要多少份答卷，才有 80% 的机会看出它高于 40%，而误报不超过 5%？",
        "If the true share is 50 %, how many answers give you an 80 % chance of seeing that it is above 40 %, with at most 5 % false alarms?",
      ),
    ],
    formula: ["c: smallest with P(X ≥ c | p₀) ≤ α", "power = P(X ≥ c | p₁)"],
    fails: [
      both(
        "把握度随人数呈锯齿形：多收一份，有时反而略低。“稳妥”的人数是此后再不掉下来的那个。还要乘以设计效应。",
        "Power climbs like a saw: one more answer can lower it. The “safe” size is the one after which it stays up. Multiply by the design effect.",
      ),
    ],
    sources: ["A'Hern (2001), Statistics in Medicine 20:859–866"],
    example: {
      given: both(
        "门槛 40%，真实比例 55%，误报 5%，把握 80%。",
        "Threshold 40 %, truth 55 %, 5 % false alarms, 80 % power.",
      ),
      compute: () =>
        worked(exactBinomialSampleSize({ p0: 0.4, p1: 0.55 }), ({ first, stable }) => [
          line(both("最少份数", "Fewest answers"), "integer", first),
          line(both("稳妥份数", "Safe number"), "integer", stable),
          line(both("100 份时的把握", "Power with 100 answers"), "share", powerOf(100)),
        ]),
    },
  },
  {
    key: "simon-two-stage",
    family: "planning",
    name: both("两阶段收集（Simon）", "Two-stage collection (Simon)"),
    plain: [
      both(
        "先收一小批；看着不行就停，省下后面的钱；还行就收完第二批再定。两个数在开始之前就说好。",
        "Collect a first batch; if it looks poor, stop and save the rest; otherwise complete the second and decide. Both limits are fixed before you start.",
      ),
    ],
    formula: [
      "stop if X₁ ≤ r₁ of n₁;  declare if X > r of n",
      "optimal: least expected n at p₀;  minimax: least n",
    ],
    fails: [
      both(
        "中途改规则，误报率就不再成立。答卷须彼此独立。",
        "Change the rule on the way and the error rates no longer hold. Answers must be independent.",
      ),
    ],
    sources: ["Simon (1989), Controlled Clinical Trials 10:1–10"],
    example: {
      given: both(
        "不行是 40%，够好是 60%，误报 5%，漏报 20%。",
        "Poor is 40 %, good is 60 %, 5 % false alarms, 20 % misses.",
      ),
      compute: () =>
        worked(simonTwoStage({ p0: 0.4, p1: 0.6 }), ({ optimal }) => [
          line(
            both("第一批：至多几份“是”就停 / 共几份", "First batch: stop at / of"),
            "integer",
            sideBySide([optimal.r1, optimal.n1]),
          ),
          line(
            both("全部：超过几份就宣布 / 共几份", "In all: declare above / of"),
            "integer",
            sideBySide([optimal.r, optimal.n]),
          ),
          line(
            both("比例只有 40% 时平均所需份数", "Average answers if the share is only 40 %"),
            "number",
            optimal.expectedN,
          ),
          line(both("把握", "Power"), "share", optimal.power),
        ]),
    },
  },
  {
    key: "margin-of-error",
    family: "planning",
    name: both("误差范围与样本量", "Margin of error"),
    plain: [
      both(
        "想让比例的误差不超过正负几个百分点，要收多少份？总体小可以少收，同事相似就要多收。",
        "How many answers keep a share within so many points either way? A small population needs fewer, likeness among colleagues more.",
      ),
    ],
    formula: ["n₀ = z²·p(1 − p)/e²", "n = n₀ / (1 + (n₀ − 1)/N) · deff, rounded up once"],
    fails: [both("比例未知时取 50%，这样最保险。", "Take 50 % when the share is unknown: the safest guess.")],
    sources: ["Cochran (1977), Sampling Techniques, 3rd ed., ch. 4"],
    example: {
      given: both(
        "误差 ±5 个百分点，市场上有 1200 家公司，设计效应 1.5。",
        "±5 points, 1200 companies in the market, design effect 1.5.",
      ),
      compute: () =>
        worked(
          marginOfErrorSampleSize({ share: 0.5, margin: 0.05, population: 1200, designEffect: 1.5 }),
          (plan) => [
            line(both("总体无限大时", "Endless population"), "number", plan.raw),
            line(both("总体 1200 家时", "Population of 1200"), "number", plan.finite),
            line(both("再乘以设计效应", "Times the design effect"), "integer", plan.n),
          ],
        ),
    },
  },
];

function powerOf(n: number) {
  const test = exactBinomialPower(n, { p0: 0.4, p1: 0.55 });
  return test.ok ? { ok: true as const, value: test.value.power } : test;
}
