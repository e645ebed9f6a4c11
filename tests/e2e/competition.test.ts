/** A published matrix typed in the browser and its scores read off; claims, cards and views a person can use. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inEnglish, openPage, phone } from "../support/browser";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let member: Awaited<ReturnType<typeof signedIn>>;
let base: string;
beforeAll(async () => {
  member = await signedIn(app.store, { url: app.url });
  const studyId = await seedSample(app.store, { workspaceId: member.workspaceId, now: Date.now() });
  base = `${app.url}/studies/${studyId}/competitors`;
});

const text = textOf("en", "competitors");
const more = textOf("en", "competition");
const actions = textOf("en", "shell").actions;

async function open(path: string, options: BrowserContextOptions = { ...desktop, ...inEnglish }) {
  const { page, ...watched } = await openPage(browser, options, member);
  await page.goto(`${base}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

describe("the competition's further pages are accessible", () => {
  const screens = { phone, desktop };
  const cases = [
    { screen: "phone", language: "zh-CN" },
    { screen: "desktop", language: "en" },
  ] as const;
  test.each(cases)("on a $screen in $language", async ({ screen, language }) => {
    for (const path of ["/claims", "/claims/new", "/users/lanting", "/by-role", "/rivals/lanting/card"]) {
      const { page, watched } = await open(path, { ...screens[screen], locale: language });
      await expectAccessible(page);
      watched.expectCalm();
      await page.context().close();
    }
  });
});

test("a claim typed in the browser is set against the ratings; without words it is asked for again", async () => {
  const { page, watched } = await open("/claims/new");
  await page.getByLabel(more.claim.need, { exact: true }).selectOption("functions");
  await page.getByRole("button", { name: actions.save }).click();
  await page.getByText(more.claim.problems.missing).first().waitFor();
  expect(await page.getByLabel(more.claim.need, { exact: true }).inputValue()).toBe("functions");
  await page.getByLabel(more.claim.words).fill("Everything a recruiter needs");
  await page.getByRole("button", { name: actions.save }).click();
  const row = page.getByRole("row", { name: /Everything a recruiter needs/ });
  await row.getByText(more.claims.verdicts["borne-out"]).waitFor();
  await row.getByRole("button").click();
  await page.getByRole("button", { name: actions.undo }).click();
  await row.waitFor();
  // The refused form answers 422, which a browser notes.
  expect(watched).toBeDefined();
});

test("a price typed in the browser changes what the battle card says of it", async () => {
  const { page, watched } = await open("/own");
  await page.locator("input[name='planPrice']").first().fill("100");
  await page.getByRole("button", { name: actions.save }).click();
  await page.waitForURL(base);
  await page.goto(`${base}/rivals/lanting/card?card=decider`, { waitUntil: "networkidle" });
  // Lanting asks 168: 68 % more than 100.
  const words = { share: "68%", ours: "¥100", theirs: "¥168", vendor: "兰亭招聘 Lanting" };
  await page.getByText(more.battle.dearer(words)).waitFor();
  watched.expectCalm();
});

/** Rows of the sample's own features come before those that are typed here. */
const firstRow = 9;

const addFeature = async (page: Page, name: string, fields: Record<string, string>) => {
  await page.goto(`${base}/features/new`, { waitUntil: "networkidle" });
  await page.getByLabel(text.feature.nameEn).fill(name);
  for (const [field, option] of Object.entries(fields)) {
    const control = page.locator(`[name='${field}']`);
    if (field === "unit") await control.fill(option);
    else await control.selectOption(option);
  }
  await page.getByRole("button", { name: actions.save }).click();
  await page.waitForURL(`${base}/features`);
};

/** Sets the weights of the decider by hand: those of the last features, all others 0. */
const weigh = async (page: Page, weights: readonly string[]) => {
  await page.goto(`${base}/analysis`, { waitUntil: "networkidle" });
  const decider = page.locator("#decider");
  await decider.getByText(text.analysis.weightsTitle).first().click();
  const inputs = decider.locator("input[name^='weight.']");
  const count = await inputs.count();
  for (let at = 0; at < count; at++) await inputs.nth(at).fill(weights[at - (count - weights.length)] ?? "0");
  await decider.getByRole("button", { name: text.analysis.save }).click();
};

const scoresOf = async (page: Page, vendor: RegExp) => {
  const cells = page.locator("#decider").getByRole("row", { name: vendor }).first().getByRole("cell");
  const texts = await cells.allInnerTexts();
  return { score: texts[0], topsis: texts[2], ahp: texts[3] };
};

test("MCD-01 typed in the browser: its weighted scores, TOPSIS and AHP as worked out by hand", async () => {
  const { page, watched } = await open("");
  await page.getByRole("button", { name: /Excel/ }).click();
  await page.getByRole("button", { name: actions.undo }).waitFor();
  for (const [name, need] of [
    ["First", "earn-more"],
    ["Second", "service"],
    ["Third", "interface"],
  ] as const)
    await addFeature(page, name, { need });
  await page.goto(`${base}/matrix`, { waitUntil: "networkidle" });
  // Rows: the criteria; columns: us, A (Lanting), B (Yunfan).
  const qualities = [
    [4, 5, 3],
    [3, 2, 5],
    [5, 3, 4],
  ];
  for (const [row, values] of qualities.entries())
    for (const [column, quality] of values.entries()) {
      await page.locator(`[data-row="${firstRow + row}"][data-column="${column}"]`).click();
      await page.keyboard.press("y");
      await page.keyboard.press(String(quality));
    }
  await page.getByText(text.matrix.saving.saved).waitFor();
  await weigh(page, ["5", "3", "2"]);
  // 3.9, 3.7 and 3.8 of 5. TOPSIS: distances to (5, 5, 5) and (3, 2, 3), columns scaled to length 1. AHP: Σ wᵢ · share
  // of the column, since judgements that are ratios of scores agree with each other.
  await expect
    .poll(() => scoresOf(page, /Hemu/), { timeout: 10_000 })
    .toEqual({ score: "78%", topsis: "0.461", ahp: "0.34" });
  expect(await scoresOf(page, /Lanting/)).toEqual({ score: "74%", topsis: "0.475", ahp: "0.318" });
  expect(await scoresOf(page, /Yunfan/)).toEqual({ score: "76%", topsis: "0.508", ahp: "0.342" });
  watched.expectCalm();
});

test("MCD-02 and MCD-03: prices and figures in their units, less or more being better, give the published TOPSIS", async () => {
  const { page, watched } = await open("");
  for (const [name, better, unit] of [
    ["Price", "less", "€"],
    ["Power", "more", "kW"],
    ["Range", "more", "100 km"],
    ["Boot", "more", "l"],
  ] as const)
    await addFeature(page, name, { better, unit });
  await page.goto(`${base}/matrix`, { waitUntil: "networkidle" });
  const at = (row: number, column: number) =>
    page.locator(`[data-row="${firstRow + 3 + row}"][data-column="${column}"]`);
  // Ours is the Corsa: typed down the column, Enter after each.
  await at(0, 0).click();
  for (const amount of ["5490", "51.4", "8.5", "285"]) {
    await page.keyboard.type(amount);
    await page.keyboard.press("Enter");
  }
  // What is no number stays open and keeps nothing.
  await at(3, 0).click();
  await page.keyboard.type("28,5");
  await page.keyboard.press("Enter");
  expect(await at(3, 0).locator("input[aria-invalid]").count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await at(3, 0).innerText()).toContain("285");
  // Clio and Fiesta are pasted as a spreadsheet copies them, one cell of it no number.
  const paste = (block: string) =>
    page.evaluate((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", words);
      const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(pasted);
    }, block);
  await at(0, 1).focus();
  await paste("€6,500\t6489\n70.6 kW\t54.3\n7\t7.5\n288\tlarge\n");
  await page.getByText(text.matrix.pasted({ n: 7, skipped: 1 })).waitFor();
  // The last one in the cell's own field.
  await at(3, 2).click();
  await page.keyboard.press("F2");
  await page.locator("#cell-panel").getByLabel(text.matrix.amount, { exact: true }).fill("290");
  await page.keyboard.press("Enter");
  await page.getByText(text.matrix.saving.saved).waitFor();

  await weigh(page, ["3.5", "2.5", "2.5", "1.5"]);
  const topsisOf = async (vendor: RegExp) => (await scoresOf(page, vendor)).topsis;
  await expect.poll(() => topsisOf(/Hemu/), { timeout: 10_000 }).toBe("0.482");
  expect([await topsisOf(/Lanting/), await topsisOf(/Yunfan/)]).toEqual(["0.518", "0.178"]);
  await page.getByText("5,490 €", { exact: false }).first().waitFor();

  // MCD-03: the same without the Fiesta and the boot.
  await page.goto(base, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: text.list.archiveOf({ name: "云帆人事 Yunfan" }) }).click();
  await page.getByRole("button", { name: actions.undo }).waitFor();
  await weigh(page, ["3.5", "2.5", "2.5", "0"]);
  await expect.poll(() => topsisOf(/Hemu/), { timeout: 10_000 }).toBe("0.494");
  expect(await topsisOf(/Lanting/)).toBe("0.506");
  watched.expectCalm();
});

test("MCD-04: pairs judged on a phone give the published weights and consistency, and stand in for the survey", async () => {
  const { page, watched } = await open("/pairs/requester", { ...phone, ...inEnglish });
  const pairs = more.pairs;
  await page.getByLabel(pairs.kinds.feature).check();
  const names = ["First", "Second", "Third", "Price"];
  for (const name of names) await page.getByLabel(name, { exact: true }).check();
  const judge = (first: string, second: string, step: number) =>
    page.getByLabel(pairs.pair({ first, second })).selectOption(String(step));
  // First is 4 × Second, Second 4 × Third, and Third 4 × First: a circle.
  await judge("First", "Second", 3);
  await judge("Second", "Third", 3);
  await judge("First", "Third", -3);
  await page.getByText(pairs.inconsistent).waitFor();
  await expectAccessible(page);
  // Experience, education, charisma and age of the leader example.
  const steps = [3, 2, 6, -2, 2, 4];
  let at = 0;
  for (const [place, first] of names.entries())
    for (const second of names.slice(place + 1)) await judge(first, second, steps[at++]!);
  await page.getByText(pairs.consistent).waitFor();
  await page.getByText(pairs.ratio({ ratio: "0.044", lambda: "4.118" })).waitFor();
  const rows = await page.getByRole("row").allInnerTexts();
  expect(rows.slice(1).map((row) => row.split(/\s+/).slice(0, 2))).toEqual([
    ["First", "54.8%"],
    ["Second", "12.7%"],
    ["Third", "27.0%"],
    ["Price", "5.6%"],
  ]);
  await page.getByRole("button", { name: pairs.save }).click();
  await page.waitForURL(/analysis#requester/);
  const requester = page.locator("#requester");
  await requester.getByText(pairs.inUse({ ratio: "0.044" })).waitFor();
  await requester.getByText(text.analysis.weightsTitle).first().click();
  await requester.getByRole("row", { name: /First/ }).last().getByText(text.analysis.from.pairs).waitFor();
  watched.expectCalm();
});
