/** A personal invitation: who asks whom, and the way in; or a word why not. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { updateInvitationRefused, updateInvitationStep } from "~/data/invitations";
import { startResponse } from "~/data/starting";
import { refusalReasons } from "~/domain/fieldwork/invitation";
import { estimateMinutes } from "~/domain/questionnaire/duration";
import { companyAnswers } from "~/domain/questionnaire/known-company";
import { drawVariables } from "~/domain/questionnaire/order";
import { firstOpenPage } from "~/domain/questionnaire/route-by-role";
import { consentText } from "~/domain/questionnaire/templates";
import { wordIn } from "~/domain/typed";
import { RefusedInvitationPage, RefusedPage } from "~/features/respond/last-pages";
import { RefuseInvitation } from "~/features/respond/refuse-invitation";
import { StartPage } from "~/features/respond/start-page";
import { titled } from "~/features/respond/titled";
import { openInvitation } from "~/server/invitation";
import { readPosted } from "~/server/respond";

export const handle = { scripts: false };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = titled;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const opened = await openInvitation(request, params);
  const { store, workspaceId, invitation, company, version, language, now } = opened;
  await updateInvitationStep(store, {
    ...{ workspaceId, invitationIds: [invitation.id], step: "openedAt", at: now },
  });
  const { title, description } = version.compiled;
  return {
    language,
    title: title[language],
    start: {
      sender: opened.sender,
      bilingual: opened.bilingual,
      title: title[language],
      description: description?.[language],
      minutes: estimateMinutes(version.compiled),
      consent: consentText(await opened.brief())[language].split("\n\n"),
      responseKey: "",
      invited: { company: company.name, role: invitation.role },
    },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const opened = await openInvitation(request, params);
  const { store, workspaceId, invitation, contact, company, collector, version, now } = opened;
  const reason = wordIn(refusalReasons, (await readPosted(request)).get("refuse"));
  if (reason) {
    await updateInvitationRefused(store, { workspaceId, invitationId: invitation.id, reason, at: now });
    return data({ refused: true });
  }
  const answers = companyAnswers(version.compiled, company);
  await startResponse(store, {
    ...{ workspaceId, studyId: invitation.studyId, waveId: invitation.waveId, collectorId: collector.id },
    ...{ questionnaireId: invitation.questionnaireId, versionId: version.id, role: version.role },
    ...{ keyHash: opened.keyHash, language: opened.language, answers, now },
    page: firstOpenPage(version.compiled, answers, drawVariables(version.compiled, "")),
    invited: { contactId: contact.id, invitationId: invitation.id, companyId: company.id },
  });
  await updateInvitationStep(store, {
    ...{ workspaceId, invitationIds: [invitation.id], step: "startedAt", at: now },
  });
  return redirect(opened.address, 303);
};

export default function Invitation() {
  const { start } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { sender, bilingual } = start;
  if (done) return <RefusedInvitationPage sender={sender} bilingual={bilingual} />;
  return <StartPage {...start} after={<RefuseInvitation />} />;
}

export const ErrorBoundary = RefusedPage;
