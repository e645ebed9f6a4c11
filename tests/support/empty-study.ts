import { insertStudy } from "~/data/studies";
import { sampleBrief } from "~/domain/study/sample-brief";
import type { Store } from "~db/client";

type Given = Parameters<typeof insertStudy>[1]["study"];

/** A study of a workspace that nobody has been asked for yet: the sample's, but for what `differing` says. */
export function insertEmptyStudy(
  store: Store,
  workspaceId: string,
  differing: Partial<Given> = {},
): Promise<string> {
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
      ...differing,
    },
    competitors: [],
    questionnaires: [],
    now: Date.now(),
  });
}
