/** The report of a study: the PM's `/studies/:studyId/report` and leadership's `/reports/:studyId` are the same page. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { DecisionChainReportPage } from "~/features/report/decision-chain-report";
import { requireStudy } from "~/server/gate";
import { readReport } from "~/server/report";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language } = await requireStudy(request, params, "readReports");
  return data(await readReport(store, { study, language }));
};

export default function Report() {
  return <DecisionChainReportPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
