/** The live report of a study: the PM's `/studies/:studyId/report` and leadership's `/reports/:studyId` are the same page. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { listReportSnapshots } from "~/data/reports";
import {
  allKinds,
  Files,
  kindsForAll,
  PresentButton,
  PrintButton,
} from "~/features/report/document/report-actions";
import { ReportPage } from "~/features/report/document/report-page";
import { FrozenList } from "~/features/report/frozen-list";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readMembersReport } from "~/server/report-document";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, now } = await requireStudy(request, params, "readReports");
  const [shown, frozen] = await Promise.all([
    readMembersReport(store, { study, can, now }),
    listReportSnapshots(store, { workspaceId, studyId: study.id }),
  ]);
  return data({
    ...shown,
    studyId: study.id,
    can: { read: can.readStudies, edit: can.editStudies, export: can.exportResponses },
    frozen: frozen.map(({ id, name, createdAt }) => ({ id, name, at: createdAt })),
  });
};

export default function Report() {
  const { document, catchingUp, studyId, can, frozen } = useLoaderData<typeof loader>();
  const text = useText("sharing").page;
  const study = `/studies/${studyId}`;
  return (
    <ReportPage
      {...{ document, catchingUp }}
      study={can.read ? study : null}
      about={<FrozenList studyId={studyId} frozen={frozen} />}
      actions={
        <>
          {can.edit && (
            <>
              <LinkButton size="small" to={`${study}/report/arrange`}>
                {text.edit}
              </LinkButton>
              <LinkButton size="small" to={`${study}/report/share`}>
                {text.share}
              </LinkButton>
            </>
          )}
          <PresentButton to={`/reports/${studyId}/present`} />
          <Files base={`/reports/${studyId}/files`} kinds={can.export ? allKinds : kindsForAll} />
          <PrintButton />
        </>
      }
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
