import type { ChainRole } from "../../app/domain/chain/role";
import type { ItemContent } from "../../app/domain/questionnaire/own-bank/item";
import type { BusinessType } from "../../app/domain/study/study";
import type { Kit } from "../columns";

/** What a workspace keeps of its questionnaires to use it again. */
export const bankTables = (k: Kit) => {
  /** A question, page or block; the product's own ones are built, not kept. */
  const bankItems = k.table(
    "bank_items",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      name: k.text().notNull(),
      tags: k.json<string[]>().notNull(),
      /** The roles whose questionnaires it was saved from. */
      roles: k.json<ChainRole[]>().notNull(),
      content: k.json<ItemContent>().notNull(),
      /** Counts its wordings, so that copies know when there is a newer one. */
      revision: k.int().notNull(),
      createdAt: k.time().notNull(),
      /** When this wording was saved, and by which member. */
      savedAt: k.time().notNull(),
      savedBy: k.text().notNull(),
      deletedAt: k.time(),
    },
    (t) => [k.index("bank_items_workspace").on(t.workspaceId)],
  );

  /** What an item said before its newest wording: what the copies made then were made from. */
  const bankWordings = k.table(
    "bank_wordings",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      itemId: k.text().notNull(),
      revision: k.int().notNull(),
      content: k.json<ItemContent>().notNull(),
    },
    (t) => [k.unique("bank_wordings_revision").on(t.workspaceId, t.itemId, t.revision)],
  );

  /** Questionnaires of several roles that belong together. */
  const roleSets = k.table(
    "role_sets",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      name: k.text().notNull(),
      businessType: k.word<BusinessType>().notNull(),
      questionnaires: k.json<{ role: ChainRole; kept: unknown }[]>().notNull(),
      createdAt: k.time().notNull(),
      savedBy: k.text().notNull(),
      deletedAt: k.time(),
    },
    (t) => [k.index("role_sets_workspace").on(t.workspaceId)],
  );

  return { bankItems, bankWordings, roleSets };
};
