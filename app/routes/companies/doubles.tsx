/** What may have been entered twice: two become one, or are said to be two; what was made one lately is taken apart again. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { insertMerge, listMerges, undoMerge } from "~/data/merges";
import { insertDistinctPair } from "~/data/merging";
import { DoublesList } from "~/features/people/doubles-list";
import { MergeList } from "~/features/people/merge-list";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { readDoubles } from "~/server/doubles";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, language, now } = await requireMember(request, "editStudies");
  return {
    ...(await readDoubles(store, { workspaceId, language, asked: new URL(request.url).searchParams })),
    merges: await listMerges(store, { workspaceId, now }),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, member, language, now } = await requireMember(request, "editStudies");
  const form = await postedForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  if (text("intent") === "distinct") {
    await insertDistinctPair(store, { workspaceId, ids: [text("first"), text("second")], now });
    return data({ done: "distinct" as const, blocked: null });
  }
  if (text("intent") === "apart") {
    const undone = await undoMerge(store, { workspaceId, mergeId: text("merge"), now });
    return undone.ok
      ? data({ done: "apart" as const, blocked: null })
      : data({ done: null, blocked: undone.why }, 409);
  }
  const merged = await insertMerge(store, {
    kind: text("kind") === "company" ? "company" : "person",
    ...{ workspaceId, keepId: text("keep"), goneId: text("gone"), memberId: member.id, now },
    reason: textOf(language, "people").doubles.reason,
  });
  const done = merged ? ("merged" as const) : ("gone" as const);
  return data({ done, blocked: null }, merged ? 200 : 409);
};

export default function Doubles() {
  const found = useLoaderData<typeof loader>();
  const { done, blocked } = useActionData<typeof action>() ?? {};
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
        {blocked && (
          <Notice tone="warn" live>
            {text.lately.blocked[blocked]}
          </Notice>
        )}
        {found.unknown !== null && <Notice tone="warn">{text.unknown({ name: found.unknown })}</Notice>}
      </div>
      <DoublesList {...found} />
      <MergeList merges={found.merges} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
