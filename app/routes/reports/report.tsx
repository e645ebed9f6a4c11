/** The live report of a study: the PM's `/studies/:studyId/report` and leadership's `/reports/:studyId` are the same page. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { findReportLayout, listReportSnapshots } from "~/data/reports";
import { filterSearch } from "~/domain/report/evidence-filter";
import { CountThese } from "~/features/report/count-these";
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
import { readReportBar } from "~/server/filtered";
import { requireStudy } from "~/server/gate";
import { orPendingReport } from "~/server/kept-document";
import { readMembersReport } from "~/server/report-document";
import { askedFilter, searchOf } from "~/server/report-filter";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, language, now } = await requireStudy(
    request,
    params,
    "readReports",
  );
  const where = { workspaceId, studyId: study.id };
  const { layout } = await findReportLayout(store, where);
  const filter = askedFilter(request, can, layout.filter);
  const own = layout.filter ?? {};
  const [shown, frozen, bar] = await Promise.all([
    orPendingReport(study, readMembersReport(store, { study, can, filter, now, soon: true })),
    listReportSnapshots(store, where),
    can.readStudies ? readReportBar(store, { study, language, filter, own }) : null,
  ]);
  return data({
    ...shown,
    bar: bar && { ...bar, shown: shown.document.responses, mayEdit: can.editStudies },
    search: searchOf(filter, layout.filter),
    counts: filterSearch(filter) === filterSearch(own) ? null : filterSearch(filter),
    studyId: study.id,
    can: { read: can.readStudies, edit: can.editStudies, export: can.exportResponses },
    frozen: frozen.map(({ id, name, createdAt }) => ({ id, name, at: createdAt })),
  });
};

export default function Report() {
  const { document, catchingUp, studyId, can, frozen, bar, search, counts } = useLoaderData<typeof loader>();
  const text = useText("sharing").page;
  const study = `/studies/${studyId}`;
  return (
    <ReportPage
      {...{ document, catchingUp }}
      study={can.read ? study : null}
      about={
        <>
          {bar && bar.total > 0 && (
            <div className="mt-6">
              <FilterBar {...bar} />
            </div>
          )}
          {can.edit && counts !== null && <CountThese study={study} search={counts} />}
          <FrozenList studyId={studyId} frozen={frozen} />
        </>
      }
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
          <PresentButton to={`/reports/${studyId}/present${search}`} />
          <Files
            base={`/reports/${studyId}/files`}
            kinds={can.export ? allKinds : kindsForAll}
            search={search}
          />
          <PrintButton />
        </>
      }
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
