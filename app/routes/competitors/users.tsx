/** What people who know the competitors' products say of them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { chainRoles } from "~/domain/chain/role";
import { RivalUsers } from "~/features/competitors/rival-users";
import { describeRivalUsers } from "~/server/competitor-analysis";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  const asked = new URL(request.url).searchParams.get("role");
  const role = chainRoles.find((one) => one === asked);
  const described = await describeRivalUsers(store, study, params.key, role);
  if (params.key && described.chosen?.key !== params.key) throw new Response("Not found", { status: 404 });
  return { study: `/studies/${study.id}`, ...described };
};

export default function Users() {
  return <RivalUsers {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
