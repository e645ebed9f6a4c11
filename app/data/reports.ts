/** How reports are laid out, and their frozen states. */
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { plainLayout, type ReportLayout } from "~/domain/report/document/layout";
import type { ReportDocument } from "~/domain/report/document/report-document";
import type { EvidenceFilter } from "~/domain/report/evidence-filter";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** The layout of a study's report; the plain one on revision 0 while nobody has saved any. */
export async function findReportLayout({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { reportLayouts } = tables;
  const [found] = await db
    .select({ layout: reportLayouts.layout, revision: reportLayouts.revision })
    .from(reportLayouts)
    .where(and(eq(reportLayouts.workspaceId, workspaceId), eq(reportLayouts.id, studyId)))
    .limit(1);
  return found ?? { layout: plainLayout, revision: 0 };
}

/** Saves a layout that was read at `revision`; null when somebody saved in between (nothing is overwritten). */
export async function updateReportLayout(
  { db, tables }: Store,
  given: InStudy & { layout: ReportLayout; revision: number; updatedBy: string; now: number },
): Promise<number | null> {
  const { reportLayouts } = tables;
  const { workspaceId, studyId, layout, revision, updatedBy, now } = given;
  const next = { layout, revision: revision + 1, updatedAt: now, updatedBy };
  if (revision === 0) {
    const made = await db
      .insert(reportLayouts)
      .values({ id: studyId, workspaceId, ...next })
      .onConflictDoNothing()
      .returning({ revision: reportLayouts.revision });
    return made[0]?.revision ?? null;
  }
  const [saved] = await db
    .update(reportLayouts)
    .set(next)
    .where(
      and(
        eq(reportLayouts.workspaceId, workspaceId),
        eq(reportLayouts.id, studyId),
        eq(reportLayouts.revision, revision),
      ),
    )
    .returning({ revision: reportLayouts.revision });
  return saved?.revision ?? null;
}

/** Keeps a state of the report for good; returns its id. */
export async function insertReportSnapshot(
  { db, tables }: Store,
  given: InStudy & {
    name: string;
    /** Whose answers it counts; null for everybody's. */
    filter?: EvidenceFilter | null;
    document: ReportDocument;
    shared: ReportDocument;
    bundle: string;
    createdBy: string;
    now: number;
  },
): Promise<string> {
  const { now, ...row } = given;
  const id = newId(now);
  const { version, responses } = given.document;
  await db.insert(tables.reportSnapshots).values({ ...row, id, version, responses, createdAt: now });
  return id;
}

/** The frozen states of a study's report, newest first, without what they hold. */
export async function listReportSnapshots({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { reportSnapshots } = tables;
  return db
    .select({
      id: reportSnapshots.id,
      name: reportSnapshots.name,
      filter: reportSnapshots.filter,
      version: reportSnapshots.version,
      responses: reportSnapshots.responses,
      createdAt: reportSnapshots.createdAt,
      createdBy: reportSnapshots.createdBy,
    })
    .from(reportSnapshots)
    .where(
      and(
        eq(reportSnapshots.workspaceId, workspaceId),
        eq(reportSnapshots.studyId, studyId),
        isNull(reportSnapshots.removedAt),
      ),
    )
    .orderBy(desc(reportSnapshots.createdAt));
}

type OneSnapshot = InStudy & { snapshotId: string };

const thatSnapshot = (
  { reportSnapshots }: Store["tables"],
  { workspaceId, studyId, snapshotId }: OneSnapshot,
) =>
  and(
    eq(reportSnapshots.workspaceId, workspaceId),
    eq(reportSnapshots.studyId, studyId),
    eq(reportSnapshots.id, snapshotId),
  );

/** A frozen state that has not been removed, or null. */
export async function findReportSnapshot({ db, tables }: Store, given: OneSnapshot) {
  const [found] = await db
    .select()
    .from(tables.reportSnapshots)
    .where(and(thatSnapshot(tables, given), isNull(tables.reportSnapshots.removedAt)))
    .limit(1);
  return found ?? null;
}

/** Removes a frozen state or brings it back; links to it lead nowhere meanwhile. Returns its name, or null. */
export async function updateReportSnapshotRemoved(
  { db, tables }: Store,
  given: OneSnapshot & { removedAt: number | null },
): Promise<string | null> {
  const [changed] = await db
    .update(tables.reportSnapshots)
    .set({ removedAt: given.removedAt })
    .where(thatSnapshot(tables, given))
    .returning({ name: tables.reportSnapshots.name });
  return changed?.name ?? null;
}

/** What the frozen reports of a workspace hold, removed ones, too; those of the studies named. */
export async function listFrozenReports(
  { db, tables }: Store,
  { workspaceId, studyIds }: { workspaceId: string; studyIds: readonly string[] },
) {
  const { reportSnapshots } = tables;
  if (studyIds.length === 0) return [];
  return db
    .select({
      id: reportSnapshots.id,
      document: reportSnapshots.document,
      shared: reportSnapshots.shared,
      bundle: reportSnapshots.bundle,
    })
    .from(reportSnapshots)
    .where(
      and(eq(reportSnapshots.workspaceId, workspaceId), inArray(reportSnapshots.studyId, [...studyIds])),
    );
}

/** Rewrites what frozen reports hold, all or none: for people who asked to be taken out. */
export async function updateFrozenReports(
  store: Store,
  {
    workspaceId,
    frozen,
  }: {
    workspaceId: string;
    frozen: readonly { id: string; document: ReportDocument; shared: ReportDocument; bundle: string }[];
  },
): Promise<void> {
  const { reportSnapshots } = store.tables;
  await store.atomically((tx) =>
    frozen.map(({ id, document, shared, bundle }) =>
      tx
        .update(reportSnapshots)
        .set({ document, shared, bundle })
        .where(and(eq(reportSnapshots.workspaceId, workspaceId), eq(reportSnapshots.id, id))),
    ),
  );
}
