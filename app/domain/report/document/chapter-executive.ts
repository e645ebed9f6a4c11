/** One page for leadership: one statement a line, each with the figure it rests on and the chapter that says why. */
import type { ChainRole } from "../../chain/role";
import type { LocalText } from "../../language";
import type { Insight } from "../insight";
import { attributesAsked, problemsAsked } from "../insights/names";
import type { RolePmf } from "../pmf-by-role";
import { stanceText } from "./chain-stances";
import { briefBlock, unknownsBlock } from "./executive-brief";
import type { ChapterFacts } from "./facts";
import { headroomFigure, pmfFigure, shareFigure } from "./figures";
import type { Block, BlockOf, Chapter } from "./report-document";
import type { ReportContext } from "./report-input";
import { asIs, both, companiesWithin, count, percent, rolePlural, roleWithin, say } from "./say";
import { smallestGroup } from "./shared-evidence";

type Headline = BlockOf<"headline">;
const headline = (
  given: Omit<Headline, "kind" | "figures"> & Partial<Pick<Headline, "figures">>,
): Headline => ({
  figures: [],
  ...given,
  kind: "headline",
});

function fitText({ role, score }: RolePmf, withNumbers = true) {
  const names = rolePlural[role];
  const within = roleWithin(role, "en");
  if (!score.ok)
    return say((_, of) => both(`还没有${of(names)}的合格回答。`, `No eligible answer of ${within} yet.`));
  const { verdict, howManyMore } = score.value;
  if (!verdict.ok)
    return say((_, of) =>
      both(
        `${of(names)}的回答太少，还说不准他们是否离不开它。`,
        `Too few ${within} have answered to say whether they would miss it.`,
      ),
    );
  if (verdict.value === "above")
    return say((_, of) =>
      both(`${of(names)}离不开它：高于门槛。`, `${of(names)} would miss it: above the threshold.`),
    );
  if (verdict.value === "below")
    return say((_, of) =>
      both(`${of(names)}没有它也行：低于门槛。`, `${of(names)} would not miss it: below the threshold.`),
    );
  const more = withNumbers && howManyMore.ok ? howManyMore.value : null;
  return say((language, of) =>
    more === null
      ? both(`${of(names)}是否离不开它，尚不能判定。`, `Whether ${within} would miss it is undecided.`)
      : both(
          `${of(names)}是否离不开它，尚不能判定；按目前的比例，再有 ${count(more, language)} 份合格回答即可判定。`,
          `Whether ${within} would miss it is undecided; ${count(more, language)} more ${more === 1 ? "answer" : "answers"} at today's share would decide it.`,
        ),
  );
}

function choiceHeadline({ wants }: ChapterFacts): Headline[] {
  const figures = wants.flatMap(({ role, choices: [top] }) =>
    top && top.share.n >= 5
      ? [
          shareFigure(
            {
              key: `choice/${role}/${top.value}`,
              label: say((_, of) =>
                both(`${of(rolePlural[role])}：${of(top.text)}`, `${of(rolePlural[role])}: ${of(top.text)}`),
              ),
              method: "interval-by-company",
              behind: "results/anchor",
            },
            top.share,
          ),
        ]
      : [],
  );
  if (figures.length === 0) return [];
  const text = both(
    "如果今天就要决定，各角色选得最多的是：",
    "If they had to decide today, each role’s most frequent choice would be:",
  );
  return [headline({ key: "executive/choice", text, figures, telling: true, why: "competitors" })];
}

function differenceHeadline({ differences, importance }: ChapterFacts): Headline {
  const [widest] = differences;
  const n = differences.length;
  const text = importance.every(({ gap }) => !gap.ok)
    ? both(
        "决策者和使用者都评过的公司还太少，看不出两方看重的东西有没有分歧。",
        "In too few companies have both decider and users rated what matters to them to tell whether they differ.",
      )
    : n === 0
      ? both(
          "决策者与使用者看重的东西，没有确定的分歧。",
          "No certain difference between deciders and users in what matters to them.",
        )
      : say((language) =>
          both(
            `在看重的八件事里，决策者与使用者有 ${count(n, language)} 件确定不同。`,
            `Deciders and users certainly differ on ${count(n, language)} of the eight things that matter.`,
          ),
        );
  const gap = widest?.gap.ok ? widest.gap.value : null;
  const more: ChainRole = gap && gap.gap > 0 ? "decider" : "user";
  return headline({
    key: "executive/differences",
    text,
    why: "chain",
    figures:
      widest && gap
        ? [
            {
              key: `gap/importance/${widest.attribute}`,
              label: say((_, of) =>
                both(
                  `差得最多的是“${of(widest.name)}”：${of(rolePlural[more])}更看重（决策者减使用者）`,
                  `Widest on “${of(widest.name)}”: ${roleWithin(more, "en")} rate it higher (decider minus user)`,
                ),
              ),
              ...{ value: gap.gap, unit: "number" as const, digits: 2, interval: gap.interval, people: null },
              ...{ companies: gap.companies, method: "role-gap", behind: "chain" },
            },
          ]
        : [],
  });
}

const wonText = {
  win: (role: ChainRole) =>
    say((_, of) =>
      both(
        `对${of(rolePlural[role])}，我们胜出。`,
        `Among ${roleWithin(role, "en")} we win against the rivals.`,
      ),
    ),
  tie: (role: ChainRole) =>
    say((_, of) =>
      both(
        `对${of(rolePlural[role])}，我们与最强的对手不分高下。`,
        `Among ${roleWithin(role, "en")} neither we nor the strongest rival is certainly ahead.`,
      ),
    ),
  lose: (role: ChainRole, rival: LocalText) =>
    say((_, of) =>
      both(
        `对${of(rolePlural[role])}，我们输给${of(rival)}。`,
        `Among ${roleWithin(role, "en")} we lose to ${of(rival)}.`,
      ),
    ),
};

const vendorName = (competition: ChapterFacts["competition"], key: string): LocalText => {
  const vendor = competition?.vendors.find((one) => one.key === key);
  return vendor ? asIs(vendor.name) : both("维持现状", "keeping what there is");
};

/** Role by role, whether we beat the rivals: by the answers where they carry an interval, else by the matrix. */
function rivalHeadlines({ competition }: ChapterFacts): Headline[] {
  const named = (key: string) => vendorName(competition, key);
  return (competition?.verdict.roles ?? []).flatMap(({ role, result, restsOn, choice, matrix }) => {
    const lead = restsOn === "choice" ? choice : matrix;
    if (result === "unknown" || !lead) return [];
    const key = `executive/rivals/${role}`;
    const of = { key, why: "competitors" as const, role, text: wonText[result](role, named(lead.rival)) };
    if (!choice || restsOn !== "choice")
      return [
        headline({
          ...of,
          text: say((language, words) =>
            both(
              `${words(of.text)}依据是功能矩阵：权重上下浮动两成时，我们有 ${percent(matrix?.first ?? 0, language)} 的情况排第一。`,
              `${words(of.text)} By the feature matrix: we come first in ${percent(matrix?.first ?? 0, language)} of cases when weights move by a fifth.`,
            ),
          ),
        }),
      ];
    const label = say((_, words) =>
      both(
        `选择我们的比例减去选择${words(named(choice.rival))}的比例`,
        `Share choosing us minus share choosing ${words(named(choice.rival))}`,
      ),
    );
    const figure = {
      ...{ key: `${key}/lead`, label, value: choice.difference, unit: "percent" as const, companies: null },
      ...{ interval: choice.interval, people: { n: choice.ours.n }, method: "choice-lead" },
    };
    return [headline({ ...of, figures: [figure] })];
  });
}

const roomText = {
  above: both(
    "市场够大：最保守的估计也达到目标。",
    "The market is big enough: even the low estimate reaches the goal.",
  ),
  below: both(
    "市场不够大：最乐观的估计也达不到目标。",
    "The market is too small: not even the high estimate reaches the goal.",
  ),
  undecided: both("市场够不够大，还不能判定。", "Whether the market is big enough is undecided."),
};

function marketHeadline({ study }: ReportContext, { markets }: ChapterFacts): Headline[] {
  const [first] = markets;
  if (!first?.sized.headroom.ok) return [];
  const figure = headroomFigure(first.sized.headroom.value, study.currency);
  const { verdict } = first.sized.headroom.value;
  return [headline({ key: "executive/market", text: roomText[verdict], figures: [figure], why: "market" })];
}

function coverageHeadline({ coverage }: ChapterFacts): Headline {
  const { complete, companies } = coverage;
  return headline({
    key: "executive/coverage",
    why: "chain",
    text: say((language) =>
      both(
        `${count(companies.length, language)} 家公司中，有 ${count(complete, language)} 家的决策者、使用者、需求方都已作答。`,
        `In ${count(complete, language)} of ${companiesWithin(companies.length)} decider, user and requester have all answered.`,
      ),
    ),
  });
}

function chainHeadline(context: ReportContext, facts: ChapterFacts): Headline[] {
  const text = stanceText(context, facts);
  return text ? [headline({ key: "executive/chain", text, why: "chain" })] : [];
}

const mostSteps = 3;

const subjectOf = ({ about }: Insight) => about.item ?? about.need;

/** What to do next: the steps of what matters most, one of a kind and, as far as there are others, one of a subject. */
function nextSteps({ evidence }: ReportContext, { insights }: ChapterFacts): Block[] {
  const ranked = insights.filter((insight) => !saidElsewhere(insight));
  const kinds = new Map<string, Insight>();
  for (const kind of new Set(ranked.map((insight) => insight.kind))) {
    const own = ranked.filter((insight) => insight.kind === kind);
    const named = new Set([...kinds.values()].map(subjectOf));
    kinds.set(kind, own.find((insight) => !named.has(subjectOf(insight))) ?? own[0]!);
  }
  const steps = [...kinds.values()].slice(0, mostSteps);
  if (steps.length === 0) return [];
  const known = [...attributesAsked(evidence), ...problemsAsked(evidence)];
  return [
    {
      kind: "text",
      key: "executive/next",
      title: both("接下来先做", "What to do first"),
      paragraphs: steps.map(({ next, about }, at) =>
        say((_, of) => {
          const name = known.find(({ value }) => [about.item, about.need].includes(value))?.name;
          return both(
            `${at + 1}. ${name ? `“${of(name)}”：` : ""}${next.step["zh-CN"]}`,
            `${at + 1}. ${name ? `“${of(name)}”: ` : ""}${next.step.en}`,
          );
        }),
      ),
    },
  ];
}

/** Fit and coverage have headlines of their own, and the market, the money and warnings of quality their chapters. */
const saidElsewhere = ({ kind, about }: Insight) =>
  (kind === "verdict" && !about.segment) || ["missing-voice", "quality-warning", "market"].includes(kind);

export const insightBlock = ({ evidence, ...insight }: Insight, team = false): Block => ({
  kind: "insight",
  key: `insight/${insight.id}`,
  insight: { ...insight, responses: evidence.length },
  ...(team && { team: true as const }),
});

/** Who is left of a role outside a segment must not be so few that they can be told apart. */
function leavesFew({ about, figures }: Insight, { evidence }: ReportContext): boolean {
  if (!about.segment) return false;
  return (about.roles ?? []).some((role) => {
    const all = evidence.filter((one) => one.role === role).length;
    return figures.some(({ n }) => all - n > 0 && all - n < smallestGroup);
  });
}

const insightBlocks = (context: ReportContext, { insights }: ChapterFacts): Block[] =>
  insights
    .filter((insight) => !saidElsewhere(insight))
    .map((insight) => insightBlock(insight, leavesFew(insight, context)));

export function executiveChapter(context: ReportContext, facts: ChapterFacts): Chapter {
  const fit: Block[] = facts.pmf.map((one) =>
    headline({
      key: `executive/fit/${one.role}`,
      role: one.role,
      text: fitText(one),
      plain: fitText(one, false),
      figures: one.score.ok ? [pmfFigure(one, context.study.rule.threshold)] : [],
      why: "pmf",
    }),
  );
  const blocks = [
    briefBlock(context, facts),
    ...nextSteps(context, facts),
    ...unknownsBlock(context, facts),
    ...fit,
    ...chainHeadline(context, facts),
    ...choiceHeadline(facts),
    ...rivalHeadlines(facts),
    ...marketHeadline(context, facts),
    differenceHeadline(facts),
    ...insightBlocks(context, facts),
    coverageHeadline(facts),
  ];
  return { key: "executive", title: both("结论", "In short"), lead: null, blocks };
}
