/** An item of the workspace's bank: how it looks, what it is, where it is used. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Tag } from "~/components/tag";
import { listMembers } from "~/data/members";
import { findBankItem, listBankUses, updateBankDeleted, updateBankName } from "~/data/question-bank";
import { itemLimits, readTags } from "~/domain/questionnaire/own-bank/item";
import { namesProduct } from "~/domain/questionnaire/own-bank/product-name";
import { ItemFacts, ItemUses } from "~/features/questionnaire/bank/item-facts";
import { ItemForm, type NameProblem } from "~/features/questionnaire/bank/item-form";
import { ItemPreview } from "~/features/questionnaire/bank/item-preview";
import { useProductMark } from "~/features/questionnaire/bank/use-product-mark";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { shownUses } from "~/server/question-bank";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, can } = await requireMember(request, "readStudies");
  const where = { workspaceId, itemId: params.itemId ?? "" };
  const [item, members] = await Promise.all([findBankItem(store, where), listMembers(store, where)]);
  if (!item) throw new Response("Not found", { status: 404 });
  const { workspaceId: _, savedBy, ...shown } = item;
  return {
    item: { ...shown, savedBy: members.find(({ id }) => id === savedBy)?.name ?? "" },
    uses: shownUses(await listBankUses(store, where), item),
    canEdit: can.editBank,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "editBank");
  const where = { workspaceId, itemId: params.itemId ?? "" };
  const form = await postedForm(request);
  if (!(await findBankItem(store, where))) throw new Response("Not found", { status: 404 });
  switch (form.get("intent")) {
    case "delete":
      await updateBankDeleted(store, { ...where, deletedAt: now });
      return redirect(`/bank?deleted=${where.itemId}`);
    case "restore":
      await updateBankDeleted(store, { ...where, deletedAt: null });
      return { typed: null, problem: null };
    case "rename": {
      const typed = { name: String(form.get("name") ?? "").trim(), tags: String(form.get("tags") ?? "") };
      const problem: NameProblem | null =
        typed.name === "" ? "missing" : typed.name.length > itemLimits.name ? "too-long" : null;
      if (problem) return data({ typed, problem }, 422);
      await updateBankName(store, { ...where, name: typed.name, tags: readTags(typed.tags) });
      return { typed, problem };
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [seen.data?.item.name, words("bank").title]);

export default function Item() {
  const { item, uses, canEdit } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("bank");
  const mark = useProductMark();
  const saved = { revision: item.revision, at: item.savedAt, by: item.savedBy };
  return (
    <>
      <PageHeader
        crumbs={[{ to: "/bank", label: text.title }]}
        title={item.name}
        tags={<Tag tone="info">{text.source.own}</Tag>}
      />
      {item.deletedAt !== null && (
        <div className="mb-8 grid gap-3">
          <Notice tone="warn">{text.item.gone}</Notice>
          {canEdit && (
            <Form method="post">
              <SubmitButton look="secondary" name="intent" value="restore">
                {text.item.restore}
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <ItemPreview content={item.content} product={mark} />
          {namesProduct(item.content) && <p className="mt-2 text-muted text-sm">{text.item.productHint}</p>}
        </div>
        <ItemFacts content={item.content} roles={item.roles} tags={item.tags} saved={saved} />
      </div>
      <ItemUses uses={uses} lead={text.item.usedLead} />
      {canEdit && item.deletedAt === null && (
        <ItemForm
          key={`${item.name}/${item.tags}`}
          name={done?.typed?.name ?? item.name}
          tags={done?.typed?.tags ?? item.tags.join(", ")}
          problem={done?.problem ?? null}
          saved={done?.typed != null && done.problem === null}
          used={uses.some(({ inDraft }) => inDraft)}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
