import type { ChainRole } from "../../app/domain/chain/role";
import type { Language } from "../../app/domain/language";
import type { MailKind, MailSecurity, MailState } from "../../app/domain/mail/mail";
import type { Kit } from "../columns";

/** The letters of a study: through which server, in which words, and what became of each. */
export const mailTables = (k: Kit) => {
  const mailSettings = k.table("mail_settings", {
    /** The workspace's id: it has one row at most. */
    id: k.id(),
    host: k.text().notNull(),
    port: k.int().notNull(),
    security: k.word<MailSecurity>().notNull(),
    username: k.text().notNull(),
    /** As the mail server wants it; never shown again. */
    password: k.text().notNull(),
    fromName: k.text().notNull(),
    fromAddress: k.text().notNull(),
    replyTo: k.text().notNull(),
    perMinute: k.int().notNull(),
    /** The address under which people reached us when this was saved: letters are written when nobody is here to ask. */
    origin: k.text().notNull(),
    /** Opens the address to which a mail server hands bounces. */
    bounceToken: k.text().notNull(),
    updatedAt: k.time().notNull(),
    /** Why the mail server could not be reached last, and until when nothing is tried; empty when all is well. */
    trouble: k.text().notNull().default(""),
    pausedUntil: k.time(),
  });

  /** The wording of a letter where somebody has changed the usual one. */
  const mailTemplates = k.table(
    "mail_templates",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      kind: k.word<MailKind>().notNull(),
      role: k.word<ChainRole>().notNull(),
      language: k.word<Language>().notNull(),
      subject: k.text().notNull(),
      body: k.text().notNull(),
      updatedAt: k.time().notNull(),
    },
    (t) => [k.unique("mail_templates_once").on(t.studyId, t.kind, t.role, t.language)],
  );

  /** When a study reminds by itself. */
  const mailRules = k.table("mail_rules", {
    /** The study's id: it has one row at most. */
    id: k.id(),
    workspaceId: k.text().notNull(),
    /** Days after the last letter, for who has not opened the link. */
    unopenedDays: k.int().notNull(),
    /** The same for who has opened it and is not done. */
    unfinishedDays: k.int().notNull(),
    /** Most reminders to one person; 0 reminds nobody. */
    most: k.int().notNull(),
    updatedAt: k.time().notNull(),
  });

  const mails = k.table(
    "mails",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k.text().notNull(),
      waveId: k.text().notNull(),
      invitationId: k.text().notNull(),
      contactId: k.text().notNull(),
      kind: k.word<MailKind>().notNull(),
      /** 0 is the invitation, 1 the first reminder: an invitation has each of them once. */
      round: k.int().notNull(),
      role: k.word<ChainRole>().notNull(),
      language: k.word<Language>().notNull(),
      /** Name and address as they were when it was written. */
      toName: k.text().notNull(),
      toAddress: k.text().notNull(),
      subject: k.text().notNull(),
      body: k.text().notNull(),
      /** Made once, so that a second try carries the same. */
      messageId: k.text().notNull(),
      state: k.word<MailState>().notNull(),
      dueAt: k.time().notNull(),
      attempts: k.int().notNull().default(0),
      /** The process that has it, and since when. */
      claimedBy: k.text().notNull().default(""),
      claimedAt: k.time(),
      sentAt: k.time(),
      /** Why it failed, bounced or was cancelled. */
      why: k.text().notNull().default(""),
      createdAt: k.time().notNull(),
    },
    (t) => [
      k.unique("mails_once").on(t.invitationId, t.round),
      k.unique("mails_message").on(t.messageId),
      k.index("mails_queue").on(t.workspaceId, t.state, t.dueAt),
      k.index("mails_study").on(t.workspaceId, t.studyId, t.state),
    ],
  );

  return { mailSettings, mailTemplates, mailRules, mails };
};
