import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";

const owner = { name: "Min Wang", email: "min@example.com", password: "correct horse battery" };

const { app, browser } = await appInBrowser();

async function visit(path: string, options: BrowserContextOptions) {
  // Refusals are answered with 4xx, which the browser notes as an error of its own.
  const opened = await openPage(browser, { baseURL: app.url, ...options }, null, [/Failed to load resource/]);
  await opened.page.goto(path, { waitUntil: "networkidle" });
  return opened;
}

/** The page as it stands, on a phone and a desk, by day and by night. */
async function expectAccessibleEverywhere(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const { viewport } of [phone, desktop]) {
      await page.setViewportSize(viewport);
      await expectAccessible(page);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [name, text] of Object.entries(fields)) await page.fill(`[name=${name}]`, text);
};
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const arrive = (page: Page, path: string) => page.waitForURL(({ pathname }) => pathname === path);

async function signIn(page: Page, password = owner.password) {
  await fill(page, { email: owner.email, password });
  await press(page, "Sign in");
}

test("a new installation: set up, invite, join on a phone, remove", async () => {
  const { page, expectCalm } = await visit("/", { ...desktop, ...inEnglish });
  await expectAccessibleEverywhere(page);
  await page.getByRole("link", { name: "Set up" }).click();
  await press(page, "Create the workspace");
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").locator("a").allTextContents()).toEqual([
    "Enter your name.",
    "Enter an email address.",
    "Enter the password.",
    "Give the workspace a name.",
  ]);
  expect(await page.locator("[aria-invalid=true]").count()).toBe(4);
  await expectAccessibleEverywhere(page);
  await fill(page, { ...owner, password: "short", workspace: "Yunfan" });
  await page.uncheck("[name=sample]");
  await press(page, "Create the workspace");
  await page.getByRole("alert").getByText("Use at least 10 characters.").waitFor();
  expect(await page.inputValue("[name=workspace]")).toBe("Yunfan");
  expect(await page.isChecked("[name=sample]")).toBe(false);
  await fill(page, { password: owner.password });
  await press(page, "Create the workspace");
  await arrive(page, "/studies");

  await page.goto("/settings/members", { waitUntil: "networkidle" });
  await page.check("[value=viewer]");
  await press(page, "Make a link");
  const link = await page.getByLabel("Invitation link").inputValue();
  await expectAccessibleEverywhere(page);

  const joining = await visit(link, { ...phone, ...inChinese, colorScheme: "dark" });
  expect(await joining.page.getByRole("heading", { level: 1 }).textContent()).toBe("加入“Yunfan”");
  await expectAccessibleEverywhere(joining.page);
  const person = { name: "李婷", email: "ting@example.com", password: "十个汉字的密码刚好够" };
  await fill(joining.page, { ...person, email: owner.email });
  await press(joining.page, "加入");
  await joining.page.locator("#field-email-error").waitFor();
  await fill(joining.page, person);
  await press(joining.page, "加入");
  await arrive(joining.page, "/reports");
  await joining.page.goto("/settings", { waitUntil: "networkidle" });
  expect(await joining.page.getByRole("link", { name: "成员" }).count()).toBe(0);
  await expectAccessibleEverywhere(joining.page);

  const late = await visit(link, { ...phone, ...inChinese });
  await late.page.getByText("邀请链接已被使用").waitFor();
  await expectAccessible(late.page);

  await page.reload({ waitUntil: "networkidle" });
  await page.getByLabel("Remove 李婷 …").click();
  await expectAccessibleEverywhere(page);
  await press(page, "Remove 李婷");
  await page.getByText("The member is removed.").waitFor();
  await joining.page.goto("/settings", { waitUntil: "networkidle" });
  expect(new URL(joining.page.url()).pathname).toBe("/sign-in");

  for (const { expectCalm: calm } of [{ expectCalm }, joining, late]) calm();
});

test("signing in again, changing language, name and password, and ending other sessions", async () => {
  const { page, expectCalm } = await visit("/settings", { ...desktop, ...inEnglish });
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await signIn(page, "not this one");
  await page.getByText("Email and password do not match.").waitFor();
  expect(await page.inputValue("[name=email]")).toBe(owner.email);
  await expectAccessibleEverywhere(page);
  await press(page, "Show");
  expect(await page.getAttribute("[name=password]", "type")).toBe("text");
  await signIn(page);
  await arrive(page, "/settings");
  await expectAccessibleEverywhere(page);

  await fill(page, { current: owner.password, password: "another horse battery" });
  await press(page, "Change password");
  await page.getByText("Other devices are signed out.").waitFor();
  expect(await page.inputValue("[name=password]")).toBe("");
  owner.password = "another horse battery";

  const elsewhere = await visit("/sign-in?to=/settings", { ...phone, ...inEnglish });
  await signIn(elsewhere.page);
  await arrive(elsewhere.page, "/settings");
  await page.reload({ waitUntil: "networkidle" });
  await press(page, "End all others");
  await page.getByText("All other sessions are ended.").waitFor();
  await elsewhere.page.reload({ waitUntil: "networkidle" });
  expect(new URL(elsewhere.page.url()).pathname).toBe("/sign-in");

  await page.getByLabel("中文").check();
  await press(page, "Save");
  await page.getByText("已保存。").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await expectAccessibleEverywhere(page);
  await page.goto("/settings/workspace", { waitUntil: "networkidle" });
  await fill(page, { workspace: "云帆科技" });
  await press(page, "保存");
  await page.getByText("已保存。").waitFor();
  await expectAccessibleEverywhere(page);
  await press(page, "English");
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/settings/workspace");
  await press(page, "Sign out");
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  expectCalm();
  elsewhere.expectCalm();
});

test("everything works without scripts", async () => {
  const { page, expectCalm } = await visit("/sign-in?to=/settings/members", {
    ...{ ...phone, ...inEnglish, javaScriptEnabled: false },
  });
  await signIn(page, "");
  expect(await page.locator("#field-password-error").textContent()).toBe("Enter the password.");
  await signIn(page);
  await press(page, "Make a link");
  await page.getByText("The link is ready").waitFor();
  await page.getByRole("button", { name: /^Withdraw/ }).click();
  await page.getByText("The invitation is withdrawn").waitFor();
  await page.getByText("Menu").click();
  await press(page, "中文");
  await page.getByRole("heading", { name: "设置" }).waitFor();
  expectCalm();
});

test("the start page in Chinese, and an address that is no page", async () => {
  const { page, expectCalm } = await visit("/", { ...phone, ...inChinese });
  await expectAccessibleEverywhere(page);
  expect(await page.getByRole("link", { name: /试答/ }).count()).toBe(3);
  const answer = await page.goto("/nowhere", { waitUntil: "networkidle" });
  expect(answer?.status()).toBe(404);
  expect(await page.getByRole("heading").textContent()).toBe("页面不存在");
  await expectAccessibleEverywhere(page);
  expectCalm();
});
