import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newPage, newQuestion, questionKinds } from "~/domain/questionnaire/new-question";
import { startApp } from "../support/app";
import { ask, atEditor, button, isSaved, titlesOf } from "../support/at-editor";
import { desktop, expectAccessible, launchBrowser, phone, watch } from "../support/browser";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const pageOf = (elements: object[]) => ({ pages: [{ ...newPage(), elements }] });
const everyKind = pageOf(
  questionKinds.map((kind) => ({
    ...newQuestion(kind),
    name: `of_${kind}`,
    title: { default: `Kind ${kind}`, en: `Kind ${kind}`, "zh-cn": `题型 ${kind}` },
  })),
);

test("every kind of question is set and previewed accessibly", async () => {
  const { context, page } = await atEditor({ app, browser }, { ...desktop, locale: "en" }, everyKind);
  const { expectCalm } = watch(page);
  for (const kind of questionKinds.filter((one) => one !== "html" && one !== "panel")) {
    await page
      .getByRole("treeitem", { name: `Kind ${kind}`, exact: false })
      .first()
      .click();
    await page.locator(".editor-preview").getByText(`Kind ${kind}`).first().waitFor();
    await expectAccessible(page);
  }
  expectCalm();
  await context.close();
});

test("a block is put in, and the history tells what changed and takes it back", async () => {
  const { context, page, address, saved } = await atEditor(
    { app, browser },
    { ...desktop, locale: "en" },
    pageOf([{ type: "text", name: "a", title: "Alpha" }]),
  );
  const { expectCalm } = watch(page);
  await button(page, "Add").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "100 points" }).click();
  await dialog.getByRole("button", { name: "Insert" }).click();
  await dialog.getByText("At least 2 items").waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Items").fill("价格 | Price\n服务 | Service");
  await dialog.getByRole("button", { name: "Insert" }).click();
  await page.getByRole("treeitem", { name: "Split 100 points over these" }).waitFor();
  await page.getByRole("treeitem", { name: "Alpha" }).click();
  await ask(page, "English").fill("Alpha, reworded");
  await isSaved(page);
  expect(titlesOf(await saved())).toHaveLength(2);

  await page.goto(address.replace(/edit$/, "history"));
  await page.getByRole("link", { name: "What has changed since: As it came" }).click();
  await page.getByText("“Alpha” now reads “Alpha, reworded”").waitFor();
  await expectAccessible(page);
  await button(page, "Take this state back").click();
  await page.getByText("The draft is that state again").waitFor();
  await expect.poll(async () => titlesOf(await saved()).map(({ en }) => en)).toEqual(["Alpha"]);
  await expectAccessible(page);
  expectCalm();
  await context.close();
});

test("a question is dragged by finger on a phone, also to another page", async () => {
  const of = (name: string) => ({ type: "text", name, title: name });
  const draft = {
    pages: [
      { name: "one", elements: [of("Alpha"), of("Beta"), of("Gamma")] },
      { name: "two", elements: [of("Delta")] },
    ],
  };
  const { context, page, saved } = await atEditor({ app, browser }, { ...phone, locale: "zh-CN" }, draft);
  const { expectCalm } = watch(page);
  const finger = await context.newCDPSession(page);
  const row = (name: string) => page.getByRole("treeitem", { name });
  await row("Alpha").waitFor();
  const drag = async (name: string, onto: string, part: number) => {
    await row("Delta").scrollIntoViewIfNeeded();
    const from = await row(name).locator("[data-grip]").boundingBox();
    const to = await row(onto).boundingBox();
    if (!from || !to) throw new Error("a row is not there");
    const [x, y, end] = [from.x + from.width / 2, from.y + from.height / 2, to.y + to.height * part];
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: number) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch("touchStart", y);
    for (let step = 1; step <= 5; step++) await touch("touchMove", y + ((end - y) * step) / 5);
    await touch("touchEnd");
  };
  const orders = async () =>
    ((await saved()) as typeof draft).pages.map(({ elements }) => elements.map(({ name }) => name).join(" "));
  await drag("Alpha", "Gamma", 0.9);
  await expect.poll(orders, { timeout: 10_000 }).toEqual(["Beta Gamma Alpha", "Delta"]);
  await drag("Beta", "Delta", 0.1);
  await expect.poll(orders, { timeout: 10_000 }).toEqual(["Gamma Alpha", "Beta Delta"]);
  await expectAccessible(page);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/touch-zh.png`, fullPage: true });
  expectCalm();
  await context.close();
});
