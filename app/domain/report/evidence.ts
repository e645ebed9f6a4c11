/** A complete response as the analysis sees it, and how it is read as an answer to a method's question. */
import type { ChainRole } from "../chain/role";
import type { PmfAnswer } from "../pmf/pmf-score";
import { type Disappointment, disappointments } from "../pmf/sean-ellis-score";
import { answerTo } from "../questionnaire/by-measure";
import type { Answer, Answers, Compiled } from "../questionnaire/compiled";
import { coreUseBands, type MeasureKey } from "../questionnaire/measures";

export type Evidence = {
  id: string;
  role: ChainRole;
  /** Null when the respondent named no company. */
  companyId: string | null;
  companyName: string | null;
  companySize: string | null;
  companyIndustry: string | null;
  startedAt: number;
  completedAt: number;
  answers: Answers;
  compiled: Compiled;
};

/** The company as a cluster; somebody without one stands alone. */
export const clusterOf = (one: Pick<Evidence, "id" | "companyId">): string =>
  one.companyId ?? `alone:${one.id}`;

/** The answer of a response to a measure, or null. */
export const read = (one: Evidence, key: MeasureKey): Answer | null =>
  answerTo(one.compiled, one.answers, key);

export const isRecord = (answer: Answer | null): answer is Record<string, Answer> =>
  typeof answer === "object" && answer !== null && !Array.isArray(answer);

/** The roles that answered, in the order every screen lists them. */
export function rolesOf(evidence: readonly Evidence[], order: readonly ChainRole[]): ChainRole[] {
  const present = new Set(evidence.map(({ role }) => role));
  return order.filter((role) => present.has(role));
}

const leastUses = new Map<string, number>(coreUseBands.map(({ value, from }) => [value, from]));

/** The PMF answers among the responses, with the fewest uses that the chosen band stands for. */
export function pmfAnswersOf(evidence: readonly Evidence[]): (PmfAnswer & { role: ChainRole; id: string })[] {
  return evidence.flatMap((one) => {
    const answer = disappointments.find((known) => known === read(one, "pmf.disappointment"));
    if (answer === undefined) return [];
    const band = read(one, "user.core-uses");
    const uses = typeof band === "string" ? (leastUses.get(band) ?? null) : null;
    return [
      { id: one.id, role: one.role, answer: answer satisfies Disappointment, uses, company: clusterOf(one) },
    ];
  });
}
