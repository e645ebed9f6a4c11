import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** Filters and crosstabs of a study that somebody wants to come back to. */
export const savedViewTables = (k: Kit, studies: Studies) => {
  const savedViews = k.table(
    "saved_views",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k
        .text()
        .notNull()
        .references(() => studies.id, { onDelete: "cascade" }),
      name: k.text().notNull(),
      /** The page it was saved on, `results`, and the end of its address, `?role=user`. */
      page: k.text().notNull(),
      search: k.text().notNull(),
      savedAt: k.time().notNull(),
      savedBy: k.text().notNull(),
    },
    (t) => [k.unique("saved_views_name").on(t.studyId, t.name)],
  );
  return { savedViews };
};
