/** Freezing and sharing: `/studies/:studyId/report/share`. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { listReportComments, listReportShares } from "~/data/report-shares";
import { findReportLayout, listReportSnapshots } from "~/data/reports";
import { countResponses } from "~/data/responses";
import { stateOfShare, typedFields } from "~/domain/report/document/share-form";
import { type EvidenceFilter, filterSearch } from "~/domain/report/evidence-filter";
import { Manage } from "~/features/report/manage";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { manageReport } from "~/server/manage-report";
import { listFilterChoices, sayFilter } from "~/server/report-filter";
import { postedForm, publicOrigin } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const [snapshots, shares, comments, counts, { layout }] = await Promise.all([
    listReportSnapshots(store, where),
    listReportShares(store, where),
    listReportComments(store, where),
    countResponses(store, where),
    findReportLayout(store, where),
  ]);
  const said = (filter: EvidenceFilter | null) => (filter ? sayFilter(store, study, filter) : null);
  const there = new Set(snapshots.map(({ id }) => id));
  return data({
    studyId: study.id,
    responses: counts.reduce((sum, { complete }) => sum + complete, 0),
    people: await listFilterChoices(store, study, layout.filter),
    own: filterSearch(layout.filter ?? {}),
    snapshots: await Promise.all(
      snapshots.map(async ({ filter, ...one }) => ({ ...one, said: await said(filter) })),
    ),
    comments,
    shares: await Promise.all(
      shares.map(async (share) => {
        const { id, name, audience, hasPassword, expiresAt, views, lastViewedAt, snapshot, snapshotId } =
          share;
        return {
          ...{ id, name, audience, hasPassword, expiresAt, views, lastViewedAt, snapshot },
          url: `${publicOrigin(request)}/share/${share.token}`,
          said: await said(share.filter),
          state: snapshotId !== null && !there.has(snapshotId) ? ("gone" as const) : stateOfShare(share, now),
        };
      }),
    ),
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, member, now } = await requireStudy(request, params, "editStudies");
  const typed = typedFields(await postedForm(request));
  const came = await manageReport(store, { study, typed, by: member.name, now });
  if (came.kind === "unknown") throw new Response("Bad request", { status: 400 });
  return data({ ...came, at: now }, { status: came.kind === "refused" ? 422 : 200 });
};

function Toast({ came }: { came: Exclude<ReturnType<typeof useActionData<typeof action>>, undefined> }) {
  const text = useText("sharing").manage;
  if (came.kind === "refused") return null;
  const words = text[came.what];
  return (
    <UndoToast
      key={came.at}
      message={typeof words === "string" ? words : words({ name: came.name })}
      undo={came.kind === "undoable" ? { action: "", fields: came.undo } : undefined}
    />
  );
}

export default function ManageReport() {
  const loaded = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  return (
    <>
      <Manage {...loaded} refused={came?.kind === "refused" ? came : null} />
      {came && <Toast came={came} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
