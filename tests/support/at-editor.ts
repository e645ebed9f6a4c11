/** A member at the editor of a questionnaire, in a browser. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { findQuestionnaire, insertQuestionnaire, listQuestionnaires } from "~/data/questionnaires";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { readText } from "~/domain/questionnaire/draft-tree";
import type { startApp } from "./app";
import { openPage } from "./browser";
import { insertEmptyStudy } from "./empty-study";
import { signedIn } from "./signed-in";

export const blank = { title: { default: "Survey", "zh-cn": "问卷", en: "Survey" }, pages: [] };

type Stage = { app: Awaited<ReturnType<typeof startApp>>; browser: Browser };
type Options = BrowserContextOptions & { locale: "en" | "zh-CN" };

/** Opens the editor of a new questionnaire with this draft; `saved` reads what is on disk. */
export async function atEditor({ app, browser }: Stage, options: Options, draft: unknown = blank) {
  const member = await signedIn(app.store, { language: options.locale, url: app.url });
  const { workspaceId } = member;
  const studyId = await insertEmptyStudy(app.store, workspaceId);
  await insertQuestionnaire(app.store, { workspaceId, studyId, role: "user", draft, now: Date.now() });
  const [made] = await listQuestionnaires(app.store, { workspaceId, studyId });
  const where = { workspaceId, studyId, questionnaireId: made?.id ?? "" };
  const { context, page } = await openPage(browser, options, member);
  const address = `${app.url}/studies/${studyId}/questionnaires/${where.questionnaireId}/edit`;
  await page.goto(address);
  return {
    ...{ context, page, address },
    saved: async () => (await findQuestionnaire(app.store, where))?.draft,
  };
}

export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
export const isSaved = (page: Page) => page.locator("[data-save=saved]").waitFor();
export const titlesOf = (draft: unknown) =>
  outlineOf(draft).flatMap(({ kind, part }) => (kind === "question" ? [readText(part.title)] : []));
export const settingsOf = (page: Page) => page.getByRole("region", { name: "Settings" });
/** The field of a question's wording. */
export const ask = (page: Page, language: "English" | "中文") =>
  settingsOf(page).getByLabel(`Question · ${language}`);
