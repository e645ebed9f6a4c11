/** A draft to try as any respondent: phone or desktop, either language, light or dark; and its test link. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { listQuestionnaires } from "~/data/questionnaires";
import { deleteTestLink, findTestLink, insertTestLink } from "~/data/test-links";
import {
  PreviewFrame,
  type PreviewLook,
  previewThemes,
  previewWidths,
} from "~/features/questionnaire/preview/preview-frame";
import { parseLanguage } from "~/i18n/language-of";
import { useText } from "~/i18n/use-text";
import { compileDraft } from "~/server/compile-once";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm, publicOrigin } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, where, questionnaire, language, can } = await requireQuestionnaire(
    request,
    params,
    "readStudies",
  );
  const [made, link, listed] = await Promise.all([
    compileDraft(questionnaire),
    findTestLink(store, where),
    listQuestionnaires(store, where),
  ]);
  const { searchParams } = new URL(request.url);
  const base = `/studies/${study.id}/questionnaires`;
  const look: PreviewLook = {
    width: previewWidths.find((width) => width === searchParams.get("width")) ?? "phone",
    theme: previewThemes.find((theme) => theme === searchParams.get("theme")) ?? "light",
    lang: parseLanguage(searchParams.get("lang")) ?? language,
  };
  return {
    ...{
      look,
      role: questionnaire.role,
      fine: made.ok,
      canEdit: can.editStudies,
      here: `${base}/${questionnaire.id}`,
    },
    roles: listed.map(({ id, role }) => ({ role, to: `${base}/${id}/preview` })),
    link: link && `${publicOrigin(request)}/t/${link.token}`,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, where, now } = await requireQuestionnaire(request, params, "editStudies");
  const intent = (await postedForm(request)).get("intent");
  if (intent !== "make" && intent !== "take-back") throw new Response("Bad request", { status: 400 });
  if (intent === "make") await insertTestLink(store, { ...where, now });
  else await deleteTestLink(store, where);
  return { intent };
};

export default function Preview() {
  const { look, role, fine, canEdit, here, roles, link } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("preview");
  if (!fine)
    return (
      <Notice tone="warn">
        {text.broken}{" "}
        <Link to={`${here}/json`} className="link">
          {text.mend}
        </Link>
      </Notice>
    );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <p className="max-w-prose text-muted">{text.lead}</p>
        <Link to={`${here}/print?lang=${look.lang}`} className="link inline-flex min-h-6 text-sm">
          {text.print}
        </Link>
      </div>
      <PreviewFrame look={look} role={role} source={`${here}/try`} roles={roles} />
      <Section title={text.link.title} lead={text.link.lead}>
        <Form method="post" preventScrollReset className="grid max-w-xl gap-3">
          {link && <CopyField name="test-link" label={text.link.address} value={link} />}
          {canEdit && (
            <Button
              type="submit"
              name="intent"
              value={link ? "take-back" : "make"}
              size="small"
              className="justify-self-start"
            >
              {link ? text.link.takeBack : text.link.make}
            </Button>
          )}
        </Form>
        <p role="status" className="mt-3 text-muted text-sm empty:hidden">
          {done?.intent === "take-back" && !link ? text.link.takenBack : ""}
        </p>
      </Section>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
