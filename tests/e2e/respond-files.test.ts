import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone, watch } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { goOn, startAt } from "../support/respondent";
import { pdf, png } from "../support/some-files";

const { app, browser } = await appInBrowser();

const offer = {
  ...{
    type: "file",
    name: "offer",
    isRequired: true,
    acceptedTypes: "image/*,.pdf",
    sourceType: "file-camera",
  },
  ...{ allowMultiple: true, maxFiles: 2, maxSize: 200_000 },
  title: { default: "The offer you were made", "zh-cn": "您收到的报价" },
};
const asks = (...more: object[]) => ({
  title: { default: "Offers", "zh-cn": "报价调研" },
  takesFiles: true,
  pages: [
    { name: "p", elements: [offer, ...more] },
    {
      name: "q",
      elements: [{ type: "comment", name: "why", title: { default: "Why?", "zh-cn": "为什么？" } }],
    },
  ],
});

const named = (name: string, bytes: Uint8Array, mimeType = "application/pdf") => ({
  ...{ name, mimeType, buffer: Buffer.from(bytes) },
});
const chooser = (page: Page) => page.locator("input[type=file]").last();
/** As a person does it: SurveyJS listens to its button only. */
async function choose(page: Page, file: ReturnType<typeof named>) {
  const opened = page.waitForEvent("filechooser");
  await page.locator(".sd-file__choose-file-btn, .sd-file__choose-btn").first().click();
  await (await opened).setFiles(file);
}
const filesIn = async () => app.store.db.select().from(app.store.tables.answerFiles);
/** So many have arrived; until then what is called “remove” stops the sending. */
const arrived = (page: Page, n: number) =>
  expect.poll(() => page.locator("input[type=hidden][name='q:offer']").count()).toBe(n);
const answersIn = async (workspaceId: string) =>
  (await app.store.db.select().from(app.store.tables.responses)).filter(
    (row) => row.workspaceId === workspaceId,
  );

test("on a phone a file is sent, refused, removed and put back, survives a lost connection, and the team downloads it", async () => {
  const { tokens, workspaceId, studyId } = await fieldStudy(app.store, { questionnaires: { user: asks() } });
  const context = await browser.newContext({ ...phone, ...inChinese });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const { expectCalm } = watch(page, { ignore: [/status of 422/, /ERR_INTERNET_DISCONNECTED/] });
  await expectAccessible(page);
  await page.getByText("拍照").waitFor();

  await goOn(page);
  await page.getByText("请").first().waitFor();
  await chooser(page).setInputFiles(named("网页.pdf", new TextEncoder().encode("<html></html>")));
  await page.getByText("网页.pdf: 这类文件不能上传").waitFor();
  await expectAccessible(page);

  await chooser(page).setInputFiles(named("报价.pdf", pdf));
  await arrived(page, 1);
  const remove = page.getByRole("button", { name: "移除: 报价.pdf" });
  await remove.click();
  await page.getByText("已移除").waitFor();
  await page.getByRole("button", { name: "撤销: 报价.pdf" }).click();
  await remove.waitFor();

  await context.setOffline(true);
  await chooser(page).setInputFiles(named("照片.png", png, "image/png"));
  await page.getByText("网络已断开，联网后会自动上传").waitFor();
  await goOn(page);
  await page.getByText("有一个文件没有上传成功").waitFor();
  await expectAccessible(page);
  await context.setOffline(false);
  await arrived(page, 2);
  // A third is one too many.
  await chooser(page).setInputFiles(named("再一张.png", new Uint8Array([...png, 1]), "image/png"));
  await page.getByText("最多保留 2 个文件").waitFor();
  await page.getByText("已保存").waitFor();

  // Closed and opened again: the files are there.
  await page.reload({ waitUntil: "load" });
  await arrived(page, 2);
  await expectAccessible(page);
  await goOn(page);
  await page.getByLabel("为什么").waitFor();
  await goOn(page);
  await page.getByRole("heading", { name: "您的回答" }).or(page.getByText("谢谢")).first().waitFor();
  const [row] = await answersIn(workspaceId);
  expect(row?.answers).toMatchObject({
    offer: [{ name: "报价.pdf" }, { name: "照片.png", size: png.length }],
  });
  expect((await filesIn()).filter(({ responseId }) => responseId === row?.id)).toHaveLength(2);
  expectCalm();
  await context.close();

  const member = await memberOf(app.store, workspaceId, { url: app.url });
  const { context: desk, page: team } = await openPage(browser, { ...desktop, ...inEnglish }, member);
  await team.goto(`${app.url}/studies/${studyId}/responses/${row?.id}`, { waitUntil: "networkidle" });
  await expectAccessible(team);
  const [download] = await Promise.all([
    team.waitForEvent("download"),
    team.getByRole("link", { name: "报价.pdf" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("报价.pdf");
  expect(new Uint8Array(await readFile(await download.path()))).toEqual(pdf);
  await desk.close();
});

test("drawn by SurveyJS, beside a question that only it draws, files go the same way", async () => {
  const slider = { type: "slider", name: "how", title: "How?", min: 0, max: 10 };
  const { tokens, workspaceId } = await fieldStudy(app.store, {
    questionnaires: { user: asks(slider) },
  });
  const context = await browser.newContext({ ...phone, ...inEnglish });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`, ".sd-root-modern");
  const { expectCalm } = watch(page, { ignore: [/status of 422/] });
  await choose(page, named("page.pdf", new TextEncoder().encode("<html></html>")));
  await page.getByText("This kind of file cannot be taken").waitFor();
  await choose(page, named("offer.pdf", pdf));
  await page.getByText("offer.pdf").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Why?").waitFor();
  await page.reload({ waitUntil: "load" });
  await page.getByRole("button", { name: "Complete" }).click();
  await page.getByRole("heading", { name: "Your answers have arrived" }).waitFor();
  expect((await answersIn(workspaceId))[0]?.answers).toMatchObject({
    offer: [{ name: "offer.pdf", type: "application/pdf", size: pdf.length }],
  });
  expectCalm();
  await context.close();
});

test("without scripts the form sends them", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store, { questionnaires: { user: asks() } });
  const context = await browser.newContext({ ...phone, ...inEnglish, javaScriptEnabled: false });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  await chooser(page).setInputFiles(named("offer.pdf", pdf));
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByRole("button", { name: "Remove: offer.pdf" }).waitFor();
  expect((await answersIn(workspaceId))[0]?.answers).toMatchObject({ offer: [{ name: "offer.pdf" }] });
  await page.getByRole("button", { name: "Remove: offer.pdf" }).click();
  await page.getByRole("button", { name: "Remove: offer.pdf" }).waitFor({ state: "detached" });
  expect((await answersIn(workspaceId))[0]?.answers).toEqual({});
  await context.close();
});
