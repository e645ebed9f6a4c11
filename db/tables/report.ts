import type { ReportLayout } from "../../app/domain/report/document/layout";
import type { ChapterKey, ReportDocument } from "../../app/domain/report/document/report-document";
import type { Audience } from "../../app/domain/report/document/suppress";
import type { EvidenceFilter } from "../../app/domain/report/evidence-filter";
import type { Kit } from "../columns";

/** How a report is laid out, its frozen states, who may read it from outside, and what they said. */
export const reportTables = (k: Kit) => {
  const reportLayouts = k.table("report_layouts", {
    /** The study's id: a study has one row at most. */
    id: k.id(),
    workspaceId: k.text().notNull(),
    layout: k.json<ReportLayout>().notNull(),
    /** Counts saves, so that two editors at once are noticed. */
    revision: k.int().notNull(),
    updatedAt: k.time().notNull(),
    updatedBy: k.text().notNull(),
  });

  const reportSnapshots = k.table(
    "report_snapshots",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      name: k.text().notNull(),
      /** Whose answers alone it counts; null for everybody's. */
      filter: k.json<EvidenceFilter>(),
      /** As the team reads it, laid out as it was then. */
      document: k.json<ReportDocument>().notNull(),
      /** As it may be shared: computed from whole groups, open answers masked, nothing hidden yet for an audience. */
      shared: k.json<ReportDocument>().notNull(),
      /** The bundle it can be computed again from: gzip, base64. */
      bundle: k.text().notNull(),
      version: k.text().notNull(),
      responses: k.int().notNull(),
      createdAt: k.time().notNull(),
      createdBy: k.text().notNull(),
      removedAt: k.time(),
    },
    (t) => [k.index("report_snapshots_study").on(t.workspaceId, t.studyId)],
  );

  const reportShares = k.table(
    "report_shares",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      /** Null for the live report. */
      snapshotId: k.text(),
      /** Whose answers alone it shows of the live report, fixed when it was made; null for everybody's. */
      filter: k.json<EvidenceFilter>(),
      token: k.text().notNull(),
      /** For whom it was made, in the author's words. */
      name: k.text().notNull(),
      audience: k.word<Audience>().notNull(),
      passwordHash: k.text(),
      expiresAt: k.time(),
      revokedAt: k.time(),
      views: k.int().notNull().default(0),
      lastViewedAt: k.time(),
      createdAt: k.time().notNull(),
      createdBy: k.text().notNull(),
    },
    (t) => [
      k.unique("report_shares_token").on(t.token),
      k.index("report_shares_study").on(t.workspaceId, t.studyId),
    ],
  );

  const reportComments = k.table(
    "report_comments",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      /** The link it came by; null for members. */
      shareId: k.text(),
      chapter: k.word<ChapterKey>(),
      author: k.text().notNull(),
      text: k.text().notNull(),
      createdAt: k.time().notNull(),
      removedAt: k.time(),
    },
    (t) => [k.index("report_comments_study").on(t.workspaceId, t.studyId)],
  );

  return { reportLayouts, reportSnapshots, reportShares, reportComments };
};
