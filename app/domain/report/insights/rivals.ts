/** Whom each role would choose or rates higher: us, a rival, or staying as it is. */
import { mean } from "d3-array";
import { type ChainRole, chainRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import { signFlipFamily } from "../../stats/sign-flip";
import { type Evidence, isRecord, read } from "../evidence";
import type { Claim, SegmentKey } from "../insight";
import { type Account, peopleIn, type Segment } from "./accounts";
import {
  type CompanyValues,
  differenceInterval,
  inSegments,
  meansOf,
  seriesOf,
  type Tested,
} from "./company-values";
import { answersTo, type NamedAnswer } from "./names";
import { peopleOf, percent, points, said, sentence } from "./words";

/** Smaller leads than these (share of the people, points of 1–5) move nobody. */
const leastLead = 0.1;
const leastPoints = 0.3;

type Looked = {
  measure: "anchor.choice" | "requester.compared";
  role: ChainRole;
  rival: NamedAnswer;
  /** By company: the rival's share or rating less ours. */
  values: CompanyValues;
  floor: number;
};

const chose = (one: Evidence, vendor: string): number | null => {
  const answer = read(one, "anchor.choice");
  return answer === null ? null : answer === vendor ? 1 : 0;
};

const rated = (one: Evidence, vendor: string): number | null => {
  const answer = read(one, "requester.compared");
  const cell = isRecord(answer) ? answer[vendor] : null;
  return typeof cell === "number" ? cell : null;
};

const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

/** Staying as it is wins like a rival, and is spoken of otherwise. */
const staying = "status-quo";

/** Requesters compare for the others: whom they choose is asked first and has most of the error. */
const requestersPart = 0.75;
const drawsOfRole = 1999;
/** That a rival wins matters more than that it loses. */
const threatsPart = 0.75;

/** Threats (a rival leads us in a role) and opportunities (we lead it), over every rival, role and segment. */
export function rivalClaims(
  evidence: readonly Evidence[],
  accounts: readonly Account[],
  segments: readonly Segment[],
  seed: number,
): Claim[] {
  const rivalsOf = (key: Looked["measure"]) => answersTo(evidence, key).filter(({ value }) => value !== "us");
  const [chosen, compared] = [rivalsOf("anchor.choice"), rivalsOf("requester.compared")];
  const present = chainRoles.filter((role) => accounts.some(({ people }) => people.has(role)));
  const others = present.filter((role) => role !== "requester").length;
  const companies = accounts.length;
  const look = (role: ChainRole): Looked[] => [
    ...chosen.map(
      (rival): Looked => ({
        ...{ measure: "anchor.choice", role, rival, floor: 0.05 },
        values: meansOf(accounts, role, (one) => less(chose(one, rival.value), chose(one, "us"))),
      }),
    ),
    ...(role === "requester" ? compared : []).map(
      (rival): Looked => ({
        ...{ measure: "requester.compared", role, rival, floor: 1 / 6 },
        values: meansOf(accounts, role, (one) => less(rated(one, rival.value), rated(one, "us"))),
      }),
    ),
  ];
  const looked = present.flatMap(look);
  const overall = present.flatMap((role, index) => {
    const own = looked.filter((one) => one.role === role);
    const [looks, part] = role === "requester" ? [1, requestersPart] : [others, 1 - requestersPart];
    const tests = signFlipFamily(
      own.map(({ values, floor }) => seriesOf(values, floor)),
      // Of so many draws none may exceed: with fewer, a role that shares its error with others could never be strong.
      { seed: seed + index, companies, draws: drawsOfRole * looks },
    );
    return tests.map((test): Found | null => {
      if (!test) return null;
      // Half of a test on two sides: that a rival leads is one question, that we lead it another.
      const p = Math.min(1, (looks * test.adjustedP) / 2);
      const ofError = part * (test.mean > 0 ? threatsPart : 1 - threatsPart);
      return { ...test, p, family: "rival", part: ofError };
    });
  });
  const apart = inSegments(looked, segments, seed + 20);
  return looked.flatMap((one, at) => [
    ...(overall[at] ? claimsOf(one, overall[at], accounts) : []),
    ...apart[at]!.flatMap((test) =>
      claimsOf(one, { ...test, family: "rival-segment" }, accounts, test.segment),
    ),
  ]);
}

type Found = Tested & { family: "rival" | "rival-segment"; part?: number };

function claimsOf(one: Looked, test: Found, accounts: readonly Account[], segment?: Segment): Claim[] {
  const least = one.measure === "anchor.choice" ? leastLead : leastPoints;
  return Math.abs(test.mean) >= least ? [claimOf(one, test, accounts, segment)] : [];
}

function claimOf(
  { measure, role, rival }: Looked,
  test: Found,
  accounts: readonly Account[],
  segment?: Segment,
): Claim {
  const of = measure === "anchor.choice" ? chose : rated;
  const gaveBoth = (one: Evidence) => of(one, rival.value) !== null && of(one, "us") !== null;
  const people = peopleIn(accounts, [role], segment).filter(gaveBoth);
  const own = segment ? segment.accounts.flatMap((place) => accounts[place] ?? []) : accounts;
  // Company by company, of those who gave both, as the lead is: else a crowd in one company could turn the sentence round.
  const levelOf = (vendor: string) =>
    mean(
      meansOf(own, role, (one) => (gaveBoth(one) ? of(one, vendor) : null)).flatMap((level) => level ?? []),
    ) ?? 0;
  const [theirs, ours] = [levelOf(rival.value), levelOf("us")];
  const rivalLeads = test.mean > 0;
  const key: SegmentKey | undefined = segment && { by: segment.by, value: segment.value };
  const who = peopleOf[role];
  return {
    kind: rivalLeads ? "threat" : "opportunity",
    basis: segment ? "exploratory" : "pre-registered",
    family: test.family,
    part: test.part,
    p: test.p,
    weight: rivalLeads ? 0.9 : 0.6,
    statement: sentence(key, statementOf(measure, role, rival, theirs, ours, rivalLeads)),
    meaning: meaningOf(role, rival, rivalLeads),
    about: { measure, roles: [role], rival: rival.value, ...(key && { segment: key }) },
    figures: [
      {
        label: rivalLeads
          ? said(
              `“${rival.name["zh-CN"]}”领先本产品（按公司平均）`,
              `“${rival.name.en}” ahead of us, averaged by company`,
            )
          : said(
              `本产品领先“${rival.name["zh-CN"]}”（按公司平均）`,
              `We are ahead of “${rival.name.en}”, averaged by company`,
            ),
        value: Math.abs(test.mean),
        unit: measure === "anchor.choice" ? "share" : "points",
        interval: differenceInterval(test, measure === "anchor.choice" ? 1 : 4),
        n: people.length,
        companies: test.companies,
        method: segment ? "bootstrap-family" : "sign-flip",
      },
    ],
    evidence: people.map(({ id }) => id),
    wouldChange: said(
      `更多公司的${who["zh-CN"]}作答之后，领先缩小到偶然也会有的程度。`,
      `Answers of ${who.en} in more companies, in which the lead shrinks to what chance explains.`,
    ),
    next: nextOf(rival, rivalLeads),
  };
}

function nextOf(rival: NamedAnswer, rivalLeads: boolean): Claim["next"] {
  if (!rivalLeads)
    return {
      step: said("把胜出的理由写进案例。", "Turn what wins into a customer story."),
      page: "competitors/analysis",
    };
  return rival.value === staying
    ? { step: said("读读他们为什么不换。", "Read what keeps them from changing."), page: "results" }
    : {
        step: said(
          `看看“${rival.name["zh-CN"]}”在哪些功能上更强。`,
          `See which features “${rival.name.en}” does better.`,
        ),
        page: "competitors/analysis",
      };
}

function statementOf(
  measure: Looked["measure"],
  role: ChainRole,
  { value, name: rival }: NamedAnswer,
  theirs: number,
  ours: number,
  rivalLeads: boolean,
): LocalText {
  const who = peopleOf[role];
  if (measure === "anchor.choice") {
    const [a, b] = [percent(theirs), percent(ours)];
    if (value === staying)
      return rivalLeads
        ? said(
            `如果今天决定，${who["zh-CN"]}更多宁可维持现状：${a}，选本产品的 ${b}。`,
            `if they had to decide today, more ${who.en} would stay with what they have than choose us: ${a} against ${b}.`,
          )
        : said(
            `如果今天决定，${who["zh-CN"]}更多选本产品，而不是维持现状：${b} 对 ${a}。`,
            `if they had to decide today, more ${who.en} would choose us than stay with what they have: ${b} against ${a}.`,
          );
    return rivalLeads
      ? said(
          `如果今天决定，${who["zh-CN"]}更多选“${rival["zh-CN"]}”：${a}，选本产品的 ${b}。`,
          `if they had to decide today, more ${who.en} would choose “${rival.en}” than us: ${a} against ${b}.`,
        )
      : said(
          `如果今天决定，${who["zh-CN"]}更多选本产品：${b}，选“${rival["zh-CN"]}”的 ${a}。`,
          `if they had to decide today, more ${who.en} would choose us than “${rival.en}”: ${b} against ${a}.`,
        );
  }
  const [a, b] = [points(theirs), points(ours)];
  return rivalLeads
    ? said(
        `比较过的${who["zh-CN"]}给“${rival["zh-CN"]}”打 ${a} 分，给本产品打 ${b} 分。`,
        `${who.en} who compared rate “${rival.en}” ${a} and us ${b} of 5.`,
      )
    : said(
        `比较过的${who["zh-CN"]}给本产品打 ${b} 分，给“${rival["zh-CN"]}”打 ${a} 分。`,
        `${who.en} who compared rate us ${b} and “${rival.en}” ${a} of 5.`,
      );
}

function meaningOf(role: ChainRole, { value }: NamedAnswer, rivalLeads: boolean): LocalText {
  if (!rivalLeads)
    return said("可以拿来争取链上的其他角色。", "It can be used to win over the rest of the chain.");
  if (value === staying)
    return said(
      "对手是现状：他们还没有看到非换不可的理由。",
      "The rival is doing nothing: they see no pressing reason to change.",
    );
  if (role === "requester")
    return said(
      "需求方做比较、写推荐：在这里输了，决策者看到的就是对手。",
      "Requesters compare and report: lost here, the decider is shown the rival.",
    );
  return role === "user"
    ? said("使用者偏向对手，续费时会说出来。", "Users lean to the rival and will say so at renewal.")
    : said("拍板和把关的人偏向对手。", "Those who decide or check lean to the rival.");
}
