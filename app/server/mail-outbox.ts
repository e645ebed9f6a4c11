/** Letters and texts that a person hands over: what waits while no mail server is set, and who has no address. */
import { listInvitations } from "~/data/invitations";
import { listMails } from "~/data/mails";
import { chatText } from "~/domain/mail/by-hand";
import { unwelcome, type Writable } from "~/domain/mail/reminders";
import type { Store } from "~db/client";
import { invitationLink } from "./links";
import { readWording } from "./mail-letters";
import { publicOrigin } from "./request";

type Asked = { request: Request; workspaceId: string; studyId: string; limit: number };

/** The waiting letters, newest first, each with its link alone and a short text for chat applications. */
export async function listOutbox(store: Store, { request, workspaceId, studyId, limit }: Asked) {
  const where = { workspaceId, studyId };
  const [mails, wording] = await Promise.all([
    listMails(store, { ...where, states: ["queued"], limit, offset: 0 }),
    readWording(store, where),
  ]);
  const invitationIds = mails.map(({ invitationId }) => invitationId);
  const invitations = await listInvitations(store, { ...where, invitationIds });
  const byId = new Map(invitations.map((one) => [one.id, one]));
  const origin = publicOrigin(request);
  const rows = mails.map(async (mail) => {
    const invitation = byId.get(mail.invitationId);
    const company = invitation?.companyName ?? "";
    const link = invitation ? invitationLink(origin, invitation.token) : "";
    const questionnaireId = invitation?.questionnaireId ?? "";
    const values = await wording.valuesFor(
      { name: mail.toName, company, questionnaireId, link },
      mail.language,
    );
    const { id, kind, role, toName, toAddress, subject, body, language } = mail;
    return {
      ...{ id, kind, role, toName, toAddress, company, link, subject, body, language },
      chat: chatText(values, language),
    };
  });
  return Promise.all(rows);
}

/** Who is invited, was not reached yet, and can only be reached by another way than mail. */
export async function listByChat(
  store: Store,
  {
    request,
    workspaceId,
    studyId,
    limit,
    known,
    now,
  }: Asked & {
    known: readonly Writable[];
    now: number;
  },
) {
  const waiting = known.filter((one) => one.sentAt === null && unwelcome(one, now) === "no-address");
  if (waiting.length === 0) return { rows: [], more: 0 };
  const where = { workspaceId, studyId };
  const invitationIds = waiting.slice(0, limit).map(({ id }) => id);
  const [wording, invitations] = await Promise.all([
    readWording(store, where),
    listInvitations(store, { ...where, invitationIds }),
  ]);
  const rows = invitations.map(async (one) => {
    const language = wording.languageFor(one.language);
    const { contactName: name, companyName: company, questionnaireId } = one;
    const link = invitationLink(publicOrigin(request), one.token);
    const values = await wording.valuesFor({ name, company, questionnaireId, link }, language);
    return { id: one.id, role: one.role, name, company, language, chat: chatText(values, language) };
  });
  return { rows: await Promise.all(rows), more: Math.max(0, waiting.length - limit) };
}
