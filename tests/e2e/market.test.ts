/** The reference values of the market, typed in a browser and read off the page (MKT-01 to MKT-04, MKT-06, MKT-08, BAS-01, BAS-03, UNI-01, UNI-02). */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

/** A study of a new workspace, and its member's browser. */
async function openStudy(language: "en" | "zh-CN", screen: typeof desktop | typeof phone) {
  const member = await signedIn(app.store, { language, url: app.url });
  const studyId = await insertEmptyStudy(app.store, member.workspaceId, {
    ...{ product: "Hemu", stage: "growth", industry: "" },
    ...{ threshold: 0.4, minUses: 2, windowDays: 14, priceUnit: { "zh-CN": "每月", en: "a month" } },
  });
  const options = { ...screen, ...(language === "en" ? inEnglish : inChinese) };
  const { page, ...calm } = await openPage(browser, options, member, [/status of 422/]);
  await page.goto(`${app.url}/studies/${studyId}/market`);
  return { page, calm, address: `${app.url}/studies/${studyId}/market` };
}

/** Types the likely value, or all three, of each part of a row. */
async function type(page: Page, within: string, parts: Record<string, readonly string[]>) {
  for (const [part, points] of Object.entries(parts)) {
    const columns = points.length === 1 ? ["Likely"] : ["Low", "Likely", "High"];
    for (const [index, column] of columns.entries())
      await page.getByLabel(`${within}, ${part}, ${column}`, { exact: true }).fill(points[index] ?? "");
  }
}
const row = (page: Page, name: string) =>
  page
    .locator("tr", { has: page.locator("th", { hasText: name }) })
    .locator("td")
    .allInnerTexts();

test("segments and a sales plan typed in the sheet give the published sizes and their ratio", async () => {
  const { page, calm, address } = await openStudy("en", desktop);
  await page.getByRole("button", { name: "Start with an empty sheet" }).click();
  await page.getByLabel("Segment name").fill("SMEs");
  await page.getByRole("button", { name: "Add a segment" }).click();
  await page.getByText("save to keep it").waitFor();
  expect(await page.getByLabel("Segment name").first().inputValue()).toBe("SMEs");
  await type(page, "SMEs", {
    Companies: ["5,000,000"],
    "Share that fits": ["20"],
    "Share within reach": ["8"],
    "Share won": ["15"],
    "Revenue per company": ["12000"],
  });
  await page.getByLabel("Segment name").nth(1).fill("Large");
  await type(page, "Segment 2", {
    Companies: ["35万"],
    "Share that fits": ["45", "40", "45"],
    "Share within reach": ["8%"],
    "Share won": ["15"],
    "Revenue per company": ["150 k"],
  });
  await type(page, "Sales plan (bottom-up)", {
    "Leads a month": ["400"],
    "Leads that become opportunities": ["25"],
    "Opportunities won": ["20"],
    "Contract value a year": ["30,000"],
    "Customers lost a year": ["15"],
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").innerText()).toContain(
    "Large, Share that fits, Low: Low must not be above likely.",
  );
  await expectAccessible(page);
  await type(page, "Large", { "Share that fits": ["45", "45", "45"] });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Size" }).click();
  await page.getByRole("heading", { name: "How large" }).waitFor();
  // Known exactly, every quantile is the value.
  expect(await row(page, "TAM")).toEqual(Array(4).fill("¥112,500,000,000"));
  expect(await row(page, "SAM")).toEqual(Array(4).fill("¥35,625,000,000"));
  expect(await row(page, "SOM: those")).toEqual(Array(4).fill("¥427,500,000"));
  await page.getByText("¥18.5M", { exact: true }).waitFor();
  await page.getByText("Top-down is 23.08 times bottom-up.").waitFor();
  await page.getByText("17 of 17 numbers have no source.").waitFor();
  expect(page.url().startsWith(address)).toBe(true);
  await expectAccessible(page);
  calm.expectCalm();
});

test("a range typed in the sheet gives the quantiles of the product", async () => {
  const { page, calm } = await openStudy("en", desktop);
  await page.getByRole("button", { name: "Start with an empty sheet" }).click();
  await type(page, "Segment 1", {
    Companies: ["250000", "350000", "400000"],
    "Share that fits": ["20", "35", "60"],
    "Share within reach": ["100"],
    "Share won": ["100"],
    "Revenue per company": ["60000", "120000", "240000"],
  });
  await page.getByLabel("Segment name").fill("China");
  await page.getByLabel("Revenue a year you need then").fill("15 bn");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Size" }).click();
  await page.getByRole("heading", { name: "How large" }).waitFor();
  const [likely, ...quantiles] = (await row(page, "SAM")).map((text) => Number(text.replace(/[^\d.]/g, "")));
  expect(likely).toBe(14_700_000_000);
  for (const [index, expected] of [10_355_989_549.6, 16_939_901_634.9, 26_776_607_109.6].entries())
    expect(Math.abs(quantiles[index]! / expected - 1)).toBeLessThan(0.01);
  await page.getByText("Undecided", { exact: true }).first().waitFor();
  await page.getByText(/^China: Revenue per company\. Knowing it exactly/).waitFor();
  calm.expectCalm();
});

test("years typed line by line give the published growth and curve, and refuse the curve before the peak", async () => {
  const { page, calm, address } = await openStudy("en", desktop);
  await page.getByRole("link", { name: "Trend" }).click();
  await page.getByText("No years yet").waitFor();
  await expectAccessible(page);
  const write = async (name: string, years: string) => {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Sales by year").fill(years);
    await page.getByRole("button", { name: "Save", exact: true }).click();
  };
  await write("Ours", "soon");
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Sales by year").inputValue()).toBe("soon");
  await page.getByLabel("Sales by year").fill("2020, 10,000\n2021, 12,000\n2022, 15,000\n2023, 19,000");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Ours saved.").waitFor();
  await page.getByText("23.86%").first().waitFor();
  const ours = await page.locator("main").innerText();
  expect(ours).toContain("23.86%");
  expect(ours).toContain("There are too few points in time to fit a curve.");

  const sales = [840, 1470, 2110, 4000, 7590, 10_950, 10_530, 9470, 7790, 5890];
  await page.getByLabel("Another market, to learn from").check();
  await write("Recorders", sales.map((amount, index) => `${1980 + index}\t${amount}`).join("\n"));
  await page.getByText("Recorders saved.").waitFor();
  await page.getByText("67,981").first().waitFor();
  const theirs = await page.locator("main").innerText();
  for (const figure of ["67,981", "0.0066 · 0.638", "If it spreads like Recorders"])
    expect(theirs).toContain(figure);
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
  expect(page.url()).toContain(new URL(address).pathname);
  calm.expectCalm();
});

test("MKT-01, MKT-04 and MKT-08: the firm pyramid, what a range draws, and the figure between two sizes", async () => {
  const { page, calm } = await openStudy("en", desktop);
  await page.getByRole("button", { name: "Start with an empty sheet" }).click();
  const firms = [["50,000,000"], ["30,000,000"], ["5,000,000"], ["300000", "350000", "400000"]];
  const names = ["Sole proprietors", "Small", "SME", "Mid and large"];
  for (const [at, name] of names.entries()) {
    if (at > 0) await page.getByRole("button", { name: "Add a segment" }).click();
    await page.getByLabel("Segment name").nth(at).fill(name);
    await type(page, at === 0 ? "Segment 1" : `Segment ${at + 1}`, {
      Companies: firms[at]!,
      "Share that fits": ["60"],
      "Share within reach": ["50"],
      "Share won": ["20"],
      "Revenue per company": at === 3 ? ["10", "20", "50"] : ["100"],
    });
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Size" }).click();
  await page.getByRole("heading", { name: "Companies in the market" }).waitFor();
  expect(await row(page, "All segments")).toEqual(["85,300,000", "85,350,000", "85,400,000", "100.00%"]);
  const rowOf = (words: string) => page.getByRole("row", { name: words, exact: true });
  await rowOf("Mid and large 300,000 350,000 400,000 0.41%").waitFor();
  await page.locator("summary", { hasText: "What is drawn from each assumption" }).click();
  await rowOf("Mid and large: Revenue per company ¥26.67 ¥14.47 ¥25.51 ¥42.25").waitFor();
  await expectAccessible(page);

  // 720 million from the top, 540 million from the bottom.
  const other = await openStudy("en", phone);
  await other.page.getByRole("button", { name: "Start with an empty sheet" }).click();
  await other.page.getByLabel("Segment name").fill("All");
  await type(other.page, "Segment 1", {
    Companies: ["100,000"],
    "Share that fits": ["60"],
    "Share within reach": ["50"],
    "Share won": ["20"],
    "Revenue per company": ["120000"],
  });
  await type(other.page, "Sales plan (bottom-up)", {
    "Leads a month": ["250"],
    "Leads that become opportunities": ["50"],
    "Opportunities won": ["36"],
    "Contract value a year": ["1,000,000"],
    "Customers lost a year": ["0"],
  });
  await other.page.getByLabel("Years ahead").fill("1");
  await other.page.getByRole("button", { name: "Save", exact: true }).click();
  await other.page.getByText("Saved.", { exact: true }).waitFor();
  await other.page.getByRole("link", { name: "Size" }).click();
  await other.page.getByText("Top-down is 1.33 times bottom-up.").waitFor();
  await other.page
    .getByText("their geometric mean, is ¥624M; they are 28.6% of their average apart (log gap 0.288)")
    .waitFor();
  await expectAccessible(other.page);
  calm.expectCalm();
  other.calm.expectCalm();
});

test("BAS-01 and UNI-02: a curve of typed coefficients has its peak; decline has a rate, a base of nothing none", async () => {
  const { page, calm } = await openStudy("en", phone);
  await page.getByRole("link", { name: "Trend" }).click();
  const sketch = textOf("en", "trend").sketch;
  await page.getByLabel(sketch.p).fill("2");
  await page.getByLabel(sketch.q, { exact: true }).fill("0.41861");
  await page.getByLabel(sketch.m).fill("16,895");
  await page.getByRole("button", { name: sketch.draw }).click();
  await page.getByText(sketch.problems.p).first().waitFor();
  expect(await page.getByLabel(sketch.m).inputValue()).toBe("16,895");
  await page.getByLabel(sketch.p).fill("0.0104177");
  await page.getByRole("button", { name: sketch.draw }).click();
  await page
    .getByText(sketch.peak({ time: "8.61", sales: "1,857.2", share: "48.8%" }))
    .first()
    .waitFor();
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);

  for (const [name, years, shown] of [
    ["Growing", "2020, 10,000\n2021, 12,000\n2022, 15,000\n2023, 19,500", "24.93%"],
    ["Shrinking", "2020, 500\n2021, 440\n2022, 400", "-10.56%"],
    ["Beginning", "2020, 0\n2021, 20\n2022, 50\n2023, 100", textOf("en", "trend").growthNone],
  ] as const) {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Sales by year").fill(years);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(`${name} saved.`).waitFor();
    await page.getByText(shown).first().waitFor();
  }
  calm.expectCalm();
});

const screens = [
  { language: "en", name: "phone", screen: phone },
  { language: "zh-CN", name: "phone", screen: phone },
  { language: "zh-CN", name: "desktop", screen: desktop },
] as const;

test.each(screens)(
  "the example in $language on a $name can be read by everybody",
  async ({ language, screen }) => {
    const { page, calm, address } = await openStudy(language, screen);
    const text = textOf(language, "market");
    await expectAccessible(page);
    await page.getByRole("button", { name: text.empty.sample }).click();
    await page.getByRole("heading", { name: text.headroom.title }).waitFor();
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
    await page.goto(`${address}/sheet`);
    await expectAccessible(page);
    calm.expectCalm();
  },
);
