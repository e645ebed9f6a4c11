/** Where the product stands in its life, and what leads on. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { StageView } from "~/features/growth/stage-view";
import { requireStudy } from "~/server/gate";
import { readStage } from "~/server/stage";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, can, now } = await requireStudy(request, params, "readStudies");
  return { ...(await readStage(store, study, now)), base: `/studies/${study.id}`, canEdit: can.editStudies };
};

export default function Stage() {
  return <StageView {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
