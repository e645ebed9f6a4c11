/** A survey inside another site's page, behind a password, over plain http: the frame keeps no cookie there. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCollector, listCollectors } from "~/data/collectors";
import { listQuestionnaires } from "~/data/questionnaires";
import { listCompleteResponses } from "~/data/responses";
import { findCurrentWave } from "~/data/waves";
import { textOf } from "~/i18n/text";
import { hashPassword } from "~/server/password";
import { appInBrowser } from "../support/app-in-browser";
import { inChinese, phone } from "../support/browser";
import { fieldStudy } from "../support/fielded";

const rows = Array.from({ length: 12 }, (_, n) => ({ value: `r${n}`, text: `Row ${n}` }));
const survey = {
  title: { en: "Short", "zh-cn": "短问卷" },
  pages: [
    {
      name: "long",
      elements: [
        { type: "checkbox", name: "many", title: { en: "Which?", "zh-cn": "哪些？" }, choices: rows },
      ],
    },
    {
      name: "short",
      elements: [{ type: "text", name: "why", isRequired: true, title: { en: "Why?", "zh-cn": "为什么？" } }],
    },
  ],
};

const { app, browser } = await appInBrowser();
let host: Server;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let pageOfHost = "";
beforeAll(async () => {
  study = await fieldStudy(app.store, { questionnaires: { user: survey } });
  let html = "";
  host = createServer((_, answer) => answer.setHeader("Content-Type", "text/html; charset=utf-8").end(html));
  await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
  // Another site than the app's: a cookie of the app would be a third party's here.
  pageOfHost = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const where = { workspaceId: study.workspaceId, studyId: study.studyId };
  const id = await insertCollector(app.store, {
    ...{ ...where, waveId: (await findCurrentWave(app.store, where))!.id, kind: "embed", now: Date.now() },
    questionnaireId: (await listQuestionnaires(app.store, where))[0]!.id,
    ...{ name: "", opensAt: null, closesAt: null, cap: null, language: null, onePerDevice: false },
    ...{ passwordHash: await hashPassword("open sesame"), embedOrigins: [pageOfHost] },
  });
  const token = (await listCollectors(app.store, where)).find((one) => one.id === id)!.token;
  html = `<!doctype html><meta name="viewport" content="width=device-width"><title>Shop</title><h1>Shop</h1><script src="${app.url}/embed.js" data-survey="${app.url}/r/${token}" data-title="Survey" async></script>`;
});
afterAll(async () => {
  host?.close();
});

test("opens with its password, grows and shrinks with its pages, and is answered to the end", async () => {
  const context = await browser.newContext({ ...phone, ...inChinese });
  const page = await context.newPage();
  await page.goto(pageOfHost);
  const frame = page.frameLocator("iframe");
  const text = textOf("zh-CN", "respond");
  await frame.getByRole("heading", { name: text.refused.locked.title }).waitFor();
  const password = frame.getByLabel(text.start.password);
  await password.fill("guess");
  await frame.getByRole("button", { name: text.start.unlock }).click();
  await frame.getByText(text.start.passwordWrong).waitFor();
  await password.fill("open sesame");
  await frame.getByRole("button", { name: text.start.unlock }).click();
  // No cookie says so here: the address carries the language, and the password beside it.
  const english = textOf("en", "respond").start.button;
  await frame.getByRole("button", { name: "English" }).click();
  await frame.getByRole("button", { name: english, exact: true }).waitFor();
  await frame.getByRole("button", { name: "中文" }).click();
  await frame.getByRole("button", { name: text.start.button, exact: true }).click();
  await frame.getByText("哪些？").waitFor();
  await frame.getByRole("button", { name: "English" }).click();
  await frame.getByText("Which?").waitFor();
  await frame.getByRole("button", { name: "中文" }).click();
  await frame.getByText("哪些？").waitFor();

  const heights = async () => ({
    frame: (await page.locator("iframe").boundingBox())!.height,
    content: await frame.locator("body").evaluate((body) => body.scrollHeight),
  });
  /** How far the frame is from what it shows. */
  const gap = async () => {
    const { frame, content } = await heights();
    return Math.abs(frame - content);
  };
  const fits = () => expect.poll(gap, { timeout: 15_000 }).toBeLessThanOrEqual(2);
  await frame.getByText("Row 11").waitFor();
  await fits();
  const long = (await heights()).frame;
  expect(long).toBeGreaterThan(640);
  await frame.getByText("Row 3").click();
  await frame.locator("button[name=move][value=next]:not([aria-hidden])").click();
  await frame.locator("input[type=text]").waitFor();
  await fits();
  expect((await heights()).frame).toBeLessThan(long);
  await frame.locator("input[type=text]").fill("因为");
  await frame.locator("button[name=move][value=next]:not([aria-hidden])").click();
  await frame.getByRole("heading", { name: text.thanks.title }).waitFor();
  expect(await context.cookies(app.url)).toEqual([]);
  expect(await listCompleteResponses(app.store, study)).toMatchObject([
    { answers: { many: ["r3"], why: "因为" } },
  ]);
});
