import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findContact } from "~/data/contacts";
import { listInvitations } from "~/data/invitations";
import { findMailRule, findMailSettings } from "~/data/mail-settings";
import { countMails, listMails, updateMailsByHand } from "~/data/mails";
import * as bounces from "~/routes/fieldwork/bounces";
import * as desk from "~/routes/fieldwork/mail";
import * as csv from "~/routes/fieldwork/mail-csv";
import * as wording from "~/routes/fieldwork/mail-wording";
import * as optOut from "~/routes/respond/opt-out";
import * as settings from "~/routes/settings/mail";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { inviteToStudy } from "../support/invited";
import { loaded } from "../support/loaded";
import { startMailServer } from "../support/mail-server";
import { memberOf } from "../support/member-of";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let study: Awaited<ReturnType<typeof inviteToStudy>>;
let owner: Awaited<ReturnType<typeof memberOf>>;
let stranger: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
afterAll(() => store.close());
beforeEach(async () => {
  study = await inviteToStudy(store, [
    { name: "李娜", email: `na${Math.random()}@acme.example`, language: "zh-CN" },
    { name: "Tom", email: `tom${Math.random()}@acme.example`, language: "en" },
    { name: "Wang Wei", email: "" },
  ]);
  owner = await memberOf(store, study.workspaceId);
  stranger = await signedIn(store);
});

const params = () => ({ studyId: study.studyId });
const look = () => loaded(desk.loader, owner.request("/x"), params());
const ask = (fields: Record<string, string>, who: { request: typeof owner.request } = owner) =>
  run(desk.action, who.request("/x", fields), params());
const server = {
  ...{ host: "smtp.example.com", port: "587", security: "starttls", username: "u", password: "secret" },
  ...{ fromName: "Northwind", fromAddress: "study@northwind.example", replyTo: "", perMinute: "30" },
};
const set = (fields: Record<string, string>, who: { request: typeof owner.request } = owner) =>
  run(settings.action, who.request("/settings/mail", fields), {});

describe("the mail server", () => {
  test("is saved, and its password never shown again nor lost", async () => {
    expect(await set({ intent: "save", ...server })).toMatchObject({ status: 200, body: { kind: "saved" } });
    const shown = await settings.loader({ request: owner.request("/x"), params: {}, context: {} });
    expect(shown.kept).toMatchObject({ host: "smtp.example.com", hasPassword: true });
    expect(JSON.stringify(shown)).not.toContain("secret");
    await set({ intent: "save", ...server, password: "", perMinute: "60" });
    expect(await findMailSettings(store, study)).toMatchObject({ password: "secret", perMinute: 60 });
    await set({ intent: "save", ...server, username: "", password: "" });
    expect(await findMailSettings(store, study)).toMatchObject({ password: "" });
    await set({ intent: "remove" });
    expect(await findMailSettings(store, study)).toBeNull();
  });

  test("a wrong form comes back as it was typed, without the password", async () => {
    const refused = await set({ intent: "save", ...server, host: "http://smtp", perMinute: "many" });
    expect(refused).toMatchObject({
      status: 400,
      body: { problems: { host: "not-a-host", perMinute: "not-a-number" }, typed: { host: "http://smtp" } },
    });
    expect(JSON.stringify(refused.body)).not.toContain("secret");
    expect(await findMailSettings(store, study)).toBeNull();
  });

  test("a test letter says what the server said", async () => {
    const real = await startMailServer();
    const fields = { ...server, host: "127.0.0.1", port: String(real.port), security: "none", username: "u" };
    await set({ intent: "save", ...fields });
    expect(await set({ intent: "test" })).toMatchObject({ body: { kind: "tested" } });
    expect(real.taken).toHaveLength(1);
    await set({ intent: "save", ...fields, password: "wrong" });
    expect(await set({ intent: "test" })).toMatchObject({ body: { kind: "test-failed" } });
    await real.stop();
  });

  test("is the owner's business", async () => {
    const editor = await memberOf(store, study.workspaceId, { role: "editor" });
    expect(await set({ intent: "save", ...server }, editor)).toMatchObject({ status: 403 });
    expect(await run(settings.loader, editor.request("/x"), {})).toMatchObject({ status: 302 });
  });
});

describe("the mail page", () => {
  test("writes to everybody with an address, once, each in their language", async () => {
    expect(await look()).toMatchObject({
      ...{ hasServer: false, invited: 3, toWrite: 2, notWritten: [{ why: "no-address", n: 1 }] },
    });
    expect(await ask({ intent: "write" })).toMatchObject({ body: { kind: "wrote", n: 2 } });
    expect(await ask({ intent: "write" })).toMatchObject({ body: { kind: "wrote", n: 0 } });
    const { outbox, chat, toWrite } = await look();
    expect(toWrite).toBe(0);
    expect(outbox.map(({ language }) => language).sort()).toEqual(["en", "zh-CN"]);
    expect(outbox.find(({ toName }) => toName === "李娜")?.body).toContain("李娜，您好！");
    const tokens = (await listInvitations(store, study.where)).map(({ token }) => token);
    for (const { body } of outbox)
      expect(tokens.filter((token) => body.includes(`http://localhost/i/${token}\n`))).toHaveLength(1);
    expect(chat.rows).toMatchObject([{ name: "Wang Wei" }]);
    expect(chat.rows[0]?.chat).toContain("http://localhost/i/");
    const file = await csv.loader({ request: owner.request("/x"), params: params(), context: {} });
    expect((await file.text()).trim().split(/\r\n(?=")/)).toHaveLength(3);
  });

  test("what is handed over by hand counts as sent, by mail and by chat", async () => {
    await ask({ intent: "write" });
    const { outbox, chat } = await look();
    expect(await ask({ intent: "passed", mailId: outbox[0]!.id })).toMatchObject({
      body: { kind: "moved", to: "sent", n: 1 },
    });
    expect(await ask({ intent: "passed", mailId: outbox[0]!.id })).toMatchObject({ body: { n: 0 } });
    expect(await ask({ intent: "drop", mailId: outbox[1]!.id })).toMatchObject({
      body: { to: "cancelled", n: 1 },
    });
    await ask({ intent: "chat", invitationId: chat.rows[0]!.id });
    const after = await look();
    expect(after.outbox).toEqual([]);
    expect(after.chat.rows).toEqual([]);
    const sentAt = (await listInvitations(store, study.where)).map((one) => one.sentAt !== null);
    expect(sentAt.filter(Boolean)).toHaveLength(2);
  });

  test("an uncertain letter waits for a person and for nobody of another workspace", async () => {
    await ask({ intent: "write" });
    const [one] = await listMails(store, { ...study.where, states: ["queued"], limit: 1, offset: 0 });
    const { mails } = store.tables;
    await store.db.update(mails).set({ state: "uncertain" });
    expect((await look()).uncertain).toHaveLength(2);
    expect(await ask({ intent: "arrived", mailId: one!.id }, stranger)).toMatchObject({ status: 404 });
    const other = { workspaceId: stranger.workspaceId, studyId: study.studyId };
    const move = { mailIds: [one!.id], from: ["uncertain"], to: "queued", now: 1 } as const;
    expect(await updateMailsByHand(store, { ...other, ...move })).toBe(0);
    expect(await ask({ intent: "again", mailId: one!.id })).toMatchObject({ body: { to: "queued", n: 1 } });
    expect((await countMails(store, study.where)).get("uncertain")).toBe(1);
  });

  test("reminders are set, corrected and stopped", async () => {
    const refused = await ask({ intent: "rule", unopenedDays: "0", unfinishedDays: "2", most: "2" });
    expect(refused).toMatchObject({ status: 400, body: { problems: ["unopenedDays"] } });
    await ask({ intent: "rule", unopenedDays: "4", unfinishedDays: "2", most: "3" });
    expect(await findMailRule(store, study.where)).toEqual({ unopenedDays: 4, unfinishedDays: 2, most: 3 });
    await ask({ intent: "no-rule" });
    expect(await findMailRule(store, study.where)).toBeNull();
    expect(await ask({ intent: "nonsense" })).toMatchObject({ status: 400 });
  });
});

test("wording is kept per kind, role and language, and wrong wording comes back", async () => {
  const change = (fields: Record<string, string>) =>
    run(wording.action, owner.request("/x?kind=invitation&role=user&language=en", fields), params());
  const shown = (language: string) =>
    loaded(wording.loader, owner.request(`/x?kind=invitation&role=user&language=${language}`), params());
  const refused = await change({ intent: "save", subject: "Hi", body: "no link" });
  expect(refused).toMatchObject({
    status: 400,
    body: { problems: [{ problem: "no-link" }], typed: { subject: "Hi" } },
  });
  await change({ intent: "save", subject: "Hi {name}", body: "See {link}\r\nbye" });
  expect(await shown("en")).toMatchObject({
    ...{ changed: true, template: { subject: "Hi {name}", body: "See {link}\nbye" } },
    preview: { subject: "Hi Li Na" },
  });
  expect(await shown("zh-CN")).toMatchObject({ changed: false });
  await ask({ intent: "write" });
  const { outbox } = await look();
  expect(outbox.find(({ language }) => language === "en")?.subject).toBe("Hi Tom");
  await change({ intent: "usual" });
  expect(await shown("en")).toMatchObject({ changed: false });
});

describe("the way out", () => {
  const open = async () => {
    const [invitation] = await listInvitations(store, study.where);
    return { token: invitation!.token, contactId: invitation!.contactId };
  };
  const isOut = async (contactId: string) =>
    (await findContact(store, { ...study.where, contactId }))?.optedOutAt !== null;
  const post = (fields: Record<string, string>) =>
    new Request("http://localhost/u/x", { method: "POST", body: new URLSearchParams(fields) });

  test("looking changes nothing, one click does, and it can be taken back", async () => {
    const { token, contactId } = await open();
    const get = () => run(optOut.loader, new Request("http://localhost/u/x"), { token });
    expect(await get()).toMatchObject({ status: 200, body: { out: false } });
    expect(await isOut(contactId)).toBe(false);
    await run(optOut.action, post({ "List-Unsubscribe": "One-Click" }), { token });
    expect(await isOut(contactId)).toBe(true);
    expect(await get()).toMatchObject({ body: { out: true } });
    await run(optOut.action, post({ intent: "back" }), { token });
    expect(await isOut(contactId)).toBe(false);
  });

  test("a made-up address leads nowhere", async () => {
    const params = { token: "made-up" };
    expect(await run(optOut.loader, new Request("http://localhost/u/x"), params)).toMatchObject({
      status: 404,
    });
    expect(await run(optOut.action, post({}), params)).toMatchObject({ status: 404 });
  });
});

test("a bounce marks the letter and the person, by the secret address only", async () => {
  await set({ intent: "save", ...server });
  await ask({ intent: "write" });
  const mails = await listMails(store, { ...study.where, states: ["queued"], limit: 9, offset: 0 });
  const mail = mails[0]!;
  await updateMailsByHand(store, {
    ...study.where,
    mailIds: [mail.id],
    from: ["queued"],
    to: "sent",
    now: 1,
  });
  const message = [
    "From: MAILER-DAEMON@mx.example",
    "To: study@northwind.example",
    "Subject: Undelivered",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Sorry.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    `Final-Recipient: rfc822; ${mail.toAddress}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 no such user",
    "",
    "--b",
    "Content-Type: message/rfc822",
    "",
    `Message-ID: ${mail.messageId}`,
    "Subject: hello",
    "",
    "text",
    "--b--",
    "",
  ].join("\r\n");
  const hand = async (token: string, body: string) =>
    bounces.action({
      request: new Request("http://localhost/api/mail/bounces/x", { method: "POST", body }),
      ...{ params: { token }, context: {} },
    });
  expect((await hand("guessed", message)).status).toBe(404);
  const { bounceToken } = (await findMailSettings(store, study))!;
  expect(await (await hand(bounceToken, "Subject: hello\r\n\r\nno bounce")).text()).toMatch(/^no bounce/);
  expect(await (await hand(bounceToken, message)).text()).toBe("taken");
  expect((await look()).failed).toMatchObject([{ state: "bounced", why: "5.1.1 550 no such user" }]);
  const invitation = (await listInvitations(store, study.where)).find(({ id }) => id === mail.invitationId);
  expect(invitation?.bouncedAt).not.toBeNull();

  const form = new FormData();
  form.set("intent", "bounces");
  form.append("files", new File([message], "bounce.eml"));
  form.append("files", new File(["hello"], "letter.eml"));
  const Cookie = owner.request("/x").headers.get("Cookie") ?? "";
  const upload = new Request("http://localhost/x", { method: "POST", headers: { Cookie }, body: form });
  expect(await run(desk.action, upload, params())).toMatchObject({ body: { matched: 1, other: 1 } });
  expect(await ask({ intent: "bounces" })).toMatchObject({ status: 400, body: { kind: "no-files" } });
});
