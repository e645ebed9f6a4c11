/** Everything the decision-chain report shows, computed from the complete responses of one study. */
import { type ChainRole, chainRoles, coreRoles } from "../chain/role";
import type { Outcome } from "../outcome";
import { type PmfScore, pmfScore } from "../pmf/pmf-score";
import type { PmfRule } from "../study/study";
import { type AnchorRow, anchorProfile } from "./anchor-profile";
import { type ChainCoverage, chainCoverage } from "./chain-coverage";
import { type Evidence, oncePer, pmfAnswersOf, rolesOf } from "./evidence";
import { questionResults } from "./question-results";
import { isWanted, type RoleWants, roleWants } from "./role-wants";

export type RolePmf = { role: ChainRole; score: Outcome<PmfScore> };

export type DecisionChainReport = {
  responses: number;
  companies: number;
  /** Complete responses per role; the core roles are listed even without any. */
  byRole: { role: ChainRole; n: number }[];
  pmf: RolePmf[];
  coverage: ChainCoverage;
  importance: AnchorRow[];
  wants: RoleWants[];
  /** Attributes on which decider and user certainly differ (after Holm), widest gap first. */
  differences: AnchorRow[];
};

/** The roles that are asked the PMF question, users first: theirs is the score Ellis meant. */
export const pmfRoles = ["user", "decider"] as const satisfies readonly ChainRole[];

/** One score for users and one for deciders, never pooled. */
export const pmfByRole = oncePer(
  (evidence, rule: PmfRule): RolePmf[] => pmfOfAnswers(pmfAnswersOf(evidence), rule),
  JSON.stringify,
);

/** The same of answers that were read, or counted otherwise, before. */
export const pmfOfAnswers = (answers: ReturnType<typeof pmfAnswersOf>, rule: PmfRule): RolePmf[] =>
  pmfRoles.map((role) => ({
    role,
    score: pmfScore(
      answers.filter((one) => one.role === role),
      rule,
    ),
  }));

/** Gaps that chance does not explain at 5 % after Holm over the eight attributes, widest first. */
export const certainDifferences = (rows: readonly AnchorRow[]): AnchorRow[] =>
  rows
    .filter(({ gap, adjustedP }) => gap.ok && adjustedP !== null && adjustedP < 0.05)
    .sort((a, b) => Math.abs(b.gap.ok ? b.gap.value.gap : 0) - Math.abs(a.gap.ok ? a.gap.value.gap : 0));

/** `compare` sorts company names as the reader expects. */
export function decisionChainReport(
  evidence: readonly Evidence[],
  rule: PmfRule,
  compare: (a: string, b: string) => number,
): DecisionChainReport {
  const present = rolesOf(evidence, chainRoles);
  const listed = chainRoles.filter(
    (role) => present.includes(role) || coreRoles.some((core) => core === role),
  );
  const importance = anchorProfile(evidence, "anchor.importance");
  return {
    responses: evidence.length,
    companies: new Set(evidence.flatMap(({ companyId }) => companyId ?? [])).size,
    byRole: listed.map((role) => ({ role, n: evidence.filter((one) => one.role === role).length })),
    pmf: pmfByRole(evidence, rule),
    coverage: chainCoverage(evidence, compare),
    importance,
    wants: roleWants(evidence, present, { results: questionResults(evidence, isWanted), importance }),
    differences: certainDifferences(importance),
  };
}
