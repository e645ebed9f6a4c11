import { expect, test } from "vitest";
import { insertQuestionnaire, listQuestionnaires } from "~/data/questionnaires";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, openPage } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

const words = (text: string) => ({ default: text, en: text, "zh-cn": `${text}（中文）` });

/** 150 questions on 30 pages; 200 conditions: one a question from the second on, one a page, and 21 of choices. */
const large = {
  title: words("Large"),
  pages: Array.from({ length: 30 }, (_, page) => ({
    name: `page${page + 1}`,
    title: words(`Page ${page + 1}`),
    ...(page > 0 ? { visibleIf: `{q1} = 'a' or {q${page * 5}} notempty` } : {}),
    elements: Array.from({ length: 5 }, (_, at) => {
      const n = page * 5 + at + 1;
      return {
        ...{
          type: "radiogroup",
          name: `q${n}`,
          title: words(`How would you rate point ${n} of the product?`),
        },
        ...(n > 1 ? { visibleIf: `{q${n - 1}} anyof ['a', 'b'] and {q1} notempty` } : {}),
        choices: ["a", "b", "c", "d", "e"].map((value) => ({
          ...{ value, text: words(`Answer ${value} to ${n}`) },
          ...(value === "e" && n > 1 && n <= 23 ? { visibleIf: `{q${n - 1}} = 'a'` } : {}),
        })),
      };
    }),
  })),
};

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  id2?: { local?: string };
  args?: { event_latency?: { event_type?: string } };
};

/** Milliseconds from each key to the frame that shows it, as Chromium's own trace has them. */
function keysAnswered({ traceEvents }: { traceEvents: TraceEvent[] }): number[] {
  const spans = traceEvents.filter(({ name }) => name === "EventLatency");
  return spans.flatMap((begun) => {
    if (begun.ph !== "b" || begun.args?.event_latency?.event_type !== "KEY_PRESSED") return [];
    const ended = spans.find(
      ({ ph, id2, ts }) => ph === "e" && id2?.local === begun.id2?.local && ts > begun.ts,
    );
    return ended ? [(ended.ts - begun.ts) / 1000] : [];
  });
}

/** The opening of five questions on a calm machine of 2 cores; a busy one takes longer over both. */
const calmMs = 550;
const median = (given: readonly number[]) =>
  given.toSorted((a, b) => a - b)[Math.floor(given.length / 2)] ?? Number.NaN;

test("150 questions on 30 pages with 200 conditions: opened cold within a second, a keystroke answered within 50 ms", async () => {
  const member = await signedIn(app.store, { url: app.url });
  const { workspaceId } = member;
  const studyId = await insertEmptyStudy(app.store, workspaceId);
  const addressOf = async (role: "user" | "decider", draft: unknown) => {
    await insertQuestionnaire(app.store, { workspaceId, studyId, role, draft, now: Date.now() });
    const made = await listQuestionnaires(app.store, { workspaceId, studyId });
    return `${app.url}/studies/${studyId}/questionnaires/${made.find((one) => one.role === role)?.id}`;
  };
  expect(JSON.stringify(large).match(/"visibleIf"/g)).toHaveLength(200);
  const address = await addressOf("user", large);
  const small = await addressOf("decider", { ...large, pages: large.pages.slice(0, 1) });

  /** Opens in a browser that has seen nothing; until `mark` is there, that is the page is live. */
  const openCold = async (to: string, mark: string) => {
    const { context, page, expectCalm } = await openPage(browser, desktop, member);
    await page.goto(to, { waitUntil: "commit" });
    await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, mark);
    const ms = await page.evaluate(() => performance.now());
    return { context, page, expectCalm, ms };
  };
  // The preview is drawn by SurveyJS last of all, once the editor can be worked with.
  const drawn = ".editor-preview .sd-page";
  // The very first opening, of the server as well.
  const opened = await openCold(`${address}/edit`, drawn);
  const references: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { context, ms } = await openCold(`${small}/edit`, drawn);
    references.push(ms);
    await context.close();
  }
  const busy = Math.max(1, median(references) / calmMs);
  console.info(
    `opened cold in ${Math.round(opened.ms)} ms; five questions in ${references.map(Math.round)} ms: ${busy.toFixed(1)} times as slow as when calm`,
  );
  expect(opened.ms).toBeLessThan(1000 * busy);

  const { context, page, expectCalm } = opened;
  await page.locator("[role=treeitem]", { hasText: "point 75 of" }).click();
  const title = page.getByLabel("Question · English");
  await title.click();
  await page.keyboard.press("End");
  await browser.startTracing(page, {
    categories: ["benchmark", "input", "latencyInfo", "devtools.timeline"],
  });
  await page.keyboard.type(" And how sure are you about that, all in all, today?", { delay: 60 });
  await expect.poll(() => title.inputValue()).toContain("today?");
  const times = keysAnswered(JSON.parse((await browser.stopTracing()).toString()));
  console.info(`a key answered in ${Math.round(median(times))} ms (median of ${times.length})`);
  expect(times.length).toBeGreaterThan(40);
  expect(median(times)).toBeLessThan(50);
  await page.locator("[data-save=saved]").waitFor();
  expectCalm();
  await context.close();

  for (const [name, mark] of [
    ["logic", "main form select"],
    ["map", "main svg a"],
  ] as const) {
    const other = await openCold(`${address}/${name}`, mark);
    console.info(`${name} opened cold in ${Math.round(other.ms)} ms`);
    expect(other.ms, name).toBeLessThan(1000 * busy);
    other.expectCalm();
    await other.context.close();
  }
});
