/** A published matrix typed in the browser and its scores read off; claims, cards and views a person can use. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { startApp } from "../support/app";
import { desktop, expectAccessible, inEnglish, launchBrowser, phone, watch } from "../support/browser";
import { signedIn } from "../support/signed-in";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
let member: Awaited<ReturnType<typeof signedIn>>;
let base: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  member = await signedIn(app.store, { url: app.url });
  const studyId = await seedSample(app.store, { workspaceId: member.workspaceId, now: Date.now() });
  base = `${app.url}/studies/${studyId}/competitors`;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const text = textOf("en", "competitors");
const more = textOf("en", "competition");
const actions = textOf("en", "shell").actions;

async function open(
  path: string,
  options: BrowserContextOptions = { ...desktop, ...inEnglish },
  language = "en",
) {
  const context = await browser.newContext(options);
  await context.addCookies(
    member.cookies.map((cookie) => (cookie.name === "lang" ? { ...cookie, value: language } : cookie)),
  );
  const page = await context.newPage();
  const watched = watch(page);
  await page.goto(`${base}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

describe("the competition's further pages are accessible", () => {
  const screens = { phone, desktop };
  const cases = (["phone", "desktop"] as const).flatMap((screen) =>
    (["en", "zh-CN"] as const).map((language) => ({ screen, language })),
  );
  test.each(cases)("on a $screen in $language", async ({ screen, language }) => {
    for (const path of ["/claims", "/claims/new", "/users/lanting", "/by-role", "/rivals/lanting/card"]) {
      const { page, watched } = await open(path, { ...screens[screen], locale: language }, language);
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
  await page.goto(`${base}/rivals/lanting/card?role=decider`, { waitUntil: "networkidle" });
  // Lanting asks 168: 68 % more than 100.
  const words = { share: "68%", ours: "¥100", theirs: "¥168", vendor: "兰亭招聘 Lanting" };
  await page.getByText(more.battle.dearer(words)).waitFor();
  watched.expectCalm();
});

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
  ] as const) {
    await page.goto(`${base}/features/new`, { waitUntil: "networkidle" });
    await page.getByLabel(text.feature.nameEn).fill(name);
    await page.locator("select[name='need']").selectOption(need);
    await page.getByRole("button", { name: actions.save }).click();
    await page.waitForURL(`${base}/features`);
  }
  await page.goto(`${base}/matrix`, { waitUntil: "networkidle" });
  // Rows: the criteria; columns: us, A (Lanting), B (Yunfan).
  const qualities = [
    [4, 5, 3],
    [3, 2, 5],
    [5, 3, 4],
  ];
  for (const [row, values] of qualities.entries())
    for (const [column, quality] of values.entries()) {
      await page.locator(`[data-row="${8 + row}"][data-column="${column}"]`).click();
      await page.keyboard.press("y");
      await page.keyboard.press(String(quality));
    }
  await page.getByText(text.matrix.saving.saved).waitFor();
  await page.goto(`${base}/analysis`, { waitUntil: "networkidle" });
  const decider = page.locator("#decider");
  await decider.getByText(text.analysis.weightsTitle).first().click();
  const inputs = decider.locator("input[name^='weight.']");
  const count = await inputs.count();
  for (let at = 0; at < count; at++) await inputs.nth(at).fill(["5", "3", "2"][at - (count - 3)] ?? "0");
  await decider.getByRole("button", { name: text.analysis.save }).click();
  // 3.9, 3.7 and 3.8 of 5. TOPSIS: distances to (5, 5, 5) and (3, 2, 3), columns scaled to length 1. AHP: Σ wᵢ · share
  // of the column, since judgements that are ratios of scores agree with each other.
  await expect
    .poll(() => scoresOf(page, /Hemu/), { timeout: 10_000 })
    .toEqual({ score: "78%", topsis: "0.46", ahp: "0.34" });
  expect(await scoresOf(page, /Lanting/)).toEqual({ score: "74%", topsis: "0.47", ahp: "0.32" });
  expect(await scoresOf(page, /Yunfan/)).toEqual({ score: "76%", topsis: "0.51", ahp: "0.34" });
  watched.expectCalm();
});
