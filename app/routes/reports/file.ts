/** The files of a report: `/reports/:studyId/files/report.pdf`, and of a frozen one `/reports/:studyId/files/:snapshotId/report.pdf`. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findReportLayout, findReportSnapshot } from "~/data/reports";
import { responsesCsv } from "~/domain/report/csv";
import { inputOf } from "~/domain/report/document/bundle";
import type { ReportDocument } from "~/domain/report/document/report-document";
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
import { askedFilter } from "~/server/report-filter";
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
  const file = (body: Uint8Array | string, { filter }: Pick<ReportDocument, "filter">) =>
    fileResponse(kind, body, { product: study.product, language, filter });
  const { snapshotId } = params;
  if (snapshotId) {
    const snapshot = await findReportSnapshot(store, { ...where, snapshotId });
    if (!snapshot) throw notFound();
    const document = membersDocument(snapshot.document, can.readStudies);
    if (isOfDocument(kind)) return file(await documentFile(kind, document, language), document);
    const bundle = unpackBundle(snapshot.bundle);
    if (kind === "json") return file(bundleFile(bundle), document);
    const input = inputOf(bundle);
    if (kind === "csv") return file(responsesCsv(input.evidence), document);
    if (kind === "sav") return file(spssFile(input, language, snapshot.createdAt), document);
    return file(await workbookFile(document, input, language), document);
  }
  const { layout } = await findReportLayout(store, where);
  const filter = askedFilter(request, can, layout.filter);
  if (kind === "json") {
    const bundle = await readBundle(store, study, { now, filter });
    return file(bundleFile(bundle), bundle.document);
  }
  const { document } = await readMembersReport(store, { study, can, filter, now, fresh: true });
  if (isOfDocument(kind)) return file(await documentFile(kind, document, language), document);
  const input = await readReportInput(store, study, filter);
  if (kind === "csv") return file(responsesCsv(input.evidence), document);
  if (kind === "sav") return file(spssFile(input, language, now), document);
  return file(await workbookFile(document, input, language), document);
};
