/** A complete response as the analysis sees it, and how it is read as an answer to a method's question. */
import type { ChainRole } from "../chain/role";
import type { PmfAnswer } from "../pmf/pmf-score";
import { disappointments } from "../pmf/sean-ellis-score";
import type { Review } from "../quality/review";
import { coreUseBands } from "../questionnaire/answer-options";
import { itemsOf } from "../questionnaire/by-measure";
import type { Answer, Answers, Compiled } from "../questionnaire/compiled";
import type { ResponseEnd } from "../questionnaire/endings";
import type { MeasureKey } from "../questionnaire/measures";

export type Evidence = {
  id: string;
  role: ChainRole;
  /** Null when the respondent named no company. */
  companyId: string | null;
  companyName: string | null;
  companySize: string | null;
  companyIndustry: string | null;
  companyRegion: string | null;
  /** Null when the respondent came by a link for all. */
  contactId: string | null;
  waveId: string;
  collectorId: string;
  review: Review | null;
  startedAt: number;
  completedAt: number;
  answers: Answers;
  compiled: Compiled;
};

/** A response as the files give it: a complete one, or one closed before its end, which is in no figure. */
export type Exported = Evidence & { outcome?: ResponseEnd; wave?: number };

/** Responses with the number of the wave in which they came. */
export function withWaves<E extends Evidence>(
  evidence: readonly E[],
  waves: readonly { id: string; number: number }[] = [],
): (E & { wave?: number })[] {
  const numbers = new Map(waves.map(({ id, number }) => [id, number]));
  return evidence.map((one) => ({ ...one, wave: numbers.get(one.waveId) }));
}

/** The company as a cluster; somebody without one stands alone. */
export const clusterOf = (one: Pick<Evidence, "id" | "companyId">): string =>
  one.companyId ?? `alone:${one.id}`;

/** Numbers the companies from 0 as they come; somebody without one has a number alone. */
export function numberCompanies(): (one: Pick<Evidence, "companyId">) => number {
  const known = new Map<string, number>();
  let next = 0;
  return ({ companyId }) => {
    const number = companyId === null ? next++ : (known.get(companyId) ?? next++);
    if (companyId !== null) known.set(companyId, number);
    return number;
  };
}

/**
 * A pure function of responses (and of what `keyOf` names) that is computed once for the same list, however many parts
 * of a report ask for it. Neither the list nor what is made of it may be changed.
 */
export function oncePer<More extends unknown[], T>(
  compute: (evidence: readonly Evidence[], ...more: More) => T,
  keyOf: (...more: More) => string = () => "",
): (evidence: readonly Evidence[], ...more: More) => T {
  const known = new WeakMap<readonly Evidence[], Map<string, { made: T }>>();
  return (evidence, ...more) => {
    const own = known.get(evidence) ?? new Map<string, { made: T }>();
    known.set(evidence, own);
    const key = keyOf(...more);
    const before = own.get(key) ?? { made: compute(evidence, ...more) };
    own.set(key, before);
    return before.made;
  };
}

// A version answers thousands of responses and never changes: its items are looked up once.
const namesByMeasure = new WeakMap<Compiled, Map<string, string[]>>();

/** The same name as the engine keeps it for properties: text from a file would be looked up in its table each time. */
export const asProperty = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name;

const noNames: readonly string[] = [];

function namesMeasuring(compiled: Compiled, key: MeasureKey): readonly string[] {
  let known = namesByMeasure.get(compiled);
  if (!known) {
    known = new Map();
    for (const { measure, name } of itemsOf(compiled))
      if (measure) known.set(measure, [...(known.get(measure) ?? []), asProperty(name)]);
    namesByMeasure.set(compiled, known);
  }
  return known.get(key) ?? noNames;
}

/** The answer of a response to a measure, or null. */
export function read(one: Pick<Evidence, "compiled" | "answers">, key: MeasureKey): Answer | null {
  for (const name of namesMeasuring(one.compiled, key)) {
    const answer = one.answers[name];
    if (answer !== undefined) return answer;
  }
  return null;
}

export const isRecord = (answer: Answer | null): answer is Record<string, Answer> =>
  typeof answer === "object" && answer !== null && !Array.isArray(answer);

/** The roles that answered, in the order every screen lists them. */
export function rolesOf(evidence: readonly Evidence[], order: readonly ChainRole[]): ChainRole[] {
  const present = new Set(evidence.map(({ role }) => role));
  return order.filter((role) => present.has(role));
}

const leastUses = new Map<string, number>(coreUseBands.map(({ value, from }) => [value, from]));

/** A PMF answer and whose it is. */
export type PmfAnswered = PmfAnswer & { role: ChainRole; id: string };

/** The PMF answers among the responses, with the fewest uses that the chosen band stands for. */
export const pmfAnswersOf = oncePer((evidence): readonly PmfAnswered[] =>
  evidence.flatMap((one) => {
    const given = read(one, "pmf.disappointment");
    const answer = disappointments.find((known) => known === given);
    if (answer === undefined) return [];
    const band = read(one, "user.core-uses");
    const uses = typeof band === "string" ? (leastUses.get(band) ?? null) : null;
    return [{ id: one.id, role: one.role, answer, uses, company: clusterOf(one) }];
  }),
);
