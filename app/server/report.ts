/** The live report of a study, for everybody who may read it. */
import { listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { decisionChainReport } from "~/domain/report/decision-chain-report";
import { studyLamps } from "~/domain/report/study-lamps";
import type { Store } from "~db/client";
import { booksOf, readMoney } from "./money";

/** What the report page needs; nothing in it names a person or quotes one. */
export async function readReport(store: Store, { study, language }: { study: Study; language: Language }) {
  const [evidence, money] = await Promise.all([
    listEvidence(store, { workspaceId: study.workspaceId, studyId: study.id }),
    readMoney(store, study),
  ]);
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  const collator = new Intl.Collator(language, { numeric: true });
  return {
    product: study.product,
    sample: study.sample,
    rule,
    lamps: studyLamps(evidence, rule, money.result.lamp),
    books: booksOf(money),
    report: decisionChainReport(evidence, rule, collator.compare),
  };
}
