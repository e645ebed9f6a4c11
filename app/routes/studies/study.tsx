/** One study: what its pages share, and how far each of its steps is. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { listQuestionnaires } from "~/data/questionnaires";
import { countResponses } from "~/data/responses";
import { stepStates } from "~/domain/study/step-states";
import { SampleNotice } from "~/features/study/sample-notice";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const [questionnaires, counts] = await Promise.all([
    listQuestionnaires(store, { workspaceId, studyId: study.id }),
    countResponses(store, { workspaceId, studyId: study.id }),
  ]);
  return {
    study: { id: study.id, product: study.product, sample: study.sample },
    states: stepStates({ questionnaires, counts }),
  };
};

export default function Study() {
  const { study } = useLoaderData<typeof loader>();
  return (
    <>
      {study.sample && <SampleNotice />}
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
