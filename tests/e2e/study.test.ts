import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { listQuestionnaires } from "~/data/questionnaires";
import { listStudies } from "~/data/studies";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, openPage, phone } from "../support/browser";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

async function open(language: "en" | "zh-CN", options: BrowserContextOptions, ignore: RegExp[] = []) {
  const member = await signedIn(app.store, { language, url: app.url });
  return { member, ...(await openPage(browser, { ...options, locale: language }, member, ignore)) };
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

describe("a study in the browser", () => {
  test("is created, reworded, reordered, published and sent", async () => {
    const { member, context, page, expectCalm } = await open("en", desktop, [/status of 422/]);

    await page.goto(`${app.url}/studies`);
    await expectAccessible(page);
    await page.getByRole("link", { name: "New study" }).click();
    await page.fill("[name=competitors]", "Beta\nGamma");
    await button(page, "Create study").click();
    await page.getByRole("link", { name: "Product name: Fill this in." }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("product");
    expect(await page.inputValue("[name=competitors]")).toBe("Beta\nGamma");
    await expectAccessible(page);
    await page.fill("[name=product]", "Paywise");
    await button(page, "Create study").click();

    await page.getByRole("link", { name: "Decider: read and edit" }).click();
    await page.getByRole("link", { name: "Edit wording: What is your company called?" }).click();
    const title = page.getByLabel("Question (English)");
    await title.fill("Which company are you with?");
    await button(page, "Save").click();
    await page.getByText("Which company are you with?").first().waitFor();
    await expectAccessible(page);

    const down = button(page, "Move down: How many people work there?");
    await down.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Moved: question 3 of").waitFor();
    await expect.poll(() => down.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText(/Moved: question 3 of .* on page 2/).waitFor();
    await expect.poll(() => down.evaluate((element) => element === document.activeElement)).toBe(true);

    await button(page, "Remove: Which company are you with?").click();
    await page.getByText("Removed “Which company are you with?”.").waitFor();
    await page.getByText(/things? to know/).click();
    await page.getByText("answers of one company cannot be read together").waitFor();
    await button(page, "Undo").click();
    await page.getByText("is back in its place").waitFor();

    await page.getByRole("link", { name: "In and out", exact: true }).click();
    await page.getByRole("link", { name: "JSON", exact: true }).click();
    const json = await page.inputValue("[name=json]");
    await page.focus("[name=json]");
    for (const key of ["Control+End", "Backspace", ",", "}"]) await page.keyboard.press(key);
    await button(page, "Save").click();
    await page
      .getByRole("alert")
      .getByText(/not JSON any more at line \d+, column \d+/)
      .waitFor();
    expect(await page.inputValue("[name=json]")).toBe(`${json.slice(0, -1)},}`);
    await expectAccessible(page);

    await page.getByRole("navigation").getByRole("link", { name: "Questionnaires" }).first().click();
    await button(page, "Publish all").click();
    for (const role of ["Decider", "User", "Requester"])
      await page.getByText(`${role}: version 1 is published.`).waitFor();
    await page.getByRole("link", { name: "Get the links" }).click();
    await page.getByRole("img", { name: "QR code: The whole study" }).waitFor();
    const [studyLink] = await page.getByLabel("Link", { exact: true }).all();
    expect(await studyLink?.inputValue()).toMatch(new RegExp(`^${app.url}/s/[\\w-]+$`));
    await expectAccessible(page);
    await button(page, "Close link: Decider").click();
    await page.getByText("Closed: Decider.").waitFor();
    await button(page, "Undo").click();
    await page.getByText("Open again: Decider.").waitFor();

    const [study] = await listStudies(app.store, member);
    const where = { workspaceId: member.workspaceId, studyId: study?.id ?? "" };
    expect((await listQuestionnaires(app.store, where)).map(({ version }) => version)).toEqual([1, 1, 1]);
    expectCalm();
    await context.close();
  });

  test("reads well on a phone, in Chinese and in the dark", async () => {
    const { context, page, expectCalm } = await open("zh-CN", { ...phone, colorScheme: "dark" });
    await page.goto(`${app.url}/studies/new`);
    await expectAccessible(page);
    await page.fill("[name=product]", "薪云 HR");
    await button(page, "新建研究").click();
    await page.waitForURL(/questionnaires$/);
    await expectAccessible(page);
    const base = page.url().replace(/\/questionnaires$/, "");
    await button(page, "全部发布").click();
    await page.getByText("决策者：第 1 版已发布").waitFor();
    for (const step of ["", "/edit", "/fieldwork"]) {
      await page.goto(base + step);
      await expectAccessible(page);
    }
    await page.goto(`${base}/questionnaires`);
    await page.getByRole("link", { name: "使用者：阅读与编辑" }).click();
    await page.getByText("仅当", { exact: false }).first().waitFor();
    await expectAccessible(page);
    await page.goto(`${page.url()}/versions`);
    await expectAccessible(page);
    expectCalm();
    await context.close();
  });

  test("works without scripts: creating, rewording, removing with undo, publishing", async () => {
    const { context, page } = await open("en", { ...desktop, javaScriptEnabled: false });
    await page.goto(`${app.url}/studies/new`);
    await button(page, "Create study").click();
    expect(await page.locator("[role=alert]").textContent()).toContain("Fill this in.");
    await page.fill("[name=product]", "Plain");
    await page.check("[name=businessType][value=platform]");
    await button(page, "Create study").click();
    await page.getByRole("link", { name: "User: read and edit" }).click();
    await page.getByRole("link", { name: "Edit wording: How many people work there?" }).click();
    await page.getByLabel("Question (English)").fill("How large is it?");
    await button(page, "Save").click();
    await button(page, "Remove: How large is it?").click();
    await page.getByText("Removed “How large is it?”.").waitFor();
    await button(page, "Undo").click();
    await page.getByText("“How large is it?” is back in its place.").waitFor();
    await button(page, /^Publish v1$/).click();
    await page.getByText("User: version 1 is published.").waitFor();
    await context.close();
  });

  test("a page that is long in coming shows a line meanwhile", async () => {
    const { context, page } = await open("en", phone);
    await page.goto(`${app.url}/studies`, { waitUntil: "networkidle" });
    const line = page.getByText("Loading", { exact: true });
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/bank.data*", async (route) => {
      await asked;
      await route.continue();
    });
    await page.getByText("Menu").click();
    await page.getByRole("link", { name: "Question bank" }).click();
    await line.waitFor();
    await expectAccessible(page);
    answer();
    await page.getByRole("heading", { name: "Question bank" }).waitFor();
    await expect.poll(() => line.count()).toBe(0);
    await context.close();
  });
});
