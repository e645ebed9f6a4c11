/** The questionnaires of a study, one a role. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { listDrafts, listQuestionnaires } from "~/data/questionnaires";
import { chainRoles } from "~/domain/chain/role";
import { countTexts, questionsOf } from "~/domain/questionnaire/draft-tree";
import { fullMinutes } from "~/domain/questionnaire/duration";
import { PublishForm } from "~/features/questionnaire/publish-form";
import { PublishOutcome } from "~/features/questionnaire/publish-outcome";
import { QuestionnaireList } from "~/features/questionnaire/questionnaire-list";
import { useText } from "~/i18n/use-text";
import { compileDraft } from "~/server/compile-once";
import { requireStudy } from "~/server/gate";
import { publishFromForm } from "~/server/publish-form";
import { postedForm } from "~/server/request";
import { addRoles } from "~/server/study";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [listed, drafts] = await Promise.all([listQuestionnaires(store, where), listDrafts(store, where)]);
  const rows = await Promise.all(
    drafts.map(async (draft) => {
      const {
        version = null,
        publishedRevision = null,
        updatedAt = 0,
      } = listed.find(({ id }) => id === draft.id) ?? {};
      const made = await compileDraft(draft);
      return {
        ...{ id: draft.id, role: draft.role, revision: draft.revision, version, updatedAt },
        changed: version !== null && publishedRevision !== draft.revision,
        questions: questionsOf(draft.draft).length,
        texts: countTexts(draft.draft),
        minutes: made.ok ? fullMinutes(made.compiled) : null,
      };
    }),
  );
  const addable = chainRoles.filter((role) => !rows.some((row) => row.role === role));
  return { study: { id: study.id, product: study.product, languages: study.languages }, rows, addable };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, member, language, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  if (form.get("intent") === "publish")
    return publishFromForm(store, study, form, { publishedBy: member.id, language, now });
  const role = chainRoles.find((one) => one === form.get("role"));
  if (!role) throw new Response("Bad request", { status: 400 });
  await addRoles(store, study, { set: "full", roles: [role], type: study.businessType, now });
  return { kind: "added" as const, role };
};

export default function Questionnaires() {
  const { study, rows, addable } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("questionnaire");
  const roleText = useText("roles");
  const base = `/studies/${study.id}`;
  const open = rows.filter(({ version, changed }) => version === null || changed);
  const asked = done?.kind === "published" ? done.outcomes.filter(({ kind }) => kind === "asked") : [];
  return (
    <>
      <PageHeader
        crumbs={[{ to: base, label: study.product }]}
        title={text.list.title}
        lead={text.list.lead}
        actions={
          open.length > 1 && (
            <PublishForm
              label={text.list.publishAll}
              publish={open.map(({ id, revision }) => `${id}/${revision}`)}
            />
          )
        }
      />
      {done?.kind === "published" && (
        <PublishOutcome outcomes={done.outcomes} fieldwork={`${base}/fieldwork`} />
      )}
      {asked.length > 0 && (
        <div className="mb-6">
          <PublishForm anyway label={text.publish.anyway} publish={asked.map(({ again }) => again)} />
        </div>
      )}
      {done?.kind === "added" && (
        <div className="mb-6">
          <Notice tone="success" live>
            {text.list.added({ role: roleText.chain[done.role] })}
          </Notice>
        </div>
      )}
      <QuestionnaireList
        base={`${base}/questionnaires`}
        rows={rows}
        languages={study.languages}
        addable={addable}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
