/** The live report of a study, for everybody who may read it. */
import { listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { decisionChainReport } from "~/domain/report/decision-chain-report";
import type { Store } from "~db/client";

/** What the report page needs; nothing in it names a person or quotes one. */
export async function readReport(store: Store, { study, language }: { study: Study; language: Language }) {
  const evidence = await listEvidence(store, { workspaceId: study.workspaceId, studyId: study.id });
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  const collator = new Intl.Collator(language, { numeric: true });
  return {
    product: study.product,
    sample: study.sample,
    rule,
    report: decisionChainReport(evidence, rule, collator.compare),
  };
}
