/** Every rule of a questionnaire as a sentence, to be made, changed and removed without code. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { UndoToast } from "~/components/undo-toast";
import { parseCondition, parseRules } from "~/domain/questionnaire/compile-condition";
import { checkConditions } from "~/domain/questionnaire/condition-check";
import { askablesOf } from "~/domain/questionnaire/condition-questions";
import { isRefusal } from "~/domain/questionnaire/conditions";
import { pathText } from "~/domain/questionnaire/draft-tree";
import { editedText } from "~/domain/questionnaire/rule-form";
import { ruleTargets } from "~/domain/questionnaire/rule-targets";
import { NewRule } from "~/features/questionnaire/logic/new-rule";
import { type ListedRule, RuleList } from "~/features/questionnaire/logic/rule-list";
import { useText } from "~/i18n/use-text";
import { editRules } from "~/server/edit-rules";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study, questionnaire, language, can } = await requireQuestionnaire(request, params, "readStudies");
  const parsed = await parseRules(questionnaire.draft);
  const rules = await Promise.all(
    parsed.map(async ({ rule, expression }): Promise<ListedRule> => {
      const text = editedText(rule);
      const inner = text === rule.text ? expression : await parseCondition(text);
      return {
        ...{ place: pathText(rule.path), kind: rule.kind, owner: rule.owner, detail: rule.detail, text },
        expression: inner && !isRefusal(inner) ? inner : null,
      };
    }),
  );
  const targets = ruleTargets(questionnaire.draft, language);
  const { searchParams } = new URL(request.url);
  return {
    ...{ rules, targets, canEdit: can.editStudies },
    pages: targets.filter(({ kind }) => kind === "page"),
    findings: checkConditions(questionnaire.draft, parsed),
    askables: askablesOf(questionnaire.draft),
    open: can.editStudies ? searchParams.get("edit") : null,
    saved: searchParams.has("saved"),
    here: `/studies/${study.id}/questionnaires/${questionnaire.id}/logic`,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, where, member, now } = await requireQuestionnaire(request, params, "editStudies");
  const done = await editRules(store, where, await postedForm(request), { savedBy: member.id, now });
  if (done.kind === "saved")
    return redirect(`/studies/${study.id}/questionnaires/${where.questionnaireId}/logic?saved`);
  const status = done.kind === "refused" ? 422 : done.kind === "gone" ? 409 : 200;
  return data({ ...done, at: now }, status);
};

export default function Logic() {
  const { rules, targets, pages, findings, askables, open, saved, canEdit, here } =
    useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("logic");
  const refusal = done?.kind === "refused" ? done : null;
  return (
    <>
      <p className="mb-4 max-w-prose text-muted">{text.lead}</p>
      <p role="status" className="mb-4 font-medium text-positive empty:hidden">
        {saved && !done ? text.saved : ""}
      </p>
      {done?.kind === "gone" && (
        <div className="mb-6">
          <Notice tone="warn" live>
            {text.gone}
          </Notice>
        </div>
      )}
      {rules.length === 0 ? (
        <EmptyState title={text.none}>{text.noneText}</EmptyState>
      ) : (
        <>
          <p className="border-line border-b pb-3 text-sm">
            {text.count({ n: rules.length })} ·{" "}
            {findings.length > 0 ? (
              <span className="text-caution">{text.findings({ n: findings.length })}</span>
            ) : (
              <span className="text-muted">{text.calm}</span>
            )}
          </p>
          <RuleList
            rules={rules}
            findings={findings}
            pages={pages}
            askables={askables}
            open={refusal?.place ?? open}
            refusal={refusal}
            canEdit={canEdit}
          />
        </>
      )}
      {canEdit && (
        <Section title={text.add} lead={text.addLead}>
          <NewRule
            key={saved ? rules.length : "new"}
            targets={targets}
            pages={pages}
            askables={askables}
            refusal={refusal && refusal.place === null ? refusal : null}
          />
        </Section>
      )}
      {done?.kind === "removed" && (
        <UndoToast
          key={done.at}
          message={text.removed}
          undo={{ action: here, fields: { intent: "restore", ...done.removed } }}
        />
      )}
      {done?.kind === "restored" && <UndoToast key={done.at} message={text.restored} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
