/** What people who know the competitors' products say of them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { RivalUsers } from "~/features/competitors/rival-users";
import { describeRivalUsers } from "~/server/competitor-analysis";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  const described = await describeRivalUsers(store, study, params.key);
  if (params.key && described.chosen?.key !== params.key) throw new Response("Not found", { status: 404 });
  return { study: `/studies/${study.id}`, ...described };
};

export default function Users() {
  return <RivalUsers {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
