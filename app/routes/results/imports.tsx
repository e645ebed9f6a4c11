/** Files of answers from other tools: bring one, and see those brought in before. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listImports } from "~/data/imports";
import { listQuestionnaires } from "~/data/questionnaires";
import { AnswerImports } from "~/features/results/answer-imports";
import { ResponseTabs } from "~/features/results/response-tabs";
import { useText } from "~/i18n/use-text";
import { keepAnswerUpload } from "~/server/answer-import";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [imports, questionnaires] = await Promise.all([
    listImports(store, { ...where, kind: "answers" }),
    listQuestionnaires(store, where),
  ]);
  return {
    base: `/studies/${study.id}`,
    canEdit: can.editStudies,
    imports,
    questionnaires: questionnaires
      .filter(({ version }) => version !== null)
      .map(({ id, role }) => ({ id, role })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const questionnaireId = String(form.get("questionnaire") ?? "");
  const kept = await keepAnswerUpload(store, study, {
    ...{ questionnaireId, createdBy: member.name, now },
    ...{ file: form.get("file"), encoding: form.get("encoding") },
  });
  if (!kept.ok) return data({ problem: kept.problem, questionnaireId }, 422);
  return redirect(`/studies/${study.id}/responses/import/${kept.importId}`);
};

export default function Imports() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("answerImport");
  const { responses } = useText("results");
  return (
    <>
      <PageHeader title={responses.title} lead={text.lead} />
      <ResponseTabs base={loaded.base} />
      <AnswerImports {...loaded} refused={done ?? null} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
