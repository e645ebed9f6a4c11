/** The insights engine: rules look at the evidence, what they claim is judged together, ranked and cut to what matters. */
import { atOnce, type Steps } from "../steps";
import type { PmfRule } from "../study/study";
import { type Evidence, pmfAnswersOf } from "./evidence";
import {
  type Claim,
  errorShares,
  type Insight,
  type InsightKind,
  type InsightStrength,
  insightStrengths,
} from "./insight";
import { accountsOf, segmentsOf } from "./insights/accounts";
import { causeClaims } from "./insights/causes";
import { missingVoices, qualityWarnings } from "./insights/facts";
import { fitClaims } from "./insights/fit";
import { gapRules } from "./insights/gaps";
import { needRules } from "./insights/needs";
import { priceClaims } from "./insights/prices";
import { rivalClaims } from "./insights/rivals";

export type InsightInput = {
  /** Complete responses that count. */
  evidence: readonly Evidence[];
  rule: PmfRule;
  /** Responses that a person left out for their quality. */
  excluded?: number;
  /** Claims of other parts of the study: the market, money, the life-cycle gates. */
  more?: readonly Claim[];
};

/** Kept well under the 5 % that is promised: not every kind of data keeps a test exactly to its level. */
const strongLevel = 0.03;
const moderateLevel = 0.05;

/** A leader reads no more than this, and of one kind no more than that; that all is well needs fewer lines. */
const most = 15;
const mostOfKind = (kind: InsightKind) => (kind === "agreement" ? 2 : 4);

/**
 * Everything worth saying about a study, most important first; an empty list when nothing is. Each rule corrects
 * inside its family of questions; the engine divides by the family's share of the error (`errorShares`), so that the
 * chance of any false `strong` insight stays under 5 % (at 3 % by design) over everything looked at. Companies, not people, are drawn and
 * counted. What misses `moderate` is not said. `seed` feeds the random signs: the same seed gives the same insights.
 */
export function* insightSteps(input: InsightInput, seed: number): Steps<Insight[]> {
  const { evidence, rule, excluded = 0, more = [] } = input;
  const accounts = accountsOf(evidence);
  const segments = segmentsOf(accounts);
  const companyIds = accounts.map(({ id }) => id);
  const claims: Claim[] = [];
  const rules = [
    () => fitClaims(pmfAnswersOf(evidence), rule, segments, companyIds),
    ...gapRules(accounts, segments, seed),
    () => causeClaims(evidence, accounts, seed + 2),
    () => rivalClaims(evidence, accounts, segments, seed + 3),
    ...needRules(evidence, accounts, seed + 4),
    () => priceClaims(evidence, seed + 5),
    () => missingVoices(accounts),
    () => qualityWarnings(evidence, accounts, excluded),
  ];
  for (const found of rules) {
    claims.push(...found());
    yield;
  }
  claims.push(...more);
  return cut(withoutRepeats(ranked(claims.flatMap(judged))));
}

export const insightsOf = (input: InsightInput, seed: number): Insight[] => atOnce(insightSteps(input, seed));

type Judged = { insight: Insight; weight: number };

/** p over everything looked at, and the strength it earns; nothing for what is too weak to say. */
function judged({ family, p, part = 1, decided = false, weight, ...claim }: Claim): Judged[] {
  const adjustedP = family === null || p === null ? null : Math.min(1, p / (part * errorShares[family]));
  const strength = strengthOf(p, adjustedP, decided);
  if (!strength) return [];
  return [{ weight, insight: { id: idOf(claim), strength, adjustedP, ...claim } }];
}

function strengthOf(p: number | null, adjustedP: number | null, decided: boolean): InsightStrength | null {
  if (p === null || adjustedP === null) return decided ? "moderate" : "fact";
  if (adjustedP <= strongLevel) return "strong";
  return p <= moderateLevel || decided ? "moderate" : null;
}

function idOf({ kind, about }: Pick<Claim, "kind" | "about">): string {
  const { measure, item, roles, segment, rival, need, cause } = about;
  const parts = [
    kind,
    measure,
    item,
    roles?.join("+"),
    segment && `${segment.by}:${segment.value}`,
    rival,
    need,
    cause,
  ];
  return parts.filter(Boolean).join("/");
}

/** Strongest first; verdicts lead, the market and the money follow what is strong; then by what is at stake and how sure it is. */
const ranked = (claims: readonly Judged[]): Judged[] =>
  [...claims].sort(
    (a, b) =>
      place(a) - place(b) || b.weight - a.weight || (a.insight.adjustedP ?? 0) - (b.insight.adjustedP ?? 0),
  );

const place = ({ insight }: Judged): number => {
  if (insight.kind === "verdict" && insight.basis === "pre-registered") return -1;
  if (insight.kind === "market") return 0.5;
  return insightStrengths.indexOf(insight.strength);
};

/**
 * One insight a subject: of the same item seen between several roles or in several segments, the first in rank is
 * kept; a segment's finding stands beside that of all companies only where it says something else.
 */
function withoutRepeats(claims: readonly Judged[]): Judged[] {
  const told = new Set<string>();
  return claims.filter(({ insight: { kind, about } }) => {
    const roles = kind === "contradiction" || kind === "agreement" ? "" : about.roles?.join("+");
    const verdict = kind === "verdict" ? `${about.segment?.by}:${about.segment?.value}` : "";
    const key = [kind, about.measure, about.item, roles, verdict, about.rival, about.need, about.cause].join(
      "/",
    );
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

function cut(claims: readonly Judged[]): Insight[] {
  const counts = new Map<string, number>();
  return claims
    .filter(({ insight: { kind } }) => {
      const n = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, n);
      return n <= mostOfKind(kind);
    })
    .slice(0, most)
    .map(({ insight }) => insight);
}
