/** One method explained, its example computed as the page is opened; open to all. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PlainShell } from "~/components/plain-shell";
import { allMethods } from "~/domain/methods/all-methods";
import { MethodPage } from "~/features/methods/method-page";
import { UnknownMethod } from "~/features/methods/unknown-method";
import { viewMethod } from "~/features/methods/view";
import { pageTitle } from "~/i18n/page-title";
import { openToAll } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { language } = await openToAll(request);
  const method = viewMethod(allMethods, params.key ?? "", language);
  if (!method) throw new Response("Not found", { status: 404 });
  return { method };
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [seen.data?.method.name ?? words("methods").unknown.title]);

export default function Method() {
  const { method } = useLoaderData<typeof loader>();
  return (
    <PlainShell width="wide">
      <MethodPage method={method} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) return <ErrorPage />;
  return (
    <PlainShell>
      <UnknownMethod />
    </PlainShell>
  );
}
