/** A person in a browser who answers a questionnaire. */
import type { BrowserContext, Locator, Page } from "playwright-core";
import type { Answer, Answers, Compiled, Item } from "~/domain/questionnaire/compiled";
import { writeForm } from "~/features/respond/form-values";

function answerFor(item: Item): Answer | undefined {
  switch (item.kind) {
    case "text":
      if (item.input === "email") return "wang@example.com";
      return item.input === "number" ? (item.min ?? 0) + 7 : "云帆科技 Yunfan";
    case "comment":
      return "招聘太慢。\nHiring takes too long.";
    case "radio":
    case "dropdown":
      return item.choices.find(({ other }) => !other)?.value;
    case "checkbox":
      return item.choices
        .filter(({ other, exclusive }) => !other && !exclusive)
        .slice(0, 2)
        .map(({ value }) => value);
    case "rating":
      return item.values.at(-2)?.value;
    case "boolean":
      return item.noValue;
    case "matrix":
      return Object.fromEntries(
        item.rows.map(({ value }, at) => [value, item.columns[at % item.columns.length]!.value]),
      );
    case "ranking":
      return item.choices
        .slice(1, 3)
        .map(({ value }) => value)
        .reverse();
    case "multipletext":
      return Object.fromEntries(
        item.fields
          .slice(0, 2)
          .map(({ name }, at) => [name, item.total ? (at === 0 ? item.total - 30 : 30) : "x"]),
      );
    default:
      return undefined;
  }
}

/** A full set of answers: `given` where it names an item, something sensible elsewhere. */
export const answersTo = (compiled: Compiled, given: Answers = {}): Answers => ({
  ...Object.fromEntries(
    compiled.pages.flatMap(({ items }) =>
      items.flatMap((item) => {
        const answer = answerFor(item);
        return answer === undefined ? [] : [[item.name, answer]];
      }),
    ),
  ),
  ...given,
});

const quoted = (text: string) => JSON.stringify(text);

/** Fills in what the page shows, control by control, opened questions included. */
async function answerPage(page: Page, compiled: Compiled, answers: Answers): Promise<string> {
  const name = await page.locator("form#answers input[name=page]").inputValue();
  const current = compiled.pages.find((one) => one.name === name)!;
  for (const [field, value] of writeForm(current, answers)) {
    const controls = page.locator(`form#answers [name=${quoted(field)}]`);
    const first = controls.first();
    if ((await controls.count()) === 0) continue;
    const type = await first.evaluate((control) => (control as HTMLInputElement).type);
    if (type === "radio" || type === "checkbox") {
      const box = page.locator(`form#answers [name=${quoted(field)}][value=${quoted(value)}]`);
      if (await box.isVisible()) await box.check();
    } else if (type === "select-one") {
      const line = page.locator(`[data-rank-line]:has(select[name=${quoted(field)}]) [aria-pressed=false]`);
      if (await first.isVisible()) await first.selectOption(value);
      else if (await line.isVisible()) await line.click();
    } else if (await first.isVisible()) await first.fill(value);
  }
  return name;
}

export const goOn = (page: Page) => page.locator("button[name=move][value=next]:not([aria-hidden])").click();

/** Answers page by page until the thanks, or until `stopAt` is shown. Returns the pages in their order. */
export async function answerAll(
  page: Page,
  compiled: Compiled,
  answers: Answers,
  {
    stopAt,
    onPage,
    end = page.locator("main form[action^='/r/']"),
  }: { stopAt?: string; onPage?: (name: string) => Promise<void>; end?: Locator } = {},
): Promise<string[]> {
  const seen: string[] = [];
  let visits = 0;
  const form = page.locator("form#answers");
  for (;;) {
    await form.or(end).first().waitFor();
    if (await end.isVisible()) return seen;
    const shown = await page.locator("form#answers input[name=page]").inputValue();
    if (shown === stopAt) return seen;
    visits = shown === seen.at(-1) ? visits + 1 : 1;
    if (visits > 8) throw new Error(`Page ${shown} is not left:\n${await page.locator("main").innerText()}`);
    if (visits === 1) seen.push(shown);
    await onPage?.(shown);
    await answerPage(page, compiled, answers);
    // The button belongs to the page that goes away, whichever way the next one comes.
    const mark = await page.locator("form#answers").elementHandle();
    await goOn(page);
    await mark
      ?.evaluate(
        (old) =>
          new Promise<void>((resolve) => {
            const look = () => (old.isConnected ? setTimeout(look, 20) : resolve());
            look();
          }),
      )
      .catch(() => undefined);
  }
}

/** Opens a link and presses the start button; `awaited` is there once the first page is. */
export async function startAt(
  context: BrowserContext,
  link: string,
  awaited = "form#answers",
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("main form button[type=submit]").click();
  await page.locator(awaited).waitFor({ state: "attached" });
  // What is typed before the page's script runs is not saved in the background.
  await page.waitForLoadState("load");
  return page;
}
