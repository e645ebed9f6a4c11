/** The editor of a questionnaire. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type ShouldRevalidateFunction, useLoaderData, useRevalidator } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { listFeatures } from "~/data/features";
import { listCompetitors } from "~/data/studies";
import { briefOf } from "~/domain/study/brief";
import { Editor } from "~/features/questionnaire/editor/editor";
import { useLanguage, useText } from "~/i18n/use-text";
import { requireQuestionnaire } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, where, questionnaire, member, can } = await requireQuestionnaire(
    request,
    params,
    "readStudies",
  );
  const [competitors, features] = await Promise.all([
    listCompetitors(store, where),
    listFeatures(store, where),
  ]);
  const asked = features
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, name, asked: row }) => ({ id: row ?? id, name }));
  return {
    startAt: new URL(request.url).searchParams.get("part") ?? undefined,
    here: `/studies/${study.id}/questionnaires/${questionnaire.id}`,
    // Kept in the browser apart for each member, as a computer may be shared.
    keptUnder: `trivista.draft.${member.id}.${questionnaire.id}.`,
    ...{ draft: questionnaire.draft, revision: questionnaire.revision, role: questionnaire.role },
    canEdit: can.editStudies,
    brief: { ...briefOf(study, competitors), ...(asked.length > 0 ? { features: asked } : {}) },
  };
};

/** The editor carries its draft from here on; saves tell the frame around it, not itself. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.questionnaireId !== nextParams.questionnaireId;

export default function EditQuestionnaire() {
  const { here, canEdit, ...loaded } = useLoaderData<typeof loader>();
  const text = useText("editor");
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  if (!canEdit) return <Notice tone="warn">{text.readOnly}</Notice>;
  return (
    <>
      <noscript>
        <Notice tone="warn">
          {text.noScript}{" "}
          <Link to={here} className="link">
            {text.readInstead}
          </Link>
        </Notice>
      </noscript>
      <Editor
        {...loaded}
        key={here}
        address={`${here}/draft`}
        needsAt={`${here}/needs`}
        bankAt={`${here}/bank`}
        language={language}
        onSaved={revalidate}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
