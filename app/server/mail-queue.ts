/**
 * The mail queue. Any number of processes may run it on one database: each letter is claimed by one of them, and
 * every step is written down before it is taken, so that a letter is never sent twice (ADR 0036).
 */
import { listMailSettings } from "~/data/entrance";
import {
  claimMail,
  countClaimed,
  listDueMails,
  recoverMails,
  updateMailClaimEnded,
  updateMailHanding,
  updateMailSent,
} from "~/data/mail-queue";
import { listMailRules, type MailSettings, updateMailTrouble } from "~/data/mail-settings";
import { findWritable, type Mail, updateMailBounced } from "~/data/mails";
import { mayStillSend, pauseAfterTrouble, retryAt } from "~/domain/mail/queue-rules";
import { unwelcome } from "~/domain/mail/reminders";
import type { Store } from "~db/client";
import { optOutLink } from "./links";
import { queueLetters } from "./mail-letters";
import { composeMail, connectMail, type Handed, type MailConnection } from "./mail-transport";

type Run = {
  store: Store;
  /** Names this process in its claims. */
  by: string;
  now: () => number;
  /** Whether to look for reminders, too: that reads every invitation, and once a minute is enough. */
  remind: boolean;
  stopped: () => boolean;
};

/** Writes down what became of a claimed letter; true when the rest of the queue should wait. */
async function settle(
  { store, now }: Run,
  { workspaceId, mail, handed }: { workspaceId: string; mail: Mail; handed: Handed },
): Promise<boolean> {
  const claimed = { workspaceId, mail };
  const at = now();
  const end = (state: "queued" | "failed" | "uncertain", why: string, dueAt?: number) =>
    updateMailClaimEnded(store, { ...claimed, state, why, dueAt });
  switch (handed.kind) {
    case "sent":
      await updateMailSent(store, { ...claimed, at });
      return false;
    case "bounced": {
      const { messageId, toAddress } = mail;
      await updateMailBounced(store, { workspaceId, messageId, recipient: toAddress, why: handed.why, at });
      return false;
    }
    case "refused":
      await end("failed", handed.why);
      return false;
    case "put-off": {
      const again = retryAt(mail.attempts, at);
      await (again === null ? end("failed", handed.why) : end("queued", handed.why, again));
      return false;
    }
    case "unknown":
      await end("uncertain", handed.why);
      return true;
    case "unreachable":
      await end("queued", handed.why, at);
      await updateMailTrouble(store, {
        ...{ workspaceId, trouble: handed.why, pausedUntil: at + pauseAfterTrouble },
      });
      return true;
    case "lost":
      return false;
  }
}

/** Claims and sends one letter; true when the rest of the queue should wait. */
async function sendOne(
  run: Run,
  settings: MailSettings,
  mailId: string,
  connect: () => Promise<MailConnection>,
): Promise<boolean> {
  const { store, now } = run;
  const { id: workspaceId, origin } = settings;
  const mail = await claimMail(store, { workspaceId, mailId, by: run.by, now: now() });
  if (!mail) return false;
  const claimed = { workspaceId, mail };
  const person = await findWritable(store, { workspaceId, invitationId: mail.invitationId });
  const why = person ? unwelcome(person, now()) : "gone";
  if (!person || why !== null) {
    await updateMailClaimEnded(store, { ...claimed, state: "cancelled", why: why ?? "gone" });
    return false;
  }
  let handed: Handed;
  try {
    const connection = await connect();
    const raw = await composeMail(mail, settings, { optOut: optOutLink(origin, person.token), now: now() });
    handed = await connection.send(raw, mail.toAddress, () => updateMailHanding(store, claimed));
  } catch (trouble) {
    handed = { kind: "unreachable", why: trouble instanceof Error ? trouble.message : String(trouble) };
  }
  return settle(run, { workspaceId, mail, handed });
}

async function sendDue(run: Run, settings: MailSettings): Promise<void> {
  const { store, now } = run;
  const { id: workspaceId, perMinute } = settings;
  let open: MailConnection | null = null;
  const connect = async () => {
    if (!open?.isOpen()) open = await connectMail(settings);
    return open;
  };
  try {
    for (;;) {
      const claimed = await countClaimed(store, { workspaceId, since: now() - 60_000 });
      const limit = Math.min(50, mayStillSend(perMinute, claimed));
      const ids = limit === 0 ? [] : await listDueMails(store, { workspaceId, now: now(), limit });
      if (ids.length === 0) return;
      for (const mailId of ids) if (run.stopped() || (await sendOne(run, settings, mailId, connect))) return;
      if (settings.trouble !== "")
        await updateMailTrouble(store, { workspaceId, trouble: "", pausedUntil: null });
    }
  } finally {
    (open as MailConnection | null)?.close();
  }
}

/** Goes through every workspace's queue once: frees lost claims, writes the reminders that are due, and sends. */
export async function runMailQueue(run: Run): Promise<void> {
  const { store, now } = run;
  for (const settings of await listMailSettings(store)) {
    if (run.stopped()) return;
    const workspaceId = settings.id;
    await recoverMails(store, { workspaceId, now: now() });
    const rules = run.remind ? await listMailRules(store, { workspaceId }) : [];
    for (const { id: studyId, unopenedDays, unfinishedDays, most } of rules)
      await queueLetters(store, {
        ...{ workspaceId, studyId, origin: settings.origin, first: false, now: now() },
        rule: { unopenedDays, unfinishedDays, most },
      });
    if (settings.pausedUntil === null || settings.pausedUntil <= now()) await sendDue(run, settings);
  }
}
