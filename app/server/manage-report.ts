/** What the buttons of "Freeze and share" do. */
import {
  insertReportShare,
  updateReportCommentRemoved,
  updateReportShareRevoked,
} from "~/data/report-shares";
import { findReportSnapshot, updateReportSnapshotRemoved } from "~/data/reports";
import type { Study } from "~/data/studies";
import {
  expiresAfter,
  readShare,
  readSnapshotName,
  type ShareProblem,
  type ShareProblems,
} from "~/domain/report/document/share-form";
import { filterFrom } from "~/domain/report/evidence-filter";
import type { Store } from "~db/client";
import { hashPassword } from "./password";
import { freezeReport } from "./report-document";

export type ManageDone =
  | { kind: "done"; what: "frozen" | "created" | "restored" | "reopened" | "commentRestored"; name: string }
  | {
      kind: "undoable";
      what: "removed" | "revoked" | "commentRemoved";
      name: string;
      undo: Record<string, string>;
    }
  | { kind: "refused"; snapshot?: ShareProblem; share?: ShareProblems; typed: Record<string, string> }
  | { kind: "unknown" };

type Given = { study: Study; typed: Record<string, string>; by: string; now: number };
const done = (what: Extract<ManageDone, { kind: "done" }>["what"], name: string | null): ManageDone =>
  name === null ? { kind: "unknown" } : { kind: "done", what, name };
const undoable = (
  what: Extract<ManageDone, { kind: "undoable" }>["what"],
  name: string | null,
  undo: Record<string, string>,
): ManageDone => (name === null ? { kind: "unknown" } : { kind: "undoable", what, name, undo });

async function freeze(store: Store, { study, typed, by, now }: Given): Promise<ManageDone> {
  const read = readSnapshotName(typed);
  if (!read.ok) return { kind: "refused", snapshot: read.problem, typed };
  const filter = filterFrom(new URLSearchParams(typed.people ?? ""));
  await freezeReport(store, { study, name: read.name, filter, createdBy: by, now });
  return done("frozen", read.name);
}

async function share(store: Store, { study, typed, by, now }: Given): Promise<ManageDone> {
  const { password: _, ...kept } = typed;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const read = readShare(typed);
  if (!read.ok) return { kind: "refused", share: read.problems, typed: kept };
  const { name, audience, snapshotId, filter, password, expiry } = read.share;
  if (snapshotId && !(await findReportSnapshot(store, { ...where, snapshotId })))
    return { kind: "refused", share: { snapshot: "snapshotGone" }, typed: kept };
  await insertReportShare(store, {
    ...where,
    ...{ name, audience, snapshotId, filter, now, createdBy: by },
    passwordHash: password === null ? null : await hashPassword(password),
    expiresAt: expiresAfter(expiry, now),
  });
  return done("created", name);
}

/** Does what the posted `intent` says. */
export async function manageReport(store: Store, given: Given): Promise<ManageDone> {
  const { study, typed, now } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const { intent, snapshotId = "", shareId = "", commentId = "" } = typed;
  switch (intent) {
    case "freeze":
      return freeze(store, given);
    case "share":
      return share(store, given);
    case "remove-snapshot": {
      const name = await updateReportSnapshotRemoved(store, { ...where, snapshotId, removedAt: now });
      return undoable("removed", name, { intent: "restore-snapshot", snapshotId });
    }
    case "restore-snapshot":
      return done(
        "restored",
        await updateReportSnapshotRemoved(store, { ...where, snapshotId, removedAt: null }),
      );
    case "revoke": {
      const name = await updateReportShareRevoked(store, { ...where, shareId, revokedAt: now });
      return undoable("revoked", name, { intent: "reopen", shareId });
    }
    case "reopen":
      return done("reopened", await updateReportShareRevoked(store, { ...where, shareId, revokedAt: null }));
    case "remove-comment": {
      const name = await updateReportCommentRemoved(store, { ...where, commentId, removedAt: now });
      return undoable("commentRemoved", name, { intent: "restore-comment", commentId });
    }
    case "restore-comment":
      return done(
        "commentRestored",
        await updateReportCommentRemoved(store, { ...where, commentId, removedAt: null }),
      );
    default:
      return { kind: "unknown" };
  }
}
