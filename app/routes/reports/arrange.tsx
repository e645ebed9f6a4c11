/** The author arranges the report: `/studies/:studyId/report/arrange`. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { findReportLayout, updateReportLayout } from "~/data/reports";
import { moveChapter, readLayout, withFilter } from "~/domain/report/document/layout";
import { chapterKeys } from "~/domain/report/document/report-document";
import { Arrange, arrangeable } from "~/features/report/arrange";
import { requireStudy } from "~/server/gate";
import { liveDocument } from "~/server/report-document";
import { listFilterChoices } from "~/server/report-filter";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const kept = await findReportLayout(store, { workspaceId, studyId: study.id });
  const { document } = await liveDocument(store, study, { now, filter: kept.layout.filter });
  return data({
    ...kept,
    people: await listFilterChoices(store, study, kept.layout.filter),
    chapters: arrangeable(document),
    report: `/studies/${study.id}/report`,
    saved: new URL(request.url).searchParams.get("saved"),
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  const kept = await findReportLayout(store, where);
  const people = form.get("people");
  const own = people === null ? kept.layout : withFilter(kept.layout, String(people));
  if (form.get("intent") === "count") {
    const given = { layout: own, revision: kept.revision, updatedBy: member.name, now };
    const saved = await updateReportLayout(store, { ...where, ...given });
    return saved === null
      ? data({ layout: own, revision: kept.revision, problems: {}, conflict: true }, { status: 409 })
      : redirect(`/studies/${study.id}/report`);
  }
  const read = readLayout(form, own);
  const [, way, key] = /^(up|down)\.([a-z]+)$/.exec(String(form.get("intent"))) ?? [];
  const moved = chapterKeys.find((known) => known === key);
  const layout = moved
    ? moveChapter(read.layout, moved, way === "up" ? -1 : 1, read.layout.order)
    : read.layout;
  const again = { layout, revision: kept.revision, problems: read.tooLong };
  if (Object.keys(read.tooLong).length > 0) return data({ ...again, conflict: false }, { status: 422 });
  // A revision that is no number matches none: the save becomes a conflict.
  const revision = Math.trunc(Number(form.get("revision"))) || 0;
  const saved = await updateReportLayout(store, { ...where, layout, revision, updatedBy: member.name, now });
  if (saved === null) return data({ ...again, conflict: true }, { status: 409 });
  return redirect(`/studies/${study.id}/report/arrange?saved=${moved ? `${way}.${moved}` : ""}`);
};

export default function ArrangeReport() {
  const loaded = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const { layout, revision } = posted ?? loaded;
  return (
    <Arrange
      // What was saved, or came back from a refused save, stands in the form anew.
      key={`${revision} ${JSON.stringify(layout)}`}
      {...{ layout, revision, chapters: loaded.chapters, people: loaded.people, report: loaded.report }}
      saved={loaded.saved !== null && !posted}
      moved={loaded.saved}
      conflict={posted?.conflict ?? false}
      problems={posted?.problems ?? {}}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
