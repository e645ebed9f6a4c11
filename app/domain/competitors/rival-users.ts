/** What people who know a competitor's product say: how far they came with it, what they want, and why. */
import type { ChainRole } from "../chain/role";
import type { LocalText } from "../language";
import type { AnchorAttribute } from "../questionnaire/answer-options";
import type { Answer } from "../questionnaire/compiled";
import { type Evidence, isRecord, numberCompanies, read } from "../report/evidence";
import { attributesAsked, problemsAsked } from "../report/insights/names";
import { type Mean, meanOf, type Share, sharesOf } from "../report/tallies";
import { type Level, levelOf, reached } from "./rival-level";
import { type Quote, quotesOf, type Reasons, rivalReasons } from "./rival-reasons";

export type RivalFunnel = {
  vendor: string;
  /** Asked how well they know it. */
  asked: number;
  /** Share of those asked who have heard of it; of those who heard, who tried; of those who tried, who use it. */
  aware: Share | null;
  tried: Share | null;
  using: Share | null;
};

/**
 * Awareness → trial → use for each vendor, over all roles that were asked (or one). Every share is of the step before;
 * its interval is a Wilson interval that allows for colleagues answering alike.
 */
export function rivalFunnels(
  evidence: readonly Evidence[],
  vendors: readonly string[],
  role?: ChainRole,
): RivalFunnel[] {
  const companyOf = numberCompanies();
  const numbered = evidence.flatMap((one) =>
    !role || one.role === role ? [{ one, company: companyOf(one) }] : [],
  );
  return vendors.map((vendor) => {
    const known = numbered.flatMap(({ one, company }) => {
      const level = levelOf(one, vendor);
      return level ? [{ one, company, answer: level as Answer, level }] : [];
    });
    const step = (from: Level, to: Level) =>
      sharesOf(
        [to],
        known.filter(({ level }) => reached(level, from)),
        (answer) => [reached(answer as Level, to) ? to : from],
        true,
      )?.get(to) ?? null;
    return {
      ...{ vendor, asked: known.length },
      aware: step("unknown", "heard"),
      tried: step("heard", "tried"),
      using: step("tried", "using"),
    };
  });
}

export type Demand = { attribute: AnchorAttribute; name: LocalText; importance: Mean; satisfaction: Mean };

export type RivalUsers = {
  vendor: string;
  /** Responses of people who have tried the product or use it. */
  people: number;
  companies: number;
  /** Needs that matter to them, the least satisfied among the important ones first. */
  demands: Demand[];
  /** The problems most of them ranked. */
  problems: { value: string; text: LocalText; share: Share }[];
  /** Of those who use it now: who would choose another product or nothing today. */
  wouldLeave: Share | null;
  /** What those who would leave want solved most, in their words. */
  switchFor: Quote[];
  reasons: Reasons;
};

const choiceOf = (one: Evidence) => read(one, "anchor.choice");
const notDecided = new Set<Answer | null>([null, "dont-know"]);

/** Importance of each need to these people, and how satisfied they are with what they have; widest unmet first. */
function demandsOf(people: readonly Evidence[]): Demand[] {
  const companyOf = numberCompanies();
  const given = attributesAsked(people).map(({ value: attribute, name }) => ({
    ...{ attribute, name },
    importance: { companies: [] as number[], values: [] as number[] },
    satisfaction: { companies: [] as number[], values: [] as number[] },
  }));
  for (const one of people) {
    const company = companyOf(one);
    for (const part of ["importance", "satisfaction"] as const) {
      const rows = read(one, `anchor.${part}`);
      if (!isRecord(rows)) continue;
      for (const need of given) {
        const rating = rows[need.attribute];
        if (typeof rating !== "number") continue;
        need[part].companies.push(company);
        need[part].values.push(rating);
      }
    }
  }
  return given
    .flatMap(({ attribute, name, importance, satisfaction }) => {
      const [matters, satisfied] = [importance, satisfaction].map(({ companies, values }) =>
        meanOf(companies, values),
      );
      return matters && satisfied ? [{ attribute, name, importance: matters, satisfaction: satisfied }] : [];
    })
    .sort((a, b) => unmet(b) - unmet(a));
}

/** Ulwick's order: what matters, plus what of it is not met. */
const unmet = ({ importance, satisfaction }: Demand) =>
  importance.mean + Math.max(0, importance.mean - satisfaction.mean);

/** Everything people say about one of `vendors` (ours among them). Quotes stand in the order in which they came in. */
export function rivalUsers(
  evidence: readonly Evidence[],
  vendor: string,
  vendors: readonly { key: string; name: string }[],
): RivalUsers {
  const people = evidence.filter((one) => {
    const level = levelOf(one, vendor);
    return level !== null && reached(level, "tried");
  });
  const companyOf = numberCompanies();
  const numbered = (given: readonly Evidence[], answerOf: (one: Evidence) => Answer | null) =>
    given.flatMap((one) => {
      const answer = answerOf(one);
      return answer === null ? [] : [{ one, company: companyOf(one), answer }];
    });
  const users = people.filter((one) => levelOf(one, vendor) === "using" && !notDecided.has(choiceOf(one)));
  const leavers = users.filter((one) => choiceOf(one) !== vendor);
  const problems = problemsAsked(people);
  const ranked = sharesOf(
    problems.map(({ value }) => value),
    numbered(people, (one) => read(one, "anchor.problems")),
    (answer) => (Array.isArray(answer) ? answer : [answer]),
    true,
  );
  return {
    vendor,
    people: people.length,
    companies: new Set(people.flatMap(({ companyId }) => companyId ?? [])).size,
    demands: demandsOf(people),
    problems: problems
      .flatMap(({ value, name: text }) => {
        const share = ranked?.get(value);
        return share && share.count > 0 ? [{ value, text, share }] : [];
      })
      .sort((a, b) => b.share.count - a.share.count)
      .slice(0, 5),
    wouldLeave:
      sharesOf(
        ["leave"],
        numbered(users, choiceOf),
        (answer) => [answer === vendor ? "stay" : "leave"],
        true,
      )?.get("leave") ?? null,
    switchFor: quotesOf(leavers, "anchor.problem-text"),
    reasons: rivalReasons(evidence, vendor, vendors),
  };
}
