/** The reports of a study: live for the team, live for people outside, and as they were frozen. */
import { findReportLayout, insertReportSnapshot } from "~/data/reports";
import type { Study } from "~/data/studies";
import type { Permissions } from "~/domain/permission";
import { buildDocument } from "~/domain/report/document/build-document";
import { bundleOf, type ReportBundle } from "~/domain/report/document/bundle";
import { layOut } from "~/domain/report/document/layout";
import { outsideDocument } from "~/domain/report/document/outside";
import { type Audience, documentFor, membersDocument } from "~/domain/report/document/suppress";
import type { Store } from "~db/client";
import { env } from "./env";
import { packBundle } from "./forget-person";
import { keptDocument, type ShownDocument } from "./kept-document";
import { readReportInput } from "./report-input";

const made = (now: number) => ({ computedAt: now, version: env.version() });

/** Files and what an author decides on are of the newest answers, however long that takes. */
type Asked = { now: number; fresh?: boolean };

/** The live report before any layout. */
export const liveDocument = (store: Store, study: Study, { now, fresh }: Asked): Promise<ShownDocument> =>
  keptDocument(store, {
    ...{ study, kind: "live", now, fresh },
    compute: (input) => buildDocument(input, made(now)),
  });

const liveOutside = (store: Store, study: Study, { now, fresh }: Asked) =>
  keptDocument(store, {
    ...{ study, kind: "outside", now, fresh },
    compute: (input) => outsideDocument(input, made(now)),
  });

/** The live report as a member may read it, laid out. */
export async function readMembersReport(
  store: Store,
  { study, can, ...asked }: Asked & { study: Study; can: Pick<Permissions, "readStudies"> },
): Promise<ShownDocument> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [{ document, catchingUp }, { layout }] = await Promise.all([
    liveDocument(store, study, asked),
    findReportLayout(store, where),
  ]);
  return { document: membersDocument(layOut(document, layout), can.readStudies), catchingUp };
}

/** The live report for an audience outside the team, laid out. */
export async function readOutsideReport(
  store: Store,
  { study, audience, ...asked }: Asked & { study: Study; audience: Audience },
): Promise<ShownDocument> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [{ document, catchingUp }, { layout }] = await Promise.all([
    liveOutside(store, study, asked),
    findReportLayout(store, where),
  ]);
  return { document: documentFor(layOut(document, layout), audience), catchingUp };
}

/** The bundle of the live report: input and output together. */
export async function readBundle(store: Store, study: Study, now: number): Promise<ReportBundle> {
  const input = await readReportInput(store, study);
  return bundleOf(input, buildDocument(input, made(now)));
}

/** Keeps today's report with its layout, what may be shared of it, and everything it was computed from. */
export async function freezeReport(
  store: Store,
  { study, name, createdBy, now }: { study: Study; name: string; createdBy: string; now: number },
): Promise<string> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [input, { layout }] = await Promise.all([
    readReportInput(store, study),
    findReportLayout(store, where),
  ]);
  const document = buildDocument(input, made(now));
  return insertReportSnapshot(store, {
    ...where,
    ...{ name, createdBy, now },
    document: layOut(document, layout),
    shared: layOut(outsideDocument(input, made(now)), layout),
    bundle: packBundle(bundleOf(input, document)),
  });
}
