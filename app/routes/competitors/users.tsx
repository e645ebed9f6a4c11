/** What people who know the competitors' products say of them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { RivalUsers } from "~/features/competitors/rival-users";
import { describeRivalUsers } from "~/server/competitor-analysis";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const { evidence, filter } = await readFiltered(store, { request, study, language, page: "users" });
  const described = await describeRivalUsers(store, study, params.key, evidence);
  if (params.key && described.chosen?.key !== params.key) throw new Response("Not found", { status: 404 });
  return {
    study: `/studies/${study.id}`,
    filter: { ...filter, mayEdit: can.editStudies },
    ...described,
  };
};

export default function Users() {
  const { filter, ...described } = useLoaderData<typeof loader>();
  return (
    <>
      {filter.total > 0 && <FilterBar {...filter} />}
      <RivalUsers {...described} filter={filter.search} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
