import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** What people find in the open answers: the themes of a study, and who found which in which answer. */
export const themeTables = (k: Kit, studies: Studies) => {
  const studyId = () =>
    k
      .text()
      .notNull()
      .references(() => studies.id, { onDelete: "cascade" });

  const themes = k.table(
    "themes",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      name: k.text().notNull(),
      /** The theme it was merged into; its codes count there, and come back when it is parted again. */
      mergedInto: k.text(),
      createdAt: k.time().notNull(),
      createdBy: k.text().notNull(),
    },
    (t) => [k.index("themes_study").on(t.workspaceId, t.studyId)],
  );

  /** One reading of one answer by one person; no themes means: read, and none fits. */
  const themeCodes = k.table(
    "theme_codes",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      responseId: k.text().notNull(),
      /** Key of the open question. */
      question: k.text().notNull(),
      /** The member who read it. */
      coder: k.text().notNull(),
      themeIds: k.json<string[]>().notNull(),
      codedAt: k.time().notNull(),
    },
    (t) => [
      k.unique("theme_codes_reading").on(t.responseId, t.question, t.coder),
      k.index("theme_codes_study").on(t.workspaceId, t.studyId),
    ],
  );

  return { themes, themeCodes };
};
