/** The chain page of a study, of the responses that a filter lets pass. */
import type { Study } from "~/data/studies";
import { chainAgreement } from "~/domain/report/chain-agreement";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { companyChains, patternCounts } from "~/domain/report/company-chain";
import type { Evidence } from "~/domain/report/evidence";
import { insightsOf } from "~/domain/report/insights-of";
import { shownInsight } from "~/domain/report/shown-insight";
import { oneSeed } from "~/domain/seed";
import { pmfRuleOf } from "~/domain/study/study";

export function chainPage(
  evidence: readonly Evidence[],
  study: Study,
  compare: (a: string, b: string) => number,
) {
  const rule = pmfRuleOf(study);
  const chains = companyChains(evidence, compare);
  return {
    study: { id: study.id, sample: study.sample, currency: study.currency },
    responses: evidence.length,
    coverage: chainCoverage(evidence, compare),
    patterns: patternCounts(chains),
    rows: chains.map(({ companyId, name, pattern, alignment, stances }) => ({
      ...{ companyId, name, pattern, alignment },
      stances: stances.map(({ role, people, leaning }) => ({ role, people, leaning })),
    })),
    importance: chainAgreement(evidence, "anchor.importance", oneSeed),
    satisfaction: chainAgreement(evidence, "anchor.satisfaction", oneSeed),
    contradictions: insightsOf({ evidence, rule }, oneSeed)
      .filter(({ kind }) => kind === "contradiction")
      .map(shownInsight),
  };
}
