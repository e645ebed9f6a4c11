import type { MarketModel } from "../../app/domain/market/market-model";
import type { SeenMarket } from "../../app/domain/market/market-move";
import type { Kit } from "../columns";

/** What a study assumes of its market, a row a scenario, and how its figures stood when they were seen. */
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

  /** The figures of a scenario each time somebody saw others than before; the highest number is the newest. */
  const marketSights = k.table(
    "market_sights",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      scenarioId: k
        .text()
        .notNull()
        .references(() => marketScenarios.id, { onDelete: "cascade" }),
      number: k.int().notNull(),
      seenAt: k.time().notNull(),
      /** Equal where the figures are; the key order of JSON differs between engines. */
      fingerprint: k.text().notNull(),
      seen: k.json<SeenMarket>().notNull(),
    },
    (t) => [k.unique("market_sights_number").on(t.scenarioId, t.number)],
  );
  return { marketScenarios, marketSights };
};
