/** A report as it was on the day it was frozen. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { findReportSnapshot } from "~/data/reports";
import { membersDocument } from "~/domain/report/document/suppress";
import {
  allKinds,
  Files,
  kindsForAll,
  PresentButton,
  PrintButton,
} from "~/features/report/document/report-actions";
import { ReportPage } from "~/features/report/document/report-page";
import { useFormat, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readReports");
  const snapshotId = params.snapshotId ?? "";
  const snapshot = await findReportSnapshot(store, { workspaceId, studyId: study.id, snapshotId });
  if (!snapshot) throw new Response("Not found", { status: 404 });
  return data({
    document: membersDocument(snapshot.document, can.readStudies),
    frozen: { id: snapshot.id, name: snapshot.name, at: snapshot.createdAt },
    studyId: study.id,
    canExport: can.exportResponses,
  });
};

export default function Frozen() {
  const { document, frozen, studyId, canExport } = useLoaderData<typeof loader>();
  const text = useText("sharing").page;
  const format = useFormat();
  return (
    <ReportPage
      document={document}
      study={null}
      about={<Notice>{text.frozen({ name: frozen.name, at: format.date(frozen.at) })}</Notice>}
      actions={
        <>
          <LinkButton size="small" to={`/reports/${studyId}`}>
            {text.live}
          </LinkButton>
          <PresentButton to={`/reports/${studyId}/present/${frozen.id}`} />
          <Files base={`/reports/${studyId}/files/${frozen.id}`} kinds={canExport ? allKinds : kindsForAll} />
          <PrintButton />
        </>
      }
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
