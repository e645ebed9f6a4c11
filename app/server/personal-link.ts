/** One person's own links: those there are, and one more where a wave of a study is open to their roles. */
import type { Contact } from "~/data/contacts";
import { insertInvitations, listInvitationsOf } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { listStudies } from "~/data/studies";
import { findCurrentWave } from "~/data/waves";
import { type InvitationState, invitationState } from "~/domain/fieldwork/invitation";
import type { Store } from "~db/client";
import { invitationLink } from "./links";

type Given = { contact: Contact; origin: string };

/** The links of a person, newest first, and the studies in which they could get one: none for who must not be asked. */
export async function readPersonalLinks(store: Store, { contact, origin }: Given) {
  const { workspaceId, id: contactId } = contact;
  const [sent, open] = await Promise.all([
    listInvitationsOf(store, { workspaceId, contactId }),
    listOpen(store, contact),
  ]);
  const has = new Set(sent.map((one) => `${one.questionnaireId}/${one.waveId}`));
  return {
    links: sent.map((one) => ({
      ...{ id: one.id, studyId: one.studyId, product: one.product, wave: one.wave, role: one.role },
      state: invitationState(one) satisfies InvitationState,
      link: one.completedAt === null && one.refusedAt === null ? invitationLink(origin, one.token) : null,
    })),
    open: open
      .filter((one) => !has.has(`${one.questionnaireId}/${one.waveId}`))
      .map(({ questionnaireId, product, role }) => ({ questionnaireId, product, role })),
  };
}

async function listOpen(store: Store, contact: Contact) {
  const { workspaceId } = contact;
  if (contact.optedOutAt !== null || contact.anonymisedAt !== null) return [];
  const studies = await listStudies(store, { workspaceId });
  const found = await Promise.all(
    studies.map(async ({ id: studyId, product }) => {
      const wave = await findCurrentWave(store, { workspaceId, studyId });
      if (!wave || wave.endedAt !== null) return [];
      const questionnaires = await listQuestionnaires(store, { workspaceId, studyId });
      return questionnaires
        .filter(({ role, version }) => version !== null && contact.chainRoles.includes(role))
        .map(({ id: questionnaireId, role }) => ({
          studyId,
          product,
          waveId: wave.id,
          questionnaireId,
          role,
        }));
    }),
  );
  return found.flat();
}

/** Makes a person's link to a questionnaire; false when none is open to them under that id. Sends nothing. */
export async function makePersonalLink(
  store: Store,
  given: { contact: Contact; questionnaireId: string; createdBy: string; now: number },
): Promise<boolean> {
  const { contact, questionnaireId, createdBy, now } = given;
  const open = (await listOpen(store, contact)).find((one) => one.questionnaireId === questionnaireId);
  if (!open) return false;
  const { studyId, waveId, role } = open;
  await insertInvitations(store, {
    ...{ workspaceId: contact.workspaceId, studyId, waveId, questionnaireId, role, createdBy, now },
    contacts: [contact],
    expiresAt: null,
  });
  return true;
}
