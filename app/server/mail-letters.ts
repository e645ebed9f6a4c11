/** Writes letters into the queue: who is due one, in the words of the study. */
import { type ListedInvitation, listInvitations } from "~/data/invitations";
import { findMailSettings, listMailTemplates } from "~/data/mail-settings";
import { insertMails, listWritable, listWritten, type NewMail } from "~/data/mails";
import { findPublishedVersion } from "~/data/questionnaires";
import { findStudy } from "~/data/studies";
import { findCurrentWave } from "~/data/waves";
import { findWorkspaceName } from "~/data/workspaces";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { MailKind } from "~/domain/mail/mail";
import { type DueLetter, nextLetter, type ReminderRule } from "~/domain/mail/reminders";
import { fillTemplate, greetingOf, type MergeValues, usualTemplate } from "~/domain/mail/template";
import { estimateMinutes } from "~/domain/questionnaire/duration";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { invitationLink, optOutLink } from "./links";

type InStudy = { workspaceId: string; studyId: string };

/** Fills in the words of a study: one function for letters, their preview and texts to copy. */
export async function readWording(store: Store, { workspaceId, studyId }: InStudy) {
  const where = { workspaceId, studyId };
  const [study, templates, sender] = await Promise.all([
    findStudy(store, where),
    listMailTemplates(store, where),
    findWorkspaceName(store, { workspaceId }),
  ]);
  const estimate = async (questionnaireId: string) => {
    const version = await findPublishedVersion(store, { workspaceId, questionnaireId });
    return String(version ? estimateMinutes(version.compiled) : 10);
  };
  // Kept as what is still being read: letters that are filled in side by side read it once.
  const minutes = new Map<string, Promise<string>>();
  const minutesOf = (questionnaireId: string) => {
    const known = minutes.get(questionnaireId) ?? estimate(questionnaireId);
    minutes.set(questionnaireId, known);
    return known;
  };
  const product = study?.product ?? "";
  return {
    study,
    /** The language a person is written to in: their own, if the study speaks it. */
    languageFor: (own: Language | null): Language => {
      const spoken = study?.languages ?? [];
      return own !== null && spoken.includes(own) ? own : (spoken[0] ?? "en");
    },
    templateOf: (kind: MailKind, role: ChainRole, language: Language) =>
      templates.find((one) => one.kind === kind && one.role === role && one.language === language) ??
      usualTemplate(kind, role, language),
    valuesFor: async (
      person: { name: string; company: string; questionnaireId: string; link: string },
      language: Language,
    ): Promise<MergeValues> => ({
      greeting: greetingOf(person.name, language),
      name: person.name,
      company: person.company,
      product,
      minutes: await minutesOf(person.questionnaireId),
      link: person.link,
      sender: sender ?? product,
    }),
  };
}
export type Wording = Awaited<ReturnType<typeof readWording>>;

/** One letter of the queue. */
async function letterOf(
  wording: Wording,
  invitation: ListedInvitation,
  due: DueLetter,
  { origin, now, host }: { origin: string; now: number; host: string },
): Promise<NewMail> {
  const language = wording.languageFor(invitation.language);
  const { kind, round } = due;
  const { role, token, studyId, waveId, contactId, id: invitationId } = invitation;
  const values = await wording.valuesFor(
    {
      name: invitation.contactName,
      company: invitation.companyName,
      questionnaireId: invitation.questionnaireId,
      link: invitationLink(origin, token),
    },
    language,
  );
  const filled = fillTemplate(wording.templateOf(kind, role, language), {
    ...{ values, language },
    optOut: optOutLink(origin, token),
  });
  return {
    ...{ studyId, waveId, invitationId, contactId, kind, round, role, language },
    ...{ toName: invitation.contactName, toAddress: invitation.email, dueAt: now },
    ...filled,
    messageId: `<${newToken()}@${host}>`,
  };
}

const hostOf = (address: string) => address.split("@")[1] || "localhost";

/** Everyone invited in the study's current wave with the letter each is due now, if any. */
export async function listDueLetters(
  store: Store,
  given: InStudy & { rule: ReminderRule | null; now: number },
) {
  const { rule, now, workspaceId, studyId } = given;
  const where = { workspaceId, studyId };
  const wave = await findCurrentWave(store, where);
  if (!wave || wave.endedAt !== null) return [];
  const [people, written] = await Promise.all([
    listWritable(store, { ...where, waveId: wave.id }),
    listWritten(store, where),
  ]);
  const letters = new Map<string, typeof written>();
  for (const one of written) letters.set(one.invitationId, [...(letters.get(one.invitationId) ?? []), one]);
  return people.map((person) => ({
    person,
    due: nextLetter(person, letters.get(person.id) ?? [], { rule, now }),
  }));
}

/**
 * Queues what is due: by a person's wish the first letters, too, by itself only reminders and what somebody wished
 * to ask again. How many letters are new; calling it twice makes none twice.
 */
export async function queueLetters(
  store: Store,
  given: InStudy & { rule: ReminderRule | null; origin: string; first: boolean; now: number },
): Promise<number> {
  const { workspaceId, studyId, now, origin, first } = given;
  const due = new Map(
    (await listDueLetters(store, given)).flatMap(({ person, due }) =>
      due && (first || due.kind === "reminder" || person.askAgainAt !== null)
        ? [[person.id, due] as const]
        : [],
    ),
  );
  if (due.size === 0) return 0;
  const [invitations, wording, settings] = await Promise.all([
    listInvitations(store, { workspaceId, studyId, invitationIds: [...due.keys()] }),
    readWording(store, given),
    findMailSettings(store, { workspaceId }),
  ]);
  if (!wording.study || wording.study.archivedAt !== null) return 0;
  const host = settings ? hostOf(settings.fromAddress) : new URL(origin).hostname;
  const letters: NewMail[] = [];
  for (const invitation of invitations)
    letters.push(await letterOf(wording, invitation, due.get(invitation.id)!, { origin, now, host }));
  return insertMails(store, { workspaceId, letters, now });
}
