import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { listInvitations } from "~/data/invitations";
import { seedSample } from "~db/seed/sample";
import { startApp } from "../support/app";
import { desktop, expectAccessible, launchBrowser, phone } from "../support/browser";
import { peopleCsv } from "../support/people-file";
import { signedIn } from "../support/signed-in";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
const out = "/tmp/house/people";
test("look", async () => {
  const member = await signedIn(app.store, { url: app.url, language: "zh-CN" });
  const studyId = await seedSample(app.store, { workspaceId: member.workspaceId, now: Date.now() });
  const invs = await listInvitations(app.store, { workspaceId: member.workspaceId, studyId });
  const open = invs.find((one) => one.sentAt && !one.openedAt)!;
  const paths: Record<string, string> = {
    companies: "/companies",
    people: "/companies/people",
    imports: "/companies/imports",
    company: `/companies/${open.companyId}`,
    contact: `/companies/${open.companyId}/people/${open.contactId}`,
    board: `/studies/${studyId}/fieldwork/board`,
    invitations: `/studies/${studyId}/fieldwork/invitations`,
    left: `/studies/${studyId}/fieldwork/left`,
    wave: `/studies/${studyId}/fieldwork/wave`,
    links: `/studies/${studyId}/fieldwork`,
    invitation: `/i/${open.token}`,
  };
  const problems: string[] = [];
  for (const [look, options, language, scheme] of [
    ["d-zh", desktop, "zh-CN", "light"],
    ["m-en", phone, "en", "dark"],
    ["m-zh", phone, "zh-CN", "light"],
  ] as const) {
    const context = await browser.newContext({ ...options, colorScheme: scheme, locale: language });
    await context.addCookies(member.cookies.map((c) => (c.name === "lang" ? { ...c, value: language } : c)));
    const page = await context.newPage();
    page.on("console", (m) => m.type() === "error" && problems.push(`${page.url()} ${m.text()}`));
    page.on("pageerror", (e) => problems.push(`${page.url()} ${e}`));
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
      await page.screenshot({ path: `${out}/${look}-${name}.png`, fullPage: true });
      if (look !== "m-zh")
        await expectAccessible(page).catch((e) =>
          problems.push(`${look} ${name}: ${String(e.message).slice(0, 700)}`),
        );
    }
    if (look !== "m-zh") {
      await page.goto(`${app.url}/companies/imports`, { waitUntil: "networkidle" });
      await page.setInputFiles("input[type=file]", {
        name: "名单.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`${peopleCsv(5, look)}\n坏行,,not-mail,,魔法师,,`),
      });
      await page.locator("main form button[type=submit]").first().click();
      await page.waitForURL(/imports\/.+/);
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `${out}/${look}-preview.png`, fullPage: true });
      await expectAccessible(page).catch((e) =>
        problems.push(`${look} preview: ${String(e.message).slice(0, 700)}`),
      );
      await page.locator("button[value=confirm]").click();
      await page.locator("button[value=undo]").waitFor();
      await page.screenshot({ path: `${out}/${look}-outcome.png`, fullPage: true });
    }
    await context.close();
  }
  console.log(problems.join("\n"));
}, 200000);
