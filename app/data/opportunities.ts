/** Needs that may become new value, a row each. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Opportunity } from "~/domain/growth/opportunity-form";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };
export type KeptOpportunity = Awaited<ReturnType<typeof listOpportunities>>[number];

/** In the order in which they were written down; removed ones are left out. */
export async function listOpportunities({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { opportunities } = tables;
  return db
    .select()
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, workspaceId),
        eq(opportunities.studyId, studyId),
        isNull(opportunities.removedAt),
      ),
    )
    .orderBy(asc(opportunities.id));
}

type Written = { opportunity: Opportunity; updatedBy: string; now: number };

export async function insertOpportunity(
  { db, tables }: Store,
  { workspaceId, studyId, opportunity, updatedBy, now }: InStudy & Written,
): Promise<string> {
  const id = newId(now);
  await db
    .insert(tables.opportunities)
    .values({ ...opportunity, id, workspaceId, studyId, revision: 1, updatedAt: now, updatedBy });
  return id;
}

/** Saves one that was read at `revision`; false when somebody saved or removed it in between. */
export async function updateOpportunity(
  { db, tables }: Store,
  given: InStudy & Written & { opportunityId: string; revision: number },
): Promise<boolean> {
  const { opportunities } = tables;
  const { opportunity, updatedBy, now } = given;
  const saved = await db
    .update(opportunities)
    .set({ ...opportunity, updatedBy, updatedAt: now, revision: given.revision + 1 })
    .where(
      and(
        eq(opportunities.workspaceId, given.workspaceId),
        eq(opportunities.studyId, given.studyId),
        eq(opportunities.id, given.opportunityId),
        eq(opportunities.revision, given.revision),
        isNull(opportunities.removedAt),
      ),
    )
    .returning({ id: opportunities.id });
  return saved.length > 0;
}

/** Removing hides it and can be undone with null. Returns its need, or null when there is none. */
export async function updateOpportunityRemoved(
  { db, tables }: Store,
  given: InStudy & { opportunityId: string; removedAt: number | null },
): Promise<string | null> {
  const { opportunities } = tables;
  const [changed] = await db
    .update(opportunities)
    .set({ removedAt: given.removedAt })
    .where(
      and(
        eq(opportunities.workspaceId, given.workspaceId),
        eq(opportunities.studyId, given.studyId),
        eq(opportunities.id, given.opportunityId),
      ),
    )
    .returning({ need: opportunities.need });
  return changed?.need ?? null;
}
