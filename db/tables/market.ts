import type { MarketModel } from "../../app/domain/market/market-model";
import type { Kit } from "../columns";

/** What a study assumes of its market, a row a scenario. */
export const marketTables = (k: Kit) => {
  const marketScenarios = k.table(
    "market_scenarios",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      name: k.text().notNull(),
      model: k.json<MarketModel>().notNull(),
      /** Of the simulation: the same sheet gives the same figures. */
      seed: k.int().notNull(),
      /** Counts saves, so that two editors at once are noticed. */
      revision: k.int().notNull(),
      updatedAt: k.time().notNull(),
      updatedBy: k.text().notNull(),
      /** Removed, and can be brought back. */
      removedAt: k.time(),
    },
    (t) => [k.index("market_scenarios_study").on(t.workspaceId, t.studyId)],
  );
  return { marketScenarios };
};
