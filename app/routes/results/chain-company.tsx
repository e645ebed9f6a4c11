/** The decision chain of one company. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listEvidence } from "~/data/evidence";
import { anchorItems } from "~/domain/report/chain-agreement";
import { companyChains } from "~/domain/report/company-chain";
import { namesOfChoices } from "~/domain/report/insights/names";
import { CompanyChainPage } from "~/features/report/company-chain";
import { formatOf } from "~/i18n/format";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language } = await requireStudy(request, params, "readStudies");
  const evidence = await listEvidence(store, { workspaceId, studyId: study.id });
  const own = evidence.filter(({ companyId }) => companyId === params.companyId);
  const [chain] = companyChains(own, formatOf(language).compare);
  if (!chain) throw new Response("Not found", { status: 404 });
  return data({
    study: study.id,
    chain,
    items: anchorItems,
    choiceNames: namesOfChoices(own, "anchor.choice"),
  });
};

export default function ChainCompany() {
  const { study, chain, items, choiceNames } = useLoaderData<typeof loader>();
  const text = useText("chain");
  return (
    <>
      <PageHeader crumbs={[{ to: `/studies/${study}/chain`, label: text.back }]} title={chain.name} />
      <CompanyChainPage chain={chain} items={items} choiceNames={choiceNames} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
