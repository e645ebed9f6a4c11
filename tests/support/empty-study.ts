import { insertStudy } from "~/data/studies";
import { sampleBrief } from "~/domain/study/sample-brief";
import type { Store } from "~db/client";

/** A study of a workspace that nobody has been asked for yet. */
export function insertEmptyStudy(store: Store, workspaceId: string): Promise<string> {
  const { product, businessType, languages, currency, priceUnit, pmfRule } = sampleBrief;
  return insertStudy(store, {
    workspaceId,
    study: {
      ...{ product, businessType, languages: [...languages], currency, priceUnit, ...pmfRule },
      ...{
        description: "",
        stage: "development",
        industry: "",
        targetMarket: "",
        priceLadder: [],
        sample: false,
      },
    },
    competitors: [],
    questionnaires: [],
    now: Date.now(),
  });
}
