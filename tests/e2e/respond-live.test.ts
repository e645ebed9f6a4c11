import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, phone, watch } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { answerAll, answersTo, goOn, startAt } from "../support/respondent";

const { app, browser } = await appInBrowser();

const both = (zh: string, en: string) => ({ default: en, "zh-cn": zh, en });
const small = {
  title: both("小问卷", "Small"),
  pages: [
    {
      name: "first",
      title: both("第一页", "First"),
      elements: [
        { type: "text", name: "company", title: both("公司", "Company"), isRequired: true },
        {
          type: "checkbox",
          name: "causes",
          title: both("原因", "Causes"),
          choices: ["a", "b", "c"],
          showNoneItem: true,
        },
        {
          type: "ranking",
          name: "order",
          title: both("排序", "Order"),
          visibleIf: "{causes.length} > 1",
          selectToRankEnabled: true,
          choices: ["a", "b", "c"].map((value) => ({ value, visibleIf: `{causes} contains '${value}'` })),
        },
      ],
    },
    {
      name: "second",
      title: both("第二页", "Second"),
      elements: [{ type: "comment", name: "why", title: both("为什么", "Why") }],
    },
    {
      name: "third",
      title: both("第三页", "Third"),
      elements: [{ type: "comment", name: "more", title: both("还有吗", "More") }],
    },
  ],
};

const compiledSmall = async () => {
  const result = await compileQuestionnaire(small);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
};

const field = () => fieldStudy(app.store, { questionnaires: { user: small } });
const storedIn = async (workspaceId: string) => {
  const rows = await app.store.db.select().from(app.store.tables.responses);
  return rows.filter((row) => row.workspaceId === workspaceId);
};
const answersIn = async (workspaceId: string) => (await storedIn(workspaceId))[0]?.answers;
const saved = (page: Page) =>
  page.waitForResponse((response) => response.url().includes("/api/respond/") && response.ok());

test("a phone closed half-way goes on by its cookie, and by the bare link in another browser", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inChinese, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const calm = watch(page);
  const compiled = await compiledSmall();
  await answerAll(page, compiled, answersTo(compiled, { causes: ["a"] }), { stopAt: "second" });
  const kept = saved(page);
  await page.locator('[name="q:why"]').fill("写到一半");
  await kept;
  const bare = page.url();
  const cookies = await context.cookies();
  calm.expectCalm();
  await context.close();

  const again = await browser.newContext({ ...inChinese, ...phone });
  await again.addCookies(cookies);
  const resumed = await again.newPage();
  await resumed.goto(`${app.url}/r/${tokens.user}`);
  expect(resumed.url()).toBe(bare);
  expect(await resumed.locator('[name="q:why"]').inputValue()).toBe("写到一半");
  await again.close();

  const elsewhere = await browser.newContext({ ...inEnglish, ...desktop });
  const last = await elsewhere.newPage();
  await last.goto(bare);
  // It stays in the language in which it is being answered.
  await last.getByRole("heading", { name: "第二页" }).waitFor();
  await answerAll(last, compiled, answersTo(compiled, { why: "写完了" }));
  expect(await storedIn(workspaceId)).toMatchObject([{ answers: { why: "写完了" }, language: "zh-CN" }]);
  await elsewhere.close();
});

test("what was typed offline survives a reload and reaches the server", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inChinese, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const kept = saved(page);
  await page.locator('[name="q:company"]').fill("云帆");
  await kept;
  await page.route("**/api/respond/**", (route) => route.abort());
  await page.locator('[name="q:company"]').fill("云帆科技");
  await page.getByText("网络已断开").waitFor();
  await page.unroute("**/api/respond/**");
  await page.reload();
  await expect
    .poll(() => page.locator('[name="q:company"]').inputValue(), { timeout: 10_000 })
    .toBe("云帆科技");
  // It may have arrived just before the reload, or be sent by the reloaded page.
  await expect.poll(() => answersIn(workspaceId), { timeout: 30_000 }).toEqual({ company: "云帆科技" });
  await context.close();
});

test.each(["comes late", "never comes"] as const)(
  "what is typed while the answer to a save %s survives a reload without a connection",
  async (answer) => {
    const { tokens, workspaceId } = await field();
    const context = await browser.newContext({ ...inChinese, ...phone });
    const page = await startAt(context, `${app.url}/r/${tokens.user}`);
    let tellAnswer = () => {};
    const mayAnswer = new Promise<void>((resolve) => {
      tellAnswer = resolve;
    });
    let saves = 0;
    await page.route("**/api/respond/**", async (route) => {
      if (saves++ > 0) return route.abort();
      const response = await route.fetch();
      await mayAnswer;
      return answer === "comes late" ? route.fulfill({ response }) : route.abort();
    });
    await page.locator('[name="q:company"]').fill("云帆");
    await expect.poll(() => answersIn(workspaceId), { timeout: 30_000 }).toEqual({ company: "云帆" });
    await page.locator('[name="q:company"]').fill("云帆科技");
    tellAnswer();
    await page.getByText("网络已断开").waitFor();
    await page.unroute("**/api/respond/**");
    await page.reload();
    await expect
      .poll(() => page.locator('[name="q:company"]').inputValue(), { timeout: 10_000 })
      .toBe("云帆科技");
    await expect.poll(() => answersIn(workspaceId), { timeout: 30_000 }).toEqual({ company: "云帆科技" });
    await context.close();
  },
);

test("time on a page counts once, whether Next alone brings it or a save before", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inChinese, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  await page.waitForTimeout(3000);
  await page.locator('[name="q:company"]').fill("云帆");
  await goOn(page);
  await page.getByRole("heading", { name: "第二页" }).waitFor();
  const begun = Date.now();
  const kept = saved(page);
  await page.waitForTimeout(3000);
  await page.locator('[name="q:why"]').fill("太慢");
  await kept;
  await goOn(page);
  await page.getByRole("heading", { name: "第三页" }).waitFor();
  const passed = (Date.now() - begun) / 1000;
  const { seconds } = (await storedIn(workspaceId))[0]!;
  expect(seconds.first).toBeGreaterThanOrEqual(3);
  expect(seconds.second).toBeGreaterThanOrEqual(3);
  expect(seconds.second).toBeLessThanOrEqual(Math.ceil(passed) + 1);
  await context.close();
});

test("the network cut at submit: it says so, goes on by itself, and there is one response", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inChinese, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const compiled = await compiledSmall();
  await answerAll(page, compiled, answersTo(compiled, { causes: ["a"] }), { stopAt: "third" });
  await page.locator('[name="q:more"]').fill("没有了");
  await context.setOffline(true);
  await goOn(page);
  await page.getByText("联网后会自动继续").waitFor();
  expect((await storedIn(workspaceId))[0]?.completedAt).toBeNull();
  await context.setOffline(false);
  await page.getByRole("heading", { name: "已收到您的回答" }).waitFor();
  expect(await storedIn(workspaceId)).toMatchObject([{ answers: { more: "没有了" } }]);
  await context.close();
});

test("a reply that is lost after the answers arrived is asked for again without a second response", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inEnglish, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const compiled = await compiledSmall();
  await answerAll(page, compiled, answersTo(compiled, { causes: ["a"] }), { stopAt: "third" });
  let lost = 0;
  await page.route("**/r/**", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    return route.abort();
  });
  await page.locator('[name="q:more"]').fill("done");
  await goOn(page);
  await page.getByRole("heading", { name: "Your answers have arrived" }).waitFor();
  expect(lost).toBe(1);
  expect(await storedIn(workspaceId)).toMatchObject([{ answers: { more: "done" } }]);
  await context.close();
});

test("nothing is saved in the middle of a Chinese composition", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inChinese, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const saves: string[] = [];
  page.on("request", (request) => request.url().includes("/api/") && saves.push(request.postData() ?? ""));
  const input = page.locator('[name="q:company"]');
  await input.focus();
  const keyboard = await context.newCDPSession(page);
  for (const text of ["y", "yu", "yun"]) {
    await keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await page.waitForTimeout(400);
  }
  await page.waitForTimeout(1000);
  expect(saves).toEqual([]);
  const kept = saved(page);
  await keyboard.send("Input.insertText", { text: "云" });
  await kept;
  expect(await answersIn(workspaceId)).toEqual({ company: "云" });
  await context.close();
});

test("it works where the browser keeps nothing", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inEnglish, ...phone });
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const calm = watch(page);
  await context.clearCookies();
  const compiled = await compiledSmall();
  const answers = answersTo(compiled, { causes: ["a", "b"], order: ["b", "a"] });
  await answerAll(page, compiled, answers);
  expect(await storedIn(workspaceId)).toMatchObject([{ answers }]);
  calm.expectCalm();
  await context.close();
});

test("questions and choices come and go with an answer; lines are ranked by tapping and by keys", async () => {
  const { tokens, workspaceId } = await field();
  const context = await browser.newContext({ ...inEnglish, ...desktop });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const order = page.locator("[data-item=order]");
  const line = (name: string) => order.locator(`[data-rank-line="${name}"] button`).first();
  expect(await order.isVisible()).toBe(false);
  await page.getByRole("checkbox", { name: "a" }).check();
  await page.getByRole("checkbox", { name: "b" }).check();
  await order.waitFor({ state: "visible" });
  expect(await line("c").isVisible()).toBe(false);
  await line("a").click();
  await line("b").click();
  await line("b").press("ArrowUp");
  expect(await line("b").getAttribute("aria-label")).toBe("b, place 1");
  expect(await line("a").getAttribute("aria-label")).toBe("a, place 2");
  // Taking an answer back takes its line along, and the places close up.
  await page.getByRole("checkbox", { name: "c" }).check();
  await page.getByRole("checkbox", { name: "b" }).uncheck();
  expect(await line("b").isVisible()).toBe(false);
  expect(await line("a").getAttribute("aria-label")).toBe("a, place 1");
  // None takes back the others.
  await page.getByRole("checkbox", { name: "None" }).check();
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(1);
  await page.locator('[name="q:company"]').fill("Acme");
  await page.locator('[name="q:company"]').press("Enter");
  await page.getByRole("heading", { name: "Second" }).waitFor();
  expect(await answersIn(workspaceId)).toEqual({ company: "Acme", causes: ["none"] });
  await context.close();
});

test("switching the language in the middle of a page keeps what was typed", async () => {
  const { tokens } = await field();
  const context = await browser.newContext({ ...inChinese, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  await page.locator('[name="q:company"]').fill("云帆");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "First" }).waitFor();
  expect(await page.locator('[name="q:company"]').inputValue()).toBe("云帆");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.reload();
  await page.getByRole("heading", { name: "First" }).waitFor();
  await context.close();
});

const greying = {
  title: both("有条件作答", "Greyed out"),
  pages: [
    {
      name: "first",
      elements: [
        {
          ...{
            type: "radiogroup",
            name: "has",
            title: both("在用别的产品吗？", "Do you use another product?"),
          },
          choices: [
            { value: "yes", text: both("在用", "Yes") },
            { value: "no", text: both("没有", "No") },
          ],
        },
        {
          ...{ type: "text", name: "which", title: both("哪一个？", "Which one?"), isRequired: true },
          enableIf: "{has} = 'yes'",
        },
        {
          ...{ type: "radiogroup", name: "kept", title: both("会继续用吗？", "Will you keep it?") },
          ...{ choices: ["a", "b"], enableIf: "{has} = 'yes'" },
        },
      ],
    },
    small.pages[1],
  ],
};
const greyed = { "zh-CN": "这一题不用作答", en: "leave this question out" };

test.each([
  ["zh-CN", { ...phone, colorScheme: "dark" }],
  ["en", desktop],
] as const)(
  "a question that cannot be answered yet is seen, greyed out, and wakes with its answer kept: %s",
  async (language, device) => {
    const { tokens, workspaceId } = await fieldStudy(app.store, { questionnaires: { user: greying } });
    const context = await browser.newContext({ locale: language, ...device });
    const page = await startAt(context, `${app.url}/r/${tokens.user}`);
    const calm = watch(page);
    const which = page.locator('[name="q:which"]');
    const has = (value: string) => page.locator(`[name="q:has"][value="${value}"]`);
    await which.waitFor();
    expect(await which.isDisabled()).toBe(true);
    expect(await page.getByText(greyed[language]).count()).toBe(2);
    await expectAccessible(page);
    await has("yes").check();
    await expect.poll(() => which.isEnabled()).toBe(true);
    await expect.poll(() => page.getByText(greyed[language]).filter({ visible: true }).count()).toBe(0);
    await which.fill("SAP");
    await has("no").check();
    await expect.poll(() => which.isDisabled()).toBe(true);
    await expectAccessible(page);
    await goOn(page);
    await page.locator('[name="q:why"]').waitFor();
    await expect.poll(async () => (await answersIn(workspaceId))?.which).toBe("SAP");
    expect(await answersIn(workspaceId)).toEqual({ has: "no", which: "SAP" });
    calm.expectCalm();
    await context.close();
  },
);

test("without scripts the page comes back once the question can be answered", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store, { questionnaires: { user: greying } });
  const context = await browser.newContext({ ...inEnglish, ...phone, javaScriptEnabled: false });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const which = page.locator('[name="q:which"]');
  expect(await which.isDisabled()).toBe(true);
  await page.locator('[name="q:has"][value="yes"]').check();
  await goOn(page);
  expect(await which.isEnabled()).toBe(true);
  await which.fill("SAP");
  await goOn(page);
  await page.locator('[name="q:why"]').waitFor();
  expect(await answersIn(workspaceId)).toEqual({ has: "yes", which: "SAP" });
  await context.close();
});
