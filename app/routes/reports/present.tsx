/** The report, live or frozen, a slide at a time. */
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { findReportLayout, findReportSnapshot } from "~/data/reports";
import { membersDocument } from "~/domain/report/document/suppress";
import { placeIn, Slides } from "~/features/report/document/slides";
import { pageTitle } from "~/i18n/page-title";
import { requireStudy } from "~/server/gate";
import { orPendingReport } from "~/server/kept-document";
import { readMembersReport } from "~/server/report-document";
import { askedFilter, searchOf } from "~/server/report-filter";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, now } = await requireStudy(request, params, "readReports");
  const { snapshotId } = params;
  const base = `/reports/${study.id}`;
  const { layout } = await findReportLayout(store, { workspaceId, studyId: study.id });
  const filter = askedFilter(request, can, layout.filter);
  const search = snapshotId ? "" : searchOf(filter, layout.filter);
  const shown = async () => {
    if (!snapshotId) {
      const asked = readMembersReport(store, { study, can, filter, now, soon: true });
      return (await orPendingReport(study, asked)).document;
    }
    const snapshot = await findReportSnapshot(store, { workspaceId, studyId: study.id, snapshotId });
    if (!snapshot) throw new Response("Not found", { status: 404 });
    return membersDocument(snapshot.document, can.readStudies);
  };
  const document = await shown();
  return data({
    document,
    at: placeIn(document, request.url),
    here: `${base}/present${snapshotId ? `/${snapshotId}` : ""}`,
    search,
    out: snapshotId ? `${base}/frozen/${snapshotId}` : `${base}${search}`,
  });
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [
    seen.data ? words("report").report.title(seen.data.document) : words("shell").nav.reports,
  ]);

export default function Present() {
  return <Slides {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
