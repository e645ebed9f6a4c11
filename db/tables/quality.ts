import type { QualityThresholds } from "../../app/domain/quality/flag-response";
import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** How a study judges the quality of its responses. */
export const qualityTables = (k: Kit, studies: Studies) => ({
  qualitySettings: k.table("quality_settings", {
    /** The study's id: a study has one row at most. */
    id: k.id().references(() => studies.id, { onDelete: "cascade" }),
    workspaceId: k.text().notNull(),
    thresholds: k.json<QualityThresholds>().notNull(),
    updatedAt: k.time().notNull(),
    updatedBy: k.text().notNull(),
  }),
});
