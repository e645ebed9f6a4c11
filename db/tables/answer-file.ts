import type { Kit } from "../columns";
import type { fieldworkTables } from "./fieldwork";

type Responses = ReturnType<typeof fieldworkTables>["responses"];

/** Files that respondents gave as answers; the answer itself keeps a reference. */
export const answerFileTables = (k: Kit, responses: Responses) => {
  const answerFiles = k.table(
    "answer_files",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      responseId: k
        .text()
        .notNull()
        .references(() => responses.id, { onDelete: "cascade" }),
      /** The name of the question. */
      item: k.text().notNull(),
      name: k.text().notNull(),
      /** Its media type, told by its content. */
      type: k.text().notNull(),
      size: k.int().notNull(),
      /** Of its content: the same file sent twice to one question is one. */
      hash: k.text().notNull(),
      createdAt: k.time().notNull(),
      // Last, so that reading the others leaves it alone.
      bytes: k.bytes().notNull(),
    },
    (t) => [
      k.unique("answer_files_content").on(t.responseId, t.item, t.hash),
      k.index("answer_files_workspace").on(t.workspaceId, t.createdAt),
    ],
  );

  return { answerFiles };
};
