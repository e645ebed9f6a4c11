/** The files of a report: `/reports/:studyId/files/report.pdf`, and of a frozen one `/reports/:studyId/files/:snapshotId/report.pdf`. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listEvidence } from "~/data/evidence";
import { findReportSnapshot } from "~/data/reports";
import { responsesCsv } from "~/domain/report/csv";
import { inputOf } from "~/domain/report/document/bundle";
import { membersDocument } from "~/domain/report/document/suppress";
import {
  bundleFile,
  documentFile,
  fileResponse,
  isOfDocument,
  kindOfFile,
  spssFile,
  workbookFile,
} from "~/server/export/report-file";
import { unpackBundle } from "~/server/forget-person";
import { requireStudy } from "~/server/gate";
import { readBundle, readMembersReport } from "~/server/report-document";
import { readReportInput } from "~/server/report-input";

const notFound = () => new Response("Not found", { status: 404 });

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, language, now } = await requireStudy(
    request,
    params,
    "readReports",
  );
  const kind = kindOfFile(params.file);
  if (!kind) throw notFound();
  if (!isOfDocument(kind) && !can.exportResponses) throw new Response("Forbidden", { status: 403 });
  const where = { workspaceId, studyId: study.id };
  const file = (body: Uint8Array | string) => fileResponse(kind, body, { product: study.product, language });
  const { snapshotId } = params;
  if (snapshotId) {
    const snapshot = await findReportSnapshot(store, { ...where, snapshotId });
    if (!snapshot) throw notFound();
    const document = membersDocument(snapshot.document, can.readStudies);
    if (isOfDocument(kind)) return file(await documentFile(kind, document, language));
    const bundle = unpackBundle(snapshot.bundle);
    if (kind === "json") return file(bundleFile(bundle));
    const input = inputOf(bundle);
    if (kind === "csv") return file(responsesCsv(input.evidence));
    if (kind === "sav") return file(spssFile(input, language, snapshot.createdAt));
    return file(await workbookFile(document, input, language));
  }
  if (kind === "csv") return file(responsesCsv(await listEvidence(store, where)));
  if (kind === "json") return file(bundleFile(await readBundle(store, study, now)));
  if (kind === "sav") return file(spssFile(await readReportInput(store, study), language, now));
  const { document } = await readMembersReport(store, { study, can, now, fresh: true });
  if (kind === "xlsx")
    return file(await workbookFile(document, await readReportInput(store, study), language));
  return file(await documentFile(kind, document, language));
};
