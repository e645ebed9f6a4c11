import { afterEach, describe, expect, test } from "vitest";
import { updateContactOptOut } from "~/data/contacts";
import { anonymiseContact, deleteContact } from "~/data/forgetting";
import { listInvitations, updateInvitationStep } from "~/data/invitations";
import { claimMail, listDueMails, updateMailHanding } from "~/data/mail-queue";
import { findMailSettings, saveMailRule, saveMailSettings } from "~/data/mail-settings";
import { listMails, updateMailsByHand } from "~/data/mails";
import { mailStates } from "~/domain/mail/mail";
import { claimLease } from "~/domain/mail/queue-rules";
import { queueLetters } from "~/server/mail-letters";
import { runMailQueue } from "~/server/mail-queue";
import type { Store } from "~db/client";
import { inviteToStudy } from "../support/invited";
import { type MailServer, startMailServer } from "../support/mail-server";
import { onBothEngines } from "../support/stores";

const day = 24 * 60 * 60 * 1000;
const origin = "https://ask.example";
const people = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ name: `Person ${at}`, email: `p${at}@acme.example` }));

onBothEngines("the mail queue", (store) => {
  let server: MailServer | null = null;
  afterEach(async () => {
    await server?.stop();
    server = null;
  });

  /** Everybody is invited and has a letter waiting. */
  async function queued(
    n: number,
    on: Parameters<typeof startMailServer>[0] = {},
    settings: Partial<MailServer["settings"]> = {},
  ) {
    server = await startMailServer(on);
    const study = await inviteToStudy(store(), people(n));
    const { where } = study;
    const now = Date.now();
    await saveMailSettings(store(), {
      ...{ workspaceId: where.workspaceId, now },
      settings: { ...server.settings, ...settings },
    });
    await queueLetters(store(), { ...where, rule: null, origin, first: true, now });
    return { ...study, server, now };
  }
  const run = (now: number, { by = "one", remind = false } = {}) =>
    runMailQueue({ store: store(), by, remind, now: () => now, stopped: () => false });
  const states = async (where: { workspaceId: string; studyId: string }, of: Store = store()) =>
    (await listMails(of, { ...where, states: mailStates, limit: 1000, offset: 0 }))
      .sort((a, b) => (a.toAddress < b.toAddress ? -1 : 1))
      .map(({ state }) => state);

  test("sends each letter once, with plain text, link, and the one-click way out", async () => {
    const { where, server, now } = await queued(3);
    expect(await queueLetters(store(), { ...where, rule: null, origin, first: true, now })).toBe(0);
    await run(now);
    await run(now);
    expect(server.taken.map(({ to }) => to).sort()).toEqual(people(3).map(({ email }) => email));
    expect(await states(where)).toEqual(["sent", "sent", "sent"]);
    const invitations = await listInvitations(store(), where);
    expect(invitations.every(({ sentAt }) => sentAt === now)).toBe(true);
    const [one] = server.taken;
    const token = invitations.find(({ email }) => email === one?.to)?.token;
    expect(one?.mail.text).toContain(`${origin}/i/${token}`);
    expect(one?.mail.html).toContain(`<a href="${origin}/i/${token}">`);
    expect(one?.mail.headers.get("list")).toMatchObject({
      unsubscribe: { url: `${origin}/u/${token}` },
      "unsubscribe-post": { name: "List-Unsubscribe=One-Click" },
    });
    expect(one?.mail.text).not.toContain("{");
  });

  test("many processes on one database send no letter twice", async () => {
    const { where, server, now } = await queued(40);
    await Promise.all(["a", "b", "c", "d"].map((by) => run(now, { by })));
    expect(server.taken).toHaveLength(40);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(40);
    expect(new Set(await states(where))).toEqual(new Set(["sent"]));
  });

  test("a process gone before the last byte loses nothing; gone after it, a person decides", async () => {
    const { where, server, now } = await queued(2);
    const { workspaceId } = where;
    const [first, second] = await listDueMails(store(), { workspaceId, now, limit: 2 });
    const claim = (mailId: string) => claimMail(store(), { workspaceId, mailId, by: "gone", now });
    const [before, after] = [await claim(first!), await claim(second!)];
    expect(await claimMail(store(), { workspaceId, mailId: first!, by: "other", now })).toBeNull();
    expect(await updateMailHanding(store(), { workspaceId, mail: after! })).toBe(true);
    await run(now + claimLease - 1);
    expect(server.taken).toEqual([]);
    await run(now + claimLease);
    expect(server.taken.map(({ to }) => to)).toEqual([before!.toAddress]);
    // The one who had it comes back late: it may not finish.
    expect(await updateMailHanding(store(), { workspaceId, mail: before! })).toBe(false);
    await run(now + 30 * day);
    expect(server.taken).toHaveLength(1);
    expect((await states(where)).sort()).toEqual(["sent", "uncertain"]);
    const decide = { ...where, mailIds: [second!], from: ["uncertain"], now } as const;
    expect(await updateMailsByHand(store(), { ...decide, to: "queued" })).toBe(1);
    await run(now + 30 * day);
    expect(server.taken).toHaveLength(2);
    expect(await updateMailsByHand(store(), { ...decide, to: "queued" })).toBe(0);
  });

  test("a server that takes the letter and says nothing leaves it uncertain", async () => {
    const silent: { server?: MailServer } = {};
    const { where, server, now } = await queued(1, {
      taken: async () => void (await silent.server?.stop().catch(() => undefined)),
    });
    silent.server = { ...server, stop: () => new Promise(() => undefined) };
    const running = run(now);
    await expect.poll(() => server.taken.length).toBe(1);
    // The letter has arrived; only the answer is missing. Nothing here may send it again.
    await run(now + 10 * claimLease, { by: "two" });
    expect(server.taken).toHaveLength(1);
    expect(await states(where)).toEqual(["uncertain"]);
    void running.catch(() => undefined);
  });

  test("an address that is refused has bounced; a letter put off waits longer each time; refused for good fails", async () => {
    const { where, now } = await queued(3, {
      recipient: (address) => (address.startsWith("p0") ? { code: 550, text: "no such user" } : null),
      letter: ({ to }) => (to.startsWith("p1") ? { code: 451, text: "later" } : { code: 554, text: "spam" }),
    });
    await run(now);
    expect(await states(where)).toEqual(["bounced", "queued", "failed"]);
    const bounced = (await listInvitations(store(), where)).filter((one) => one.bouncedAt !== null);
    expect(bounced.map(({ email }) => email)).toEqual(["p0@acme.example"]);
    await run(now + 60_000);
    expect(
      (await listMails(store(), { ...where, states: ["queued"], limit: 9, offset: 0 }))[0],
    ).toMatchObject({
      attempts: 1,
    });
    for (const after of [0.1, 1, 2, 3, 4]) await run(now + after * day);
    expect(await states(where)).toEqual(["bounced", "failed", "failed"]);
  });

  test("without a server to reach, letters wait and the reason is shown", async () => {
    const { where, now } = await queued(2, {}, { port: 1 });
    await run(now);
    await run(now);
    expect(await states(where)).toEqual(["queued", "queued"]);
    const settings = await findMailSettings(store(), where);
    expect(settings?.trouble).toMatch(/ECONNREFUSED/);
    expect(settings?.pausedUntil).toBeGreaterThan(now);
  });

  test("a wrong password keeps the letters, a right one sends them", async () => {
    const { where, server, now } = await queued(1, {}, { username: "u", password: "wrong" });
    await run(now);
    expect(await states(where)).toEqual(["queued"]);
    const { password: _, ...kept } = { ...server.settings, username: "u" };
    await saveMailSettings(store(), {
      ...{ workspaceId: where.workspaceId, now },
      settings: { ...kept, password: "secret" },
    });
    await run(now);
    expect(server.taken).toHaveLength(1);
  });

  test("no more a minute than allowed, whoever sends", async () => {
    const { server, now } = await queued(9, {}, { perMinute: 4 });
    await run(now);
    await run(now + 1000, { by: "two" });
    expect(server.taken).toHaveLength(4);
    await run(now + 61_000);
    expect(server.taken).toHaveLength(8);
  });

  test("who opted out or has answered since gets nothing more", async () => {
    const { where, server, now, contactIds, invitationIds } = await queued(3);
    await updateContactOptOut(store(), { ...where, contactId: contactIds[0]!, optedOutAt: now });
    await updateInvitationStep(store(), {
      ...{ workspaceId: where.workspaceId, invitationIds: [invitationIds[1]!], step: "completedAt", at: now },
    });
    await run(now);
    expect(server.taken.map(({ to }) => to)).toEqual(["p2@acme.example"]);
    expect(await states(where)).toEqual(["cancelled", "cancelled", "sent"]);
  });

  test("a person made anonymous or deleted is in no letter any more, and gets none", async () => {
    const { where, server, now, contactIds } = await queued(3);
    const { workspaceId } = where;
    await anonymiseContact(store(), { workspaceId, contactId: contactIds[0]!, now });
    await deleteContact(store(), { workspaceId, contactId: contactIds[1]! });
    const letters = await listMails(store(), { ...where, states: mailStates, limit: 9, offset: 0 });
    expect(letters.map(({ state, toAddress, body }) => [state, toAddress, body === ""]).sort()).toEqual([
      ["cancelled", "", true],
      ["queued", "p2@acme.example", false],
    ]);
    await run(now);
    expect(server.taken.map(({ to }) => to)).toEqual(["p2@acme.example"]);
  });

  test("reminders follow the rule to the cap, by how far each person is", async () => {
    const { where, server, now, invitationIds } = await queued(3);
    const { workspaceId } = where;
    await saveMailRule(store(), { ...where, rule: { unopenedDays: 3, unfinishedDays: 2, most: 2 }, now });
    await run(now, { remind: true });
    const step = (at: number, name: "openedAt" | "completedAt") =>
      updateInvitationStep(store(), {
        workspaceId,
        invitationIds: [invitationIds[at]!],
        step: name,
        at: now,
      });
    await step(1, "openedAt");
    await step(2, "completedAt");
    const counts = () =>
      [0, 1, 2].map((at) => server.taken.filter(({ to }) => to === `p${at}@acme.example`).length);
    await run(now + 2 * day, { remind: true });
    expect(counts()).toEqual([1, 2, 1]);
    await run(now + 3 * day, { remind: true });
    expect(counts()).toEqual([2, 2, 1]);
    for (const after of [4, 5, 6, 7, 20, 40]) await run(now + after * day, { remind: true });
    expect(counts()).toEqual([3, 3, 1]);
  });
});

describe("the lease", () => {
  test("outlives every step of the conversation", () => expect(claimLease).toBeGreaterThan(60_000));
});
