/** Any address that is no page: answered here, so that even this is said in the reader's language. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { ErrorPage } from "~/components/error-page";
import { pageTitle } from "~/i18n/page-title";
import { openToAll } from "~/server/gate";

const refuse = async ({ request }: LoaderFunctionArgs | ActionFunctionArgs) => {
  await openToAll(request);
  throw new Response("Not found", { status: 404 });
};
export const loader = refuse;
export const action = refuse;

export const meta: MetaFunction = (seen) =>
  pageTitle(seen, (words) => [words("shell").errors["not-found"].title]);

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
