import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, phone, watch } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { answerAll, answersTo, goOn, startAt } from "../support/respondent";

const { app, browser } = await appInBrowser();

const both = (zh: string, en: string) => ({ default: en, "zh-cn": zh, en });
const words = (n: number) => ({ text: both(`选项${n}`, `Choice ${n}`) });
const list = [1, 2, 3, 4].map((n) => ({ value: `c${n}`, ...words(n) }));
const scale = [1, 2, 3, 4, 5].map((value) => ({ value, text: both(`程度${value}`, `Degree ${value}`) }));
const png =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Every kind the light page draws, one a page. */
const kinds = {
  title: both("各种题型", "Every kind"),
  pages: [
    { type: "text", inputType: "number", min: 0, unit: both("元", "CNY"), isRequired: true },
    { type: "text", inputType: "email" },
    { type: "comment" },
    { type: "radiogroup", choices: list, showOtherItem: true, isRequired: true },
    { type: "checkbox", choices: list, showNoneItem: true, maxSelectedChoices: 2 },
    { type: "dropdown", choices: list, showOtherItem: true },
    { type: "rating", rateMin: 1, rateMax: 7, minRateDescription: both("低", "low") },
    {
      type: "rating",
      rateMin: 0,
      rateMax: 10,
      minRateDescription: both("完全不可能", "Not at all likely"),
      maxRateDescription: both("非常可能", "Extremely likely"),
    },
    { type: "matrix", rows: list, columns: [...scale, { value: "na", text: both("不适用", "N/A") }] },
    { type: "matrix", rows: list, columns: list },
    { type: "matrix", rows: list.slice(0, 2), columns: list, eachRowUnique: true },
    { type: "ranking", choices: list, selectToRankEnabled: true, maxSelectedChoices: 3 },
    { type: "boolean", labelTrue: both("会", "Yes"), labelFalse: both("不会", "No") },
    {
      type: "multipletext",
      pointTotal: 100,
      items: list.map(({ value, text }) => ({
        name: value,
        title: text,
        inputType: "number",
        min: 0,
        max: 100,
      })),
    },
    { type: "imagepicker", choices: list.map((choice) => ({ ...choice, imageLink: png })) },
    { type: "html", html: both("<p>一段说明。</p>", "<p>A few words.</p>") },
  ].map((element, at) => ({
    name: `page${at}`,
    title: both("题型", "Kind"),
    elements: [
      { name: `item${at}`, title: both(`这是第 ${at} 题吗？`, `Is this question ${at}?`), ...element },
    ],
  })),
};

const looks = [
  ["phone, Chinese", { ...inChinese, ...phone }],
  ["phone, English, dark", { ...inEnglish, ...phone, colorScheme: "dark" }],
  ["desktop, English", { ...inEnglish, ...desktop }],
] as const;

test.each(looks)("every kind of page is accessible and fits: %s", async (_, options) => {
  const result = await compileQuestionnaire(kinds);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.compiled.light).toBe(true);
  const { tokens } = await fieldStudy(app.store, { questionnaires: { user: kinds } });
  const link = `${app.url}/r/${tokens.user}`;
  const context = await browser.newContext(options);
  const first = await context.newPage();
  await first.goto(link);
  await expectAccessible(first);

  const page = await startAt(context, link);
  const calm = watch(page, { ignore: [/422/] });
  await goOn(page);
  await page.getByRole("alert").waitFor();
  expect(await page.evaluate(() => document.activeElement?.role)).toBe("alert");
  await expectAccessible(page);
  const seen = await answerAll(page, result.compiled, answersTo(result.compiled), {
    onPage: async (name) => {
      await expectAccessible(page);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("main button, main select, main textarea, main label:has(input)")]
          .filter((target) => target.checkVisibility() && !target.ariaHidden)
          .filter((target) => target.getBoundingClientRect().height < 43.5)
          .map((target) => target.outerHTML.slice(0, 200)),
      );
      expect(small, `targets on ${name}`).toEqual([]);
    },
  });
  expect(seen).toHaveLength(kinds.pages.length);
  await expectAccessible(page);
  calm.expectCalm();
  await context.close();
});

test("Chinese arrives whole, whatever the server's buffers cut", async () => {
  const { tokens } = await fieldStudy(app.store, {
    questionnaires: {
      user: {
        title: "长",
        pages: [
          {
            name: "long",
            elements: [
              {
                type: "radiogroup",
                name: "long",
                title: "长",
                choices: Array.from({ length: 80 }, (_, at) => ({
                  value: `v${at}`,
                  text: "招聘太慢而且太贵".repeat(1 + (at % 7)),
                })),
              },
            ],
          },
        ],
      },
    },
  });
  const context = await browser.newContext({ ...inChinese, javaScriptEnabled: false });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  const bytes = await (await context.request.get(page.url())).body();
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(bytes.includes(0)).toBe(false);
  expect(bytes.toString("utf8")).not.toContain("\uFFFD");
  await context.close();
});
