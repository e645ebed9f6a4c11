/** Questionnaires from elsewhere brought into a draft, and the draft taken out. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { BringForm, Brought } from "~/features/questionnaire/bring/bring-form";
import { useText } from "~/i18n/use-text";
import { broughtText, lookAt, takeOver } from "~/server/bring";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study, questionnaire, can } = await requireQuestionnaire(request, params, "readStudies");
  return { here: `/studies/${study.id}/questionnaires/${questionnaire.id}`, canEdit: can.editStudies };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, where, member, now } = await requireQuestionnaire(request, params, "editStudies");
  const form = await postedForm(request);
  const text = await broughtText(form);
  if (typeof text !== "string")
    return data({ kind: "refused" as const, problem: text.problem, at: null, text: "" }, 422);
  if (form.get("intent") !== "take") {
    const looked = await lookAt(text);
    return data(looked, looked.kind === "refused" ? 422 : 200);
  }
  const how = form.get("how") === "replace" ? "replace" : "add";
  const taken = await takeOver(store, where, text, how, { savedBy: member.id, now });
  return taken ? data(taken, 200) : data({ kind: "gone" as const }, 409);
};

export default function Bring() {
  const { here, canEdit } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("bring");
  const review = useText("questionnaire").review;
  const refused = done?.kind === "refused" ? done : null;
  const place = refused?.at ? review.at(refused.at) : "";
  return (
    <>
      {done?.kind === "taken" && (
        <div className="mb-6">
          <Notice tone="success" live>
            {text.taken({ questions: done.questions })}{" "}
            <Link to={here} className="link">
              {text.toEditor}
            </Link>
          </Notice>
        </div>
      )}
      {done?.kind === "gone" && (
        <div className="mb-6">
          <Notice tone="warn" live>
            {text.gone}
          </Notice>
        </div>
      )}
      {done?.kind === "looked" && <Brought key={done.text} {...done} />}
      {canEdit && (
        <Section title={text.title} lead={text.lead}>
          <BringForm
            key={done?.kind}
            typed={done && "text" in done ? done.text : undefined}
            error={refused ? text.problem[refused.problem]({ place }) : undefined}
          />
        </Section>
      )}
      <Section title={text.out} lead={text.outLead}>
        <a href={`${here}/texts/survey.json`} className="link" download>
          {text.download}
        </a>
      </Section>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
