/** The first thing a leader reads: five questions answered in a line each, and what is still to be found out. */
import { coreRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import { fewestCompanies } from "../../pmf/pmf-score";
import { fitEvidence } from "../study-lamps";
import { stanceText } from "./chain-stances";
import { gateName, stageReading } from "./chapter-gates";
import type { ChapterFacts } from "./facts";
import { featureOpportunities } from "./feature-opportunities";
import { headroomFigure, pmfFigure } from "./figures";
import type { Block, BlockOf, BriefState } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, companiesWithin, count, rolePlural, roleWithin, say } from "./say";

type Answer = BlockOf<"brief">["answers"][number];
type Unknown = BlockOf<"unknowns">["unknowns"][number];

/** "Deciders: above; users: undecided." */
const byRole = (parts: readonly { name: LocalText; word: LocalText }[]): LocalText =>
  say((_, of) =>
    both(
      `${parts.map(({ name, word }) => `${of(name)}：${of(word)}`).join("；")}。`,
      `${parts.map(({ name, word }) => `${of(name)}: ${of(word)}`).join("; ")}.`,
    ),
  );

/** One of them all, or open. */
function summed(states: readonly BriefState[]): BriefState {
  const known = states.filter((state) => state !== "unknown");
  if (known.length === 0) return "unknown";
  return known.every((state) => state === known[0]) ? known[0]! : "open";
}

const fitWords = {
  above: both("离不开它", "would miss it"),
  below: both("没有它也行", "would not miss it"),
  undecided: both("还不能判定", "undecided"),
  none: both("回答太少", "too few answers"),
};
const fitStates = { above: "yes", below: "no", undecided: "open", none: "unknown" } as const;

function fitAnswer({ study }: ReportContext, { pmf }: ChapterFacts): Answer {
  const judged = pmf.map((one) => {
    const { score } = one;
    return {
      one,
      verdict: score.ok && score.value.verdict.ok ? score.value.verdict.value : ("none" as const),
    };
  });
  // Who uses it says most; without users, whoever was asked first.
  const shown = judged.find(({ one }) => one.role === "user") ?? judged[0];
  return {
    key: "fit",
    question: both("产品与市场匹配了吗？", "Is there product-market fit?"),
    state: summed(judged.map(({ verdict }) => fitStates[verdict])),
    answer:
      judged.length === 0
        ? both("还没有人回答。", "Nobody has answered yet.")
        : byRole(judged.map(({ one, verdict }) => ({ name: rolePlural[one.role], word: fitWords[verdict] }))),
    figures: shown?.one.score.ok ? [pmfFigure(shown.one, study.rule.threshold)] : [],
    why: "pmf",
  };
}

function chainAnswer(context: ReportContext, facts: ChapterFacts): Answer {
  const heard = facts.chains.filter(({ pattern }) => pattern !== "unheard");
  const all = (pattern: string) => heard.every((one) => one.pattern === pattern);
  return {
    key: "chain",
    question: both("决策链里谁支持、谁反对？", "Who in the chain is for and against us?"),
    state: heard.length < fewestCompanies ? "unknown" : all("for") ? "yes" : all("against") ? "no" : "open",
    answer:
      stanceText(context, facts) ??
      both(
        "还没有哪家公司的决策者和使用者都说过会选谁。",
        "In no company have both decider and users said yet whom they would choose.",
      ),
    figures: [],
    why: "chain",
  };
}

const wonWords = {
  win: both("胜出", "we win"),
  tie: both("不分高下", "neither is certainly ahead"),
  lose: both("输给对手", "we lose"),
  unknown: both("还不知道", "not known yet"),
};
const wonStates = { win: "yes", tie: "open", lose: "no", unknown: "unknown" } as const;

function rivalsAnswer({ competition }: ChapterFacts): Answer {
  const roles = competition?.verdict.roles ?? [];
  return {
    key: "rivals",
    question: both("在各角色看重的地方，赢得过竞品吗？", "Do we beat the rivals where each role looks?"),
    state: summed(roles.map(({ result }) => wonStates[result])),
    answer:
      roles.length === 0
        ? both("还没有可比的竞品。", "No rival is compared yet.")
        : byRole(roles.map(({ role, result }) => ({ name: rolePlural[role], word: wonWords[result] }))),
    figures: [],
    why: "competitors",
  };
}

const roomWords = {
  above: both("够大：最保守的估计也达到目标。", "Yes: even the low estimate reaches the goal."),
  below: both("不够：最乐观的估计也达不到目标。", "No: not even the high estimate reaches the goal."),
  undecided: both("还不能判定。", "Undecided."),
};

function marketAnswer({ study }: ReportContext, { markets }: ChapterFacts): Answer {
  const [first] = markets;
  const room = first?.sized.headroom.ok ? first.sized.headroom.value : null;
  return {
    key: "market",
    question: both("市场够大吗？", "Is the market big enough?"),
    state: room ? fitStates[room.verdict] : "unknown",
    answer: room
      ? roomWords[room.verdict]
      : both("还没有带目标的市场模型。", "There is no market model with a goal yet."),
    figures: room ? [headroomFigure(room, study.currency)] : [],
    why: "market",
  };
}

/** The best opportunity, and the first step of what is most sure. */
function nextAnswer({ evidence }: ReportContext, { insights }: ChapterFacts): Answer {
  const best = featureOpportunities(evidence)[0];
  const step = insights.find(({ kind }) => kind !== "missing-voice" && kind !== "quality-warning")?.next.step;
  const first = step ?? both("先把没听到的角色问到。", "Hear the missing roles first.");
  return {
    key: "next",
    question: both("接下来做什么？", "What should we do next?"),
    state: step ? "yes" : "open",
    answer: best
      ? say((_, of) =>
          both(
            `${of(first)}最大的机会：“${of(best.name)}”。`,
            `${of(first)} Top opportunity: “${of(best.name)}”.`,
          ),
        )
      : first,
    plain: first,
    figures: best
      ? [
          {
            key: `opportunity/${best.feature}`,
            label: say((_, of) =>
              both(
                `使用者对“${of(best.name)}”的机会分（0–20）`,
                `Opportunity of “${of(best.name)}” among users, 0–20`,
              ),
            ),
            ...{ value: best.opportunity, unit: "number", digits: 1, interval: best.interval },
            ...{ people: { n: best.n }, companies: best.companies, method: "opportunity", behind: "needs" },
          },
        ]
      : [],
    why: "needs",
  };
}

export const briefBlock = (context: ReportContext, facts: ChapterFacts): Block => ({
  kind: "brief",
  key: "executive/brief",
  answers: [
    fitAnswer(context, facts),
    chainAnswer(context, facts),
    rivalsAnswer(facts),
    marketAnswer(context, facts),
    nextAnswer(context, facts),
  ],
});

const mostUnknowns = 6;

/** Verdicts of fit that more answers would settle. */
const openFits = ({ pmf }: ChapterFacts): Unknown[] =>
  pmf.flatMap(({ role, score }): Unknown[] => {
    if (!score.ok) return [];
    const { verdict, howManyMore, n, very, companies } = score.value;
    if (verdict.ok && verdict.value !== "undecided") return [];
    const more = howManyMore.ok && howManyMore.value > 0 ? howManyMore.value : null;
    const names = rolePlural[role];
    return [
      {
        key: `fit/${role}`,
        text: say((language, of) =>
          more === null
            ? both(
                `${of(names)}是否离不开它：回答还不够判定。`,
                `Whether ${roleWithin(role, "en")} would miss it: too few answers to say.`,
              )
            : both(
                `${of(names)}是否离不开它：按目前的比例，再要 ${count(more, language)} 份合格回答。`,
                `Whether ${roleWithin(role, "en")} would miss it: ${count(more, language)} more eligible ${more === 1 ? "answer" : "answers"} at today’s share.`,
              ),
        ),
        ...{ people: { n, k: very }, companies, why: "pmf" },
      },
    ];
  });

/** Roles among whom nobody is certainly ahead. */
const openRivals = ({ competition }: ChapterFacts): Unknown[] =>
  (competition?.verdict.roles ?? []).flatMap(({ role, result, choice }): Unknown[] =>
    result === "tie" || result === "unknown"
      ? [
          {
            key: `rivals/${role}`,
            text: say((_, of) =>
              both(
                `${of(rolePlural[role])}会选我们还是对手：差距还在误差之内。`,
                `Whether ${roleWithin(role, "en")} would choose us or the rival: the lead lies within the error.`,
              ),
            ),
            people: choice ? { n: choice.ours.n } : null,
            ...{ companies: null, why: "competitors" },
          },
        ]
      : [],
  );

/** Companies in which a role has not been heard. */
const missingVoices = ({ coverage }: ChapterFacts): Unknown[] =>
  coreRoles.flatMap((role): Unknown[] => {
    const { companies } = coverage;
    const missing = coverage.missing[role];
    if (missing === 0 || companies.length === 0) return [];
    return [
      {
        key: `voices/${role}`,
        text: say((language, of) =>
          both(
            `${count(companies.length, language)} 家公司里，有 ${count(missing, language)} 家还没听到${of(rolePlural[role])}的声音。`,
            `What ${roleWithin(role, "en")} say in ${count(missing, language)} of ${companiesWithin(companies.length)}: nobody has answered there.`,
          ),
        ),
        ...{ people: null, companies: companies.length, why: "chain" },
      },
    ];
  });

/** Gates of the life cycle that nothing is known of, or that are undecided and said nowhere above. */
function openGates(context: ReportContext, facts: ChapterFacts): Unknown[] {
  const told = new Set(["upset", "competition"]);
  const { frequency } = fitEvidence(context.evidence, context.study.rule);
  const asked = frequency.ok ? frequency.value : null;
  return stageReading(context, facts).gates.flatMap(({ key, state }): Unknown[] =>
    (state === "dark" || state === "undecided") && !(told.has(key) && state === "undecided")
      ? [
          {
            key: `gates/${key}`,
            text: say((_, of) =>
              state === "dark"
                ? both(
                    `关口“${of(gateName(key))}”：还没有数据。`,
                    `Gate “${of(gateName(key))}”: no data yet.`,
                  )
                : both(`关口“${of(gateName(key))}”：还不能判定。`, `Gate “${of(gateName(key))}”: undecided.`),
            ),
            people:
              key === "frequency" && asked ? { n: asked.n, k: Math.round(asked.share * asked.n) } : null,
            companies: key === "frequency" && asked ? asked.companies : null,
            why: "gates",
          },
        ]
      : [],
  );
}

/** Whether the market is big enough, where the product's stage has no gate that asks. */
function openMarket({ markets }: ChapterFacts, gates: readonly Unknown[]): Unknown[] {
  const room = markets[0]?.sized.headroom;
  if (!room?.ok || room.value.verdict !== "undecided") return [];
  if (gates.some(({ key }) => key === "gates/headroom")) return [];
  return [
    {
      key: "market/room",
      text: both(
        "市场够不够大：保守的估计达不到目标，乐观的达得到。",
        "Whether the market is big enough: the low estimate misses the goal, the high one reaches it.",
      ),
      ...{ people: null, companies: null, why: "market" },
    },
  ];
}

/** The first of each, then the second of each, and so on. */
const inTurns = <T>(lists: readonly (readonly T[])[]): T[] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  ).flat();

/**
 * What must still be found out: fit first, then the rivals, the market and its gates, then voices that are missing. No
 * subject takes a second place before each has had one.
 */
export function unknownsBlock(context: ReportContext, facts: ChapterFacts): Block[] {
  const gates = openGates(context, facts);
  const market = [...openMarket(facts, gates), ...gates];
  const subjects = [openFits(facts), openRivals(facts), market, missingVoices(facts)];
  const unknowns = inTurns(subjects).slice(0, mostUnknowns);
  if (unknowns.length === 0) return [];
  const title = both("还要弄清什么", "What must we still find out");
  return [{ kind: "unknowns", key: "executive/unknowns", title, unknowns }];
}
