/** The chain page of a study, of all responses or of those a filter lets pass. */
import { listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import { listWaves } from "~/data/waves";
import { chainAgreement } from "~/domain/report/chain-agreement";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { companyChains, patternCounts } from "~/domain/report/company-chain";
import { facetsOf, filterEvidence, filterFrom } from "~/domain/report/evidence-filter";
import { insightsOf } from "~/domain/report/insights-of";
import { shownInsight } from "~/domain/report/shown-insight";
import type { Store } from "~db/client";
import { insightSeed } from "./insights";

type Asked = { search: URLSearchParams; compare: (a: string, b: string) => number };

export async function readChain(store: Store, study: Study, { search, compare }: Asked) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [everything, waves] = await Promise.all([listEvidence(store, where), listWaves(store, where)]);
  const filter = filterFrom(search);
  const evidence = filterEvidence(everything, filter);
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  const chains = companyChains(evidence, compare);
  return {
    study: { id: study.id, sample: study.sample },
    all: everything.length,
    responses: evidence.length,
    filter,
    facets: facetsOf(everything, filter),
    waves: Object.fromEntries(waves.map(({ id, number }) => [id, number])),
    coverage: chainCoverage(evidence, compare),
    patterns: patternCounts(chains),
    rows: chains.map(({ companyId, name, pattern, alignment, stances }) => ({
      ...{ companyId, name, pattern, alignment },
      stances: stances.map(({ role, people, leaning }) => ({ role, people, leaning })),
    })),
    importance: chainAgreement(evidence, "anchor.importance", insightSeed),
    satisfaction: chainAgreement(evidence, "anchor.satisfaction", insightSeed),
    contradictions: insightsOf({ evidence, rule }, insightSeed)
      .filter(({ kind }) => kind === "contradiction")
      .map(shownInsight),
  };
}
