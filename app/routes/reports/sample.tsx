/** The sample report, for visitors who have not signed in. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PlainShell } from "~/components/plain-shell";
import { findStudy } from "~/data/studies";
import { PrintButton } from "~/features/report/document/report-actions";
import { ReportPage } from "~/features/report/document/report-page";
import { openToAll } from "~/server/gate";
import { readMembersReport } from "~/server/report-document";
import { requireShowcaseStudy } from "~/server/sample";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, now } = await openToAll(request);
  const study = await findStudy(store, await requireShowcaseStudy(store, now));
  if (!study) throw new Response("Not found", { status: 404 });
  const { document } = await readMembersReport(store, { study, can: { readStudies: true }, now });
  return data({ document });
};

export default function Sample() {
  const { document } = useLoaderData<typeof loader>();
  return (
    <PlainShell width="wide">
      <ReportPage document={document} study={null} actions={<PrintButton />} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
