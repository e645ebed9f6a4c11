import { breakEvenLamp } from "../pmf/break-even-lamp";
import { type PmfAnswer, pmfScore } from "../pmf/pmf-score";
import { moreAnswersToDecide, type PmfVerdict } from "../pmf/pmf-verdict";
import { type Disappointment, seanEllisScore } from "../pmf/sean-ellis-score";
import { sequentialLook } from "../pmf/sequential-look";
import { keepSupporterPersonas, type SegmentAnswer, splitSomewhat } from "../pmf/superhuman-segments";
import type { Method } from "./method";
import { npsMethods } from "./nps";
import { both, line, worked } from "./worked-example";

const verdictName: Record<PmfVerdict, ReturnType<typeof both>> = {
  above: both("高于门槛", "above"),
  below: both("低于门槛", "below"),
  undecided: both("尚不能定", "undecided"),
};

const colleagues = (company: string, ...given: Disappointment[]): PmfAnswer[] =>
  given.map((answer) => ({ company, answer, uses: 3 }));
const eightCompanies = [
  ...colleagues("1", "very", "very", "very", "very"),
  ...colleagues("2", "very", "very", "very"),
  ...colleagues("3", "very", "very", "somewhat"),
  ...colleagues("4", "not", "not", "somewhat"),
  ...colleagues("5", "very", "very"),
  ...colleagues("6", "somewhat", "not"),
  ...colleagues("7", "very", "na"),
  ...colleagues("8", "not", "very"),
];

const segment = (persona: string, answer: SegmentAnswer["answer"], mainBenefit: string, times: number) =>
  Array.from({ length: times }, () => ({ persona, answer, mainBenefit }));
const engineAnswers = [
  ...segment("founder", "very", "speed", 9),
  ...segment("founder", "somewhat", "speed", 8),
  ...segment("manager", "very", "speed", 5),
  ...segment("manager", "somewhat", "design", 7),
  ...segment("manager", "not", "price", 6),
  ...segment("engineer", "somewhat", "design", 9),
  ...segment("engineer", "not", "price", 16),
];
const engineGiven = both(
  "60 位受访者、三类人：创始人 17 人（9 人“非常失望”），经理 18 人（5 人），工程师 25 人（0 人）。",
  "60 people of three kinds: 17 founders (9 very disappointed), 18 managers (5), 25 engineers (none).",
);

export const pmfMethods: readonly Method[] = [
  {
    key: "sean-ellis",
    family: "pmf",
    name: both("Sean Ellis 得分", "Sean Ellis score"),
    plain: [
      both(
        "问用户：如果不能再用这个产品，您会有什么感受？得分就是回答“非常失望”的人所占的比例。只算最近真正用过核心功能的人；“我已不再使用”单独计数，不进分母。",
        "Ask users how they would feel if they could no longer use the product. The score is the share who say “very disappointed”. Only people who used the core function lately count; “I no longer use it” is counted apart and left out.",
      ),
      both(
        "结论看区间，不看单点：区间整个在门槛之上是“高于”，整个在门槛之下是“低于”，跨着门槛就是“尚不能定”。",
        "The verdict comes from the interval, not the point: wholly above the threshold is above, wholly under it is below, across it is undecided.",
      ),
    ],
    formula: [
      "score = very / (very + somewhat + not)",
      "above: lower bound > 0.40;  below: upper bound < 0.40",
    ],
    fails: [
      both(
        "40% 是经验值，从未作为数据发表过，可以在研究设置里修改。",
        "40 % is a rule of thumb that was never published as data. You can change it in the study's settings.",
      ),
      both(
        "不足 5 人时只写“几人中有几人”，不给百分比和结论；1 人中有 1 人失望，区间是 21% 到 100%。",
        "Under 5 answers you see “k of n”, no percentage and no verdict: 1 of 1 has an interval from 21 % to 100 %.",
      ),
    ],
    sources: [
      "Ellis, pmfsurvey.com, and the Slack survey of 2015 (51 % of 731)",
      "Wilson (1927), JASA 22:209–212",
    ],
    example: {
      given: both(
        "Slack 2015 年的公开调查：731 人中 373 人“非常失望”。",
        "Slack's open survey of 2015: 373 of 731 very disappointed.",
      ),
      compute: () =>
        worked(seanEllisScore(373, 731), (given) => [
          line(both("得分", "Score"), "share", given.score),
          line(both("95% 区间", "95 % interval"), "share", given.wilson),
          line(both("结论", "Verdict"), "number", verdictName[given.verdict]),
        ]),
    },
  },
  {
    key: "pmf-score",
    family: "pmf",
    name: both("按公司计算的 PMF 结论", "PMF verdict by company"),
    plain: [
      both(
        "同一家公司的同事往往想法相近，10 位同事的回答抵不上 10 家公司的回答。这里先算出同事之间有多像，再把人数折算成“有效人数”，区间因此更宽，也更诚实。",
        "Colleagues tend to think alike, so ten answers of one company say less than ten companies. We measure how alike they are, turn the answers into an effective number, and widen the interval accordingly.",
      ),
      both(
        "决策者和使用者是两群人，绝不合并成一个得分。",
        "Deciders and users are different populations; they are never pooled into one score.",
      ),
    ],
    formula: [
      "n_eff = n / (1 + (Σnᵢ²/n − 1)·ρ)",
      "Wilson's interval on n_eff, with t for z: min(n_eff, k) − 1 degrees of freedom, k companies",
    ],
    fails: [
      both(
        "不足 5 家公司只作描述，不下结论。所有人回答完全一致时无法估计相似程度，这时一家公司大致只算一份。",
        "Under 5 companies we only describe. When everyone gives the same answer, likeness cannot be estimated, and each company counts about once.",
      ),
    ],
    sources: [
      "Saha, Miller & Wang (2016), International Journal of Biostatistics 12(2)",
      "Korn & Graubard (1998), Survey Methodology 24:193–201",
    ],
    example: {
      given: both(
        "8 家公司 21 位使用者，其中 1 位已不再使用。",
        "21 users of 8 companies, one of whom no longer uses the product.",
      ),
      compute: () =>
        worked(pmfScore(eightCompanies, { threshold: 0.4, minUses: 2 }), (given) => [
          line(both("得分", "Score"), "share", given.score),
          line(both("把已不再使用的人算进去", "Score with those who left"), "share", given.scoreWithNa),
          line(both("95% 区间", "95 % interval"), "share", given.interval),
          line(
            both("当作彼此独立时的区间", "Interval if all were independent"),
            "share",
            given.naiveInterval,
          ),
          line(both("有效人数", "Effective answers"), "number", given.effectiveN),
          line(
            both("结论", "Verdict"),
            "number",
            given.verdict.ok ? { ok: true, value: verdictName[given.verdict.value] } : given.verdict,
          ),
          line(both("还需几份合格答卷", "Eligible answers still needed"), "integer", given.howManyMore),
        ]),
    },
  },
  {
    key: "how-many-more",
    family: "pmf",
    name: both("还需要多少份答卷", "How many more answers"),
    plain: [
      both(
        "假如比例保持今天的水平，再收多少份合格答卷，区间才会整个离开门槛？比例离门槛越近，需要的越多，而且是成平方地多。",
        "If the share stayed where it is today, how many more eligible answers would take the whole interval off the threshold? The nearer the share is to it, the more you need, and the growth is quadratic.",
      ),
    ],
    formula: ["n_eff > z² · t(1 − t) / (share − t)²"],
    fails: [
      both(
        "比例正好等于门槛时，多少份都不够。收集途中比例会变，这个数字只用来安排工作，不是承诺。",
        "A share equal to the threshold is never decided. The share moves while you collect: read this as planning, not as a promise.",
      ),
    ],
    sources: ["Inversion of Wilson's score interval (1927)"],
    example: {
      given: both(
        "50 份答卷，50% 非常失望，门槛 40%。",
        "50 answers, 50 % very disappointed, threshold 40 %.",
      ),
      compute: () =>
        worked(moreAnswersToDecide(0.5, 50, 0.4), (more) => [
          line(both("彼此独立时还需", "Still needed, all independent"), "integer", more),
          line(
            both("设计效应为 2 时还需", "Still needed at a design effect of 2"),
            "integer",
            moreAnswersToDecide(0.5, 50, 0.4, { designEffect: 2 }),
          ),
        ]),
    },
  },
  {
    key: "superhuman-engine",
    family: "pmf",
    name: both("Superhuman 的 PMF 引擎", "Superhuman's PMF engine"),
    plain: [
      both(
        "先只留下“非常失望”者所属的人群，再看他们说的主要好处是什么。“有点失望”而看重同一好处的人，最有希望争取过来；其余的人先放下。",
        "Keep the kinds of people found among the very disappointed, and learn the main benefit they name. Those somewhat disappointed who name the same benefit can be won; leave the others for now.",
      ),
      both(
        "路线图一半用来加强这个好处，一半用来清除让他们止步的障碍。",
        "Spend half of the roadmap on more of that benefit, half on what holds these people back.",
      ),
    ],
    formula: [
      "segment score = very in segment / segment",
      "convertible = somewhat ∧ benefit = top benefit of very",
    ],
    fails: [
      both(
        "人群是按结果挑出来的，得分必然好看，只能作探索，请在下一轮里验证。",
        "The segment is chosen by its own outcome, so its score is bound to flatter: treat it as exploratory and confirm it in the next wave.",
      ),
    ],
    sources: ["Vohra (2018), How Superhuman Built an Engine to Find Product/Market Fit, First Round Review"],
    example: {
      given: engineGiven,
      compute: () =>
        worked(keepSupporterPersonas(engineAnswers), (kept) => {
          const split = splitSomewhat(kept.segment, 10);
          return [
            line(both("全体得分", "Score of all"), "share", kept.overallScore),
            line(both("留下人群的得分", "Score of the kept segment"), "share", kept.segmentScore),
            line(
              both("可争取的人数", "People who can be won"),
              "integer",
              split.ok ? { ok: true, value: split.value.convertible } : split,
            ),
          ];
        }),
    },
  },
  {
    key: "three-lamps",
    family: "pmf",
    name: both("三盏灯", "The three lamps"),
    plain: [
      both(
        "PMF 分三件事看，绝不揉成一个分数：大家常不常用，没有它会不会抓狂，生意不靠外部投资能不能收支平衡。",
        "Product-market fit is three things that are never blended into one number: do people use it often, would they be upset without it, and does the business break even without outside money?",
      ),
      both(
        "收支平衡看最近连续几个月（默认 3 个月）的经营结果，融资不算收入。",
        "Break-even looks at the last months in a row (3 unless you change it); funding is not revenue.",
      ),
    ],
    formula: [
      "operating result = revenue − variable cost − fixed cost",
      "lit: result ≥ 0 in the last 3 months",
    ],
    fails: [
      both(
        "数据不够的灯是暗的，不代表“没有”。“3 个月”和“过半数的人常用”是我们的约定，可以修改。",
        "A lamp without enough data is dark, which is not “no”. Three months, and “most people use it often”, are our conventions; you can change them.",
      ),
    ],
    sources: ["Greylock's rule of thumb, with the break-even criterion of the article this product follows"],
    example: {
      given: both(
        "四个月的收入 180、220、240、250（千元），变动成本 60、75、80、85，固定成本每月 140；首月融资 50。",
        "Four months: revenue 180, 220, 240, 250 thousand, variable cost 60, 75, 80, 85, fixed cost 140 a month; 50 of funding in the first.",
      ),
      compute: () =>
        worked(
          breakEvenLamp(
            [
              [180, 60, 50],
              [220, 75, 0],
              [240, 80, 0],
              [250, 85, 0],
            ].map(([revenue, variableCost, externalFunding]) => ({
              revenue: revenue!,
              variableCost: variableCost!,
              fixedCost: 140,
              externalFunding: externalFunding!,
            })),
          ),
          (lamp) => [
            line(both("经营结果（千元）", "Operating result (thousand)"), "number", lamp.operatingResults),
            line(
              both("连续不亏的月数", "Months in a row without loss"),
              "integer",
              lamp.selfSustainingMonths,
            ),
            line(
              both("收支平衡灯", "Break-even lamp"),
              "number",
              lamp.met ? both("亮", "lit") : both("不亮", "off"),
            ),
          ],
        ),
    },
  },
  {
    key: "sequential-looks",
    family: "pmf",
    name: both("边收边看而不自欺", "Looking while answers come in"),
    plain: [
      both(
        "天天盯着得分，总会碰上一天“过线”。先说好在第几份答卷时看，每次只看一个数：真实比例高于门槛的概率。到 95% 就可以下结论，低于 5% 就可以放弃，否则继续。",
        "Watch a score every day and one day it will pass. Say beforehand at how many answers you will look, and then look at one figure: the probability that the true share is above the threshold. At 95 % conclude, under 5 % give up, else go on.",
      ),
    ],
    formula: ["P(share > t | x of n),  share ~ Beta(x + ½, n − x + ½)"],
    fails: [
      both(
        "两次约定之间产品不给数字，这是有意的。看的次数越多，误判的机会越大。",
        "Between declared looks there is deliberately no figure. Every further look adds to the chance of a wrong conclusion.",
      ),
    ],
    sources: ["Thall & Simon (1994), Biometrics 50:337–349"],
    example: {
      given: both(
        "约定在 15、30、60 份时看；30 份中有 16 份“非常失望”。",
        "Looks declared at 15, 30 and 60 answers; 16 of 30 very disappointed.",
      ),
      compute: () =>
        worked(sequentialLook(16, 30, { threshold: 0.4, looks: [15, 30, 60] }), (look) => [
          line(both("高于 40% 的概率", "Probability of being above 40 %"), "share", look.posterior),
          line(
            both("决定", "Decision"),
            "number",
            {
              above: verdictName.above,
              below: verdictName.below,
              "go-on": both("继续收集", "go on"),
              undecided: verdictName.undecided,
            }[look.decision],
          ),
        ]),
    },
  },
  ...npsMethods,
];
