/** A person sets a mail server, words a letter, writes to people, and one of them wants no more of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { inviteToStudy } from "../support/invited";
import { type MailServer, startMailServer } from "../support/mail-server";
import { memberOf } from "../support/member-of";

const { app, browser } = await appInBrowser();
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => {
  await server?.stop();
});

test.each([
  ["zh-CN", phone, inChinese],
  ["en", desktop, inEnglish],
] as const)("from the first setting to the way out (%s)", async (language, screen, spoken) => {
  const { where } = await inviteToStudy(app.store, [
    { name: "Li Na", email: `na-${language}@acme.example`.toLowerCase(), language },
    { name: "Wang Wei", email: "" },
  ]);
  const member = await memberOf(app.store, where.workspaceId, { language, url: app.url });
  const text = textOf(language, "mail");
  const options = { ...screen, ...spoken };
  const { context, page, ...calm } = await openPage(browser, options, member, [/status of 4\d\d/]);
  const lettersTo = (who: string) => server.taken.filter(({ to }) => to.startsWith(who));

  await page.goto(`${app.url}/studies/${where.studyId}/fieldwork/mail`);
  await page.getByText(text.noServer).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: text.toSettings }).click();
  const field = (name: keyof typeof text.settings.fields) =>
    page.getByLabel(text.settings.fields[name]).first();
  await field("host").fill("http://127.0.0.1");
  await page.getByRole("button", { name: text.settings.save, exact: true }).click();
  await page.getByText(text.settings.problems["not-a-host"]).first().waitFor();
  await expectAccessible(page);
  await field("host").fill("127.0.0.1");
  await field("port").fill(String(server.port));
  await field("security").selectOption("none");
  await field("fromName").fill("Northwind");
  await field("fromAddress").fill("study@northwind.example");
  await field("perMinute").fill("600");
  await page.getByRole("button", { name: text.settings.save, exact: true }).click();
  await page.getByText(text.settings.saved, { exact: true }).waitFor();
  await page.getByRole("button", { name: text.settings.test }).click();
  await page.getByRole("status").filter({ hasText: "@example.com" }).waitFor();
  await expectAccessible(page);

  await page.goto(`${app.url}/studies/${where.studyId}/fieldwork/mail/wording?language=${language}`);
  const subject = page.getByLabel(text.words.subject, { exact: true });
  await subject.fill("{boss}");
  await page.getByRole("button", { name: text.words.save, exact: true }).click();
  await page
    .getByText(text.words.problems["unknown-field"]({ name: "boss" }))
    .first()
    .waitFor();
  await subject.fill("{name}?");
  await page.getByRole("button", { name: text.words.save, exact: true }).click();
  await page.getByText(text.words.saved, { exact: true }).waitFor();
  await expectAccessible(page);

  await page.goto(`${app.url}/studies/${where.studyId}/fieldwork/mail`);
  await page.getByRole("button", { name: text.write({ n: 1 }) }).click();
  await page.getByText(text.wrote({ n: 1 })).waitFor();
  await expect.poll(() => lettersTo("na-").at(-1)?.to, { timeout: 30_000 }).toContain(language.toLowerCase());
  const letter = lettersTo("na-").at(-1)!;
  expect(letter.mail.subject).toBe("Li Na?");
  await page.reload();
  await page.getByRole("rowheader", { name: text.states.sent, exact: true }).waitFor();
  await page.getByRole("button", { name: text.passedOf({ to: "Wang Wei" }) }).click();
  await page.getByText(text.done.passed).waitFor();
  await expectAccessible(page);

  const out = /https?:\/\/\S+\/u\/\S+/.exec(letter.mail.text ?? "")?.[0] ?? "";
  await page.goto(out);
  await expectAccessible(page);
  await page.getByRole("button", { name: text.optOut.button }).click();
  await page.getByRole("heading", { name: text.optOut.doneTitle }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: text.optOut.undo }).click();
  await page.getByText(text.optOut.back).waitFor();
  calm.expectCalm();
});
