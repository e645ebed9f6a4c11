/** The form in which the texts of a question or of a heading are edited, and what it asks of the draft. */
import { type Language, languages } from "../language";
import { setHeading, setRequired, setWording, type TextChange } from "./draft-edit";
import { type DraftText, findQuestion, isObject, pathText, readText, valueAt, wordingOf } from "./draft-tree";

/** What is edited: a question by its name, the heading of a page by its number from 0, or that of the whole. */
export type WordingTarget =
  | { kind: "question"; name: string }
  | { kind: "page"; page: number }
  | { kind: "survey" };

export const targetText = (target: WordingTarget): string =>
  target.kind === "question" ? `q.${target.name}` : target.kind === "page" ? `p.${target.page}` : "survey";

/** The target a form or an address names, or null. */
export function readTarget(text: string): WordingTarget | null {
  if (text === "survey") return { kind: "survey" };
  if (text.startsWith("q.")) return { kind: "question", name: text.slice(2) };
  return /^p\.\d{1,4}$/.test(text) ? { kind: "page", page: Number(text.slice(2)) } : null;
}

export type EditableWording = { path: string; text: DraftText };

/** The texts of a target as they stand, or null when it is not in the draft. */
export function wordingAt(
  draft: unknown,
  target: WordingTarget,
): { wording: EditableWording[]; required: boolean | null } | null {
  if (target.kind === "question") {
    const found = findQuestion(draft, target.name);
    return (
      found && {
        wording: wordingOf(found.element).map(({ path, text }) => ({ path: pathText(path), text })),
        required: found.element.isRequired === true,
      }
    );
  }
  const heading = valueAt(draft, target.kind === "page" ? ["pages", target.page] : []);
  if (!isObject(heading)) return null;
  const wording = ["title", "description"].map((path) => ({ path, text: readText(heading[path]) }));
  return { wording, required: null };
}

export const textField = (language: Language, path: string) => `text:${language}:${path}`;
/** What the text was when the form was drawn: tells what its author changed, and what somebody else did. */
export const wasField = (language: Language, path: string) => `was:${language}:${path}`;

const lines = (given: unknown) =>
  typeof given === "string" ? given.replaceAll("\r\n", "\n").replaceAll("\u0000", "").trim() : "";

export type WordingEdit = { draft: unknown; conflicts: TextChange[] };

/**
 * The draft with what the form changed, or null when its target is gone. A text that somebody else changed
 * meanwhile is not overwritten: it comes back in `conflicts`, as it is now. Saying the same is no conflict.
 */
export function applyWordingForm(
  draft: unknown,
  target: WordingTarget,
  form: { get(name: string): unknown },
): WordingEdit | null {
  const there = wordingAt(draft, target);
  if (!there) return null;
  const changes: TextChange[] = [];
  const conflicts: TextChange[] = [];
  for (const { path, text } of there.wording)
    for (const language of languages) {
      const typed = form.get(textField(language, path));
      if (typed === null || lines(typed) === lines(form.get(wasField(language, path)))) continue;
      const now = text[language];
      if (lines(now) === lines(typed)) continue;
      if (lines(now) === lines(form.get(wasField(language, path))))
        changes.push({ path, language, text: lines(typed) });
      else conflicts.push({ path, language, text: now });
    }
  if (target.kind !== "question")
    return { draft: setHeading(draft, target.kind === "page" ? target.page : null, changes), conflicts };
  const reworded = setWording(draft, target.name, changes);
  const required = form.get("required") === "on";
  const same = required === (form.get("wasRequired") === "on");
  return { draft: same ? reworded : setRequired(reworded, target.name, required), conflicts };
}
