/**
 * 500 invitations and two rounds of reminders over a week, by the built app through a real mail server; the process
 * is killed three times, twice at the one moment at which nobody can know whether a letter has arrived.
 */
import { afterAll, expect, test } from "vitest";
import { updateContactOptOut } from "~/data/contacts";
import { updateInvitationStep } from "~/data/invitations";
import { saveMailRule, saveMailSettings } from "~/data/mail-settings";
import { countMails, listMails } from "~/data/mails";
import { claimLease } from "~/domain/mail/queue-rules";
import { inviteToStudy } from "../support/invited";
import { makeKillableApp } from "../support/killable-app";
import { startMailServer, type Taken } from "../support/mail-server";
import { memberOf } from "../support/member-of";

const day = 24 * 60 * 60 * 1000;
const address = (at: number) => `p${at}@company${at % 40}.example`;
/** Who does what: the rest neither opens nor answers. */
const optedOutBefore = (at: number) => at < 10;
const unknownAddress = (at: number) => at >= 10 && at < 20;
const optsOutAfter = (at: number) => at >= 20 && at < 40;
const answers = (at: number) => at >= 40 && at < 340;

const undo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

test("everyone gets exactly the letters due, none twice, who opted out none", async () => {
  const people = Array.from({ length: 500 }, (_, at) => ({
    ...{ name: `Person ${at}`, email: address(at), company: `Company ${at % 40}` },
  }));
  const app = await makeKillableApp();
  undo.push(app.stop);

  /** What the mail server does with the letter at hand when the process is to be killed there. */
  let plan: { after: number; moment: "taken" | "lost" | "any" } | null = null;
  let killed: Promise<void> | null = null;
  const due = (moment: string) => plan?.moment === moment && server.taken.length >= plan.after;
  const killNow = () => {
    plan = null;
    killed = app.kill();
    return killed;
  };
  const server = await startMailServer({
    recipient: (to) =>
      people.some(({ email }, at) => email === to && unknownAddress(at))
        ? { code: 550, text: "no such user" }
        : null,
    letter: async () => {
      if (!due("lost")) return null;
      // All of it has arrived, the server throws it away, and the sender dies before it hears so.
      await killNow();
      return { code: 451, text: "the disk is full" };
    },
    taken: async () => {
      if (due("taken")) await killNow();
      else if (due("any")) void killNow();
    },
  });
  undo.push(server.stop);

  const { where, contactIds, invitationIds } = await inviteToStudy(app.store, people);
  const { workspaceId } = where;
  const member = await memberOf(app.store, workspaceId, { url: app.url });
  await app.store.db.update(app.store.tables.sessions).set({ expiresAt: app.now() + 30 * day });
  await saveMailSettings(app.store, {
    ...{ workspaceId, now: app.now() },
    settings: { ...server.settings, origin: app.url },
  });
  await saveMailRule(app.store, {
    ...{ ...where, now: app.now() },
    rule: { unopenedDays: 3, unfinishedDays: 3, most: 2 },
  });
  for (const [at, contactId] of contactIds.entries())
    if (optedOutBefore(at))
      await updateContactOptOut(app.store, { workspaceId, contactId, optedOutAt: app.now() });
  await app.start();

  const page = `${app.url}/studies/${where.studyId}/fieldwork/mail`;
  const cookie = member.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const post = async (fields: Record<string, string>) => {
    const headers = { Cookie: cookie, Origin: app.url };
    const answer = await fetch(page, { method: "POST", headers, body: new URLSearchParams(fields) });
    expect(answer).toMatchObject({ status: 200, redirected: false });
    await answer.text();
  };
  const waiting = async () => {
    const counts = await countMails(app.store, where);
    return (["queued", "sending", "handing"] as const).reduce(
      (sum, state) => sum + (counts.get(state) ?? 0),
      0,
    );
  };
  /** Until nothing waits any more; after a kill starts the app again and lets lost claims run out. */
  const settle = async (more: () => boolean = () => true) => {
    await expect
      .poll(
        async () => {
          if (killed) {
            await killed;
            killed = null;
            app.advance(claimLease + 1000);
            await app.start();
          }
          return (await waiting()) === 0 && plan === null && more();
        },
        { timeout: 120_000, interval: 200 },
      )
      .toBe(true);
  };
  /** A person looks into the server's log and decides about every letter that may or may not have arrived. */
  const decide = async () => {
    const open = await listMails(app.store, { ...where, states: ["uncertain"], limit: 99, offset: 0 });
    for (const { id, messageId } of open) {
      const arrived = server.taken.some((one) => one.messageId === messageId);
      await post({ intent: arrived ? "arrived" : "again", mailId: id });
    }
    await settle();
    return open.length;
  };

  // The invitations, with a kill after a letter was taken and before its sender heard so.
  plan = { after: 150, moment: "taken" };
  await post({ intent: "write" });
  await post({ intent: "write" });
  await settle();
  expect(await decide()).toBe(1);
  expect(server.taken).toHaveLength(480);

  // Some opt out by the one click of their mail program, some answer.
  const letterTo = (at: number): Taken => server.taken.find(({ to }) => to === address(at))!;
  for (const at of people.keys()) {
    if (!optsOutAfter(at)) continue;
    const list = letterTo(at).mail.headers.get("list") as unknown as { unsubscribe: { url: string } };
    const body = "List-Unsubscribe=One-Click";
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await fetch(list.unsubscribe.url, { method: "POST", headers, body });
    expect(answer.status).toBe(200);
    await answer.text();
  }
  await updateInvitationStep(app.store, {
    invitationIds: invitationIds.filter((_, at) => answers(at)),
    ...{ workspaceId, step: "completedAt", at: app.now() },
  });

  // First reminders, with a kill at which the server has all of a letter and loses it.
  plan = { after: 500, moment: "lost" };
  app.advance(3 * day);
  await settle();
  expect(await decide()).toBe(1);
  expect(server.taken).toHaveLength(480 + 160);

  // Second reminders, with a kill at whatever moment comes.
  plan = { after: 700, moment: "any" };
  app.advance(3 * day);
  await settle();
  await decide();

  const got = people.map(({ email }) => server.taken.filter(({ to }) => to === email).length);
  const expected = people.map((_, at) => {
    if (optedOutBefore(at) || unknownAddress(at)) return 0;
    return optsOutAfter(at) || answers(at) ? 1 : 3;
  });
  expect(got).toEqual(expected);
  const ids = server.taken.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  const counts = await countMails(app.store, where);
  expect(Object.fromEntries(counts)).toEqual({ sent: 480 + 160 + 160, bounced: 10 });
}, 420_000);
