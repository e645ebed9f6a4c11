import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { insertQuestionnaire, listQuestionnaires } from "~/data/questionnaires";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { button, isSaved } from "../support/at-editor";
import { desktop, expectAccessible, openPage, phone } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

const text = (zh: string, en: string) => ({ default: en, "zh-cn": zh, en });
const support = {
  ...{ name: "support", title: text("客服", "Support") },
  elements: [
    { type: "comment", name: "speed", title: text("禾木的客服快吗？", "How fast is Hemu's support?") },
    { type: "comment", name: "why", title: text("为什么？", "Why?"), visibleIf: "{speed} notempty" },
  ],
};
const other = {
  name: "page1",
  elements: [{ type: "text", name: "speed", title: text("网速？", "Line speed?") }],
};

async function addStudy(workspaceId: string, product: string, pages: object[]) {
  const studyId = await insertEmptyStudy(app.store, workspaceId, { product, stage: "growth" });
  const draft = { title: text("问卷", "Survey"), pages };
  await insertQuestionnaire(app.store, { workspaceId, studyId, role: "user", draft, now: Date.now() });
  const [made] = await listQuestionnaires(app.store, { workspaceId, studyId });
  return `${app.url}/studies/${studyId}/questionnaires/${made?.id}/edit`;
}

/** Two studies of one workspace, and a member of it in a browser. */
async function twoStudies(device: typeof phone | typeof desktop) {
  const member = await signedIn(app.store, { language: "en", name: "Min Wang", url: app.url });
  const first = await addStudy(member.workspaceId, "Hemu", [support]);
  const second = await addStudy(member.workspaceId, "Kaoqin", [other]);
  const opened = await openPage(browser, { ...device, locale: "en" }, member, [/status of 422/]);
  return { ...opened, first, second };
}

const row = (page: Page, name: string) => page.getByRole("treeitem", { name });
const dialog = (page: Page) => page.getByRole("dialog");

async function saveSupport(page: Page, address: string) {
  await page.goto(address);
  await row(page, "P1 Support").click();
  await button(page, "Save to bank").click();
  await dialog(page).getByText("put in the name of their own product").waitFor();
  await dialog(page).getByLabel("Tags").fill("service, 服务");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByText("“Support” is in the question bank.").waitFor();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await isSaved(page);
}

test("a page saved in one study is inserted in another by keyboard, reworded, taken over, deleted and put back", async () => {
  const { context, page, first, second, expectCalm } = await twoStudies(desktop);
  await saveSupport(page, first);

  // Study B, hands on the keyboard.
  await page.goto(second);
  await row(page, "Line speed?").waitFor();
  await page.keyboard.press("Control+b");
  const search = dialog(page).getByRole("combobox", { name: "Search the bank" });
  await search.waitFor();
  await page.keyboard.type("客服");
  await dialog(page).getByRole("option", { name: "Support Yours" }).waitFor();
  await dialog(page).getByText("How fast is Kaoqin's support?").waitFor();
  await dialog(page).getByText("speed → speed_2").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await row(page, "How fast is Kaoqin's support?").waitFor();
  await isSaved(page);
  await page.getByText("used in 2 questionnaires").waitFor();
  await page.keyboard.press("Control+z");
  await row(page, "How fast is Kaoqin's support?").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+z");
  await row(page, "How fast is Kaoqin's support?").waitFor();
  await isSaved(page);
  // Opened again, with the bank there already, one types at once.
  await page.keyboard.press("Control+b");
  await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");

  // Where it is used.
  await page.goto(`${app.url}/bank?source=own`);
  await page.getByText("used in 2 questionnaires").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Support", exact: true }).click();
  await page.getByRole("heading", { name: "Where it is used" }).waitFor();
  expect(await page.getByText("as in the bank").count()).toBe(2);
  await page.locator(".editor-preview").getByText("How fast is [product]'s support?").waitFor();
  await expectAccessible(page);

  // Study A rewords it and saves it again.
  await page.goto(first);
  await row(page, "How fast is Hemu's support?").click();
  await page.getByLabel("Question · English").fill("How quickly does Hemu help you?");
  await isSaved(page);
  await button(page, "Save to bank").click();
  await dialog(page).getByLabel("a newer wording of “Support”").waitFor();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).getByText("The newer wording of “Support” is in the question bank.").waitFor();

  // Study B is offered it, takes it over, and thinks again.
  await page.goto(second);
  await page.getByText("A newer wording is in the bank").waitFor();
  await page.getByText("How quickly does Kaoqin help you?").waitFor();
  await expectAccessible(page);
  await button(page, "Take it over: Support").click();
  await row(page, "How quickly does Kaoqin help you?").waitFor();
  expect(await page.getByText("A newer wording is in the bank").count()).toBe(0);
  await button(page, "Undo").click();
  await page.getByText("A newer wording is in the bank").waitFor();

  // Reworded here as well, both are shown, and one is picked.
  await row(page, "How fast is Kaoqin's support?").click();
  await page.getByLabel("Question · English").fill("Is Kaoqin's support fast?");
  const both = page.getByRole("group", { name: "Is Kaoqin's support fast? — Question · English" });
  await expect.poll(() => both.getByRole("radio", { checked: true }).count()).toBe(1);
  await expect.poll(() => both.getByLabel("Is Kaoqin's support fast?").isChecked()).toBe(true);
  await expectAccessible(page);
  await both.getByLabel("How quickly does Kaoqin help you?").check();
  await button(page, "Take it over: Support").click();
  await row(page, "How quickly does Kaoqin help you?").waitFor();
  await button(page, "Undo").click();
  await button(page, "Undo").click();
  await row(page, "How fast is Kaoqin's support?").waitFor();
  await button(page, "Ignore: Support").click();
  await row(page, "How fast is Kaoqin's support?").waitFor();
  expect(await page.getByText("A newer wording is in the bank").count()).toBe(0);
  await isSaved(page);

  // Deleted from the bank, and put back; the copies stay.
  await page.goto(`${app.url}/bank?source=own`);
  await page.getByRole("link", { name: "Support", exact: true }).click();
  await page.getByText("changed there").waitFor();
  await button(page, "Delete from the bank").click();
  await page.getByText("“Support” is deleted from the bank").waitFor();
  await expectAccessible(page);
  await button(page, "Undo").click();
  await page.getByText("“Support” is back in the bank").waitFor();
  await page.getByRole("link", { name: "Support", exact: true }).waitFor();
  await page.goto(second);
  await row(page, "How fast is Kaoqin's support?").waitFor();
  expectCalm();
  await context.close();
});

test("a role set is looked at, drafted, kept and deleted, at every step accessibly", async () => {
  const { context, page, first, second, expectCalm } = await twoStudies(phone);
  await page.goto(first.replace(/[^/]+\/edit$/, "roles"));
  await page.getByRole("heading", { name: "What each role is asked" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Procurement").uncheck();
  await button(page, "Draft these questionnaires").tap();
  await page.getByText("Drafted: Decider, Requester, Finance, IT / security.").waitFor();
  await expectAccessible(page);
  await button(page, "Keep as a set").tap();
  await page.getByText("Give the set a name.").waitFor();
  await page.getByLabel("Name of the set").fill("Quarterly");
  await button(page, "Keep as a set").tap();
  await page.getByText("“Quarterly” can be used in every study").waitFor();
  await expectAccessible(page);

  await page.goto(second.replace(/[^/]+\/edit$/, "roles"));
  await page.getByRole("radio", { name: "Quarterly" }).check();
  await button(page, "Show").tap();
  await page.waitForURL(/set=/);
  await button(page, "Draft these questionnaires").tap();
  await page.getByText("Drafted: Decider, Requester, Finance, IT / security.").waitFor();
  await button(page, "Delete: Quarterly").tap();
  await page.getByText("“Quarterly” is deleted.").waitFor();
  await button(page, "Undo").tap();
  await page.getByText("“Quarterly” is back.").waitFor();
  await expectAccessible(page);
  await page.goto(`${app.url}/studies/new`);
  await page.getByRole("radio", { name: "Quarterly" }).waitFor();
  await expectAccessible(page);
  expectCalm();
  await context.close();
});

test.each([
  ["en", desktop],
  ["zh-CN", phone],
] as const)(
  "an item that sets in the answer to a question that is not here asks for another: %s",
  async (language, device) => {
    const member = await signedIn(app.store, { language, url: app.url });
    const options = { ...device, locale: language, colorScheme: "dark" } as const;
    const { context, page, expectCalm } = await openPage(browser, options, member);
    await page.goto(await addStudy(member.workspaceId, "Kaoqin", [other]));
    const find = dialog(page).getByRole("combobox", { name: textOf(language, "bank").insert.search });
    // Keys are listened to once the page's script runs.
    await expect
      .poll(async () => {
        await page.keyboard.press("Control+b");
        return find.isVisible();
      })
      .toBe(true);
    await find.fill("price.likely-at-cheap");
    // The price block comes first, which asks for the price itself.
    await expect.poll(() => dialog(page).getByRole("option").count()).toBe(2);
    await dialog(page).getByRole("option").last().click();
    const meant = dialog(page).getByLabel("{price_cheap}");
    await meant.waitFor();
    await expectAccessible(page);
    await meant.selectOption("speed");
    await dialog(page)
      .getByRole("button", { name: textOf(language, "bank").insert.submit })
      .click();
    // On a phone the settings are shown now.
    await page.locator("[role=treeitem]", { hasText: "{speed}" }).waitFor({ state: "attached" });
    expectCalm();
    await context.close();
  },
);

test("on a phone the bank is saved to, inserted from and read", async () => {
  const { context, page, first, second, expectCalm } = await twoStudies(phone);
  await saveSupport(page, first);
  await page.goto(second);
  await row(page, "Line speed?").waitFor();
  await button(page, "From bank").tap();
  await dialog(page).getByRole("option", { name: "Support Yours" }).tap();
  await dialog(page).getByText("speed → speed_2").waitFor();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Insert", exact: true }).tap();
  await row(page, "How fast is Kaoqin's support?").waitFor();
  await isSaved(page);
  await page.goto(`${app.url}/bank`);
  await page.getByText("used in 2 questionnaires").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Support", exact: true }).tap();
  await page.getByRole("heading", { name: "Where it is used" }).waitFor();
  await expectAccessible(page);
  await page.goto(`${app.url}/bank/built-in/user_ease`);
  await page.locator(".editor-preview").getByText("how easy or difficult was it?").first().waitFor();
  await expectAccessible(page);
  expectCalm();
  await context.close();
});
