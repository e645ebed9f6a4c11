import type { ChainRole } from "../../app/domain/chain/role";
import type { OpportunityMarket, OpportunityOrigin, OpportunityStatus } from "../../app/domain/growth/words";
import type { AnchorAttribute } from "../../app/domain/questionnaire/answer-options";
import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** Needs found in the research that may become new value. */
export const opportunityTables = (k: Kit, studies: Studies) => {
  const opportunities = k.table(
    "opportunities",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k
        .text()
        .notNull()
        .references(() => studies.id, { onDelete: "cascade" }),
      need: k.text().notNull(),
      role: k.word<ChainRole>().notNull(),
      origin: k.word<OpportunityOrigin>().notNull(),
      /** The anchor attribute it serves: its surveyed importance and satisfaction score it. */
      attribute: k.word<AnchorAttribute>(),
      /** The problem of the anchor block whose counts it rests on. */
      problem: k.text(),
      /** Words looked for in the open answers; those that hold them are its evidence. */
      words: k.text().notNull(),
      /** The theme of coded answers it speaks of. */
      themeId: k.text(),
      /** The feature that would answer it, for what competitors already cover. */
      featureId: k.text(),
      market: k.word<OpportunityMarket>().notNull(),
      /** Who it opens the product to, in words. */
      opens: k.text().notNull(),
      status: k.word<OpportunityStatus>().notNull(),
      /** The wave that will confirm it. */
      waveNumber: k.int(),
      /** Counts saves, so that two editors at once are noticed. */
      revision: k.int().notNull(),
      updatedAt: k.time().notNull(),
      updatedBy: k.text().notNull(),
      /** Removed, and can be brought back. */
      removedAt: k.time(),
    },
    (t) => [k.index("opportunities_study").on(t.workspaceId, t.studyId)],
  );
  return { opportunities };
};
