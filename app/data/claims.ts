/** What competitors promise: their claims, each with where and when it was seen. */
import { and, asc, eq } from "drizzle-orm";
import type { Claim } from "~/domain/competitors/claim-form";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** Every claim, the oldest first, archived ones too. */
export async function listClaims({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { claims } = tables;
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), eq(claims.studyId, studyId)))
    .orderBy(asc(claims.id));
}
export type KeptClaim = Awaited<ReturnType<typeof listClaims>>[number];

export async function findClaim(
  { db, tables }: Store,
  { workspaceId, studyId, claimId }: InStudy & { claimId: string },
) {
  const { claims } = tables;
  const [found] = await db
    .select()
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), eq(claims.studyId, studyId), eq(claims.id, claimId)))
    .limit(1);
  return found ?? null;
}

/** Adds a claim and returns its id. */
export async function insertClaim(
  { db, tables }: Store,
  given: InStudy & { claim: Claim; savedBy: string; now: number },
): Promise<string> {
  const { workspaceId, studyId, claim, savedBy, now } = given;
  const id = newId(now);
  await db.insert(tables.claims).values({ ...claim, id, workspaceId, studyId, savedBy, savedAt: now });
  return id;
}

/** Saves a claim edited on `revision`; false when somebody saved in between (nothing is overwritten). */
export async function updateClaim(
  { db, tables }: Store,
  given: InStudy & { claimId: string; revision: number; claim: Claim; savedBy: string; now: number },
): Promise<boolean> {
  const { claims } = tables;
  const { workspaceId, studyId, claimId, revision, claim, savedBy, now } = given;
  const saved = await db
    .update(claims)
    .set({ ...claim, savedBy, savedAt: now, revision: revision + 1 })
    .where(
      and(
        eq(claims.workspaceId, workspaceId),
        eq(claims.studyId, studyId),
        eq(claims.id, claimId),
        eq(claims.revision, revision),
      ),
    )
    .returning({ id: claims.id });
  return saved.length > 0;
}

/** Archiving takes a claim off the pages; null brings it back. */
export async function updateClaimArchived(
  { db, tables }: Store,
  given: InStudy & { claimId: string; archivedAt: number | null },
): Promise<void> {
  const { claims } = tables;
  const { workspaceId, studyId, claimId, archivedAt } = given;
  await db
    .update(claims)
    .set({ archivedAt })
    .where(and(eq(claims.workspaceId, workspaceId), eq(claims.studyId, studyId), eq(claims.id, claimId)));
}
