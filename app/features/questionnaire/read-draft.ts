import type { Language } from "~/domain/language";
import { moveQuestion } from "~/domain/questionnaire/draft-edit";
import {
  type FoundPage,
  findQuestion,
  isObject,
  pagesOf,
  questionsOf,
  readText,
} from "~/domain/questionnaire/draft-tree";
import { readTarget, targetText, wordingAt } from "~/domain/questionnaire/wording-form";
import type { EditorPage } from "./question-editor";
import type { WordingEditing } from "./wording-form";

/** A draft as the editor lists it, whether or not it compiles. */
export function draftAsPages(draft: unknown): EditorPage[] {
  const questions = questionsOf(draft);
  // Without pages all questions stand on one.
  const pages: FoundPage[] =
    isObject(draft) && !Array.isArray(draft.pages) ? [{ page: {}, path: ["pages", 0] }] : pagesOf(draft);
  return pages.map(({ page, path }) => ({
    target: targetText({ kind: "page", page: Number(path[1]) }),
    title: readText(page.title),
    questions: questions
      .filter((question) => question.page === path[1])
      .flatMap(({ element }) => {
        const { name, title, isRequired, measure } = element;
        if (typeof name !== "string") return [];
        return {
          ...{ name, title: readText(title), required: isRequired === true },
          measure: typeof measure === "string" ? measure : null,
          up: moveQuestion(draft, name, "up") !== null,
          down: moveQuestion(draft, name, "down") !== null,
        };
      }),
  }));
}

/** What `?edit=` opens, or null when it names nothing in the draft. */
export function editingOf(draft: unknown, asked: string | null, language: Language): WordingEditing | null {
  const target = asked === null ? null : readTarget(asked);
  const there = target && wordingAt(draft, target);
  if (!target || !there) return null;
  const measure = target.kind === "question" && findQuestion(draft, target.name)?.element.measure;
  const title = there.wording.find(({ path }) => path === "title")?.text;
  const fallback = target.kind === "question" ? target.name : "";
  return {
    ...there,
    target: targetText(target),
    heading: title?.[language] || title?.en || fallback,
    anchor: typeof measure === "string" && measure.startsWith("anchor."),
  };
}
