import type { BankContent } from "../../app/domain/questionnaire/bank-item";
import type { Kit } from "../columns";

/** The workspace's own questions and blocks, and links under which a draft can be tried. */
export const bankTables = (k: Kit) => {
  const bankItems = k.table(
    "bank_items",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      name: k.text().notNull(),
      note: k.text().notNull().default(""),
      content: k.json<BankContent>().notNull(),
      createdBy: k.text().notNull(),
      createdAt: k.time().notNull(),
      updatedAt: k.time().notNull(),
      archivedAt: k.time(),
    },
    (t) => [k.index("bank_items_workspace").on(t.workspaceId)],
  );

  /** One a questionnaire; its answers are checked and never stored. */
  const testLinks = k.table(
    "test_links",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      questionnaireId: k.text().notNull(),
      token: k.text().notNull(),
      createdAt: k.time().notNull(),
    },
    (t) => [
      k.unique("test_links_token").on(t.token),
      k.unique("test_links_questionnaire").on(t.questionnaireId),
    ],
  );

  return { bankItems, testLinks };
};
