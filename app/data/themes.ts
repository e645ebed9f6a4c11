/** Themes that people find in open answers, and their readings. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

export async function listThemes({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { themes } = tables;
  return db
    .select({ id: themes.id, name: themes.name, mergedInto: themes.mergedInto })
    .from(themes)
    .where(and(eq(themes.workspaceId, workspaceId), eq(themes.studyId, studyId)))
    .orderBy(asc(themes.id));
}

/** A new theme; its id. */
export async function insertTheme(
  { db, tables }: Store,
  { workspaceId, studyId, name, createdBy, now }: InStudy & { name: string; createdBy: string; now: number },
): Promise<string> {
  const id = newId(now);
  await db
    .insert(tables.themes)
    .values({ id, workspaceId, studyId, name, mergedInto: null, createdBy, createdAt: now });
  return id;
}

type OneTheme = InStudy & { themeId: string };

export async function updateThemeName(
  { db, tables }: Store,
  { workspaceId, studyId, themeId, name }: OneTheme & { name: string },
): Promise<boolean> {
  const { themes } = tables;
  const changed = await db
    .update(themes)
    .set({ name })
    .where(and(eq(themes.workspaceId, workspaceId), eq(themes.studyId, studyId), eq(themes.id, themeId)))
    .returning({ id: themes.id });
  return changed.length > 0;
}

/** Merges a theme into another, or parts it again with null. False when it is not there. */
export async function updateThemeMerged(
  { db, tables }: Store,
  { workspaceId, studyId, themeId, into }: OneTheme & { into: string | null },
): Promise<boolean> {
  const { themes } = tables;
  if (into !== null) {
    const [target] = await db
      .select({ id: themes.id })
      .from(themes)
      .where(
        and(
          eq(themes.workspaceId, workspaceId),
          eq(themes.studyId, studyId),
          eq(themes.id, into),
          isNull(themes.mergedInto),
        ),
      )
      .limit(1);
    if (!target || into === themeId) return false;
  }
  const changed = await db
    .update(themes)
    .set({ mergedInto: into })
    .where(and(eq(themes.workspaceId, workspaceId), eq(themes.studyId, studyId), eq(themes.id, themeId)))
    .returning({ id: themes.id });
  return changed.length > 0;
}

/** Every reading of a study, in the order in which they were first made. */
export async function listReadings({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { themeCodes } = tables;
  return db
    .select({
      responseId: themeCodes.responseId,
      question: themeCodes.question,
      coder: themeCodes.coder,
      themeIds: themeCodes.themeIds,
    })
    .from(themeCodes)
    .where(and(eq(themeCodes.workspaceId, workspaceId), eq(themeCodes.studyId, studyId)))
    .orderBy(asc(themeCodes.id));
}

/** One person's reading of one answer; reading it again replaces what was found. */
export async function saveReading(
  { db, tables }: Store,
  given: InStudy & {
    responseId: string;
    question: string;
    coder: string;
    themeIds: string[];
    now: number;
  },
): Promise<void> {
  const { themeCodes } = tables;
  const { now, ...row } = given;
  await db
    .insert(themeCodes)
    .values({ id: newId(now), ...row, codedAt: now })
    .onConflictDoUpdate({
      target: [themeCodes.responseId, themeCodes.question, themeCodes.coder],
      set: { themeIds: given.themeIds, codedAt: now },
      setWhere: eq(themeCodes.workspaceId, given.workspaceId),
    });
}
