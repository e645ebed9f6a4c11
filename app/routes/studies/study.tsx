/** One study: what its pages share, and how far each of its steps is. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { listMarketScenarios } from "~/data/market";
import { listQuestionnaires } from "~/data/questionnaires";
import { countResponses } from "~/data/responses";
import { countCells } from "~/domain/competitors/matrix-cell";
import { monthOf } from "~/domain/growth/month";
import { stepStates } from "~/domain/study/step-states";
import { SampleNotice } from "~/features/study/sample-notice";
import { pageTitle } from "~/i18n/page-title";
import { readMatrix } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { readGrowthMonths } from "~/server/growth-months";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [questionnaires, counts, growth, matrix, scenarios] = await Promise.all([
    listQuestionnaires(store, where),
    countResponses(store, where),
    readGrowthMonths(store, study),
    readMatrix(store, study),
    listMarketScenarios(store, where),
  ]);
  const goals = scenarios.map(({ model }) => model.goal);
  return {
    study: { id: study.id, product: study.product, sample: study.sample },
    states: stepStates({
      ...{ questionnaires, counts, goals },
      ...{ matrix: countCells(matrix), growth: { ...growth, now: monthOf(now) } },
    }),
  };
};

/** Every page of a study is named after its step, unless it has a name of its own. */
export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => {
    const step = seen.location.pathname.split("/")[3] || "overview";
    const names = new Map([
      ...Object.entries(words("shell").study),
      ["edit", words("study").form.editTitle],
      ["insights", words("insights").title],
      ["needs", words("needs").title],
    ]);
    return [names.get(step), seen.data?.study.product];
  });

export default function Study() {
  const { study } = useLoaderData<typeof loader>();
  // The report says it itself, as it is also read on its own.
  const saysItself = useLocation().pathname.endsWith("/report");
  return (
    <>
      {study.sample && !saysItself && <SampleNotice />}
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
