/** The decision chain of each company: who has spoken, whom each role leans to, what they demand, and the pattern it makes. */
import { mean } from "d3-array";
import { type ChainRole, chainRoles, coreRoles } from "../chain/role";
import { withinGroupAgreementOfItems } from "../chain/within-company-agreement";
import type { LocalText } from "../language";
import { type AnswerOption, anchorAttributes } from "../questionnaire/answer-options";
import { type Evidence, isRecord, read } from "./evidence";
import { type Account, accountsOf } from "./insights/accounts";
import { answersTo, attributesAsked } from "./insights/names";

/** For: most of the role would choose us. Against: a rival or staying as it is. Split: no majority, or they do not know. */
export type Leaning = "for" | "against" | "split";

const chainPatterns = ["decider-only", "users-only", "against", "for", "split", "unheard"] as const;
/** "decider-only": decider sold, users not; "users-only": users sold, decider not; "unheard": one of the two is missing. */
export type ChainPattern = (typeof chainPatterns)[number];

export type RoleStance = {
  role: ChainRole;
  people: number;
  leaning: Leaning | null;
  /** What they would choose today and how many of them, most first. */
  choices: { value: string; n: number }[];
  /** Mean rating of each anchor item, by measure and item; null when nobody of the role rated it. */
  importance: Record<string, number | null>;
  satisfaction: Record<string, number | null>;
};

/** What may stop the purchase or the renewal: said by a role in so many words, or important and badly served. */
export type Veto = {
  role: ChainRole;
  kind: "knock-out" | "stop-paying" | "badly-served";
  value: string;
  text: LocalText;
};

export type CompanyChain = {
  companyId: string;
  name: string;
  stances: RoleStance[];
  missing: ChainRole[];
  pattern: ChainPattern;
  /** r_wg(j) over the importance items, 0 to 1; null with fewer than two people. */
  alignment: number | null;
  /** Mean points of 100 that its people give each role's influence; empty when nobody was asked. */
  influence: { role: ChainRole; points: number }[];
  vetoes: Veto[];
};

const items = anchorAttributes.map(({ value }) => value as string);
const measures = { importance: "anchor.importance", satisfaction: "anchor.satisfaction" } as const;

const ratings = (people: readonly Evidence[], measure: keyof typeof measures, item: string): number[] =>
  people.flatMap((one) => {
    const answer = read(one, measures[measure]);
    const cell = isRecord(answer) ? answer[item] : null;
    return typeof cell === "number" ? [cell] : [];
  });

/** Where a role leans by what its people would choose: a rival and staying as it is count alike; null without a choice. */
export function leaningOf(chosen: readonly string[]): Pick<RoleStance, "leaning" | "choices"> {
  const counts = new Map<string, number>();
  for (const answer of chosen) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const choices = [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n);
  const said = choices.reduce((sum, { n }) => sum + n, 0);
  if (said === 0) return { leaning: null, choices };
  const [us, unsure] = [counts.get("us") ?? 0, counts.get("dont-know") ?? 0];
  const against = said - us - unsure;
  const leaning = us > said / 2 ? "for" : against > said / 2 ? "against" : "split";
  return { leaning, choices };
}

function stanceOf(role: ChainRole, people: readonly Evidence[]): RoleStance {
  const means = (measure: keyof typeof measures) =>
    Object.fromEntries(items.map((item) => [item, mean(ratings(people, measure, item)) ?? null]));
  return {
    role,
    people: people.length,
    ...leaningOf(
      people.flatMap((one) => {
        const answer = read(one, "anchor.choice");
        return typeof answer === "string" ? [answer] : [];
      }),
    ),
    importance: means("importance"),
    satisfaction: means("satisfaction"),
  };
}

/** The pattern that decider and users make. */
export function patternOf(stances: readonly Pick<RoleStance, "role" | "leaning">[]): ChainPattern {
  const of = (role: ChainRole) => stances.find((one) => one.role === role)?.leaning ?? null;
  const [decider, user] = [of("decider"), of("user")];
  if (decider === null || user === null) return "unheard";
  if (decider === "split" || user === "split") return "split";
  if (decider === user) return decider;
  return decider === "for" ? "decider-only" : "users-only";
}

/** Important (4 or more of 5) and badly served (2 or less). */
const [important, bad] = [4, 2];

function vetoesOf(
  people: Account["people"],
  stances: readonly RoleStance[],
  attributes: readonly AnswerOption[],
  nameOf: (key: "procurement.knock-out" | "decider.stop-paying", value: string) => LocalText,
): Veto[] {
  const named = (kind: "knock-out" | "stop-paying", key: Parameters<typeof nameOf>[0]) =>
    [...people].flatMap(([role, own]) => {
      const values = new Set(
        own.flatMap((one) => {
          const answer = read(one, key);
          return Array.isArray(answer) ? answer.map(String) : [];
        }),
      );
      return [...values].map((value): Veto => ({ role, kind, value, text: nameOf(key, value) }));
    });
  const served = stances.flatMap(({ role, importance, satisfaction }) =>
    attributes.flatMap(({ value, name }): Veto[] => {
      const [matters, now] = [importance[value] ?? null, satisfaction[value] ?? null];
      return matters !== null && now !== null && matters >= important && now <= bad
        ? [{ role, kind: "badly-served", value, text: name }]
        : [];
    }),
  );
  return [
    ...named("knock-out", "procurement.knock-out"),
    ...named("stop-paying", "decider.stop-paying"),
    ...served,
  ];
}

function influenceOf(people: Account["people"]): CompanyChain["influence"] {
  const given = [...people.values()].flat().flatMap((one) => {
    const answer = read(one, "gate.influence");
    return isRecord(answer) ? [answer] : [];
  });
  if (given.length === 0) return [];
  return chainRoles.map((role) => ({ role, points: mean(given, (one) => Number(one[role] ?? 0)) ?? 0 }));
}

function alignmentOf(people: Account["people"]): number | null {
  const all = [...people.values()].flat();
  const rated = items.map((item) => ratings(all, "importance", item)).filter((own) => own.length >= 2);
  const agreed = withinGroupAgreementOfItems(rated, 5);
  return agreed.ok ? agreed.value : null;
}

/**
 * One entry a company that was named, contradictions first, then by name as `compare` sorts it. Alignment is r_wg(j) of
 * all its people over the importance items (James, Demaree & Wolf 1984).
 */
export function companyChains(
  evidence: readonly Evidence[],
  compare: (a: string, b: string) => number,
): CompanyChain[] {
  const named = {
    "procurement.knock-out": answersTo(evidence, "procurement.knock-out"),
    "decider.stop-paying": answersTo(evidence, "decider.stop-paying"),
  };
  const attributes = attributesAsked(evidence);
  const nameOf = (key: keyof typeof named, value: string): LocalText =>
    named[key].find((one) => one.value === value)?.name ?? { "zh-CN": value, en: value };
  return accountsOf(evidence)
    .map(({ id, name, people }): CompanyChain => {
      const stances = chainRoles.flatMap((role) => {
        const own = people.get(role);
        return own ? [stanceOf(role, own)] : [];
      });
      return {
        companyId: id,
        name,
        stances,
        missing: coreRoles.filter((role) => !people.has(role)),
        pattern: patternOf(stances),
        alignment: alignmentOf(people),
        influence: influenceOf(people),
        vetoes: vetoesOf(people, stances, attributes, nameOf),
      };
    })
    .sort(
      (a, b) =>
        chainPatterns.indexOf(a.pattern) - chainPatterns.indexOf(b.pattern) || compare(a.name, b.name),
    );
}

/** How many companies show each pattern, in the order of the patterns. */
export const patternCounts = (chains: readonly CompanyChain[]): { pattern: ChainPattern; n: number }[] =>
  chainPatterns.map((pattern) => ({ pattern, n: chains.filter((one) => one.pattern === pattern).length }));
