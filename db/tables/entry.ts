import type { EntryContents, EntryKind } from "../../app/domain/entry";
import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** Figures that people type row by row: the books, the funnel, the market's years. */
export const entryTables = (k: Kit, studies: Studies) => {
  /** Every state a row has had; the one with the highest revision holds. Rows are only added. */
  const entryStates = k.table(
    "entry_states",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k
        .text()
        .notNull()
        .references(() => studies.id, { onDelete: "cascade" }),
      kind: k.word<EntryKind>().notNull(),
      /** Names the row within its kind: a month, a month and channel. */
      key: k.text().notNull(),
      revision: k.int().notNull(),
      /** Null: removed. */
      content: k.json<EntryContents[EntryKind] | null>(),
      savedAt: k.time().notNull(),
      /** Empty for what was there before changes were kept. */
      savedBy: k.text().notNull(),
    },
    (t) => [k.unique("entry_states_revision").on(t.workspaceId, t.studyId, t.kind, t.key, t.revision)],
  );
  return { entryStates };
};
