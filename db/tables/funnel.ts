import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** The product's own funnel: how many reached each step, by period and channel. */
export const funnelTables = (k: Kit, studies: Studies) => {
  const funnelCounts = k.table(
    "funnel_counts",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k
        .text()
        .notNull()
        .references(() => studies.id, { onDelete: "cascade" }),
      /** `2026-03`. */
      period: k.text().notNull(),
      channel: k.text().notNull(),
      /** How many reached each step of the business type's funnel, by its key. */
      counts: k.json<Record<string, number>>().notNull(),
      /** Who came back from the lost pool in this period; null: nobody counted. */
      recovered: k.int(),
      /** Of the first step, who came because a customer sent them. */
      referred: k.int(),
    },
    (t) => [
      k.unique("funnel_counts_place").on(t.studyId, t.period, t.channel),
      k.index("funnel_counts_workspace").on(t.workspaceId, t.studyId),
    ],
  );
  return { funnelCounts };
};
