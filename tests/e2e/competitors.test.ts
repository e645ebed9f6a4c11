/** A worked example typed into the matrix by keyboard and paste, and its figures read off the analysis. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { insertFeatures } from "~/data/features";
import { listStudies } from "~/data/studies";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inEnglish, openPage, phone } from "../support/browser";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let member: Awaited<ReturnType<typeof signedIn>>;
let sampleId: string;
beforeAll(async () => {
  member = await signedIn(app.store, { url: app.url });
  sampleId = await seedSample(app.store, { workspaceId: member.workspaceId, now: Date.now() });
});

const text = textOf("en", "competitors");

async function open(path: string, options: BrowserContextOptions = { ...desktop, ...inEnglish }) {
  const { page, ...watched } = await openPage(browser, options, member);
  await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

const cellOf = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
const allSaved = (page: Page) => page.getByText(text.matrix.saving.saved).waitFor();

test("support and quality typed by keyboard and pasted give the score worked out by hand", async () => {
  // A study of its own with the sample's answers would need them asked again: two features are added instead,
  // and all others weigh nothing by hand.
  const name = (en: string) => ({ "zh-CN": en, en });
  const added = ["Offer letters", "Onboarding"].map((en) => ({
    ...{ category: "Test", name: name(en), description: "", need: null, asked: null, measure: null },
  }));
  const where = { workspaceId: member.workspaceId, studyId: sampleId };
  await insertFeatures(app.store, { ...where, features: added, now: Date.now() });
  const { page, watched } = await open(`/studies/${sampleId}/competitors/matrix`);
  await cellOf(page, 9, 0).click();
  await page.keyboard.press("y");
  await page.keyboard.press("4");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("p");
  await page.keyboard.press("2");
  await page.keyboard.press("F2");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("wide-support");
  await page.getByLabel(text.matrix.source).first().fill("Price list");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-row"))).toBe("10");
  await cellOf(page, 9, 1).focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "部分 3\tno\r\nyes 5\tno\r\n");
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await page.getByText(text.matrix.pasted({ n: 4, skipped: 0 })).waitFor();
  await allSaved(page);
  await page.reload({ waitUntil: "networkidle" });
  expect(await cellOf(page, 10, 0).innerText()).toContain("2");
  await cellOf(page, 10, 0).click();
  await page.getByText(text.matrix.history).first().click();
  await page.getByText("Partly · quality 2 of 5 · Price list").waitFor();

  // By hand: us (3 × 0.8 + 1 × 0.2) / 4 = 65 %; Lanting (3 × 0.3 + 1 × 1) / 4 = 48 %; Yunfan 0 %.
  await page.goto(`${app.url}/studies/${sampleId}/competitors/analysis`, { waitUntil: "networkidle" });
  const decider = page.locator("#decider");
  await decider.getByText(text.analysis.weightsTitle).first().click();
  const inputs = decider.locator("input[name^='weight.']");
  const count = await inputs.count();
  for (let at = 0; at < count; at++)
    await inputs.nth(at).fill(at === count - 2 ? "3" : at === count - 1 ? "1" : "0");
  await decider.getByRole("button", { name: text.analysis.save }).click();
  const scoreOf = (vendor: RegExp) =>
    decider.getByRole("row", { name: vendor }).getByRole("cell").first().innerText();
  await expect.poll(() => scoreOf(/Hemu/), { timeout: 10_000 }).toBe("65%");
  expect(await scoreOf(/Lanting/)).toBe("48%");
  expect(await scoreOf(/Yunfan/)).toBe("0%");
  watched.expectCalm();
});

test("two people in one cell: both versions are shown and the chosen one holds", async () => {
  const path = `/studies/${sampleId}/competitors/matrix`;
  const [one, other] = await Promise.all([open(path), open(path)]);
  await cellOf(one.page, 0, 0).click();
  await one.page.keyboard.press("1");
  await allSaved(one.page);
  await cellOf(other.page, 0, 0).click();
  await other.page.keyboard.press("3");
  await other.page.getByText(text.matrix.conflictsTitle).waitFor();
  await other.page.getByRole("button", { name: text.matrix.keepMine }).click();
  await allSaved(other.page);
  await one.page.reload({ waitUntil: "networkidle" });
  expect(await cellOf(one.page, 0, 0).innerText()).toContain("3");
  other.watched.expectCalm();
});

describe("the competition's pages are accessible", () => {
  const screens = { phone, desktop };
  const cases = [
    { screen: "phone", language: "zh-CN" },
    { screen: "desktop", language: "en" },
  ] as const;
  test.each(cases)("on a $screen in $language", async ({ screen, language }) => {
    const [study] = await listStudies(app.store, member);
    for (const path of [
      "",
      "/rivals/new",
      "/rivals/lanting",
      "/own",
      "/features",
      "/features/new",
      "/matrix",
      "/analysis",
    ]) {
      const options = { ...screens[screen], locale: language };
      const { page, watched } = await open(`/studies/${study!.id}/competitors${path}`, options);
      await expectAccessible(page);
      watched.expectCalm();
      await page.context().close();
    }
  });
});
