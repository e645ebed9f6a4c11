import { companyBootstrap } from "../chain/company-bootstrap";
import { kendallW } from "../chain/kendall-w";
import { krippendorffAlpha } from "../chain/krippendorff-alpha";
import { roleGap } from "../chain/role-gap";
import {
  averageDeviation,
  practicalCutoff,
  withinGroupAgreement,
  withinGroupAgreementOfItems,
} from "../chain/within-company-agreement";
import type { Method } from "./method";
import { reliabilityMethods } from "./reliability";
import { both, line, worked } from "./worked-example";

/** Eight companies' importance of "price" (1–5), by decider, user and requester; null: not covered. */
const byRole: (number | null)[][] = [
  [5, 4, 5, 3, 4, 5, 2, 4],
  [3, 3, 4, 2, 4, 3, 1, null],
  [4, 4, 5, 3, null, 4, 2, 3],
];
const chainGiven = both(
  "8 家公司的决策者、使用者、需求方给“价格”的重要性打分（1–5），有两处缺失。",
  "Importance of “price” (1–5) by decider, user and requester of 8 companies, two answers missing.",
);
const companyColumns = byRole[0]!.map((_, company) => byRole.map((row) => row[company] ?? null));
const alphaOf = (companies: readonly (number | null)[][]) => {
  const found = krippendorffAlpha(
    byRole.map((_, role) => companies.map((column) => column[role] ?? null)),
    "ordinal",
  );
  return found.ok ? { ok: true as const, value: found.value.alpha } : found;
};
const oneCompany = [4, 4, 5, 3];
const oneCompanyGiven = both(
  "一家公司四个人对一道 1–5 分的题：4、4、5、3。",
  "Four people of one company on a 1–5 item: 4, 4, 5, 3.",
);

export const agreementMethods: readonly Method[] = [
  {
    key: "krippendorff-alpha",
    family: "agreement",
    name: both("决策链一致性（Krippendorff α）", "Agreement along the chain (Krippendorff's α)"),
    plain: [
      both(
        "决策者、使用者、需求方看法一致吗？1 是完全一致，0 相当于随口乱答，负数说明他们有系统地唱反调。缺一个角色的公司也能算进来。",
        "Do decider, user and requester see things alike? 1 is full agreement, 0 what chance would give, negative a systematic contradiction. Companies that lack a role still count.",
      ),
      both(
        "前提是各角色答的是一字不差的同一道题（锚定题组）。区间由整家公司重新抽样得到。",
        "It needs the same wording in every role (the anchor block). The interval comes from drawing whole companies again.",
      ),
    ],
    formula: ["α = 1 − D_o / D_e"],
    fails: [
      both(
        "如果所有公司都答得差不多，α 会很低，甚至算不出，尽管大家其实一致：请同时看 r_wg 和平均偏差。",
        "If all companies answer much the same, α drops or has no value although people agree: read r_wg and the average deviation beside it.",
      ),
      both("不足 5 家公司不下结论。", "Under 5 companies there is no verdict."),
    ],
    sources: ["Krippendorff (2011), Computing Krippendorff's Alpha-Reliability"],
    example: {
      given: chainGiven,
      compute: () =>
        worked(krippendorffAlpha(byRole, "ordinal"), (found) => {
          const drawn = companyBootstrap(companyColumns, alphaOf, { seed: 1 });
          return [
            line(both("α（顺序）", "α (ordinal)"), "number", found.alpha),
            line(
              both("95% 区间", "95 % interval"),
              "number",
              drawn.ok ? { ok: true, value: drawn.value.interval } : drawn,
            ),
            line(both("公司数", "Companies"), "integer", found.units),
          ];
        }),
    },
  },
  {
    key: "role-gap",
    family: "agreement",
    name: both("两个角色的分差", "Gap between two roles"),
    plain: [
      both(
        "在每家公司里用一个角色的平均分减去另一个角色的，再对公司求平均。正负号告诉您谁看得更重。",
        "In each company one role's mean minus the other's, then averaged over companies. The sign tells you who rates it higher.",
      ),
    ],
    formula: ["gap ± t(k − 1)·s/√k"],
    fails: [
      both(
        "只有两个角色都作答的公司才算；不足 5 家不给数字。",
        "Only companies in which both roles answered count; under 5 there is no figure.",
      ),
    ],
    sources: ["Student (1908), Biometrika 6:1–25, paired"],
    example: {
      given: chainGiven,
      compute: () =>
        worked(
          roleGap(
            companyColumns.map(([decider, user]) => ({
              first: [decider ?? []].flat(),
              second: [user ?? []].flat(),
            })),
          ),
          (found) => [
            line(both("决策者 − 使用者", "Decider − user"), "number", found.gap),
            line(both("95% 区间", "95 % interval"), "number", found.interval),
            line(both("p 值", "p-value"), "p-value", found.p),
            line(both("公司数", "Companies"), "integer", found.companies),
          ],
        ),
    },
  },
  {
    key: "within-company-agreement",
    family: "agreement",
    name: both("公司内部一致性（r_wg）", "Agreement inside a company (r_wg)"),
    plain: [
      both(
        "一家公司的人在一道题上有多一致？拿他们的分散程度，去比大家随手乱选时的分散程度。1 是完全一致，0 和乱选没有两样。",
        "How far do the people of one company agree on an item? Their spread is compared with that of answers thrown at random. 1 is full agreement, 0 no better than thrown.",
      ),
      both("几道同类题可以合起来算(r_wg(j))。", "Several parallel items can be taken together (r_wg(j))."),
    ],
    formula: ["r_wg = 1 − s² / ((A² − 1)/12)", "r_wg(j) = J·q / (J·q + 1 − q),  q = 1 − mean s²/σ²"],
    fails: [
      both(
        "至少要两个人。人少时起伏很大。分散得比乱选还厉害时按 0 计。",
        "It needs two people and jumps about with few. More spread than at random counts as 0.",
      ),
    ],
    sources: ["James, Demaree & Wolf (1984), Journal of Applied Psychology 69:85–98"],
    example: {
      given: oneCompanyGiven,
      compute: () =>
        worked(withinGroupAgreement(oneCompany, 5), (found) => [
          line(both("r_wg", "r_wg"), "number", found),
          line(
            both("与另一题（5、4、4、4）合算", "Together with a second item (5, 4, 4, 4)"),
            "number",
            withinGroupAgreementOfItems([oneCompany, [5, 4, 4, 4]], 5),
          ),
        ]),
    },
  },
  {
    key: "average-deviation",
    family: "agreement",
    name: both("平均偏差（AD）", "Average deviation (AD)"),
    plain: [
      both(
        "大家离平均分平均差几分，直接用题目的分数表示。5 分题里不超过 0.83 分可以算一致。",
        "How many points people lie from their mean, on the item's own scale. Up to 0.83 on a five-point item may be called agreement.",
      ),
    ],
    formula: ["AD = Σ|x − x̄| / n,  practical limit A/6"],
    fails: [both("A/6 是经验界限。", "A/6 is a practical limit, not a test.")],
    sources: ["Burke & Dunlap (2002), Organizational Research Methods 5:159–172"],
    example: {
      given: oneCompanyGiven,
      compute: () =>
        worked(averageDeviation(oneCompany), (found) => [
          line(both("平均偏差", "Average deviation"), "number", found),
          line(both("界限", "Limit"), "number", practicalCutoff(5)),
        ]),
    },
  },
  {
    key: "kendall-w",
    family: "agreement",
    name: both("排序一致性（Kendall W）", "Agreement of rankings (Kendall's W)"),
    plain: [
      both(
        "几个角色给同一批问题排序，排得像不像？1 是完全相同，0 是各排各的。并列名次会校正。",
        "Several roles rank the same problems: how alike? 1 is the same order, 0 none at all. Ties are allowed for.",
      ),
    ],
    formula: ["W = 12·S / (m²(n³ − n) − m·ΣT)", "χ² = m(n − 1)·W"],
    fails: [
      both(
        "它分不清“各排各的”和“正好相反”。对象不足 7 个时 p 值是粗略的。",
        "It cannot tell unrelated from opposite. With fewer than 7 objects the p-value is rough.",
      ),
    ],
    sources: ["Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10:275–287"],
    example: {
      given: both(
        "三位评委给十个对象排序，有并列（NAG 程序库的例子）。",
        "Three judges rank ten objects, with ties (the NAG Library's example).",
      ),
      compute: () =>
        worked(
          kendallW([
            [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
            [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
            [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
          ]),
          (found) => [
            line(both("W", "W"), "number", found.w),
            line(both("χ²", "χ²"), "number", found.chi2),
            line(both("p 值", "p-value"), "p-value", found.p),
          ],
        ),
    },
  },
  {
    key: "company-bootstrap",
    family: "agreement",
    name: both("整家公司重抽样", "Drawing companies again"),
    plain: [
      both(
        "没有现成公式的指标，就把公司一家家放回去重新抽，抽几千次，看指标在多大范围里晃动。同事总是一起被抽到。",
        "For figures without a formula we draw whole companies with replacement, thousands of times, and see how far the figure moves. Colleagues always stay together.",
      ),
      both("随机种子固定，结果可以重现。", "The seed is fixed, so the result can be repeated."),
    ],
    formula: ["interval = 2.5 % and 97.5 % quantiles of the drawn figures, B ≥ 1000"],
    fails: [
      both(
        "公司少于 5 家不做；公司不多时区间偏窄。",
        "Not done under 5 companies; with few it comes out somewhat narrow.",
      ),
    ],
    sources: [
      "Efron (1979), Annals of Statistics 7:1–26",
      "Davison & Hinkley (1997), Bootstrap Methods, § 3.8",
    ],
    example: {
      given: both(
        "10 家公司的平均满意度：4.1 2.3 4.9 3.2 3.7 4.4 1.6 4.8 2.9 3.5，种子 42。",
        "Mean satisfaction of 10 companies: 4.1 2.3 4.9 3.2 3.7 4.4 1.6 4.8 2.9 3.5, seed 42.",
      ),
      compute: () =>
        worked(
          companyBootstrap(
            [4.1, 2.3, 4.9, 3.2, 3.7, 4.4, 1.6, 4.8, 2.9, 3.5],
            (drawn) => ({ ok: true, value: drawn.reduce((sum, one) => sum + one, 0) / drawn.length }),
            { seed: 42 },
          ),
          (found) => [
            line(both("平均分的 95% 区间", "95 % interval of the mean"), "number", found.interval),
            line(both("抽样次数", "Draws"), "integer", found.draws),
          ],
        ),
    },
  },
  ...reliabilityMethods,
];
