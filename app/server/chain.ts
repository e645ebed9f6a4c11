/** The chain page of a study, of the responses that a filter lets pass. */
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { chainAgreement } from "~/domain/report/chain-agreement";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { companyChains, patternCounts } from "~/domain/report/company-chain";
import type { Evidence } from "~/domain/report/evidence";
import { insightSteps } from "~/domain/report/insights-of";
import { shownInsight } from "~/domain/report/shown-insight";
import { oneSeed } from "~/domain/seed";
import { type PmfRule, pmfRuleOf } from "~/domain/study/study";
import { formatOf } from "~/i18n/format";
import type { Store } from "~db/client";
import { readKeptFiltered } from "./kept-filtered";

function* chainSteps(
  evidence: readonly Evidence[],
  { rule, compare }: { rule: PmfRule; compare: (a: string, b: string) => number },
) {
  const chains = companyChains(evidence, compare);
  yield;
  const coverage = chainCoverage(evidence, compare);
  yield;
  const importance = chainAgreement(evidence, "anchor.importance", oneSeed);
  yield;
  const satisfaction = chainAgreement(evidence, "anchor.satisfaction", oneSeed);
  yield;
  const insights = yield* insightSteps({ evidence, rule }, oneSeed);
  return {
    responses: evidence.length,
    ...{ coverage, importance, satisfaction, patterns: patternCounts(chains) },
    rows: chains.map(({ companyId, name, pattern, alignment, stances }) => ({
      ...{ companyId, name, pattern, alignment },
      stances: stances.map(({ role, people, leaning }) => ({ role, people, leaning })),
    })),
    contradictions: insights.filter(({ kind }) => kind === "contradiction").map(shownInsight),
  };
}

export function readChain(
  store: Store,
  given: { request: Request; study: Study; language: Language; now: number },
) {
  const { study, language } = given;
  const rule = pmfRuleOf(study);
  const { compare } = formatOf(language);
  return readKeptFiltered(
    store,
    { ...given, page: "chain" },
    {
      // Companies are sorted as the reader's language has it.
      kind: `chain ${language}`,
      readAround: async () => rule,
      compute: async ({ evidence }) => chainSteps(evidence, { rule, compare }),
    },
  );
}
