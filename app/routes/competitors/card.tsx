/** The battle card of one competitor, for every role or one. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { BattleCards } from "~/features/competitors/battle-card";
import { makeBattleCards } from "~/server/competitor-analysis";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  const made = await makeBattleCards(store, study, params.key ?? "");
  if (!made) throw new Response("Not found", { status: 404 });
  const asked = new URL(request.url).searchParams.get("role");
  const role = made.cards.find((card) => card.role === asked)?.role ?? null;
  return { study: `/studies/${study.id}`, currency: study.currency, role, ...made };
};

export default function BattleCardPage() {
  return <BattleCards {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
