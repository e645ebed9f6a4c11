/** The question bank: the workspace's items and the product's own, searched and filtered. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { UndoToast } from "~/components/undo-toast";
import { findBankItem, updateBankDeleted } from "~/data/question-bank";
import { onePage } from "~/domain/paging";
import { filterEntries } from "~/domain/questionnaire/own-bank/browse";
import { withProduct } from "~/domain/questionnaire/own-bank/product-name";
import { BankList } from "~/features/questionnaire/bank/bank-list";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { readBank, wordedFor } from "~/server/question-bank";
import { postedForm } from "~/server/request";

const perPage = 30;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId } = await requireMember(request, "readStudies");
  const { searchParams: asked } = new URL(request.url);
  const word = (name: string) => asked.get(name)?.trim().slice(0, 200) ?? "";
  const typed = {
    ...{ search: word("search"), type: word("type"), role: word("role"), source: word("source") },
    for: wordedFor(asked.get("for")),
  };
  const bank = await readBank(store, { workspaceId, type: typed.for });
  const found = filterEntries(bank, typed);
  const { rows: shown, ...paging } = onePage(found, { asked: asked.get("page"), perPage });
  const mark = {
    "zh-CN": textOf("zh-CN", "bank").yourProduct,
    en: textOf("en", "bank").yourProduct,
  };
  const rows = shown.map(({ content: _, searchText: __, ...row }) => ({
    ...row,
    name: withProduct({ title: row.name }, mark).title,
  }));
  const deleted = await findBankItem(store, { workspaceId, itemId: word("deleted") });
  return {
    ...{ rows, ...paging, typed },
    hasOwn: bank.some(({ source }) => source === "own"),
    deleted: deleted?.deletedAt ? { id: deleted.id, name: deleted.name } : null,
  };
};

/** Puts a deleted item back. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "editBank");
  const where = { workspaceId, itemId: String((await postedForm(request)).get("itemId")) };
  const item = await findBankItem(store, where);
  if (!item) throw new Response("Not found", { status: 404 });
  await updateBankDeleted(store, { ...where, deletedAt: null });
  return { restored: item.name, at: now };
};

export default function Bank() {
  const { deleted, ...loaded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("bank");
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <BankList {...loaded} />
      {deleted && (
        <UndoToast
          key={deleted.id}
          message={text.item.deleted(deleted)}
          undo={{ action: "/bank", fields: { itemId: deleted.id } }}
        />
      )}
      {done && <UndoToast key={done.at} message={text.item.restored({ name: done.restored })} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
