/** What may have been entered twice: two become one, or are said to be two. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { insertDistinctPair, mergeCompanies, mergeContacts } from "~/data/merging";
import { DoublesList } from "~/features/people/doubles-list";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { readDoubles } from "~/server/doubles";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, language } = await requireMember(request, "editStudies");
  return readDoubles(store, { workspaceId, language, asked: new URL(request.url).searchParams });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, member, language, now } = await requireMember(request, "editStudies");
  const form = await postedForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  if (text("intent") === "distinct") {
    await insertDistinctPair(store, { workspaceId, ids: [text("first"), text("second")], now });
    return data({ done: "distinct" as const });
  }
  const merge = text("kind") === "company" ? mergeCompanies : mergeContacts;
  const merged = await merge(store, {
    ...{ workspaceId, keepId: text("keep"), goneId: text("gone"), memberId: member.id, now },
    reason: textOf(language, "people").doubles.reason,
  });
  return data({ done: merged ? ("merged" as const) : ("gone" as const) }, merged ? 200 : 409);
};

export default function Doubles() {
  const found = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done;
  const text = useText("people").doubles;
  return (
    <>
      <p className="max-w-prose text-muted">{text.lead}</p>
      <div className="mt-4 grid gap-3">
        {done && (
          <Notice tone={done === "gone" ? "warn" : "success"} live>
            {text.done[done]}
          </Notice>
        )}
        {found.unknown !== null && <Notice tone="warn">{text.unknown({ name: found.unknown })}</Notice>}
      </div>
      <DoublesList {...found} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
