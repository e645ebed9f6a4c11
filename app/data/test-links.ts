/** Links under which a draft can be tried by anybody who has them; nothing answered there is stored. */
import { and, eq } from "drizzle-orm";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";

/** The test link of a questionnaire, or null. */
export async function findTestLink(
  { db, tables }: Store,
  { workspaceId, questionnaireId }: { workspaceId: string; questionnaireId: string },
): Promise<{ token: string; createdAt: number } | null> {
  const { testLinks } = tables;
  const [found] = await db
    .select({ token: testLinks.token, createdAt: testLinks.createdAt })
    .from(testLinks)
    .where(and(eq(testLinks.workspaceId, workspaceId), eq(testLinks.questionnaireId, questionnaireId)))
    .limit(1);
  return found ?? null;
}

/** Makes the questionnaire's test link, unless it has one. */
export async function insertTestLink(
  { db, tables }: Store,
  { workspaceId, questionnaireId, now }: { workspaceId: string; questionnaireId: string; now: number },
): Promise<void> {
  await db
    .insert(tables.testLinks)
    .values({ id: newId(now), workspaceId, questionnaireId, token: newToken(), createdAt: now })
    .onConflictDoNothing();
}

/** Takes the test link back: it opens nothing any more. */
export async function deleteTestLink(
  { db, tables }: Store,
  { workspaceId, questionnaireId }: { workspaceId: string; questionnaireId: string },
): Promise<void> {
  const { testLinks } = tables;
  await db
    .delete(testLinks)
    .where(and(eq(testLinks.workspaceId, workspaceId), eq(testLinks.questionnaireId, questionnaireId)));
}
