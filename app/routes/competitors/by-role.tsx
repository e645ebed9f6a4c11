/** What each role of the chain compares, price against value, and whom each would choose. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { ByRole } from "~/features/competitors/by-role";
import { useLanguage, useText } from "~/i18n/use-text";
import { compareByRole } from "~/server/competitor-analysis";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const { currency, priceUnit } = study;
  const { evidence, filter } = await readFiltered(store, { request, study, language, page: "by-role" });
  return {
    base: `/studies/${study.id}/competitors`,
    ...{ currency, priceUnit },
    filter: { ...filter, mayEdit: can.editStudies },
    ...(await compareByRole(store, study, evidence)),
  };
};

export default function ByRolePage() {
  const { priceUnit, filter, ...loaded } = useLoaderData<typeof loader>();
  const text = useText("competition").byRole;
  const language = useLanguage();
  const unit = [loaded.currency, priceUnit[language]].filter(Boolean).join(", ");
  const known = loaded.views.some(({ criteria }) =>
    criteria.some(({ figures }) => figures.some((figure) => figure !== null)),
  );
  if (!known && filter.shown < filter.total) return <FilterBar {...filter} />;
  if (!known)
    return (
      <EmptyState
        title={text.emptyTitle}
        action={<LinkButton to={`${loaded.base}/matrix`}>{text.toMatrix}</LinkButton>}
      >
        {text.empty}
      </EmptyState>
    );
  return (
    <>
      {filter.total > 0 && <FilterBar {...filter} />}
      <ByRole {...loaded} priceUnit={unit} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
