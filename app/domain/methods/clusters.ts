import { anovaIcc } from "../stats/anova-icc";
import { clusterRobustMean } from "../stats/cluster-robust-mean";
import { clusterRobustProportion } from "../stats/cluster-robust-proportion";
import { clusteredWilsonInterval } from "../stats/clustered-wilson-interval";
import { companyWeightedShare } from "../stats/company-weighted-share";
import { designEffect } from "../stats/design-effect";
import type { Method } from "./method";
import { weightMethods } from "./weights";
import { both, line, worked } from "./worked-example";

const interval = both("95% 区间", "95 % interval");
const cluster = [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6, 6, 6, 7, 7, 8, 8, 8];
const yes = [1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0];
const eightCompanies = both(
  "8 家公司 20 份是非回答，每家 1 到 4 份。",
  "20 yes/no answers of 8 companies, 1 to 4 each.",
);

export const clusterMethods: readonly Method[] = [
  {
    key: "likeness-within-companies",
    family: "clusters",
    name: both("同事之间有多像（ICC）", "How alike colleagues answer (ICC)"),
    plain: [
      both(
        "把回答的差异分成两份：公司之间的，和公司之内的。ICC 为 0，同事之间并不比陌生人更像；为 1，知道一个人的回答就知道全公司的。",
        "The differences between answers are split in two: between companies and within them. At an ICC of 0 colleagues are no more alike than strangers; at 1, one answer tells you the whole company's.",
      ),
    ],
    formula: ["ρ = (MSB − MSW) / (MSB + (n₀ − 1)·MSW)", "n₀ = (N − Σnᵢ²/N) / (k − 1)"],
    fails: [
      both(
        "公司少时很不准；算出负数按 0 计。每家公司只有一人时无从估计。",
        "With few companies it is rough; negative values count as 0. With one answer a company it cannot be estimated.",
      ),
    ],
    sources: ["Donner (1986), International Statistical Review 54:67–82"],
    example: {
      given: eightCompanies,
      compute: () =>
        worked(anovaIcc(cluster, yes), (found) => [
          line(both("公司之间的均方", "Mean square between companies"), "number", found.msb),
          line(both("公司之内的均方", "Mean square within companies"), "number", found.msw),
          line(both("ICC", "ICC"), "number", found.icc),
        ]),
    },
  },
  {
    key: "design-effect",
    family: "clusters",
    name: both("设计效应", "Design effect"),
    plain: [
      both(
        "几份答卷抵得上一份独立的答卷？同事越像、每家人数越多，折扣越大。样本量要乘上它。",
        "How many answers weigh as much as one independent answer? The more alike colleagues are, and the more of them you ask, the more it takes. Multiply your sample size by it.",
      ),
    ],
    formula: ["deff = 1 + (m − 1)·ρ", "with weights: (1 + cv²(w))·(1 + (m − 1)·ρ)"],
    fails: [
      both(
        "它来自对 ICC 的猜测或估计，公司少时很不准。",
        "It rests on a guess or estimate of the ICC, which is rough with few companies.",
      ),
    ],
    sources: ["Kish (1965), Survey Sampling"],
    example: {
      given: both("400 份答卷，每家公司 20 份，ICC 0.05。", "400 answers, 20 of each company, ICC 0.05."),
      compute: () =>
        worked(designEffect(20, 0.05), (effect) => [
          line(both("设计效应", "Design effect"), "number", effect.total),
          line(both("有效人数", "Effective answers"), "number", 400 / effect.total),
        ]),
    },
  },
  {
    key: "interval-by-company",
    family: "clusters",
    name: both("按公司计算的比例区间", "Interval of a share by company"),
    plain: [
      both(
        "先用 ICC 把人数折算成有效人数，再算 Wilson 区间；公司少，就用更宽的 t 代替 z。有效人数绝不超过实际人数。",
        "The ICC turns the answers into an effective number, Wilson's interval is taken on that, and with few companies the wider t replaces z. The effective number never exceeds the real one.",
      ),
      both(
        "模拟显示：每家 1 到 6 份回答时，15 家公司以上，它的实际把握在 93% 到 98% 之间；把同事当作独立的区间，有时只有 76%。",
        "In simulations with 1 to 6 answers a company it holds the true share in 93 to 98 % of studies from 15 companies on; an interval that takes colleagues as independent holds it in as few as 76 %.",
      ),
    ],
    formula: ["n_eff = n / (1 + (Σnᵢ²/n − 1)·ρ)", "Wilson on n_eff with t(min(n_eff, k) − 1)"],
    fails: [
      both(
        "所有回答都一样时，无法知道同事有多像，就当作完全一样，每家公司只算一份。",
        "When all answers are the same, likeness is unknown; it is taken as complete, and a company counts once.",
      ),
      both(
        "一两家公司占去大部分回答时，同事有多像只能从其余几家看出来：公司不多于 15 家时，实际把握会降到 88% 左右。",
        "Where one or two companies give most of the answers, only the few others show how alike colleagues are: with 15 companies and fewer it then holds the true share in as few as 88 % of studies.",
      ),
    ],
    sources: [
      "Saha, Miller & Wang (2016), International Journal of Biostatistics 12(2)",
      "Dean & Pagano (2015), Journal of Survey Statistics and Methodology 3:484–503",
    ],
    example: {
      given: eightCompanies,
      compute: () =>
        worked(clusteredWilsonInterval(cluster, yes), (found) => [
          line(both("比例", "Share"), "share", found.share),
          line(interval, "share", found.interval),
          line(both("有效人数", "Effective answers"), "number", found.effectiveN),
        ]),
    },
  },
  {
    key: "cluster-robust-mean",
    family: "clusters",
    name: both("按公司计算的平均分", "Mean by company"),
    plain: [
      both(
        "平均分照常算，误差按公司算：把每家公司偏离平均的总量当作一个观察值。",
        "The mean is the usual one; its error is counted by company: each company's total distance from the mean is one observation.",
      ),
    ],
    formula: ["SE = √(k/(k − 1) · Σ_c (Σ_i (y − ȳ))²) / n,  df = k − 1"],
    fails: [
      both(
        "公司不足 5 家时，误差本身就不可信，只作描述。",
        "Under 5 companies the error itself cannot be trusted; we only describe.",
      ),
    ],
    sources: ["Kish & Frankel (1974), JRSS B 36:1–37; as R survey::svymean"],
    example: {
      given: both(
        "5 家公司对满意度（1–5）的回答：4 5 | 3 | 4 4 5 | 2 3 | 4。",
        "Satisfaction (1–5) in 5 companies: 4 5 | 3 | 4 4 5 | 2 3 | 4.",
      ),
      compute: () =>
        worked(clusterRobustMean([1, 1, 2, 3, 3, 3, 4, 4, 5], [4, 5, 3, 4, 4, 5, 2, 3, 4]), (found) => [
          line(both("平均分", "Mean"), "number", found.mean),
          line(both("标准误", "Standard error"), "number", found.se),
          line(interval, "number", found.interval),
        ]),
    },
  },
  {
    key: "cluster-robust-share",
    family: "clusters",
    name: both(
      "调查软件的比例区间（logit-t 与 Korn–Graubard）",
      "Survey packages' intervals (logit-t, Korn–Graubard)",
    ),
    plain: [
      both(
        "与 R、Stata 等软件一致的两种区间，供您核对。产品的结论用的是“按公司计算的比例区间”。",
        "The two intervals that R, Stata and others print, for you to compare. The product's verdicts use the interval of a share by company.",
      ),
    ],
    formula: [
      "logit(p) ± t(k − 1)·SE/(p(1 − p))",
      "Clopper–Pearson on n* = p(1 − p)/SE² · (t(n − 1)/t(k − 1))²",
    ],
    fails: [
      both(
        "大家回答一致时没有结果。有效人数可能大于实际人数，照实列出。",
        "No value when everybody agrees. The effective number may exceed the real one and is shown as it is.",
      ),
    ],
    sources: ["Korn & Graubard (1998), Survey Methodology 24:193–201; as R survey::svyciprop"],
    example: {
      given: eightCompanies,
      compute: () =>
        worked(clusterRobustProportion(cluster, yes), (found) => [
          line(both("比例", "Share"), "share", found.share),
          line(both("logit-t 区间", "Logit-t interval"), "share", found.logit),
          line(both("Korn–Graubard 区间", "Korn–Graubard interval"), "share", found.kornGraubard),
        ]),
    },
  },
  {
    key: "company-weighted-share",
    family: "clusters",
    name: both("按人算与按公司算", "By person and by company"),
    plain: [
      both(
        "按人算，50 人的公司有 50 票；按公司算，每家一票。两个数相差很大，说明少数大公司在左右结果。",
        "By person, a company of 50 has 50 votes; by company, each has one. If the two differ much, a few large companies drive the result.",
      ),
    ],
    formula: ["by person: Σx / Σn", "by company: (1/k)·Σ (xᵢ/nᵢ)"],
    fails: [
      both(
        "哪一个对，取决于您问的是人还是客户。两个都看。",
        "Which is right depends on whether you ask about people or about customers. Look at both.",
      ),
    ],
    sources: ["Donner & Klar (2000), Design and Analysis of Cluster Randomization Trials"],
    example: {
      given: both(
        "一家公司 10 人全部回答“是”，另外四家各 2 人，其中只有一人回答“是”。",
        "One company with ten yes answers; four others with two people each, one yes among them.",
      ),
      compute: () =>
        worked(
          companyWeightedShare(
            [...Array.from({ length: 10 }, () => 0), 1, 1, 2, 2, 3, 3, 4, 4],
            [...Array.from({ length: 10 }, () => 1), 1, 0, 0, 0, 0, 0, 0, 0],
          ),
          (found) => [
            line(both("按人算", "By person"), "share", found.respondentWeighted),
            line(both("按公司算", "By company"), "share", found.companyWeighted),
            line(both("按公司算的区间", "Interval by company"), "share", found.companyInterval),
          ],
        ),
    },
  },
  ...weightMethods,
];
