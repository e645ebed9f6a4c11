/** Personal invitations of the wave in the field: made for people by role, and listed with their links. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { countInvitable } from "~/data/board";
import { listInvitationsPage, updateInvitationStep } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { invitationState, lastStep } from "~/domain/fieldwork/invitation";
import { pageOf } from "~/domain/paging";
import { InvitationList } from "~/features/fieldwork/invitation-list";
import { InviteForm } from "~/features/fieldwork/invite-form";
import { useText } from "~/i18n/use-text";
import { requireWave } from "~/server/fieldwork-board";
import { requireStudy } from "~/server/gate";
import { invitePeople, readInvite } from "~/server/invite";
import { invitationLink } from "~/server/links";
import { postedForm, publicOrigin } from "~/server/request";

const perPage = 40;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, now } = await requireStudy(request, params, "readStudies");
  const wave = await requireWave(store, study);
  const where = { workspaceId, studyId: study.id, waveId: wave.id };
  const page = pageOf(new URL(request.url).searchParams.get("page"));
  const [questionnaires, invitable, listed] = await Promise.all([
    listQuestionnaires(store, where),
    countInvitable(store, where),
    listInvitationsPage(store, { ...where, limit: perPage, offset: (page - 1) * perPage }),
  ]);
  const published = questionnaires.filter(({ version }) => version !== null);
  return {
    base: `/studies/${study.id}/fieldwork/invitations`,
    canEdit: can.editStudies,
    published: published.length > 0,
    roles: published.flatMap(({ role }) => {
      const n = invitable.find((one) => one.role === role)?.n ?? 0;
      return n > 0 ? [{ role, n }] : [];
    }),
    page,
    pages: Math.ceil(listed.total / perPage),
    invitations: listed.rows.map((one) => ({
      ...{ id: one.id, contactId: one.contactId, companyId: one.companyId, role: one.role },
      name: one.contactName || one.email || one.phone,
      companyName: one.companyName,
      state: invitationState(one),
      since: lastStep(one) ?? one.bouncedAt ?? one.sentAt ?? one.createdAt,
      expiredAt: one.expiresAt !== null && one.expiresAt <= now ? one.expiresAt : null,
      url: invitationLink(publicOrigin(request), one.token),
      sent: one.sentAt !== null,
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const passed = form.get("passed");
  if (typeof passed === "string") {
    await updateInvitationStep(store, { workspaceId, invitationIds: [passed], step: "sentAt", at: now });
    return data({ kind: "passed" as const, at: now });
  }
  const read = readInvite(form);
  if (!read.ok) return data({ kind: "refused" as const, problems: read.problems, typed: read.typed }, 422);
  const wave = await requireWave(store, study);
  const made = await invitePeople(store, { ...read, study, wave, createdBy: member.name, now });
  return data({ kind: "made" as const, n: made, at: now });
};

export default function Invitations() {
  const { base, canEdit, published, roles, invitations, page, pages } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("board").invite;
  return (
    <>
      {canEdit && (
        <InviteForm
          key={done?.kind === "made" ? done.at : 0}
          published={published}
          roles={roles}
          typed={done?.kind === "refused" ? done.typed : null}
          problems={done?.kind === "refused" ? done.problems : {}}
        />
      )}
      <InvitationList invitations={invitations} canEdit={canEdit} page={page} pages={pages} base={base} />
      {(done?.kind === "made" || done?.kind === "passed") && (
        <UndoToast
          key={done.at}
          message={done.kind === "made" ? text.done({ n: done.n }) : text.passedDone}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
