/** From "Freeze and share" to a leader's phone: open the link, read the headline, ask why, see the quotes one may see. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { insertReportShare } from "~/data/report-shares";
import { seedSample } from "~db/seed/sample";
import { voices } from "~db/seed/story";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId = "";
beforeAll(async () => {
  owner = await signedIn(app.store, { url: app.url });
  studyId = await seedSample(app.store, { workspaceId: owner.workspaceId, now: Date.now() });
});

/** A refused form is answered with 422, which browsers note in their console. */
const visit = (options: BrowserContextOptions, reader: typeof owner | null = null) =>
  openPage(browser, { reducedMotion: "reduce", ...options }, reader, [/status of 422/]);
const member = () => visit({ ...desktop, ...inEnglish }, owner);
const darkPhone = { ...phone, ...inChinese, colorScheme: "dark" } as const;

/** Makes a link on the page, as an author does, and returns its address. */
async function makeLink(page: Page, name: string, audience: RegExp, password = ""): Promise<string> {
  await page.goto(`${app.url}/studies/${studyId}/report/share`, { waitUntil: "networkidle" });
  await page.getByLabel("For whom").fill(name);
  await page
    .getByLabel("Readers", { exact: true })
    .selectOption({ label: (await page.getByRole("option", { name: audience }).textContent()) ?? "" });
  if (password) await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create link" }).click();
  return page.getByLabel(`Link for “${name}”`).inputValue();
}
/** What a form is refused for is read out: it has the focus. */
async function expectSaid(page: Page, problem: string) {
  const alert = page.getByRole("alert").filter({ hasText: problem });
  await alert.waitFor();
  expect(await alert.evaluate((box) => box === document.activeElement)).toBe(true);
}
const allVoices = Object.values(voices).flatMap(({ en, "zh-CN": zh }) => [...en, ...zh]);
const voicesIn = (html: string) => allVoices.filter((line) => html.includes(line));

describe("a leader's path on a phone", () => {
  test("link, password, headline, why; no open answer anywhere in what was sent", async () => {
    const author = await member();
    const link = await makeLink(author.page, "The board", /Leadership/, "three blind mice");
    await expectAccessible(author.page);
    author.expectCalm();
    const { context, page, expectCalm } = await visit(darkPhone);
    const sent: string[] = [];
    page.on("response", async (response) => {
      if (/share\//.test(response.url())) sent.push(await response.text().catch(() => ""));
    });
    await page.goto(link);
    await page.getByLabel("密码").fill("not this one");
    await page.getByRole("button", { name: "打开报告" }).click();
    await expectSaid(page, "密码不对。");
    await page.getByLabel("密码").fill("three blind mice");
    await page.getByRole("button", { name: "打开报告" }).click();
    await page.getByRole("heading", { name: "结论" }).waitFor();
    await page.getByText("使用者是否离不开它，尚不能判定").waitFor();
    await page.getByRole("link", { name: "依据：产品与市场匹配（PMF）" }).first().click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#pmf");
    await expect
      .poll(() => page.locator("#pmf").evaluate((part) => Math.abs(part.getBoundingClientRect().top) < 200))
      .toBe(true);
    await expectAccessible(page);
    expect(voicesIn((await page.content()) + sent.join(""))).toEqual([]);
    expectCalm();
    await context.close();
    await author.context.close();
  });

  test("the product team reads quotes, comments, and the author finds the comment", async () => {
    const author = await member();
    const link = await makeLink(author.page, "Product", /Product team/);
    const { context, page, expectCalm } = await visit({ ...phone, ...inEnglish });
    await page.goto(link, { waitUntil: "networkidle" });
    expect(voicesIn(await page.content()).length).toBeGreaterThan(2);
    await page.getByRole("button", { name: "Send" }).click();
    await expectSaid(page, "Say who you are.");
    await page.getByLabel("Your name").fill("Li Wei");
    await page.getByLabel("Your comment").fill("Ask five more deciders.");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you, it has been sent.").waitFor();
    await expectAccessible(page);
    expectCalm();
    await context.close();
    await author.page.reload({ waitUntil: "networkidle" });
    await author.page.getByText("Ask five more deciders.").waitFor();
    const card = author.page
      .getByRole("listitem")
      .filter({ has: author.page.getByLabel("Link for “Product”") });
    await card.getByText("1 view").waitFor();
    await author.page.getByRole("button", { name: "Close: Product" }).click();
    await author.page.getByText("is closed").waitFor();
    const later = await visit({ ...phone, ...inEnglish });
    await later.page.goto(link);
    await later.page.getByText("This link has been closed").waitFor();
    await author.page.getByRole("button", { name: "Undo" }).click();
    await author.page.getByText("is open again").waitFor();
    await later.page.reload();
    await later.page.getByRole("heading", { name: "In short" }).waitFor();
    await later.context.close();
    await author.context.close();
  });
});

test("the author arranges the report; what is hidden is gone, what is frozen stays", async () => {
  const { context, page, expectCalm } = await member();
  await page.goto(`${app.url}/studies/${studyId}/report/share`, { waitUntil: "networkidle" });
  await page.getByLabel("Name", { exact: true }).fill("Before");
  await page.getByRole("button", { name: "Freeze today's report" }).click();
  await page.getByText("“Before” is frozen.").waitFor();
  await page.goto(`${app.url}/studies/${studyId}/report/arrange`, { waitUntil: "networkidle" });
  await expectAccessible(page);
  const price = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Price" }) });
  await price.getByLabel("Show this chapter").uncheck();
  expect(await price.getByLabel("Show this chapter").isChecked()).toBe(false);
  await page.getByLabel("Your comment").first().fill("Mind the deciders.");
  await page.getByRole("button", { name: "Move up: Needs" }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("link", { name: "Back to the report" }).click();
  await page.waitForURL(/\/report$/);
  await page.getByText("From the author").waitFor();
  await page.getByText("Mind the deciders.").waitFor();
  const chapters = () => page.getByRole("heading", { level: 2 }).allTextContents();
  expect((await chapters()).slice(0, 3)).toEqual(["In short", "Needs", "Decision chain"]);
  expect(await chapters()).not.toContain("Price");
  await page.getByRole("link", { name: "Before" }).click();
  await page.getByText("later answers change nothing").waitFor();
  expect(await chapters()).toContain("Price");
  expectCalm();
  await context.close();
});

test("by keys alone a chapter is moved on and on, to the end and back", async () => {
  const { context, page, expectCalm } = await member();
  await page.goto(`${app.url}/studies/${studyId}/report/arrange`, { waitUntil: "networkidle" });
  const place = () =>
    page
      .getByRole("heading", { level: 2 })
      .evaluateAll((all) => all.findIndex((one) => one.textContent === "Money"));
  const label = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const start = await place();
  await page.getByRole("button", { name: "Move down: Money" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(place).toBe(start + 1);
  await expect.poll(label).toBe("Move down: Money");
  await page.keyboard.press("Enter");
  await expect.poll(place).toBe(start + 2);
  // It is the last one now: there is no further down.
  await expect.poll(label).toBe("Move up: Money");
  for (const back of [1, 0]) {
    await page.keyboard.press("Enter");
    await expect.poll(place).toBe(start + back);
    await expect.poll(label).toBe("Move up: Money");
  }
  expectCalm();
  await context.close();
});

test("what readers write is broken where a phone ends, for them and for the author", async () => {
  const author = await visit({ ...phone, ...inEnglish }, owner);
  const { token } = await insertReportShare(app.store, {
    ...{ workspaceId: owner.workspaceId, studyId, snapshotId: null, name: "Long words", audience: "product" },
    ...{ passwordHash: null, expiresAt: null, createdBy: "", now: Date.now() },
  });
  const { context, page, expectCalm } = await visit({ ...phone, ...inEnglish });
  await page.goto(`${app.url}/share/${token}`, { waitUntil: "networkidle" });
  const [name, comment] = ["N".repeat(80), "https://example.com/".padEnd(2000, "x")];
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your comment").fill(comment);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText(comment).waitFor();
  await expectAccessible(page);
  await author.page.goto(`${app.url}/studies/${studyId}/report/share`, { waitUntil: "networkidle" });
  await author.page.getByText(comment).waitFor();
  await expectAccessible(author.page);
  expectCalm();
  await context.close();
  await author.context.close();
});

test("slides turn by key and by tap, without scripts too", async () => {
  const { context, page, expectCalm } = await member();
  await page.goto(`${app.url}/reports/${studyId}/present`, { waitUntil: "networkidle" });
  await page.keyboard.press("ArrowRight");
  await page.getByText(/^2 of \d+$/).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.getByText(/^1 of \d+$/).waitFor();
  await page.getByRole("link", { name: "Next" }).click();
  await page.getByRole("heading", { name: "In short" }).waitFor();
  await page.getByRole("link", { name: "In this report" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Competitors", exact: true }).click();
  await page.getByRole("heading", { name: "Competitors", exact: true }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.waitForURL(`${app.url}/reports/${studyId}`);
  expectCalm();
  await context.close();
  const plain = await visit({ ...phone, ...inChinese, javaScriptEnabled: false }, owner);
  await plain.page.goto(`${app.url}/reports/${studyId}/present?slide=1`);
  await plain.page.getByRole("link", { name: "下一页" }).click();
  await plain.page.getByText(/^第 3 页/).waitFor();
  await plain.context.close();
});

test("files come down with the product's name", async () => {
  const { context, page } = await member();
  await page.goto(`${app.url}/studies/${studyId}/report`, { waitUntil: "networkidle" });
  await page.getByText("Download", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF to read and print" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/decision-chain report\.pdf$/);
  await context.close();
});

test("without responses there is nothing to arrange or to share, and the pages say so", async () => {
  const emptyId = await insertEmptyStudy(app.store, owner.workspaceId);
  for (const path of ["report/arrange", "report/share"]) {
    const { context, page, expectCalm } = await visit(darkPhone, owner);
    await page.goto(`${app.url}/studies/${emptyId}/${path}`, { waitUntil: "networkidle" });
    await expectAccessible(page);
    expectCalm();
    await context.close();
  }
});
