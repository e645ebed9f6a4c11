import { expect, test } from "vitest";
import { listInvitations } from "~/data/invitations";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { inviteToStudy } from "../support/invited";
import { startAt } from "../support/respondent";

const { app, browser } = await appInBrowser();

/** A panel that repeats is nothing for the light page. */
const rich = {
  title: "Rich",
  pages: [
    {
      name: "panels",
      elements: [
        {
          type: "paneldynamic",
          name: "tools",
          title: "Tools",
          panelCount: 1,
          minPanelCount: 1,
          maxPanelCount: 3,
          templateElements: [{ type: "text", name: "tool", title: "Tool", isRequired: true }],
        },
      ],
    },
    {
      name: "end",
      elements: [{ type: "text", name: "people", title: "People", inputType: "number", min: 5 }],
    },
  ],
};

const storedIn = async (workspaceId: string) => {
  const rows = await app.store.db.select().from(app.store.tables.responses);
  return rows.filter((row) => row.workspaceId === workspaceId);
};

test("a questionnaire the light page cannot draw is drawn by SurveyJS and saved through the same door", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store, { questionnaires: { user: rich } });
  const options = { ...inEnglish, ...phone };
  const { context, page, ...calm } = await openPage(browser, options, null, [/ERR_INTERNET_DISCONNECTED/]);
  await page.goto(`${app.url}/r/${tokens.user}`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("textbox", { name: "Tool" }).fill("Excel");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("People").waitFor();
  expect(await storedIn(workspaceId)).toMatchObject([
    { page: "end", answers: { tools: [{ tool: "Excel" }] } },
  ]);

  // Closed here and opened again: the same page, the same answers.
  await page.reload();
  await page.getByLabel("People").fill("12");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Complete" }).click();
  await page.getByText("No connection").waitFor();
  await context.setOffline(false);
  await page.getByRole("heading", { name: "Your answers have arrived" }).waitFor();
  expect(await storedIn(workspaceId)).toMatchObject([{ answers: { people: 12 } }]);
  calm.expectCalm();
  await context.close();
});

test("what is typed is kept when the page goes before the field is left, and nothing is found wrong meanwhile", async () => {
  const asked = [
    { type: "text", name: "people", title: "People", inputType: "number", min: 5 },
    { type: "text", name: "mail", title: "Email", inputType: "email" },
    { type: "comment", name: "why", title: "Why" },
    { type: "rating", name: "stars", title: "Stars", rateType: "stars", visibleIf: "{people} > 11" },
  ];
  const { tokens, workspaceId } = await fieldStudy(app.store, {
    questionnaires: { user: { title: "Typed", pages: [{ name: "p", elements: asked }] } },
  });
  const { context, page, ...calm } = await openPage(browser, { ...inEnglish, ...phone });
  await page.goto(`${app.url}/r/${tokens.user}`);
  await page.getByRole("button", { name: "Start" }).click();
  const people = page.getByLabel("People");
  await people.pressSequentially("12.5");
  // The stars come with the number, before the field is left: the page is drawn anew around it.
  await page.getByText("Stars").waitFor();
  expect(await people.inputValue()).toBe("12.5");
  await page.getByLabel("Email").pressSequentially("a");
  const why = page.getByLabel("Why");
  await why.pressSequentially("Too slow, ");
  await why.pressSequentially("by far");
  expect(await why.inputValue()).toBe("Too slow, by far");
  expect(await page.locator(".sd-question__erbox, .sd-error").count()).toBe(0);
  await page.goto("about:blank");
  const kept = { people: 12.5, why: "Too slow, by far" };
  await expect.poll(async () => (await storedIn(workspaceId))[0]?.answers).toMatchObject(kept);
  await page.goto(`${app.url}/r/${tokens.user}`);
  await expect.poll(() => why.inputValue()).toBe("Too slow, by far");
  expect(await people.inputValue()).toBe("12.5");
  calm.expectCalm();
  await context.close();
});

const oneComment = {
  title: "Typed",
  pages: [
    { name: "p", elements: [{ type: "comment", name: "why", title: "Why" }, rich.pages[0]!.elements[0]] },
  ],
};
const whyIn = async (workspaceId: string) => (await storedIn(workspaceId))[0]?.answers.why;

test("what is typed while a page drawn by SurveyJS has no connection survives a reload", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store, { questionnaires: { user: oneComment } });
  const { context, page } = await openPage(browser, { ...inEnglish, ...phone });
  await page.goto(`${app.url}/r/${tokens.user}`);
  await page.getByRole("button", { name: "Start" }).click();
  const why = page.getByLabel("Why");
  await why.fill("Too slow");
  await expect.poll(() => whyIn(workspaceId), { timeout: 30_000 }).toBe("Too slow");
  await page.route("**/api/respond/**", (route) => route.abort());
  await why.fill("Too slow, by far");
  await page.getByText("No connection").waitFor();
  await page.unroute("**/api/respond/**");
  await page.reload();
  await expect.poll(() => why.inputValue(), { timeout: 10_000 }).toBe("Too slow, by far");
  await expect.poll(() => whyIn(workspaceId), { timeout: 30_000 }).toBe("Too slow, by far");
  await context.close();
});

test("what was typed first never overtakes what was typed last, however the connection comes back", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store, { questionnaires: { user: oneComment } });
  const { context, page } = await openPage(browser, { ...inEnglish, ...phone });
  await page.goto(`${app.url}/r/${tokens.user}`);
  await page.getByRole("button", { name: "Start" }).click();
  const why = page.getByLabel("Why");
  let isOn = false;
  let refused = 0;
  await page.route("**/api/respond/**", async (route) => {
    if (!isOn) {
      refused += 1;
      return route.abort();
    }
    if (!route.request().postData()?.includes("by far")) await page.waitForTimeout(1500);
    await route.continue().catch(() => undefined);
  });
  await why.fill("Too slow");
  await expect.poll(() => refused, { timeout: 10_000 }).toBeGreaterThan(0);
  await why.fill("Too slow, by far");
  await page.waitForTimeout(1500);
  isOn = true;
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => whyIn(workspaceId), { timeout: 30_000 }).toBe("Too slow, by far");
  await page.waitForTimeout(2500);
  expect(await whyIn(workspaceId)).toBe("Too slow, by far");
  await context.close();
});

test("who stops on a page drawn by SurveyJS says why with one tap, by a personal link too", async () => {
  const invited = await inviteToStudy(app.store, [{ email: "a@x.example" }], Date.now(), rich);
  const [invitation] = await listInvitations(app.store, invited.where);
  const options = { ...inChinese, ...phone, colorScheme: "dark" } as const;
  const { context, page, ...calm } = await openPage(browser, options);
  const text = textOf("zh-CN", "respond");
  await page.goto(`${app.url}/i/${invitation!.token}`);
  await page.getByRole("button", { name: text.start.button, exact: true }).click();
  await page.getByRole("textbox", { name: "Tool" }).fill("Excel");
  await page.getByText(text.leave.summary).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: text.start.reasons.topic }).click();
  await page.getByText(text.leave.title).waitFor();
  await expectAccessible(page);
  expect(await storedIn(invited.where.workspaceId)).toMatchObject([
    { leftReason: "topic", completedAt: null },
  ]);
  expect(await listInvitations(app.store, invited.where)).toMatchObject([{ refusedReason: "topic" }]);
  calm.expectCalm();
  await context.close();
});

test("a required ranking beside stars is accessible, before and after it was asked for in vain", async () => {
  const asked = [
    { type: "ranking", name: "order", title: "Order", isRequired: true, choices: ["Price", "Service"] },
    { type: "rating", name: "stars", title: "Stars", rateType: "stars" },
  ];
  const { tokens } = await fieldStudy(app.store, {
    questionnaires: { user: { title: "Ranked", pages: [{ name: "p", elements: asked }] } },
  });
  const context = await browser.newContext({ ...inEnglish, ...phone });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`, ".sd-root-modern");
  await page.getByText("Service").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Complete" }).click();
  await page.locator(".sd-question__erbox, .sd-error").first().waitFor();
  await expectAccessible(page);
  await context.close();
});

test("without scripts it says what is needed", async () => {
  const { tokens } = await fieldStudy(app.store, { questionnaires: { user: rich } });
  const context = await browser.newContext({ ...inChinese, ...phone, javaScriptEnabled: false });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`, "noscript");
  // Chromium's switch for tests stops scripts without showing what stands in for them.
  expect(await page.locator("noscript").textContent()).toContain("这份问卷需要 JavaScript");
  await context.close();
});
