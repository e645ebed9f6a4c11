/**
 * The whole journey: an owner sets the installation up, creates a SaaS study and publishes its three
 * questionnaires; a decider, a user and a requester of one company answer; the owner sees exactly what they
 * said in results, report and CSV.
 */
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findPublishedVersion } from "~/data/questionnaires";
import type { ChainRole } from "~/domain/chain/role";
import { anchorAttributes } from "~/domain/questionnaire/answer-options";
import type { Answers } from "~/domain/questionnaire/compiled";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { answerAll, answersTo, startAt } from "../support/respondent";

const { app, browser } = await appInBrowser();

const company: Answers = {
  gate_company: "Acme Co., Ltd.",
  gate_size: "50-249",
  gate_industry: "logistics",
  gate_relation: "customer",
  user_core_uses: "5-9",
  quality_attention: "somewhat",
};
/** Everything of middling importance but price and interface. */
const importance = (price: number, look: number): Answers => ({
  anchor_importance: Object.fromEntries(
    anchorAttributes.map(({ value }) => [value, { price, interface: look }[value as string] ?? 3]),
  ),
});
const decider: Answers = {
  ...company,
  ...importance(5, 1),
  anchor_problems: ["high-cost", "unclear-results"],
  anchor_choice: "us",
  pmf_disappointment: "not",
  decider_min_gain: 120_000,
  price_too_cheap: 20,
  price_cheap: 40,
  price_expensive: 80,
  price_too_expensive: 120,
};
const user: Answers = {
  ...company,
  ...importance(2, 4),
  gate_company: "ACME",
  anchor_problems: ["manual-work"],
  anchor_choice: "us",
  pmf_disappointment: "very",
  pmf_benefit: '=HYPERLINK("x") saves "time"',
};
const requester: Answers = {
  ...company,
  ...importance(3, 3),
  gate_company: "acme",
  anchor_problems: ["high-cost"],
  anchor_choice: "status-quo",
};

async function createStudy(page: Page) {
  await page.goto(app.url);
  await page.getByRole("link", { name: "Set up" }).first().click();
  await page.getByLabel("Your name").fill("Min Wang");
  await page.getByLabel("Email").fill("min@example.com");
  await page.getByLabel("Password", { exact: true }).fill("three quiet rivers");
  await page.getByLabel("Workspace name").fill("Northwind");
  await page.getByLabel("Add the sample study").uncheck();
  await page.getByRole("button", { name: "Create the workspace" }).click();
  await page.getByRole("link", { name: "New study" }).first().click();
  await page.getByLabel("Product name").fill("Shiftboard");
  await page.getByLabel("One-line description").fill("Plans shifts for warehouses");
  await page.getByRole("textbox", { name: /^Competitors/ }).fill("Rosterly\nPlanWerk");
  await page.getByRole("button", { name: "Create study" }).click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}\/questionnaires/);
  return new URL(page.url()).pathname.replace("/questionnaires", "");
}

test("from an empty installation to a report that says what three people said", async () => {
  const options = { ...desktop, ...inEnglish, acceptDownloads: true };
  const { context: owner, page, ...calm } = await openPage(browser, options);
  const study = await createStudy(page);

  await page.goto(`${app.url}${study}/questionnaires`);
  await page.getByRole("button", { name: "Publish all" }).click();
  await page.getByText("User: version 1 is published").waitFor();
  await page.goto(`${app.url}${study}/fieldwork`);
  const links = await page
    .locator("input[readonly]")
    .evaluateAll((inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value).filter((value) => /\/[rs]\//.test(value)),
    );
  expect(links).toHaveLength(4);
  const inField = async (role: ChainRole) => {
    const { collectors, questionnaires } = app.store.tables;
    const asked = (await app.store.db.select().from(questionnaires)).find((row) => row.role === role)!;
    const { workspaceId, id: questionnaireId } = asked;
    const version = await findPublishedVersion(app.store, { workspaceId, questionnaireId });
    const ways = await app.store.db.select().from(collectors);
    const token = ways.find((row) => row.questionnaireId === questionnaireId)!.token;
    return { link: links.find((each) => each.endsWith(`/r/${token}`))!, compiled: version!.compiled };
  };

  // The decider, in English on a desktop.
  const first = await browser.newContext({ ...desktop, ...inEnglish });
  const forDecider = await inField("decider");
  const one = await startAt(first, forDecider.link);
  await answerAll(one, forDecider.compiled, answersTo(forDecider.compiled, decider));
  await first.close();

  // The user, in Chinese on a phone that is closed half-way and opened again by the same link.
  const second = await browser.newContext({ ...phone, ...inChinese });
  const forUser = await inField("user");
  const answers = answersTo(forUser.compiled, user);
  const before = await startAt(second, forUser.link);
  expect(await before.locator("html").getAttribute("lang")).toBe("zh-CN");
  await answerAll(before, forUser.compiled, answers, { stopAt: "anchor_choice" });
  await before.close();
  const after = await second.newPage();
  await after.goto(forUser.link);
  expect(await after.locator("form#answers input[name=page]").inputValue()).toBe("anchor_choice");
  await answerAll(after, forUser.compiled, answers);
  await second.close();

  // The requester loses the network at the last tap; the page goes on by itself when it is back.
  const third = await browser.newContext({ ...phone, ...inEnglish });
  const forRequester = await inField("requester");
  const two = await startAt(third, forRequester.link);
  let restored: Promise<boolean> | undefined;
  const restore = async () => {
    await two.locator("[data-status]:not(:empty)").waitFor();
    const { responses } = app.store.tables;
    const rows = await app.store.db.select().from(responses).where(eq(responses.role, "requester"));
    await third.setOffline(false);
    return rows.every(({ completedAt }) => completedAt === null);
  };
  await answerAll(two, forRequester.compiled, answersTo(forRequester.compiled, requester), {
    onPage: async () => {
      const button = two.locator("button[name=move][value=next]:not([aria-hidden])");
      if ((await button.innerText()) !== "Send my answers") return;
      await third.setOffline(true);
      restored = restore();
    },
  });
  expect(await restored, "the network was cut at the last page, and nothing had arrived").toBe(true);
  await third.close();

  const { responses, companies } = app.store.tables;
  const stored = await app.store.db.select().from(responses);
  expect(
    stored.map(({ role, language, completedAt }) => [role, language, completedAt !== null]).sort(),
  ).toEqual([
    ["decider", "en", true],
    ["requester", "en", true],
    ["user", "zh-CN", true],
  ]);
  // "Acme Co., Ltd.", "ACME" and "acme" are one company.
  expect(await app.store.db.select().from(companies)).toHaveLength(1);

  // PMF: 1 of 1 users and 0 of 1 deciders are upset; under five answers there is no percentage and no verdict.
  await page.goto(`${app.url}${study}/pmf`);
  const main = page.locator("main");
  await main.getByText("1 of 1", { exact: true }).waitFor();
  await main.getByText("0 of 1", { exact: true }).waitFor();
  expect(await main.innerText()).not.toMatch(/95% interval \d/);
  await expectAccessible(page);

  // Importance of price: 5, 2 and 3 by hand.
  await page.goto(`${app.url}${study}/chain`);
  await page.getByText("In 1 of 1 company decider, user and requester have all answered.").waitFor();
  const matters = page.locator("section", {
    has: page.getByRole("heading", { name: "What matters to each role" }),
  });
  await matters.getByText("Show as table").first().click();
  const price = matters.locator("tr", { has: page.locator("th", { hasText: /^Price$/ }) }).first();
  expect((await price.locator("td").allInnerTexts()).join(" ")).toMatch(/5.*2.*3/);

  await page.goto(`${app.url}${study}/results/user`);
  await page.locator("main h1").waitFor();
  await page.goto(`${app.url}${study}/report`);
  await page.getByText("3 complete responses from 1 company.").waitFor();
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.goto(`${app.url}${study}/responses`);
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const csv = Buffer.concat(chunks).toString("utf8");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const [head = "", ...rows] = csv.trimEnd().split("\r\n");
  expect(rows).toHaveLength(3);
  const column = head.replace("\uFEFF", "").split(",").indexOf('"anchor.importance/price"');
  expect(column).toBeGreaterThan(0);
  expect(csv).toContain(`"'=HYPERLINK(""x"") saves ""time"""`);
  expect(rows.map((row) => row.split(",")[1]).sort()).toEqual(['"decider"', '"requester"', '"user"']);

  expect(app.output(), "the server reports no error").not.toMatch(/error/i);
  calm.expectCalm();
  await owner.close();
});
