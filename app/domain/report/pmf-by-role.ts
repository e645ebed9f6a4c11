/** The PMF score of each role that is asked for it. */
import type { ChainRole } from "../chain/role";
import type { Outcome } from "../outcome";
import { type PmfScore, pmfScore } from "../pmf/pmf-score";
import type { PmfRule } from "../study/study";
import { oncePer, pmfAnswersOf } from "./evidence";

export type RolePmf = { role: ChainRole; score: Outcome<PmfScore> };

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
