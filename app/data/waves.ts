/** The rounds of fieldwork of a study. */
import { and, desc, eq } from "drizzle-orm";
import type { Store } from "~db/client";

type InStudy = { workspaceId: string; studyId: string };
export type Wave = Store["tables"]["waves"]["$inferSelect"];

export async function listWaves({ db, tables }: Store, { workspaceId, studyId }: InStudy): Promise<Wave[]> {
  const { waves } = tables;
  return db
    .select()
    .from(waves)
    .where(and(eq(waves.workspaceId, workspaceId), eq(waves.studyId, studyId)))
    .orderBy(desc(waves.number));
}
