import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { blockKeys } from "~/domain/questionnaire/blocks";
import { newPage, newQuestion, questionKinds } from "~/domain/questionnaire/new-question";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { ask, atEditor, button, isSaved, titlesOf } from "../support/at-editor";
import { desktop, expectAccessible, phone, watch } from "../support/browser";

const { app, browser } = await appInBrowser();

const pageOf = (elements: object[]) => ({ takesFiles: true, pages: [{ ...newPage(), elements }] });
const everyKind = pageOf(
  questionKinds.map((kind) => ({
    ...newQuestion(kind),
    name: `of_${kind}`,
    title: { default: `Kind ${kind}`, en: `Kind ${kind}`, "zh-cn": `题型 ${kind}` },
  })),
);

test("every kind of question is set and previewed accessibly", async () => {
  const { context, page } = await atEditor({ app, browser }, { ...desktop, locale: "en" }, everyKind);
  const { expectCalm } = watch(page);
  for (const kind of questionKinds.filter((one) => one !== "html" && one !== "panel")) {
    await page
      .getByRole("treeitem", { name: `Kind ${kind}`, exact: false })
      .first()
      .click();
    await page.locator(".editor-preview").getByText(`Kind ${kind}`).first().waitFor();
    await expectAccessible(page);
  }
  expectCalm();
  await context.close();
});

test("a block is put in, and the history tells what changed and takes it back", async () => {
  const { context, page, address, saved } = await atEditor(
    { app, browser },
    { ...desktop, locale: "en" },
    pageOf([{ type: "text", name: "a", title: "Alpha" }]),
  );
  const { expectCalm } = watch(page);
  await button(page, "Add").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "100 points" }).click();
  await dialog.getByRole("button", { name: "Insert" }).click();
  await dialog.getByText("At least 2 items").waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Items").fill("价格 | Price\n服务 | Service");
  await dialog.getByRole("button", { name: "Insert" }).click();
  await page.getByRole("treeitem", { name: "Split 100 points over these" }).waitFor();
  await page.getByRole("treeitem", { name: "Alpha" }).click();
  await ask(page, "English").fill("Alpha, reworded");
  await isSaved(page);
  expect(titlesOf(await saved())).toHaveLength(2);

  await page.goto(address.replace(/edit$/, "history"));
  await page.getByRole("link", { name: "What has changed since: As it came" }).click();
  await page.getByText("“Alpha” now reads “Alpha, reworded”").waitFor();
  await expectAccessible(page);
  await button(page, "Take this state back").click();
  await page.getByText("The draft is that state again").waitFor();
  await expect.poll(async () => titlesOf(await saved()).map(({ en }) => en)).toEqual(["Alpha"]);
  await expectAccessible(page);
  expectCalm();
  await context.close();
});

test("a question is dragged by finger on a phone, also to another page", async () => {
  const of = (name: string) => ({ type: "text", name, title: name });
  const draft = {
    pages: [
      { name: "one", elements: [of("Alpha"), of("Beta"), of("Gamma")] },
      { name: "two", elements: [of("Delta")] },
    ],
  };
  const { context, page, saved } = await atEditor({ app, browser }, { ...phone, locale: "zh-CN" }, draft);
  const { expectCalm } = watch(page);
  const finger = await context.newCDPSession(page);
  const row = (name: string) => page.getByRole("treeitem", { name });
  await row("Alpha").waitFor();
  const drag = async (name: string, onto: string, part: number) => {
    await row("Delta").scrollIntoViewIfNeeded();
    const from = await row(name).locator("[data-grip]").boundingBox();
    const to = await row(onto).boundingBox();
    if (!from || !to) throw new Error("a row is not there");
    const [x, y, end] = [from.x + from.width / 2, from.y + from.height / 2, to.y + to.height * part];
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: number) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch("touchStart", y);
    for (let step = 1; step <= 5; step++) await touch("touchMove", y + ((end - y) * step) / 5);
    await touch("touchEnd");
  };
  const orders = async () =>
    ((await saved()) as typeof draft).pages.map(({ elements }) => elements.map(({ name }) => name).join(" "));
  await drag("Alpha", "Gamma", 0.9);
  await expect.poll(orders, { timeout: 10_000 }).toEqual(["Beta Gamma Alpha", "Delta"]);
  await drag("Beta", "Delta", 0.1);
  await expect.poll(orders, { timeout: 10_000 }).toEqual(["Gamma Alpha", "Beta Delta"]);
  await expectAccessible(page);
  expectCalm();
  await context.close();
});

describe("each state of the editor on a phone, in Chinese and dark", () => {
  const one = pageOf([{ type: "text", name: "a", title: { default: "Alpha", en: "Alpha", "zh-cn": "甲" } }]);
  const stage = { ...phone, locale: "zh-CN", colorScheme: "dark" } as const;
  const text = textOf("zh-CN", "editor");
  /** Rewords the question in its settings. */
  const reword = async (page: Page, words: string) => {
    await page.getByRole("treeitem", { name: "甲" }).click();
    await button(page, text.pane.settings).click();
    await page.getByLabel(`${text.setting.title} · English`).fill(words);
  };
  const atState = async (draft: unknown = one) => {
    const at = await atEditor({ app, browser }, stage, draft);
    await button(at.page, text.pane.structure).waitFor();
    await at.page.waitForLoadState("networkidle");
    return at;
  };

  test("nothing yet, and a draft that cannot be published", async () => {
    const empty = await atState({ title: "Q", pages: [] });
    await empty.page.getByText(text.structure.empty).waitFor();
    await expectAccessible(empty.page);
    await empty.context.close();
    const broken = await atState(
      pageOf([
        { type: "radiogroup", name: "a", title: "甲", choices: [] },
        { type: "hologram", name: "a", visibleIf: "{x} =" },
        { name: "no type" },
      ]),
    );
    for (const row of await broken.page.getByRole("treeitem").all()) {
      await row.click();
      for (const pane of ["question", "settings", "structure"] as const) {
        await button(broken.page, text.pane[pane]).click();
        await expectAccessible(broken.page);
      }
    }
    await broken.context.close();
  });

  test("no room in the browser", async () => {
    const { context, page } = await atState();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await context.setOffline(true);
    await reword(page, "Kept nowhere");
    await page.getByText(text.save.noRoom).waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test("signed out while editing, and edits that are back after signing in elsewhere", async () => {
    const { context, page, address } = await atState();
    const cookies = await context.cookies();
    await context.clearCookies({ name: "trivista_session" });
    await reword(page, "While signed out");
    await page.getByText(text.save["signed-out"]).waitFor();
    await expectAccessible(page);
    await page.close();
    await context.addCookies(cookies);
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText(text.save.recovered).waitFor();
    await isSaved(again);
    await expectAccessible(again);
    await context.close();
  });

  test("a draft the server refuses", async () => {
    const { context, page } = await atState();
    await page.route("**/draft", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({ status: 422, contentType: "application/json", body: '{"problem":"too-large"}' })
        : route.continue(),
    );
    await reword(page, "Too much");
    await page.getByText(text.save.refused).waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test("two who reword and move the same question", async () => {
    const pages = ["one", "two", "three"].map((name) => ({ name, title: name, elements: [] as object[] }));
    const on = (at: number, title: string) => ({
      pages: pages.map((page, n) => ({
        ...page,
        elements:
          n === at ? [{ type: "text", name: "a", title: { default: title, en: title, "zh-cn": "甲" } }] : [],
      })),
    });
    const { context, page, address } = await atState(on(0, "Alpha"));
    await context.setOffline(true);
    await reword(page, "Mine");
    await button(page, text.pane.structure).click();
    await page.getByRole("treeitem", { name: "甲" }).press("Alt+ArrowDown");
    await page.locator("[data-save=offline]").waitFor();
    const cookies = await context.cookies();
    const sent = await fetch(address.replace(/edit$/, "draft"), {
      method: "POST",
      headers: {
        ...{ "Content-Type": "application/json", Origin: app.url },
        Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      },
      body: JSON.stringify({ revision: 1, draft: JSON.stringify(on(2, "Theirs")) }),
    });
    expect(sent.status).toBe(200);
    await context.setOffline(false);
    await page.getByText(text.conflict.title).waitFor();
    await page.getByText(text.conflict.moved({ question: "甲", place: "three" })).waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test("the form of every block, the history and the import", async () => {
    const { context, page, address } = await atState();
    for (const key of blockKeys) {
      await button(page, text.bar.add).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: text.block[key].name }).click();
      await dialog.getByText(text.block[key].what).waitFor();
      await page.waitForLoadState("networkidle");
      await expectAccessible(page);
      await page.keyboard.press("Escape");
    }
    for (const path of ["history", "import", "json", "versions", "languages", "checks", "preview"]) {
      await page.goto(address.replace(/edit$/, path), { waitUntil: "networkidle" });
      await expectAccessible(page);
    }
    await context.close();
  });
});

test("a column of a table gets its kind, its own choices and its duty without JSON", async () => {
  const grid = pageOf([{ ...newQuestion("matrixdynamic"), name: "tools" }]);
  const { context, page, saved } = await atEditor({ app, browser }, { ...phone, locale: "zh-CN" }, grid);
  const { expectCalm } = watch(page);
  const text = textOf("zh-CN", "editor");
  await page.getByRole("treeitem").last().click();
  await button(page, text.pane.settings).click();
  const columns = page
    .getByRole("group", { name: text.setting.columns, exact: true })
    .locator("details")
    .first();
  await columns.getByText(text.entries.settings({ entry: "Column 1" })).click();
  await columns.getByLabel(text.entries.cell).selectOption("radiogroup");
  await columns.getByLabel(text.setting.isRequired).check();
  const own = columns.getByRole("group", { name: text.entries.ownChoices({ entry: "Column 1" }) });
  await own.getByRole("button", { name: text.entries.add }).click();
  await own.getByRole("textbox").last().fill("Excel");
  // What the bar at the top happens to cover half is no small target.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await isSaved(page);
  expect(await saved()).toMatchObject({
    pages: [
      {
        elements: [
          {
            columns: [{ cellType: "radiogroup", isRequired: true, choices: [{ text: { en: "Excel" } }] }, {}],
          },
        ],
      },
    ],
  });
  expectCalm();
  await context.close();
});
