/** The studies of the workspace; archiving hides one and can be undone. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { UndoToast } from "~/components/undo-toast";
import { findStudy, listArchivedStudies, listStudies, updateStudyArchived } from "~/data/studies";
import { StudyList } from "~/features/study/study-list";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId } = await requireMember(request, "readStudies");
  const [studies, archived] = await Promise.all([
    listStudies(store, { workspaceId }),
    listArchivedStudies(store, { workspaceId }),
  ]);
  return { studies, archived };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "editStudies");
  const form = await postedForm(request);
  const studyId = String(form.get("studyId"));
  const study = await findStudy(store, { workspaceId, studyId });
  if (!study) throw new Response("Not found", { status: 404 });
  const archived = form.get("intent") === "archive";
  await updateStudyArchived(store, { workspaceId, studyId, archivedAt: archived ? now : null });
  return { studyId, product: study.product, archived, at: now };
};

export default function Studies() {
  const { studies, archived } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("study").list;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          studies.length > 0 && (
            <LinkButton look="primary" to="/studies/new">
              {text.create}
            </LinkButton>
          )
        }
      />
      <StudyList studies={studies} archived={archived} />
      {done && (
        <UndoToast
          key={done.at}
          message={done.archived ? text.archived(done) : text.restored(done)}
          undo={{
            action: "/studies",
            fields: { studyId: done.studyId, intent: done.archived ? "restore" : "archive" },
          }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
