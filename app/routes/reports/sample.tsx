/** The sample report, for visitors who have not signed in. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PlainShell } from "~/components/plain-shell";
import { findStudy } from "~/data/studies";
import { DecisionChainReportPage } from "~/features/report/decision-chain-report";
import { openToAll } from "~/server/gate";
import { readReport } from "~/server/report";
import { requireShowcaseStudy } from "~/server/sample";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, language, now } = await openToAll(request);
  const study = await findStudy(store, await requireShowcaseStudy(store, now));
  if (!study) throw new Response("Not found", { status: 404 });
  return data(await readReport(store, { study, language }));
};

export default function Sample() {
  return (
    <PlainShell width="wide">
      <DecisionChainReportPage {...useLoaderData<typeof loader>()} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
