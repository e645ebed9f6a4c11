import type { Kit } from "../columns";

/** Links under which a draft can be tried. */
export const testLinkTables = (k: Kit) => {
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

  return { testLinks };
};
