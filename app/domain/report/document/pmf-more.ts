/** The PMF score over the waves, the lamps of deciders, and the Superhuman split with the two halves of its roadmap. */
import type { LocalText } from "../../language";
import type { Named, SupporterSplit } from "../../pmf/supporter-split";
import { threeLamps } from "../../pmf/three-lamps";
import { pmfAnswersOf } from "../evidence";
import { pmfByWave, type WavePmf } from "../pmf-breakdown";
import { pmfSplits, type RoleSplit } from "../pmf-split";
import type { ChapterFacts } from "./facts";
import type { Block, Cell, People } from "./report-document";
import type { ReportContext } from "./report-input";
import { asIs, both, count, percent, rolePlural, say } from "./say";
import { tellsTooMuch } from "./suppress";

type KnownWave = NonNullable<ReportContext["waves"]>[number];

const waveName = ({ name, number }: KnownWave): LocalText =>
  name ? asIs(name) : both(`第 ${number} 轮`, `Wave ${number}`);

const scoreIn = ({ scores }: WavePmf, role: string) => {
  const score = scores.find((one) => one.role === role)?.score;
  return score?.ok && !score.value.printAsCount ? score.value : null;
};

/** The score of each wave with its interval, and the test of each change; nothing while there is one wave. */
export function waveBlocks({ evidence, waves = [], study }: ReportContext): Block[] {
  const told = pmfByWave(
    evidence,
    waves.map(({ id }) => id),
    study.rule,
  );
  const roles = (["user", "decider"] as const).filter(
    (role) => told.filter((wave) => scoreIn(wave, role)).length > 1,
  );
  if (roles.length === 0) return [];
  const names = told.map(({ wave }) => waveName(waves.find(({ id }) => id === wave)!));
  const series = roles.map((role) => {
    const scores = told.map((wave) => scoreIn(wave, role));
    return {
      label: rolePlural[role],
      role,
      values: scores.map((score) => score?.score ?? null),
      intervals: scores.map((score) => (score?.interval.ok ? score.interval.value : null)),
      people: scores.map((score): People | null => score && { n: score.n, k: score.very }),
    };
  });
  // A wave of few people would be the rest of the others: then all waves are the team's.
  const few = series.some(({ people }) => people.some((one) => one === null || tellsTooMuch(one)));
  const ofFew = few ? ({ team: true } as const) : {};
  const [first] = series;
  const known = first!.values.filter((value) => value !== null);
  return [
    {
      kind: "chart",
      key: "pmf/waves",
      ...ofFew,
      title: say((language, of) =>
        both(
          `${of(first!.label)}：从 ${percent(known[0]!, language)} 到 ${percent(known.at(-1)!, language)}`,
          `${of(first!.label)}: from ${percent(known[0]!, language)} to ${percent(known.at(-1)!, language)}`,
        ),
      ),
      people: series.flatMap(({ people }) => people).reduce((sum, one) => sum + (one?.n ?? 0), 0),
      companies: null,
      range: [0, 1],
      lines: [{ axis: "value", at: study.rule.threshold, label: both("门槛", "Threshold") }],
      method: "pmf-score",
      chart: {
        kind: "line",
        categoryAxis: both("轮次", "Wave"),
        categories: names,
        valueAxis: both("非常失望的比例", "Share very disappointed"),
        unit: "percent",
        series,
      },
    },
    {
      kind: "table",
      key: "pmf/wave-changes",
      ...ofFew,
      title: both("与上一轮相比", "Against the wave before"),
      columns: [
        { header: both("轮次", "Wave") },
        { header: both("角色", "Role") },
        { header: both("变化", "Change"), unit: "percent" },
        { header: both("95% 下限", "95% low"), unit: "percent" },
        { header: both("95% 上限", "95% high"), unit: "percent" },
        { header: both("判断", "Verdict") },
      ],
      rows: told.flatMap((wave, at) =>
        wave.changes.flatMap(({ role, change }): Cell[][] => {
          const [now, before] = [scoreIn(wave, role), told[at - 1] && scoreIn(told[at - 1]!, role)];
          if (!change.ok || !now || !before) return [];
          const { difference, interval, significant } = change.value;
          const fewer = now.n < before.n ? now : before;
          const people = { n: fewer.n, k: fewer.very };
          return [
            [
              names[at]!,
              rolePlural[role],
              ...[difference, ...interval].map((value) => ({ value, people })),
              significant ? both("确定变了", "Certain") : both("不确定", "Not certain"),
            ],
          ];
        }),
      ),
      method: "newcombe",
    },
  ];
}

/** The two lamps that answers light, for deciders: those of users stand with the books. */
export function deciderLamps(
  { evidence, study: { rule } }: ReportContext,
  { pmf, money }: ChapterFacts,
): Block[] {
  const answers = pmfAnswersOf(evidence).filter(({ role }) => role === "decider");
  const score = pmf.find(({ role }) => role === "decider")?.score;
  if (answers.length === 0 || !score) return [];
  const states = threeLamps(answers, score, money.lamp, rule);
  return [
    {
      kind: "lamps",
      key: "pmf/decider-lamps",
      method: "three-lamps",
      lamps: [
        {
          key: "decider-frequency",
          name: both("决策者：用得频繁", "Deciders: used often"),
          state: states.frequency,
          why: say((language) =>
            both(
              `多数决策者在 ${count(rule.windowDays, language)} 天内用过 ${count(rule.minUses, language)} 次以上。`,
              `Most deciders used it ${count(rule.minUses, language)} times or more within ${count(rule.windowDays, language)} days.`,
            ),
          ),
        },
        {
          key: "decider-upset",
          name: both("决策者：没有会抓狂", "Deciders: upset if gone"),
          state: states.upset,
          why: say((language) =>
            both(
              `非常失望的决策者达到 ${percent(rule.threshold, language)}。`,
              `At least ${percent(rule.threshold, language)} of deciders would be very disappointed.`,
            ),
          ),
        },
      ],
    },
  ];
}

const mostNamed = 5;
const fewestLovers = 5;

function halfOf(
  key: string,
  title: LocalText,
  named: readonly Named[],
  nameOf: (id: string) => LocalText,
): Block[] {
  const shown = named.filter(({ k }) => k > 0).slice(0, mostNamed);
  if (shown.length === 0) return [];
  return [
    {
      kind: "table",
      key,
      look: "tree",
      title,
      columns: [
        { header: both("主题", "Theme") },
        { header: both("提到的人", "People naming it"), unit: "number" },
        { header: both("作答的人", "Asked"), unit: "number" },
        { header: both("比例", "Share"), unit: "percent" },
        { header: both("95% 下限", "95% low"), unit: "percent" },
        { header: both("95% 上限", "95% high"), unit: "percent" },
      ],
      rows: shown.map(({ name, k, n, interval }) => [
        nameOf(name),
        ...[k, n, k / n, ...(interval.ok ? interval.value : [null, null])].map((value) => ({
          value,
          people: { n, k },
        })),
      ]),
      method: "superhuman-engine",
    },
  ];
}

/** Who of those that hesitate can be won; a sentence of few people, hence the team's. */
function convertibleText(
  role: RoleSplit["role"],
  { convertible, somewhat, kept, ifAllWon }: SupporterSplit,
  name: LocalText,
): Block {
  return {
    kind: "text",
    key: `pmf/${role}/convertible`,
    team: true,
    paragraphs: [
      say((language, of) =>
        both(
          `${of(rolePlural[role])}：离不开它的人最看重“${of(name)}”。“有点失望”的 ${count(somewhat.n, language)} 人里，${count(somewhat.known, language)} 人说过好处，其中 ${count(convertible.k, language)} 人也看重它，可以争取；全部争取到，得分从 ${percent(kept.very / kept.n, language)} 最多到 ${percent(ifAllWon.very / ifAllWon.n, language)}。`,
          `${of(rolePlural[role])}: those who love it value “${of(name)}” most. Of ${count(somewhat.n, language)} somewhat disappointed, ${count(somewhat.known, language)} named a benefit, and ${count(convertible.k, language)} of them this one: they can be won. With all of them the score would rise from ${percent(kept.very / kept.n, language)} to ${percent(ifAllWon.very / ifAllWon.n, language)} at most.`,
        ),
      ),
    ],
  };
}

/**
 * For users and deciders: who can be won, and what to build for those who love it and for those who hesitate. Only what
 * people have found in the answers: single words, which the PMF page offers as a first look, name nothing a leader could act on.
 */
export function splitBlocks({ evidence, study, coding }: ReportContext): Block[] {
  const { themes, readings } = coding ?? { themes: [], readings: [] };
  const nameOf = (id: string) => asIs(themes.find((one) => one.id === id)?.name ?? id);
  return pmfSplits(evidence, study.rule, { themes, readings }).flatMap(
    ({ role, benefit, improve, split }) => {
      if (!split.ok || benefit.basis !== "themes" || split.value.lovers.known < fewestLovers) return [];
      const { main, doubleDown, holdsBack } = split.value;
      const half = (key: string, named: readonly Named[], zh: string, en: string) =>
        improve.basis === "themes"
          ? halfOf(
              `pmf/${role}/${key}`,
              say((_, of) => both(`${of(rolePlural[role])}：${zh}`, `${of(rolePlural[role])}: ${en}`)),
              named,
              nameOf,
            )
          : [];
      return [
        convertibleText(role, split.value, nameOf(main)),
        ...half(
          "double-down",
          doubleDown,
          "离不开它的人还想要什么（加固）",
          "what those who love it still wish for (double down)",
        ),
        ...half(
          "holds-back",
          holdsBack,
          "可以争取的人卡在哪里（补上）",
          "what holds back those who can be won (fix)",
        ),
      ];
    },
  );
}
