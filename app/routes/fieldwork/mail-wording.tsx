/** The words of a study's letters, one kind, role and language at a time, with how they arrive. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import {
  deleteMailTemplate,
  findMailSettings,
  listMailTemplates,
  saveMailTemplate,
} from "~/data/mail-settings";
import { listQuestionnaires } from "~/data/questionnaires";
import { mailKinds } from "~/domain/mail/mail";
import { fillTemplate, type Template, templateProblems, usualTemplate } from "~/domain/mail/template";
import { type WordingAnswer, WordingForm } from "~/features/mail/wording-form";
import { textOf } from "~/i18n/text";
import { requireStudy } from "~/server/gate";
import { invitationLink, optOutLink } from "~/server/links";
import { readWording } from "~/server/mail-letters";
import { sendTest } from "~/server/mail-test";
import { postedForm, publicOrigin } from "~/server/request";

/** The kind, role and language in the address; the first of each where it names none. */
async function openWording(gate: Awaited<ReturnType<typeof requireStudy>>, request: Request) {
  const { store, workspaceId, study } = gate;
  const where = { workspaceId, studyId: study.id };
  const questionnaires = await listQuestionnaires(store, where);
  const asked = new URL(request.url).searchParams;
  const kind = mailKinds.find((known) => known === asked.get("kind")) ?? mailKinds[0];
  const questionnaire = questionnaires.find(({ role }) => role === asked.get("role")) ?? questionnaires[0];
  const language = study.languages.find((one) => one === asked.get("language")) ?? study.languages[0] ?? "en";
  const roles = questionnaires.map(({ role }) => role);
  const role = questionnaire?.role ?? "user";
  return { where, kind, role, language, roles, questionnaireId: questionnaire?.id ?? "" };
}

/** A template as an invented person would get it. */
async function preview(gate: Awaited<ReturnType<typeof requireStudy>>, request: Request, template: Template) {
  const { where, language, questionnaireId } = await openWording(gate, request);
  const wording = await readWording(gate.store, where);
  const origin = publicOrigin(request);
  const { somebody: name, somewhere: company } = textOf(language, "mail").words;
  const person = { name, company, questionnaireId, link: invitationLink(origin, "…") };
  const values = await wording.valuesFor(person, language);
  return { name, company, ...fillTemplate(template, { values, language, optOut: optOutLink(origin, "…") }) };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const gate = await requireStudy(request, params, "readStudies");
  const { store, workspaceId, study, member, can } = gate;
  const { where, kind, role, language, roles } = await openWording(gate, request);
  const [templates, settings] = await Promise.all([
    listMailTemplates(store, where),
    findMailSettings(store, { workspaceId }),
  ]);
  const own = templates.find((one) => one.kind === kind && one.role === role && one.language === language);
  const { subject, body } = own ?? usualTemplate(kind, role, language);
  return data({
    // Not "language": that is what a page's own words are in.
    ...{ base: `/studies/${study.id}/fieldwork/mail`, kind, role, written: language, roles },
    languages: study.languages,
    template: { subject, body },
    changed: own !== undefined,
    canEdit: can.editStudies,
    testTo: settings ? member.email : null,
    preview: await preview(gate, request, { subject, body }),
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const gate = await requireStudy(request, params, "editStudies");
  const { store, workspaceId, member, now } = gate;
  const { where, kind, role, language } = await openWording(gate, request);
  const form = await postedForm(request);
  const answer = (given: WordingAnswer, status = 200) => data<WordingAnswer>(given, status);
  const intent = form.get("intent");
  if (intent === "usual") {
    await deleteMailTemplate(store, { ...where, kind, role, language });
    return answer({ kind: "usual", at: now });
  }
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n");
  const typed = { subject: text("subject"), body: text("body") };
  const problems = templateProblems(typed);
  if (problems.length > 0) return answer({ kind: "refused", problems, typed, at: now }, 400);
  if (intent === "test") {
    const settings = await findMailSettings(store, { workspaceId });
    if (!settings) throw new Response("Not found", { status: 404 });
    const { subject, body } = await preview(gate, request, typed);
    const to = { name: member.name, address: member.email, language };
    const why = await sendTest(settings, to, { subject, body }, now);
    return answer(
      why === null ? { kind: "tested", typed, at: now } : { kind: "test-failed", why, typed, at: now },
    );
  }
  if (intent !== "save") throw new Response("Bad request", { status: 400 });
  await saveMailTemplate(store, { ...where, kind, role, language, template: typed, now });
  return answer({ kind: "saved", at: now });
};

export default function Wording() {
  return <WordingForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
