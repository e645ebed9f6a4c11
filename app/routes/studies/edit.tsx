/** The settings of a study after it was made. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listCompetitors } from "~/data/studies";
import { readStudy, typedFromForm, typedStudy } from "~/domain/study/study-form";
import { StudyForm } from "~/features/study/study-form";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";
import { changeStudy } from "~/server/study";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const competitors = await listCompetitors(store, { workspaceId, studyId: study.id });
  return { id: study.id, product: study.product, typed: typedStudy(study, competitors) };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const typed = typedFromForm(await postedForm(request));
  const read = readStudy(typed);
  if (!read.ok) return data({ typed, problems: read.problems }, 422);
  await changeStudy(store, { ...read, workspaceId, studyId: study.id, now });
  return redirect(`/studies/${study.id}`);
};

export default function EditStudy() {
  const { id, product, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("study").form;
  return (
    <>
      <PageHeader
        crumbs={[{ to: `/studies/${id}`, label: product }]}
        title={text.editTitle}
        lead={text.editLead}
      />
      <StudyForm typed={refused?.typed ?? typed} problems={refused?.problems ?? {}} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
