/** The need tree, and the themes people have found in the open answers. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Computed } from "~/components/being-computed";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { listThemes, updateThemeMerged, updateThemeName } from "~/data/themes";
import { isTaken, type ThemeProblem, themeNameSchema } from "~/domain/report/theme-form";
import { NeedTree } from "~/features/needs/need-tree";
import { ThemeTable } from "~/features/needs/theme-table";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readNeeds } from "~/server/needs";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can, now } = await requireStudy(request, params, "readStudies");
  const { filter, ...needs } = await readNeeds(store, { request, study, language, now });
  return data({
    id: study.id,
    mayEdit: can.editStudies,
    filter: { ...filter, mayEdit: can.editStudies },
    ...needs,
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const where = { workspaceId, studyId: study.id };
  const themeId = String(form.get("theme") ?? "");
  const refused = (problem: ThemeProblem, typed: string) => data({ themeId, problem, typed }, 422);
  switch (form.get("intent")) {
    case "rename": {
      const typed = String(form.get("name") ?? "");
      const name = themeNameSchema.safeParse(typed);
      if (!name.success) return refused("name", typed);
      if (isTaken(name.data, await listThemes(store, where), themeId)) return refused("taken", typed);
      if (!(await updateThemeName(store, { ...where, themeId, name: name.data })))
        throw new Response("Not found", { status: 404 });
      break;
    }
    case "merge":
    case "part": {
      const into = form.get("intent") === "merge" ? String(form.get("into") ?? "") : null;
      if (into === "") break;
      if (!(await updateThemeMerged(store, { ...where, themeId, into })))
        throw new Response("Not found", { status: 404 });
      break;
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
  return redirect(`/studies/${study.id}/needs${new URL(request.url).search}#themes`);
};

export default function Needs() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("needs");
  const results = useText("results");
  const base = `/studies/${loaded.id}`;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          loaded.mayEdit &&
          loaded.questions.length > 0 && <LinkButton to={`${base}/needs/code`}>{text.code}</LinkButton>
        }
      />
      {loaded.filter.total > 0 && <FilterBar {...loaded.filter} />}
      {loaded.filter.total === 0 ? (
        <EmptyState
          title={results.empty.title}
          action={<LinkButton to={`${base}/fieldwork`}>{results.empty.action}</LinkButton>}
        >
          {results.empty.body}
        </EmptyState>
      ) : (
        <Computed {...loaded}>
          <NeedTree tree={loaded.tree} base={base} coverage={loaded.coverage} />
          <ThemeTable {...loaded} base={base} refused={refused ?? null} />
        </Computed>
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
