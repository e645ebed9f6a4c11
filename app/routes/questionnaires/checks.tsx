/** A second look at how the questions are put; each finding is mended, or kept with a reason. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Panel, Section } from "~/components/section";
import { accept, longestReason, takeBack } from "~/domain/questionnaire/accepted";
import { localText } from "~/domain/questionnaire/condition-questions";
import { findQuestion, questionsOf } from "~/domain/questionnaire/draft-tree";
import { CraftList, type ListedFinding } from "~/features/questionnaire/craft/craft-list";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { reviewCraft } from "~/server/craft";
import { editDraft } from "~/server/edit-draft";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, questionnaire, language, can } = await requireQuestionnaire(
    request,
    params,
    "readStudies",
  );
  const review = await reviewCraft(store, study, questionnaire);
  const text = textOf(language, "craft");
  const listed = review.findings.map((finding): ListedFinding => {
    const { question, page } = finding.place;
    const element = question === undefined ? null : findQuestion(questionnaire.draft, question)?.element;
    const onPage = page === undefined ? text.whole : text.page({ n: page + 1 });
    return {
      ...finding,
      about: question === undefined ? onPage : localText(element?.title, question)[language],
      open: element ? `..#question-${encodeURIComponent(question ?? "")}` : null,
    };
  });
  return {
    ...{ role: questionnaire.role, minutes: review.minutes, mostMinutes: review.mostMinutes },
    open: listed.filter(({ reason }) => reason === null),
    kept: listed.filter(({ reason }) => reason !== null),
    ...{ canEdit: can.editStudies, empty: questionsOf(questionnaire.draft).length === 0 },
    done: new URL(request.url).searchParams.get("done"),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, where, questionnaire, member, language, now } = await requireQuestionnaire(
    request,
    params,
    "editStudies",
  );
  const form = await postedForm(request);
  const key = String(form.get("key") ?? "");
  const reason = String(form.get("reason") ?? "").trim();
  const text = textOf(language, "craft");
  const keeping = form.get("intent") === "keep";
  if (!keeping && form.get("intent") !== "take-back") throw new Response("Bad request", { status: 400 });
  const message =
    keeping && reason === ""
      ? text.reasonMissing
      : reason.length > longestReason
        ? text.reasonLong({ most: longestReason })
        : null;
  if (message) return data({ kind: "refused" as const, key, reason, message }, 422);
  const { findings } = await reviewCraft(store, study, questionnaire);
  const known = findings.some((finding) => finding.key === key);
  const edited =
    known &&
    (await editDraft(
      store,
      where,
      (draft) => {
        const after = keeping
          ? accept(draft, { finding: key, reason, by: member.id, at: now })
          : takeBack(draft, key);
        return after === null ? null : { draft: after };
      },
      { savedBy: member.id, now },
    ));
  if (!edited) return data({ kind: "gone" as const }, 409);
  const here = `/studies/${study.id}/questionnaires/${where.questionnaireId}/checks`;
  return redirect(`${here}?done=${keeping ? "kept" : "taken-back"}`);
};

export default function Checks() {
  const { role, minutes, mostMinutes, open, kept, canEdit, empty, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = useText("craft");
  const roles = useText("roles").chain;
  const refusal = reply?.kind === "refused" ? reply : null;
  return (
    <>
      <p className="max-w-prose text-muted">{text.lead}</p>
      <p className="mt-2 mb-6 text-sm">
        {minutes === null
          ? text.minutesUnknown
          : text.minutes({ n: minutes, most: mostMinutes, role: roles[role] })}
      </p>
      <p role="status" className="mb-4 font-medium text-positive empty:hidden">
        {reply ? "" : done === "kept" ? text.saved : done === "taken-back" ? text.takenBack : ""}
      </p>
      {reply?.kind === "gone" && (
        <div className="mb-6">
          <Notice tone="warn" live>
            {text.gone}
          </Notice>
        </div>
      )}
      <div className="grid gap-8 xl:grid-cols-[1fr_20rem] xl:items-start">
        <div>
          {open.length === 0 ? (
            <EmptyState title={empty ? text.empty : text.calm}>
              {empty ? text.emptyText : text.calmText}
            </EmptyState>
          ) : (
            <Section title={text.count({ n: open.length })}>
              <CraftList findings={open} canEdit={canEdit} refusal={refusal} />
            </Section>
          )}
          {kept.length > 0 && (
            <Section title={text.kept}>
              <CraftList findings={kept} canEdit={canEdit} refusal={refusal} />
            </Section>
          )}
        </div>
        <Panel>
          <h2 className="text-base">{text.guidance.title({ role: roles[role] })}</h2>
          <ul className="mt-2 grid list-disc gap-2 ps-5 text-sm">
            {text.guidance.lines[role].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
