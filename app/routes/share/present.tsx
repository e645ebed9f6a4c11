/** A shared report a slide at a time. */
import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { placeIn, Slides } from "~/features/report/document/slides";
import { pageTitle } from "~/i18n/page-title";
import { requireShare, shareHeaders } from "~/server/share";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const gate = await requireShare(request, params);
  const out = `/share/${params.token}`;
  if (gate.kind !== "open") throw redirect(out);
  const { document } = await gate.soon();
  return data(
    { document, out, at: placeIn(document, request.url), here: `${out}/present` },
    { headers: shareHeaders },
  );
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [
    seen.data ? words("report").report.title(seen.data.document) : words("shell").nav.reports,
  ]);

export default function PresentShared() {
  return <Slides {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
