/** The files of a report: `/reports/:studyId/files/report.pdf`, and of a frozen one `/reports/:studyId/files/:snapshotId/report.pdf`. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listClosedEvidence } from "~/data/evidence";
import { findReportLayout, findReportSnapshot } from "~/data/reports";
import { responsesCsv } from "~/domain/report/csv";
import { inputOf } from "~/domain/report/document/bundle";
import type { ReportDocument } from "~/domain/report/document/report-document";
import { membersDocument } from "~/domain/report/document/suppress";
import { withWaves } from "~/domain/report/evidence";
import { filterEvidence } from "~/domain/report/evidence-filter";
import { themeColumns } from "~/domain/report/theme-coding";
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
  const about = { title: study.product, language };
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
    // A snapshot holds what its figures were computed from: nobody who was closed before the end.
    const input = inputOf(bundle);
    const answers = withWaves(input.evidence, input.waves);
    const themes = themeColumns(input.coding);
    if (kind === "csv") return file(responsesCsv(answers, { themes }), document);
    if (kind === "sav")
      return file(spssFile({ answers, themes }, { ...about, now: snapshot.createdAt }), document);
    return file(await workbookFile(document, { answers, themes }, language), document);
  }
  const { layout } = await findReportLayout(store, where);
  const filter = askedFilter(request, can, layout.filter);
  if (kind === "json") {
    const bundle = await readBundle(store, study, { now, filter });
    return file(bundleFile(bundle), bundle.document);
  }
  const { document } = await readMembersReport(store, { study, can, filter, now, fresh: true });
  if (isOfDocument(kind)) return file(await documentFile(kind, document, language), document);
  const { evidence, waves, coding } = await readReportInput(store, study, filter);
  const closed = filterEvidence(await listClosedEvidence(store, where), filter);
  const answers = withWaves([...evidence, ...closed], waves);
  const themes = themeColumns(coding);
  if (kind === "csv") return file(responsesCsv(answers, { themes }), document);
  if (kind === "sav") return file(spssFile({ answers, themes }, { ...about, now }), document);
  return file(await workbookFile(document, { answers, themes }, language), document);
};
