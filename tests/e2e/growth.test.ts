/** The reference values of money and funnel, typed in a browser and read off the page (UNI-03, UNI-05, FUN-01). */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

/** A hardware study of a new workspace, and its member's browser. */
async function openStudy(language: "en" | "zh-CN", screen: typeof desktop | typeof phone) {
  const member = await signedIn(app.store, { language, url: app.url });
  const studyId = await insertEmptyStudy(app.store, member.workspaceId, {
    ...{ product: "Hemu", businessType: "hardware", stage: "growth", industry: "" },
    ...{ threshold: 0.4, minUses: 2, windowDays: 90, priceUnit: { "zh-CN": "每台", en: "a machine" } },
  });
  const options = { ...screen, ...(language === "en" ? inEnglish : inChinese) };
  const { page, ...calm } = await openPage(browser, options, member, [/status of (422|409)/]);
  return { page, calm, study: `${app.url}/studies/${studyId}` };
}

const main = (page: Page) => page.locator("main").innerText();

test("books typed month by month give the published value of a customer, and light the third lamp", async () => {
  const { page, calm, study } = await openStudy("en", desktop);
  await page.goto(`${study}/growth/money`);
  await page.getByText("No books yet").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save month" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").innerText()).toContain("Revenue: Fill this in.");
  for (const month of ["2026-01", "2026-02"]) {
    await page.locator("#field-month").fill(month);
    await page.locator("#field-revenue").fill("20,000");
    await page.locator("#field-variableCost").fill("5000");
    await page.locator("#field-fixedCost").fill("12k");
    await page.locator("#field-acquisition").fill("6000");
    await page.locator("#field-customers").fill("40");
    await page.locator("#field-won").fill("1");
    await page.locator("#field-lost").fill("1");
    await page.getByRole("button", { name: "Save month" }).click();
    await page.getByText(`${month} saved.`).waitFor();
  }
  await page.getByText("2.5 ×").waitFor();
  const worth = await main(page);
  for (const figure of ["¥15,000", "2.5 ×", "16 months", "2.5%", "1 of 40 customer-months"])
    expect(worth).toContain(figure);
  await expectAccessible(page);

  // A month with the costs of UNI-05, pasted as from a spreadsheet.
  const pasted =
    "Month\tRevenue\tVariable cost\tFixed cost\tCustomers at its end\n2026-03\t50000\t18000\t140000\t100";
  await page.getByLabel("Paste rows from a spreadsheet").fill(pasted);
  await page.getByRole("button", { name: "Read in" }).click();
  await page.getByText("1 row read in.").waitFor();
  await page.getByText("438", { exact: true }).waitFor();
  const needed = await main(page);
  expect(needed).toContain("438");
  expect(needed).toContain("exactly 437.5");
  expect(needed).toContain("Not at break-even");

  await page.getByRole("button", { name: "Remove 2026-03" }).click();
  await page.getByRole("status").getByText("2026-03 removed").waitFor();
  await page.getByText("Too early to say").waitFor();
  await page.getByLabel("Months in a row without a loss").fill("2");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("The rule is saved.").waitFor();
  await page.goto(`${study}/pmf`);
  await page.getByText("Breaks even: On").waitFor();
  calm.expectCalm();
});

test("counts typed step by step give the published rates with their intervals", async () => {
  const { page, calm, study } = await openStudy("en", desktop);
  await page.goto(`${study}/growth`);
  await page.getByText("No funnel yet").waitFor();
  await page.locator("#field-period").fill("2026-01");
  await page.locator("#field-channel").fill("Fair");
  for (const [step, count] of Object.entries({
    lead: "12000",
    ...{ trial: "1,800", "first-purchase": "420", "in-production": "105", repurchase: "84" },
  }))
    await page.locator(`[name="step.${step}"]`).fill(count);
  await page.locator("[name=recovered]").fill("59");
  await page.getByRole("button", { name: "Save counts" }).click();
  await page.getByText("2026-01, Fair saved.").waitFor();
  await page.getByText("First to last: 0.7%").waitFor();
  const seen = await main(page);
  for (const figure of [
    "15.0% (14.4–15.7%)",
    "23.3% (21.4–25.3%)",
    "25.0% (21.1–29.4%)",
    "80.0% (71.4–86.5%)",
    "First to last: 0.7% (0.6–0.9%)",
    "10,200",
    "11,916",
  ])
    expect(seen).toContain(figure);
  await expectAccessible(page);
  calm.expectCalm();
});

test("a need is written down, and its stage says what is missing", async () => {
  const { page, calm, study } = await openStudy("en", desktop);
  await page.goto(`${study}/growth/opportunities`);
  await page.getByRole("link", { name: "Write down a need" }).click();
  await page.getByLabel("The need").fill("Fewer stops of the line");
  await page.getByLabel("Status").selectOption("to-confirm");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("The need").inputValue()).toBe("Fewer stops of the line");
  await expectAccessible(page);
  await page.getByLabel("Wave that will confirm it").fill("2");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: "Fewer stops of the line" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText("Removed: Fewer stops of the line").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "Fewer stops of the line" }).waitFor();

  await page.getByRole("link", { name: "Stage", exact: true }).click();
  await page.getByRole("heading", { name: "Gates to Maturity" }).waitFor();
  expect(await main(page)).toContain("0 of 5 met");
  await expectAccessible(page);
  calm.expectCalm();
});

test("two people type the same month: the second sees both, saves over it, and puts the first one's back", async () => {
  const { page, calm, study } = await openStudy("en", desktop);
  await page.goto(`${study}/growth/money`);
  const type = async (on: Page, revenue: string) => {
    await on.locator("#field-month").fill("2026-01");
    await on.locator("#field-revenue").fill(revenue);
    await on.locator("#field-variableCost").fill("5");
    await on.locator("#field-fixedCost").fill("7");
    await on.getByRole("button", { name: "Save month" }).click();
  };
  const other = await page.context().newPage();
  await other.goto(`${study}/growth/money`);
  await type(page, "100");
  await page.getByText("2026-01 saved.").waitFor();
  await type(other, "120");
  await other.getByText("saved this first").waitFor();
  expect(await other.getByRole("status").innerText()).toContain("Revenue: 100");
  expect(await other.locator("#field-revenue").inputValue()).toBe("120");
  await expectAccessible(other);
  await other.getByRole("button", { name: "Save month" }).click();
  await other.getByText("2026-01 saved.").waitFor();
  await other.getByText("Who changed what (2 changes)").click();
  await other.getByText("Revenue: 100 → 120").waitFor();
  await expectAccessible(other);
  await other
    .getByRole("button", { name: /put back as it was/ })
    .first()
    .click();
  await other.getByText("It stands as before again.").waitFor();
  await other.getByText("Who changed what (3 changes)").waitFor();
  await page.reload();
  await page.getByRole("cell", { name: "100", exact: true }).waitFor();
  calm.expectCalm();
});

const views = ["funnel", "money", "stage", "opportunities"] as const;

test("every growth page of the sample can be read on a phone in Chinese", async () => {
  const member = await signedIn(app.store, { language: "zh-CN", url: app.url });
  const { seedSample } = await import("~db/seed/sample");
  const studyId = await seedSample(app.store, { workspaceId: member.workspaceId, now: Date.now() });
  const options = { ...phone, ...inChinese, colorScheme: "dark" } as const;
  const { context, page, ...calm } = await openPage(browser, options, member);
  const { tabs } = textOf("zh-CN", "growth");
  for (const view of views) {
    await page.goto(`${app.url}/studies/${studyId}/growth/${view}`);
    await page.getByRole("link", { name: tabs[view], exact: true }).waitFor();
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
  }
  await page.goto(`${app.url}/studies/${studyId}/growth/funnel?by=cohort`);
  await page.getByRole("heading", { name: textOf("zh-CN", "funnel").cohorts }).waitFor();
  await expectAccessible(page);
  calm.expectCalm();
});
