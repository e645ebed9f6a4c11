/** The battle card of one competitor, for every role or one. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { BattleCards } from "~/features/competitors/battle-card";
import { makeBattleCards } from "~/server/competitor-analysis";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const given = { request, study, language, page: "analysis" } as const;
  const { evidence, filter } = await readFiltered(store, given, { keep: ["card"] });
  const made = await makeBattleCards(store, study, params.key ?? "", evidence);
  if (!made) throw new Response("Not found", { status: 404 });
  const asked = new URL(request.url).searchParams.get("card");
  const role = made.cards.find((card) => card.role === asked)?.role ?? null;
  return {
    filter: { ...filter, mayEdit: can.editStudies },
    card: { study: `/studies/${study.id}`, currency: study.currency, role, ...made },
  };
};

export default function BattleCardPage() {
  const { filter, card } = useLoaderData<typeof loader>();
  return (
    <>
      {filter.total > 0 && <FilterBar {...filter} />}
      <BattleCards {...card} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
