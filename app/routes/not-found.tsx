/** Any address that is no page: answered here, so that even this is said in the reader's language. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ErrorPage } from "~/components/error-page";
import { openToAll } from "~/server/gate";

const refuse = async ({ request }: LoaderFunctionArgs | ActionFunctionArgs) => {
  await openToAll(request);
  throw new Response("Not found", { status: 404 });
};
export const loader = refuse;
export const action = refuse;

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
