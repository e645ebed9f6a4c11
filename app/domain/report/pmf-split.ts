/** The Superhuman split of a study's answers: open answers read as the themes people found in them, or as their words. */
import type { ChainRole } from "../chain/role";
import type { Outcome } from "../outcome";
import { isEligible } from "../pmf/sean-ellis-score";
import { type SplitPerson, type SupporterSplit, supporterSplit } from "../pmf/supporter-split";
import { atOnce, type Steps } from "../steps";
import type { PmfRule } from "../study/study";
import { segment } from "../text/segment";
import { contentWords } from "../text/stop-words";
import { type Evidence, pmfAnswersOf } from "./evidence";
import { notStated } from "./evidence-filter";
import { pmfRoles } from "./pmf-by-role";
import { openTexts, type Reading, standingTheme, type Theme } from "./theme-coding";

type Question = "pmf.benefit" | "pmf.improve";

/** What names stand for: ids of themes that people found, or words that the answers contain. */
export type SplitBasis = "themes" | "words";

export type RoleSplit = {
  role: ChainRole;
  /** Answers to each question by those who count, and how many of them somebody has read. */
  benefit: { basis: SplitBasis; answers: number; read: number };
  improve: { basis: SplitBasis; answers: number; read: number };
  split: Outcome<SupporterSplit>;
};

/** Coding stands for all answers once somebody has read at least half of them. */
const enoughRead = 0.5;

/** Words in one answer alone name nothing that could be shared. */
const fewestWithWord = 2;

/**
 * The split of users and of deciders, each with what its names stand for. An answer's themes are those that at least
 * one reader found. While fewer than half of the answers to a question are read, the words that occur in at
 * least two of them stand in: a first look, not a finding. Roles in which nobody answered the open questions are left
 * out. `themes` and `readings` are all of the study's.
 */
export const pmfSplits = (...given: Parameters<typeof pmfSplitSteps>): RoleSplit[] =>
  atOnce(pmfSplitSteps(...given));

/** The same, a question of a role a step. */
export function* pmfSplitSteps(
  evidence: readonly Evidence[],
  rule: PmfRule,
  { themes, readings }: { themes: readonly Theme[]; readings: readonly Reading[] },
): Steps<RoleSplit[]> {
  const counted = pmfAnswersOf(evidence).filter(
    (one) => isEligible(one, rule.minUses) && one.answer !== "na",
  );
  const industries = new Map(evidence.map(({ id, companyIndustry }) => [id, companyIndustry || notStated]));
  const splits: RoleSplit[] = [];
  for (const role of pmfRoles) {
    const own = counted.filter((one) => one.role === role);
    const ids = new Set(own.map(({ id }) => id));
    const texts = (question: Question) =>
      openTexts(evidence, question).filter(({ responseId }) => ids.has(responseId));
    const benefit = namesIn(texts("pmf.benefit"), "pmf.benefit", themes, readings);
    yield;
    const improve = namesIn(texts("pmf.improve"), "pmf.improve", themes, readings);
    yield;
    if (benefit.answers === 0) continue;
    const people = own.flatMap(({ id, company, answer }): SplitPerson[] =>
      answer === "na"
        ? []
        : [
            {
              ...{ id, company, answer },
              persona: industries.get(id) ?? notStated,
              benefits: benefit.names.get(id) ?? null,
              wishes: improve.names.get(id) ?? null,
            },
          ],
    );
    const { names: _benefits, ...ofBenefit } = benefit;
    const { names: _wishes, ...ofImprove } = improve;
    splits.push({ role, benefit: ofBenefit, improve: ofImprove, split: supporterSplit(people) });
  }
  return splits;
}

type Names = { basis: SplitBasis; answers: number; read: number; names: Map<string, string[]> };

function namesIn(
  texts: readonly { responseId: string; text: string }[],
  question: Question,
  themes: readonly Theme[],
  readings: readonly Reading[],
): Names {
  const found = new Map<string, Set<string>>();
  for (const { responseId, themeIds, question: read } of readings) {
    if (read !== question) continue;
    const own = found.get(responseId) ?? new Set<string>();
    found.set(responseId, own);
    for (const id of themeIds) own.add(standingTheme(themes, id));
  }
  const read = texts.filter(({ responseId }) => found.has(responseId));
  const counts = { answers: texts.length, read: read.length };
  if (read.length > 0 && read.length >= enoughRead * texts.length)
    return {
      ...counts,
      basis: "themes",
      names: new Map(read.map(({ responseId }) => [responseId, [...(found.get(responseId) ?? [])]])),
    };
  const words = texts.map(({ responseId, text }) => ({
    responseId,
    words: [...new Set(contentWords(segment(text)))],
  }));
  const answersWith = new Map<string, number>();
  for (const { words: own } of words)
    for (const word of own) answersWith.set(word, (answersWith.get(word) ?? 0) + 1);
  return {
    ...counts,
    basis: "words",
    names: new Map(
      words.map(({ responseId, words: own }) => [
        responseId,
        own.filter((word) => answersWith.get(word)! >= fewestWithWord),
      ]),
    ),
  };
}
