/** What each role of the chain compares, price against value, and whom each would choose. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { ByRole } from "~/features/competitors/by-role";
import { useLanguage, useText } from "~/i18n/use-text";
import { compareByRole } from "~/server/competitor-analysis";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  const { currency, priceUnit } = study;
  return {
    base: `/studies/${study.id}/competitors`,
    ...{ currency, priceUnit },
    ...(await compareByRole(store, study)),
  };
};

export default function ByRolePage() {
  const { priceUnit, ...loaded } = useLoaderData<typeof loader>();
  const text = useText("competition").byRole;
  const language = useLanguage();
  const unit = [loaded.currency, priceUnit[language]].filter(Boolean).join(", ");
  const known = loaded.views.some(({ criteria }) =>
    criteria.some(({ figures }) => figures.some((figure) => figure !== null)),
  );
  if (!known)
    return (
      <EmptyState
        title={text.emptyTitle}
        action={<LinkButton to={`${loaded.base}/matrix`}>{text.toMatrix}</LinkButton>}
      >
        {text.empty}
      </EmptyState>
    );
  return <ByRole {...loaded} priceUnit={unit} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
