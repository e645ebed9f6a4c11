/** Through which server a workspace writes, in which words, and when a study reminds by itself. */
import { and, eq } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { MailKind } from "~/domain/mail/mail";
import type { ReminderRule } from "~/domain/mail/reminders";
import type { Template } from "~/domain/mail/template";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";

export type MailSettings = Store["tables"]["mailSettings"]["$inferSelect"];
type InStudy = { workspaceId: string; studyId: string };

/** Null while no mail server is set. */
export async function findMailSettings(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<MailSettings | null> {
  const { mailSettings } = tables;
  const [found] = await db.select().from(mailSettings).where(eq(mailSettings.id, workspaceId)).limit(1);
  return found ?? null;
}

/** A password that is left out stays as it is. What was wrong with the server before is forgotten. */
export async function saveMailSettings(
  { db, tables }: Store,
  given: {
    workspaceId: string;
    settings: Omit<
      MailSettings,
      "id" | "password" | "bounceToken" | "updatedAt" | "trouble" | "pausedUntil"
    > & { password?: string };
    now: number;
  },
): Promise<void> {
  const { mailSettings } = tables;
  const { workspaceId, settings } = given;
  const set = { ...settings, updatedAt: given.now, trouble: "", pausedUntil: null };
  await db
    .insert(mailSettings)
    .values({ ...set, password: settings.password ?? "", id: workspaceId, bounceToken: newToken() })
    .onConflictDoUpdate({ target: mailSettings.id, set });
}

/** Forgets the mail server; letters that wait are then handed over by hand. */
export async function deleteMailSettings(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<void> {
  await db.delete(tables.mailSettings).where(eq(tables.mailSettings.id, workspaceId));
}

/** Notes why the mail server cannot be reached, and until when nothing is tried; empty when it can again. */
export async function updateMailTrouble(
  { db, tables }: Store,
  given: { workspaceId: string; trouble: string; pausedUntil: number | null },
): Promise<void> {
  const { workspaceId, ...set } = given;
  await db.update(tables.mailSettings).set(set).where(eq(tables.mailSettings.id, workspaceId));
}

/** The wordings of a study that somebody has changed. */
export async function listMailTemplates({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { mailTemplates } = tables;
  return db
    .select()
    .from(mailTemplates)
    .where(and(eq(mailTemplates.workspaceId, workspaceId), eq(mailTemplates.studyId, studyId)));
}

type Wording = InStudy & { kind: MailKind; role: ChainRole; language: Language };

export async function saveMailTemplate(
  { db, tables }: Store,
  given: Wording & { template: Template; now: number },
): Promise<void> {
  const { mailTemplates } = tables;
  const { template, now, ...wording } = given;
  const set = { subject: template.subject, body: template.body, updatedAt: now };
  await db
    .insert(mailTemplates)
    .values({ ...wording, ...set, id: newId(now) })
    .onConflictDoUpdate({
      target: [mailTemplates.studyId, mailTemplates.kind, mailTemplates.role, mailTemplates.language],
      set,
      setWhere: eq(mailTemplates.workspaceId, given.workspaceId),
    });
}

/** Back to the usual words. */
export async function deleteMailTemplate({ db, tables }: Store, given: Wording): Promise<void> {
  const { mailTemplates } = tables;
  await db
    .delete(mailTemplates)
    .where(
      and(
        eq(mailTemplates.workspaceId, given.workspaceId),
        eq(mailTemplates.studyId, given.studyId),
        eq(mailTemplates.kind, given.kind),
        eq(mailTemplates.role, given.role),
        eq(mailTemplates.language, given.language),
      ),
    );
}

/** Null while the study reminds nobody by itself. */
export async function findMailRule(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<ReminderRule | null> {
  const { mailRules } = tables;
  const [found] = await db
    .select()
    .from(mailRules)
    .where(and(eq(mailRules.workspaceId, workspaceId), eq(mailRules.id, studyId)))
    .limit(1);
  return found
    ? { unopenedDays: found.unopenedDays, unfinishedDays: found.unfinishedDays, most: found.most }
    : null;
}

/** Sets the rule, or takes it away with null. */
export async function saveMailRule(
  { db, tables }: Store,
  given: InStudy & { rule: ReminderRule | null; now: number },
): Promise<void> {
  const { mailRules } = tables;
  const { workspaceId, studyId, rule, now } = given;
  if (rule === null) {
    await db.delete(mailRules).where(and(eq(mailRules.workspaceId, workspaceId), eq(mailRules.id, studyId)));
    return;
  }
  const set = { ...rule, updatedAt: now };
  await db
    .insert(mailRules)
    .values({ id: studyId, workspaceId, ...set })
    .onConflictDoUpdate({
      target: mailRules.id,
      set,
      setWhere: eq(mailRules.workspaceId, workspaceId),
    });
}

/** The studies of a workspace that remind by themselves. */
export async function listMailRules({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  return db.select().from(tables.mailRules).where(eq(tables.mailRules.workspaceId, workspaceId));
}
