/** The matrix weighed by what each role said matters. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { findComparisonSettings, updateComparisonSettings } from "~/data/competitors";
import { chainRoles } from "~/domain/chain/role";
import { overridesFromForm } from "~/domain/competitors/override-form";
import { Analysis } from "~/features/competitors/analysis";
import { useText } from "~/i18n/use-text";
import { analyseCompetitors } from "~/server/competitor-analysis";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const { evidence, filter } = await readFiltered(store, { request, study, language, page: "analysis" });
  return {
    base: `/studies/${study.id}/competitors`,
    filter: { ...filter, mayEdit: can.editStudies },
    ...(await analyseCompetitors(store, study, evidence)),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const role = chainRoles.find((one) => one === form.get("role"));
  if (!role) throw new Response("Bad request", { status: 400 });
  const { overrides: before } = await findComparisonSettings(store, { workspaceId, studyId: study.id });
  const own = overridesFromForm(form);
  if (!own) return data({ role, typed: Object.fromEntries([...form].map(([k, v]) => [k, String(v)])) }, 422);
  const overrides = { ...before, [role]: own };
  await updateComparisonSettings(store, { workspaceId, studyId: study.id, change: { overrides } });
  return redirect(`/studies/${study.id}/competitors/analysis${new URL(request.url).search}#${role}`);
};

export default function AnalysisPage() {
  const { filter, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("competitors").analysis;
  if (loaded.roles.length === 0 && filter.shown < filter.total) return <FilterBar {...filter} />;
  if (loaded.roles.length === 0 || loaded.features.length === 0)
    return (
      <EmptyState
        title={text.emptyTitle}
        action={
          <LinkButton look="primary" to={`${loaded.base}/matrix`}>
            {text.toMatrix}
          </LinkButton>
        }
      >
        {text.empty}
      </EmptyState>
    );
  return (
    <>
      {filter.total > 0 && <FilterBar {...filter} />}
      <Analysis {...loaded} refused={refused ?? null} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
