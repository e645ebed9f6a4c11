/** Would they miss it? The verdict of each role asked, and of segments that differ from it. */
import type { ChainRole } from "../../chain/role";
import { type PmfScore, pmfScore } from "../../pmf/pmf-score";
import type { PmfVerdict } from "../../pmf/pmf-verdict";
import { tCdf } from "../../stats/distributions";
import type { PmfRule } from "../../study/study";
import type { PmfAnswered } from "../evidence";
import type { Claim, InsightFigure } from "../insight";
import type { Segment } from "./accounts";
import { capital, counted, nameOfSegment, peopleOf, percent, said, sentence } from "./words";

/** Users first: theirs is the score Ellis meant, and it gets the larger part of the error. */
const asked: readonly { role: ChainRole; part: number }[] = [
  { role: "user", part: 0.85 },
  { role: "decider", part: 0.15 },
];

/**
 * p of the test whose interval gives the verdict: the score against the threshold, on the effective number of answers.
 * How alike colleagues are is known no better than there are companies, and of very unequal ones no better than of as
 * many as weigh evenly, so that t has no more degrees of freedom. However alike they are, p is no smaller than the
 * chance that so many companies, each of one mind, are all on the same side.
 * Source: Kish (1965), Survey Sampling, for the even weight; Korn & Graubard (1998) for the degrees of freedom.
 */
function fitP({ score, effectiveN, evenCompanies }: PmfScore, threshold: number): number | null {
  if (!effectiveN.ok || !evenCompanies.ok) return null;
  const t =
    (Math.abs(score - threshold) * Math.sqrt(effectiveN.value)) / Math.sqrt(threshold * (1 - threshold));
  const p = 2 * tCdf(-t, Math.max(1, Math.min(effectiveN.value, evenCompanies.value) - 1));
  return Math.max(p, (score > threshold ? threshold : 1 - threshold) ** evenCompanies.value);
}

const figureOf = (role: ChainRole, score: PmfScore): InsightFigure => ({
  label: said(
    `${peopleOf[role]["zh-CN"]}中“非常失望”的比例`,
    `“Very disappointed” among ${peopleOf[role].en}`,
  ),
  value: score.score,
  unit: "share",
  interval: score.interval.ok ? score.interval.value : null,
  n: score.n,
  companies: score.companies,
  method: "pmf-score",
});

/** One-sided 5 %: the level at which the plan of a study for the threshold counts, too. */
const probable = 0.1;

/** The verdict of the 95 % interval; where that is open but nineteen to one speak for a side, which one it is. */
type Judged = PmfVerdict | "probably-above" | "probably-below";

function judgedOf({ score, verdict }: PmfScore, p: number | null, threshold: number): Judged | null {
  if (!verdict.ok || p === null) return null;
  if (verdict.value !== "undecided" || p > probable) return verdict.value;
  return score > threshold ? "probably-above" : "probably-below";
}

/** Answers still needed, where a study could collect them: ten times what it has is no plan. */
const mostMore = { times: 10, least: 500 };
function moreOf({ howManyMore, n }: PmfScore): string | null {
  const more = howManyMore.ok ? howManyMore.value : 0;
  return more > 0 && more <= Math.max(mostMore.least, mostMore.times * n) ? counted(more) : null;
}

function statementOf(
  role: ChainRole,
  score: PmfScore,
  rule: PmfRule,
  judged: Judged,
  segment?: Segment,
): Claim["statement"] {
  const people = peopleOf[role];
  const [is, line] = [percent(score.score), percent(rule.threshold)];
  const more = moreOf(score);
  const toDecide =
    more === null
      ? said("", "")
      : said(
          `；再有 ${more} 份合格回答即可判定`,
          `; ${more} more eligible ${more === "1" ? "answer" : "answers"} would decide it`,
        );
  switch (judged) {
    case "above":
      return sentence(
        segment,
        said(
          `${people["zh-CN"]}离不开它：${is} 会非常失望，高于 ${line} 的门槛。`,
          `${people.en} would miss it: ${is} would be very disappointed, above the threshold of ${line}.`,
        ),
      );
    case "below":
      return sentence(
        segment,
        said(
          `${people["zh-CN"]}没有它也行：只有 ${is} 会非常失望，低于 ${line} 的门槛。`,
          `${people.en} would not miss it: only ${is} would be very disappointed, below the threshold of ${line}.`,
        ),
      );
    case "probably-above":
      return said(
        `${people["zh-CN"]}多半离不开它：${is} 会非常失望，看来高于 ${line} 的门槛，但 95% 区间还没有完全越过${toDecide["zh-CN"]}。`,
        `${capital(people.en)} would probably miss it: ${is} would be very disappointed, likely above the threshold of ${line}, which the 95% interval still includes${toDecide.en}.`,
      );
    case "probably-below":
      return said(
        `${people["zh-CN"]}没有它多半也行：${is} 会非常失望，看来低于 ${line} 的门槛，但 95% 区间还没有完全落在下面${toDecide["zh-CN"]}。`,
        `${capital(people.en)} would probably not miss it: ${is} would be very disappointed, likely below the threshold of ${line}, which the 95% interval still includes${toDecide.en}.`,
      );
    default:
      return more === null
        ? said(
            `${people["zh-CN"]}是否离不开它，尚不能判定：${is} 会非常失望，与 ${line} 的门槛难分高下。`,
            `Whether ${people.en} would miss it is undecided: ${is} would be very disappointed, too close to the threshold of ${line}.`,
          )
        : said(
            `${people["zh-CN"]}是否离不开它，尚不能判定：${is} 会非常失望；照这个比例，再有 ${more} 份合格回答即可判定。`,
            `Whether ${people.en} would miss it is undecided at ${is}; ${more} more eligible ${more === "1" ? "answer" : "answers"} at this share would decide it.`,
          );
  }
}

const wouldChange = (score: PmfScore): Claim["wouldChange"] => {
  const na = said(
    `把“已不再使用”的 ${score.na} 人也算进分母，比例是 ${percent(score.scoreWithNa)}。`,
    `Counting the ${score.na === 1 ? "one who no longer uses" : `${counted(score.na)} who no longer use`} it, the share is ${percent(score.scoreWithNa)}.`,
  );
  const more = moreOf(score);
  const wait = said(
    "新一轮的比例落到门槛另一侧。",
    "A new wave whose share lies on the other side of the threshold.",
  );
  const base =
    more === null
      ? wait
      : said(`再有 ${more} 份合格回答。`, `${more} more eligible ${more === "1" ? "answer" : "answers"}.`);
  return score.na > 0 ? said(base["zh-CN"] + na["zh-CN"], `${base.en} ${na.en}`) : base;
};

/** Reads what is needed of the PMF answers once. */
export function fitClaims(
  answers: readonly PmfAnswered[],
  rule: PmfRule,
  segments: readonly Segment[],
  companyIds: readonly string[],
): Claim[] {
  return asked.flatMap(({ role, part }) => {
    const own = answers.filter((one) => one.role === role);
    const score = pmfScore(own, rule);
    if (!score.ok) return [];
    const p = fitP(score.value, rule.threshold);
    const verdict = judgedOf(score.value, p, rule.threshold);
    if (!verdict) return [];
    const overall: Claim = {
      kind: "verdict",
      basis: "pre-registered",
      family: verdict === "undecided" ? null : "fit",
      p: verdict === "undecided" ? null : p,
      part,
      decided: verdict !== "undecided",
      weight: role === "user" ? 1 : 0.9,
      statement: statementOf(role, score.value, rule, verdict),
      about: { measure: "pmf.disappointment", roles: [role], item: verdict },
      figures: [figureOf(role, score.value)],
      evidence: own.map(({ id }) => id),
      wouldChange: wouldChange(score.value),
      next:
        verdict !== "above" && verdict !== "below"
          ? {
              step: said(`多问一些${peopleOf[role]["zh-CN"]}。`, `Ask more ${peopleOf[role].en}.`),
              page: "fieldwork",
            }
          : {
              step: said("看看是哪些人离不开、哪些人可以争取。", "See who would miss it and who can be won."),
              page: "pmf",
            },
    };
    return [overall, ...inSegments(role, own, verdict, rule, segments, companyIds)];
  });
}

/** Segments whose verdict is decided and another than that of all; corrected over every segment and role looked at. */
function inSegments(
  role: ChainRole,
  own: readonly PmfAnswered[],
  overall: string,
  rule: PmfRule,
  segments: readonly Segment[],
  companyIds: readonly string[],
): Claim[] {
  const looks = Math.max(1, segments.length * asked.length);
  return segments.flatMap((segment): Claim[] => {
    const inside = new Set(segment.accounts.map((place) => companyIds[place]));
    const answers = own.filter(({ company }) => inside.has(company));
    const score = pmfScore(answers, rule);
    if (!score.ok || !score.value.verdict.ok) return [];
    const verdict = score.value.verdict.value;
    const p = fitP(score.value, rule.threshold);
    if (verdict === "undecided" || overall.endsWith(verdict) || p === null) return [];
    const name = nameOfSegment(segment);
    return [
      {
        kind: "verdict",
        basis: "exploratory",
        family: "fit-segment",
        p: Math.min(1, looks * p),
        weight: 0.8,
        statement: statementOf(role, score.value, rule, verdict, segment),
        about: {
          measure: "pmf.disappointment",
          roles: [role],
          item: verdict,
          segment: { by: segment.by, value: segment.value },
        },
        figures: [figureOf(role, score.value)],
        evidence: answers.map(({ id }) => id),
        wouldChange: said(
          "这是翻看各个细分时发现的：下一轮若不再出现，就不成立。",
          "It was found by looking through the segments: a new wave without it would undo it.",
        ),
        next: {
          step: said(`在${name["zh-CN"]}里再问一轮。`, `Ask another round in ${name.en}.`),
          page: "fieldwork",
        },
      },
    ];
  });
}
