import { expect, test } from "vitest";
import { findReportShareByToken } from "~/data/entrance";
import { countCompleteUntil, findEvidenceState } from "~/data/evidence";
import {
  insertReportComment,
  insertReportShare,
  listReportComments,
  listReportShares,
  listSharedFilters,
  updateReportCommentRemoved,
  updateReportShareRevoked,
  updateReportShareViewed,
} from "~/data/report-shares";
import {
  findReportLayout,
  findReportSnapshot,
  insertReportSnapshot,
  listReportSnapshots,
  updateReportLayout,
  updateReportSnapshotRemoved,
} from "~/data/reports";
import { plainLayout } from "~/domain/report/document/layout";
import type { ReportDocument } from "~/domain/report/document/report-document";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const document: ReportDocument = {
  ...{ format: 1, product: "星河", sample: false, currency: "CNY", version: "1.2", computedAt: 5 },
  rule: { threshold: 0.4, minUses: 2, windowDays: 14 },
  ...{ responses: 7, companies: 3, lastResponseAt: 4, chapters: [] },
};

onBothEngines("reports", (store) => {
  const now = 1_700_000_000_000;

  test("a layout is saved on the revision it was read at, once", async () => {
    const where = await fieldStudy(store());
    expect(await findReportLayout(store(), where)).toEqual({ layout: plainLayout, revision: 0 });
    const layout = { ...plainLayout, hiddenChapters: ["price" as const], comments: { pmf: "好" } };
    const save = (revision: number) =>
      updateReportLayout(store(), { ...where, layout, revision, updatedBy: "Min", now });
    expect(await save(0)).toBe(1);
    expect(await save(0)).toBeNull();
    expect(await save(1)).toBe(2);
    expect(await save(1)).toBeNull();
    expect(await findReportLayout(store(), where)).toEqual({ layout, revision: 2 });
    const other = await fieldStudy(store());
    expect((await findReportLayout(store(), { ...other, studyId: where.studyId })).revision).toBe(0);
  });

  test("a frozen report comes back as it went in, and only to its workspace", async () => {
    const where = await fieldStudy(store());
    const other = await fieldStudy(store());
    const snapshotId = await insertReportSnapshot(store(), {
      ...{ workspaceId: where.workspaceId, studyId: where.studyId, name: "十一月", createdBy: "Min", now },
      ...{ document, shared: { ...document, responses: 5 }, bundle: "YQ==" },
    });
    const found = await findReportSnapshot(store(), { ...where, snapshotId });
    expect(found).toMatchObject({
      document,
      shared: { responses: 5 },
      bundle: "YQ==",
      version: "1.2",
      responses: 7,
    });
    expect(await findReportSnapshot(store(), { ...other, studyId: where.studyId, snapshotId })).toBeNull();
    expect(await listReportSnapshots(store(), where)).toMatchObject([{ id: snapshotId, name: "十一月" }]);
    expect(await updateReportSnapshotRemoved(store(), { ...other, snapshotId, removedAt: now })).toBeNull();
    expect(await updateReportSnapshotRemoved(store(), { ...where, snapshotId, removedAt: now })).toBe(
      "十一月",
    );
    expect(await findReportSnapshot(store(), { ...where, snapshotId })).toBeNull();
    expect(await listReportSnapshots(store(), where)).toEqual([]);
    await updateReportSnapshotRemoved(store(), { ...where, snapshotId, removedAt: null });
    expect(await findReportSnapshot(store(), { ...where, snapshotId })).not.toBeNull();
  });

  test("a link is found by its token, counts views, and can be closed and opened", async () => {
    const where = await fieldStudy(store());
    const other = await fieldStudy(store());
    const { id: shareId, token } = await insertReportShare(store(), {
      ...{ workspaceId: where.workspaceId, studyId: where.studyId, snapshotId: null, name: "Board", now },
      ...{ audience: "leadership", passwordHash: "secret", expiresAt: now + 1, createdBy: "Min" },
    });
    expect(await findReportShareByToken(store(), { token })).toMatchObject({
      share: { id: shareId, audience: "leadership" },
    });
    expect(await findReportShareByToken(store(), { token: "no" })).toBeNull();
    await updateReportShareViewed(store(), { workspaceId: where.workspaceId, shareId, now });
    await updateReportShareViewed(store(), { workspaceId: where.workspaceId, shareId, now: now + 5 });
    await updateReportShareViewed(store(), { workspaceId: other.workspaceId, shareId, now });
    const [share] = await listReportShares(store(), where);
    expect(share).toMatchObject({ views: 2, lastViewedAt: now + 5, hasPassword: true, snapshot: null });
    expect(JSON.stringify(share)).not.toContain("secret");
    expect(await listReportShares(store(), { ...other, studyId: where.studyId })).toEqual([]);
    expect(await updateReportShareRevoked(store(), { ...other, shareId, revokedAt: now })).toBeNull();
    expect(await updateReportShareRevoked(store(), { ...where, shareId, revokedAt: now })).toBe("Board");
    expect((await findReportShareByToken(store(), { token }))?.share.revokedAt).toBe(now);
    const say = (text: string, id: string | null, later = 0) =>
      insertReportComment(store(), {
        ...{
          workspaceId: where.workspaceId,
          studyId: where.studyId,
          shareId: id,
          chapter: "pmf",
          author: "Li",
          text,
          now: now + later,
        },
      });
    const commentId = await say("a", shareId);
    await say("b", null, 1);
    expect((await listReportComments(store(), where)).map(({ text }) => text)).toEqual(["a", "b"]);
    expect(
      (await listReportComments(store(), { ...where, shareId })).map(({ text, link }) => [text, link]),
    ).toEqual([["a", "Board"]]);
    expect(await updateReportCommentRemoved(store(), { ...where, commentId, removedAt: now })).toBe("Li");
    expect((await listReportComments(store(), where)).map(({ text }) => text)).toEqual(["b"]);
  });

  test("the filters a study was shared by are listed once made, oldest first, of this study alone", async () => {
    const where = await fieldStudy(store());
    const other = await fieldStudy(store());
    const link = (filter: { role: string[] } | null, later: number) =>
      insertReportShare(store(), {
        ...{ workspaceId: where.workspaceId, studyId: where.studyId, snapshotId: null, name: "x" },
        ...{ audience: "leadership", passwordHash: null, expiresAt: null, createdBy: "Min" },
        ...{ filter, now: now + later },
      });
    await link({ role: ["user"] }, 9);
    await link(null, 1);
    await insertReportSnapshot(store(), {
      ...{ workspaceId: where.workspaceId, studyId: where.studyId, name: "n", createdBy: "Min" },
      ...{ document, shared: document, bundle: "", filter: { size: ["2-9"] }, now: now + 5 },
    });
    expect(await listSharedFilters(store(), where)).toEqual([{ size: ["2-9"] }, { role: ["user"] }]);
    expect(await listSharedFilters(store(), other)).toEqual([]);
    expect((await listReportSnapshots(store(), where))[0]?.filter).toEqual({ size: ["2-9"] });
  });

  test("the state of a study's answers changes with every response", async () => {
    const where = await fieldStudy(store());
    const state = () => findEvidenceState(store(), where);
    const before = await state();
    expect(await state()).toEqual(before);
    const { responses } = store().tables;
    const row = {
      ...{ workspaceId: where.workspaceId, studyId: where.studyId, waveId: "w", collectorId: "c" },
      ...{
        questionnaireId: "q",
        versionId: "v",
        role: "user" as const,
        language: "en" as const,
        answers: {},
      },
      ...{ revision: 1, page: "p", seconds: {}, startedAt: 1, updatedAt: 1, completedAt: 1 },
    };
    await store()
      .db.insert(responses)
      .values({ ...row, id: `${where.studyId}-1`, keyHash: `${where.studyId}-1` });
    expect(await state()).toMatchObject({ n: 1, complete: 1, completed: 1, writes: before.writes + 1 });
    const until = (time: number | null) => countCompleteUntil(store(), { ...where, until: time });
    expect([await until(null), await until(0), await until(1)]).toEqual([0, 0, 1]);
  });
});
