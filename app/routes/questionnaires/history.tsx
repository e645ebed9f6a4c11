/** The history of a questionnaire: states of its draft and its versions, compared and taken back. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { listMembers } from "~/data/members";
import { draftChanges } from "~/domain/questionnaire/draft-diff";
import { HistoryView } from "~/features/questionnaire/history-view";
import { useText } from "~/i18n/use-text";
import { requireQuestionnaire } from "~/server/gate";
import { findStateJson, listHistory, restoreState } from "~/server/questionnaire-history";
import { postedForm } from "~/server/request";

/** More sentences than this nobody reads. */
const most = 200;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, where, questionnaire, can } = await requireQuestionnaire(
    request,
    params,
    "readStudies",
  );
  const [entries, members] = await Promise.all([
    listHistory(store, where),
    listMembers(store, { workspaceId }),
  ]);
  const { searchParams } = new URL(request.url);
  const [from, to] = [searchParams.get("from"), searchParams.get("to") ?? "now"];
  const [before, after] = from
    ? await Promise.all([findStateJson(store, where, from), findStateJson(store, where, to)])
    : [];
  const changes = before !== undefined && after !== undefined ? draftChanges(before, after) : null;
  return {
    entries: entries.map((entry) => ({
      ...entry,
      by: members.find(({ id }) => id === entry.by)?.name ?? null,
    })),
    comparison: from &&
      changes && { from, to, changes: changes.slice(0, most), more: Math.max(0, changes.length - most) },
    ...{ revision: questionnaire.revision, canEdit: can.editStudies },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, where, member, now } = await requireQuestionnaire(request, params, "editStudies");
  const form = await postedForm(request);
  const restored = await restoreState(store, {
    ...{ ...where, key: String(form.get("state")), revision: Number(form.get("revision")) },
    ...{ savedBy: member.id, now },
  });
  return data({ restored }, restored ? 200 : 409);
};

export default function QuestionnaireHistory() {
  const { comparison, ...loaded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("history");
  return (
    <>
      {done && (
        <div className="mb-6">
          <Notice tone={done.restored ? "success" : "warn"} live>
            {done.restored ? text.restored : text.notRestored}
          </Notice>
        </div>
      )}
      <HistoryView {...loaded} comparison={comparison || null} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
