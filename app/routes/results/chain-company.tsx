/** The decision chain of one company. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { companyChains } from "~/domain/report/company-chain";
import type { Evidence } from "~/domain/report/evidence";
import { attributesAsked, namesOfChoices } from "~/domain/report/insights/names";
import { CompanyChainPage } from "~/features/report/company-chain";
import { formatOf } from "~/i18n/format";
import { useText } from "~/i18n/use-text";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const { evidence, all, filter } = await readFiltered(store, { request, study, language, page: "chain" });
  const isOwn = ({ companyId }: Evidence) => companyId === params.companyId;
  const [own, everybody] = [evidence.filter(isOwn), all.filter(isOwn)];
  const [known] = companyChains(everybody, formatOf(language).compare);
  if (!known) throw new Response("Not found", { status: 404 });
  const [chain = null] = companyChains(own, formatOf(language).compare);
  return data({
    study: study.id,
    filter: { ...filter, shown: own.length, total: everybody.length, mayEdit: can.editStudies },
    name: known.name,
    chain,
    items: attributesAsked(own),
    choiceNames: namesOfChoices(own, "anchor.choice"),
  });
};

export default function ChainCompany() {
  const { study, filter, name, chain, items, choiceNames } = useLoaderData<typeof loader>();
  const text = useText("chain");
  return (
    <>
      <PageHeader
        crumbs={[{ to: `/studies/${study}/chain${filter.search}`, label: text.back }]}
        title={name}
      />
      <FilterBar {...filter} />
      {chain && <CompanyChainPage chain={chain} items={items} choiceNames={choiceNames} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
