import { adjustedWaldNps, netPromoterScore, npsDifference } from "../stats/net-promoter-score";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const interval = both("95% 区间", "95 % interval");

/** How willing people are to recommend; shown beside the PMF figures. */
export const npsMethods: readonly Method[] = [
  {
    key: "nps",
    family: "pmf",
    name: both("净推荐值（NPS）", "Net promoter score (NPS)"),
    plain: [
      both(
        "0 到 10 分，您有多愿意推荐？9–10 分是推荐者，0–6 分是贬损者，两者比例相减就是 NPS。",
        "From 0 to 10, how likely are you to recommend it? 9–10 are promoters, 0–6 detractors; NPS is the difference of their shares.",
      ),
      both(
        "它的误差比看上去大：100 人时常有正负十几分。",
        "Its error is larger than it looks: with 100 answers often more than ten points either way.",
      ),
    ],
    formula: ["NPS = p − d", "SE = √((p + d − (p − d)²) / n)"],
    fails: [
      both(
        "NPS 把 6 分和 0 分当成一样，也受文化影响；同一批人前后比较，比和别家比较更可靠。",
        "NPS treats a 6 like a 0 and depends on culture; comparing the same people over time is safer than comparing with others.",
      ),
    ],
    sources: ["Reichheld (2003), Harvard Business Review 81(12):46–54"],
    example: {
      given: both(
        "324 人：推荐者 162，中立者 108，贬损者 54。",
        "324 answers: 162 promoters, 108 passives, 54 detractors.",
      ),
      compute: () =>
        worked(netPromoterScore({ promoters: 162, passives: 108, detractors: 54 }), (found) => [
          line(both("NPS", "NPS"), "points", found.nps * 100),
          line(both("标准误", "Standard error"), "points", found.se * 100),
          line(interval, "points", [found.interval[0] * 100, found.interval[1] * 100]),
        ]),
    },
  },
  {
    key: "nps-small-samples",
    family: "pmf",
    name: both("小样本的 NPS 区间", "NPS interval for small samples"),
    plain: [
      both(
        "样本小时，普通区间过窄，甚至宽度为零。先虚加 3 份答卷（推荐 ¾、贬损 ¾、中立 1½）再算，区间就可靠得多。",
        "With few answers the plain interval is too narrow, even of no width. Adding three imagined answers first (¾ promoter, ¾ detractor, 1½ passive) makes it far more reliable.",
      ),
    ],
    formula: [
      "p′ = (promoters + ¾)/(n + 3),  d′ = (detractors + ¾)/(n + 3)",
      "p′ − d′ ± z·√((p′ + d′ − (p′ − d′)²)/(n + 3))",
    ],
    fails: [
      both(
        "区间的中点比 NPS 更靠近 0，这是方法本身的性质；展示的 NPS 仍是原值。",
        "The interval's middle lies nearer to 0 than the NPS; that is the method. The NPS shown stays the plain one.",
      ),
    ],
    sources: ["Rocks (2016), The American Statistician 70:365–372"],
    example: {
      given: both(
        "10 人：推荐者 8，中立者 2，贬损者 0。",
        "10 answers: 8 promoters, 2 passives, no detractor.",
      ),
      compute: () =>
        worked(adjustedWaldNps({ promoters: 8, passives: 2, detractors: 0 }), (found) => [
          line(both("区间中点", "Middle of the interval"), "points", found.nps * 100),
          line(interval, "points", [found.interval[0] * 100, found.interval[1] * 100]),
        ]),
    },
  },
  {
    key: "nps-change",
    family: "pmf",
    name: both("两轮 NPS 的变化", "NPS from wave to wave"),
    plain: [
      both(
        "两轮各有误差，差值的误差更大。这里给出变化、它的区间，以及“其实没变”时也能看到这么大变化的概率。",
        "Each wave has its error and the difference has more. You see the change, its interval, and how often so large a change would appear if nothing had changed.",
      ),
    ],
    formula: ["z = (NPS₂ − NPS₁) / √(SE₁² + SE₂²)"],
    fails: [
      both(
        "两轮要是不同的人。若是同一批人，这个方法偏保守。",
        "The waves must be different people; with the same people the method is too cautious.",
      ),
    ],
    sources: ["Two-sample z test on multinomial scores"],
    example: {
      given: both(
        "上一轮 50/30/20（推荐/中立/贬损），这一轮 60/26/14。",
        "Last wave 50/30/20 (promoters/passives/detractors), this wave 60/26/14.",
      ),
      compute: () =>
        worked(
          npsDifference(
            { promoters: 50, passives: 30, detractors: 20 },
            { promoters: 60, passives: 26, detractors: 14 },
          ),
          (found) => [
            line(both("变化", "Change"), "points", found.difference * 100),
            line(interval, "points", [found.interval[0] * 100, found.interval[1] * 100]),
            line(both("p 值", "p-value"), "p-value", found.p),
          ],
        ),
    },
  },
];
