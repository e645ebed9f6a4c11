/** Links by which people outside the team read a report, and what they said about it. */
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { ChapterKey } from "~/domain/report/document/report-document";
import type { Audience } from "~/domain/report/document/suppress";
import type { EvidenceFilter } from "~/domain/report/evidence-filter";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** A new link; returns its id and token. */
export async function insertReportShare(
  { db, tables }: Store,
  given: InStudy & {
    snapshotId: string | null;
    /** Whose answers it shows, of the live report; null for everybody's. */
    filter?: EvidenceFilter | null;
    name: string;
    audience: Audience;
    passwordHash: string | null;
    expiresAt: number | null;
    createdBy: string;
    now: number;
  },
): Promise<{ id: string; token: string }> {
  const { now, ...row } = given;
  const made = { id: newId(now), token: newToken() };
  await db.insert(tables.reportShares).values({ ...row, ...made, createdAt: now });
  return made;
}

/** Every link of a study's report, newest first; what a password became is left out. */
export async function listReportShares({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { reportShares, reportSnapshots } = tables;
  const rows = await db
    .select({ share: reportShares, snapshot: reportSnapshots.name })
    .from(reportShares)
    .leftJoin(reportSnapshots, eq(reportSnapshots.id, reportShares.snapshotId))
    .where(and(eq(reportShares.workspaceId, workspaceId), eq(reportShares.studyId, studyId)))
    .orderBy(desc(reportShares.createdAt));
  return rows.map(({ share: { passwordHash, ...share }, snapshot }) => ({
    ...share,
    snapshot,
    hasPassword: passwordHash !== null,
  }));
}

/** Every filter by which people outside may have read a report of the study, the oldest first. */
export async function listSharedFilters(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<EvidenceFilter[]> {
  const { reportShares: shares, reportSnapshots: snapshots } = tables;
  const [linked, frozen] = await Promise.all([
    db
      .select({ filter: shares.filter, at: shares.createdAt })
      .from(shares)
      .where(and(eq(shares.workspaceId, workspaceId), eq(shares.studyId, studyId), isNotNull(shares.filter))),
    db
      .select({ filter: snapshots.filter, at: snapshots.createdAt })
      .from(snapshots)
      .where(
        and(
          eq(snapshots.workspaceId, workspaceId),
          eq(snapshots.studyId, studyId),
          isNotNull(snapshots.filter),
        ),
      ),
  ]);
  return [...linked, ...frozen].sort((a, b) => a.at - b.at).flatMap(({ filter }) => filter ?? []);
}

type OneShare = InStudy & { shareId: string };

/** Closes a link or opens it again. Returns its name, or null where there is none. */
export async function updateReportShareRevoked(
  { db, tables }: Store,
  given: OneShare & { revokedAt: number | null },
): Promise<string | null> {
  const { reportShares } = tables;
  const [changed] = await db
    .update(reportShares)
    .set({ revokedAt: given.revokedAt })
    .where(
      and(
        eq(reportShares.workspaceId, given.workspaceId),
        eq(reportShares.studyId, given.studyId),
        eq(reportShares.id, given.shareId),
      ),
    )
    .returning({ name: reportShares.name });
  return changed?.name ?? null;
}

/** Counts a view. */
export async function updateReportShareViewed(
  { db, tables }: Store,
  { workspaceId, shareId, now }: { workspaceId: string; shareId: string; now: number },
): Promise<void> {
  const { reportShares } = tables;
  await db
    .update(reportShares)
    .set({ views: sql`${reportShares.views} + 1`, lastViewedAt: now })
    .where(and(eq(reportShares.workspaceId, workspaceId), eq(reportShares.id, shareId)));
}

export async function insertReportComment(
  { db, tables }: Store,
  given: InStudy & {
    shareId: string | null;
    chapter: ChapterKey | null;
    author: string;
    text: string;
    now: number;
  },
): Promise<string> {
  const { now, ...row } = given;
  const id = newId(now);
  await db.insert(tables.reportComments).values({ ...row, id, createdAt: now });
  return id;
}

/** What was said, oldest first: by everybody, or (with `shareId`) by those who came by one link. */
export async function listReportComments(
  { db, tables }: Store,
  { workspaceId, studyId, shareId }: InStudy & { shareId?: string },
) {
  const { reportComments, reportShares } = tables;
  return db
    .select({
      id: reportComments.id,
      shareId: reportComments.shareId,
      link: reportShares.name,
      chapter: reportComments.chapter,
      author: reportComments.author,
      text: reportComments.text,
      createdAt: reportComments.createdAt,
    })
    .from(reportComments)
    .leftJoin(reportShares, eq(reportShares.id, reportComments.shareId))
    .where(
      and(
        eq(reportComments.workspaceId, workspaceId),
        eq(reportComments.studyId, studyId),
        isNull(reportComments.removedAt),
        ...(shareId === undefined ? [] : [eq(reportComments.shareId, shareId)]),
      ),
    )
    .orderBy(asc(reportComments.createdAt), asc(reportComments.id));
}

/** Removes a comment or brings it back. Returns its author, or null where there is none. */
export async function updateReportCommentRemoved(
  { db, tables }: Store,
  given: InStudy & { commentId: string; removedAt: number | null },
): Promise<string | null> {
  const { reportComments } = tables;
  const [changed] = await db
    .update(reportComments)
    .set({ removedAt: given.removedAt })
    .where(
      and(
        eq(reportComments.workspaceId, given.workspaceId),
        eq(reportComments.studyId, given.studyId),
        eq(reportComments.id, given.commentId),
      ),
    )
    .returning({ author: reportComments.author });
  return changed?.author ?? null;
}
