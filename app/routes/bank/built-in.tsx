/** An item of the product's own bank; it is read, and inserted in the editor. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Tag } from "~/components/tag";
import { listMeasureUses } from "~/data/question-bank";
import { measuresOfItem } from "~/domain/questionnaire/own-bank/item";
import { namesProduct, withProduct } from "~/domain/questionnaire/own-bank/product-name";
import { ItemFacts, ItemUses } from "~/features/questionnaire/bank/item-facts";
import { ItemPreview } from "~/features/questionnaire/bank/item-preview";
import { useProductMark } from "~/features/questionnaire/bank/use-product-mark";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { builtInFor, shownUses, wordedFor } from "~/server/question-bank";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId } = await requireMember(request, "readStudies");
  const type = wordedFor(new URL(request.url).searchParams.get("for"));
  const item = builtInFor(type).find(({ key }) => key === params.key);
  if (!item) throw new Response("Not found", { status: 404 });
  const [measure] = measuresOfItem(item.content);
  const uses = measure ? await listMeasureUses(store, { workspaceId, measure }) : [];
  return { item, type, uses: shownUses(uses, null) };
};

export const meta: MetaFunction<typeof loader> = (seen) => pageTitle(seen, (words) => [words("bank").title]);

export default function BuiltIn() {
  const { item, type, uses } = useLoaderData<typeof loader>();
  const text = useText("bank");
  const roles = useText("roles");
  const { named } = useText("figure");
  const language = useLanguage();
  const mark = useProductMark();
  return (
    <>
      <PageHeader
        crumbs={[{ to: "/bank", label: text.title }]}
        title={withProduct({ title: item.name }, mark).title[language]}
        tags={<Tag>{text.source["built-in"]}</Tag>}
        lead={named({ name: text.filter.wordedFor, said: roles.businessType[type] })}
      />
      <div className="mb-8 max-w-prose">
        <Notice>{text.item.builtIn}</Notice>
      </div>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <ItemPreview content={item.content} product={mark} />
          {namesProduct(item.content) && <p className="mt-2 text-muted text-sm">{text.item.productHint}</p>}
        </div>
        <ItemFacts content={item.content} roles={item.roles} />
      </div>
      <ItemUses uses={uses} lead={text.item.usedByMeasure} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
