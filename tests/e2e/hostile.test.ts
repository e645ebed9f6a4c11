/** Questionnaires and answers made to do harm, in a real browser: refused when they are kept, and nothing runs when they are drawn. */
import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { listQuestionnaires, updateDraft } from "~/data/questionnaires";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, inEnglish, phone, watch } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { startAt } from "../support/respondent";

const { app, browser } = await appInBrowser();

const hit = "window.__hacked=1";
const script = `<img src="/hit.png" onerror="${hit}"><script>${hit}</script><a href="javascript:${hit}">x</a><iframe srcdoc="<script>parent.${hit}</script>"></iframe><svg onload="${hit}"></svg>`;
const both = { default: script, en: script, "zh-cn": script };
const expression = `constructor.constructor('${hit}')()`;
const choices = [
  { value: "a", text: both },
  { value: "b", text: script, visibleIf: "{plain} notempty or 1 = 1" },
];

/** Every place that holds words, with a script in it; what cannot be published stands in the draft only. */
const pageOf = (elements: object[]) => ({ name: "hostile", title: both, description: both, elements });
const light = {
  ...{ title: both, description: both, completedHtml: both, logo: `javascript:${hit}` },
  navigateToUrl: `javascript:${hit}`,
  pages: [
    pageOf([
      { type: "html", name: "words", html: both },
      { type: "text", name: "plain", title: both, description: both, placeholder: both },
      { type: "radiogroup", name: "one", title: both, choices, showOtherItem: true, otherText: both },
      { type: "checkbox", name: "many", title: both, choices },
      { type: "dropdown", name: "drop", title: both, choices },
      { type: "rating", name: "rate", title: both, minRateDescription: both, maxRateDescription: both },
      { type: "matrix", name: "grid", title: both, rows: [{ value: "r", text: both }], columns: choices },
      {
        type: "imagepicker",
        name: "pics",
        choices: [{ value: "p", text: both, imageLink: `javascript:${hit}` }],
      },
      { type: "ranking", name: "rank", title: both, choices },
      { type: "boolean", name: "bool", title: both, labelTrue: both, labelFalse: both },
      { type: "multipletext", name: "texts", title: both, items: [{ name: "t", title: both }] },
      { type: "comment", name: "long", title: both, visibleIf: "{plain} <> '<script>'" },
    ]),
  ],
  endings: [{ after: "hostile", if: "{one} = 'b'", text: both }],
};
const rich = {
  ...light,
  pages: [
    pageOf([
      { type: "slider", name: "slide", title: both },
      {
        type: "matrixdynamic",
        ...{
          name: "rows",
          title: both,
          columns: [{ name: "c", title: both, cellType: "dropdown", choices }],
        },
        ...{ rowCount: 1, addRowText: both },
      },
      { type: "image", name: "img", imageLink: `javascript:${hit}` },
      ...(light.pages[0]?.elements ?? []),
    ]),
  ],
};
const draft = {
  ...rich,
  pages: [
    ...rich.pages,
    {
      name: "draft",
      elements: [
        { type: "text", name: "bad", title: both, visibleIf: expression, requiredIf: "steal({plain})" },
        { type: script, name: "odd" },
        { type: "dropdown", name: "far", choicesByUrl: { url: `javascript:${hit}` } },
        {
          type: "text",
          name: script,
          measure: script,
          validators: [{ type: "regex", regex: "(a+)+$", text: both }],
        },
      ],
    },
  ],
};

/** Reports what ran, and what the page's policy had to stop. */
async function guard(context: BrowserContext) {
  await context.addInitScript(() => {
    const seen = { violations: [] as string[] };
    Object.assign(window, { __seen: seen });
    document.addEventListener("securitypolicyviolation", (event) =>
      seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}
async function expectUnharmed(page: Page, where: string) {
  for (const frame of page.frames()) {
    const came = await frame.evaluate(() => ({
      hacked: Reflect.get(window, "__hacked") ?? null,
      polluted: Reflect.get({}, "polluted") ?? null,
      violations: Reflect.get(window, "__seen")?.violations ?? [],
      elements: document.querySelectorAll(
        '[onerror],[onload],a[href^="javascript"],iframe[srcdoc],img[src="/hit.png"]',
      ).length,
    }));
    expect(came, where).toEqual({ hacked: null, polluted: null, violations: [], elements: 0 });
  }
}

type Fielded = Awaited<ReturnType<typeof fieldStudy>>;
let fielded: Fielded;
let member: Awaited<ReturnType<typeof memberOf>>;
let where: { workspaceId: string; studyId: string; questionnaireId: string };
beforeEach(async () => {
  fielded = await fieldStudy(app.store, { questionnaires: { user: light, requester: rich } });
  member = await memberOf(app.store, fielded.workspaceId, { url: app.url });
  const { workspaceId, studyId } = fielded;
  const listed = await listQuestionnaires(app.store, { workspaceId, studyId });
  const questionnaireId = listed.find(({ role }) => role === "user")?.id ?? "";
  where = { workspaceId, studyId, questionnaireId };
});
const atDesk = async () => {
  const context = await browser.newContext({ ...desktop, ...inEnglish });
  await context.addCookies(member.cookies);
  await guard(context);
  return context;
};

test("what is sent to be kept is refused, and the program goes on", async () => {
  const context = await atDesk();
  const page = await context.newPage();
  const base = `/studies/${where.studyId}/questionnaires/${where.questionnaireId}`;
  await page.goto(`${app.url}${base}/json`);
  const nested = `{"pages":[{"name":"p","elements":[${'{"type":"panel","name":"n","elements":['.repeat(10_000)}${"]}".repeat(10_000)}]}]}`;
  const sent = await page.evaluate(
    async ({ address, drafts }) => {
      const statuses: number[] = [];
      for (const given of drafts) {
        const body = JSON.stringify({ revision: 1, draft: given });
        const reply = await fetch(address, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
        });
        statuses.push(reply.status);
      }
      return statuses;
    },
    {
      address: `${base}/draft`,
      drafts: [
        '{"pages":[],"__proto__":{"polluted":1}}',
        '{"pages":[{"constructor":{"prototype":{"polluted":1}}}]}',
        JSON.stringify({ title: "x".repeat(5_000_000) }),
        nested,
        "[1]",
        "{a}",
      ],
    },
  );
  expect(sent.every((status) => status === 422 || status === 413)).toBe(true);
  await page.reload();
  await expectUnharmed(page, "json");
  await context.close();
});

describe("what is kept all the same", () => {
  test("runs nothing on any page of its author", async () => {
    await updateDraft(app.store, { ...where, revision: 1, draft, savedBy: "m", now: Date.now() });
    const context = await atDesk();
    const page = await context.newPage();
    const { expectCalm } = watch(page);
    const base = `/studies/${where.studyId}/questionnaires/${where.questionnaireId}`;
    const pages = [
      "",
      "/edit",
      "/logic",
      "/map",
      "/checks",
      "/languages",
      "/preview",
      "/print",
      "/import",
      "/json",
    ];
    for (const path of [...pages, "/versions", "/history"]) {
      await page.goto(`${app.url}${base}${path}`, { waitUntil: "networkidle" });
      await expectUnharmed(page, path);
    }
    await page.goto(`${app.url}${base}/edit`, { waitUntil: "networkidle" });
    for (const row of await page.getByRole("treeitem").all()) {
      await row.click();
      await page.waitForTimeout(100);
      await expectUnharmed(page, `edit: ${await row.getAttribute("data-path")}`);
    }
    expectCalm();
    await context.close();
  });

  test("runs nothing for respondents, nor do their answers for the team", async () => {
    for (const role of ["user", "requester"] as const) {
      const context = await browser.newContext({ ...phone, ...inEnglish });
      await guard(context);
      const full = role === "requester";
      const page = await startAt(
        context,
        `${app.url}/r/${fielded.tokens[role]}`,
        full ? "[data-name=slide]" : "form#answers",
      );
      await page.waitForLoadState("networkidle");
      await expectUnharmed(page, `${role}, asked`);
      const long = full ? page.locator("textarea").last() : page.locator('[name="q:long"]');
      await long.fill(script);
      if (full) await page.locator(".sd-navigation__complete-btn").click();
      else {
        await page.locator('[name="q:plain"]').fill(script);
        await page.locator("button[name=move][value=next]:not([aria-hidden])").press("Enter");
      }
      await page.getByRole("heading", { name: "Your answers have arrived" }).waitFor();
      await expectUnharmed(page, `${role}, thanked`);
      await context.close();
    }
    const rows = (await app.store.db.select().from(app.store.tables.responses)).filter(
      (row) => row.workspaceId === where.workspaceId,
    );
    expect(rows.map(({ answers }) => answers.long)).toEqual([script, script]);
    const context = await atDesk();
    const page = await context.newPage();
    const { expectCalm } = watch(page);
    const base = `/studies/${where.studyId}`;
    const paths = [
      "/responses",
      `/responses/${rows[0]?.id}`,
      `/responses/${rows[1]?.id}`,
      "/responses/review",
    ];
    for (const path of [...paths, "/results", "/report", "/fieldwork"]) {
      await page.goto(`${app.url}${base}${path}`, { waitUntil: "networkidle" });
      await expectUnharmed(page, path);
    }
    expectCalm();
    await context.close();
  });
});
