/** A questionnaire brought from elsewhere, looked at first and then put into the newest draft. */
import { decodeText } from "~/domain/fieldwork/decode-text";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { applyEdit } from "~/domain/questionnaire/draft-change";
import { pagesOf, questionsOf } from "~/domain/questionnaire/draft-tree";
import { hostileIn } from "~/domain/questionnaire/harmless";
import { type ImportProblem, pagesToAdd, readImport } from "~/domain/questionnaire/import-any";
import type { TextPlace } from "~/domain/questionnaire/read-json";
import type { Store } from "~db/client";
import { type DraftPlace, editDraft, type SavedBy } from "./edit-draft";

const largestFile = 5_000_000;

/** The text pasted or in the file; the file counts where both are there. */
export async function broughtText(form: FormData): Promise<string | { problem: ImportProblem }> {
  const file = form.get("file");
  if (file && typeof file !== "string" && file.size > 0) {
    if (file.size > largestFile) return { problem: "too-large" };
    return decodeText(new Uint8Array(await file.arrayBuffer())).text;
  }
  const text = String(form.get("text") ?? "").replaceAll("\r\n", "\n");
  return text.length > largestFile ? { problem: "too-large" } : text;
}

export type Looked =
  | { kind: "refused"; problem: ImportProblem; at: TextPlace | null; text: string }
  | {
      kind: "looked";
      text: string;
      found: Omit<Extract<ReturnType<typeof readImport>, { ok: true }>, "ok" | "json">;
      titles: string[];
      problems: number;
    };

const most = 300;

/** What is in a text, without changing anything. */
export async function lookAt(text: string): Promise<Looked> {
  const read = readImport(text);
  if (!read.ok) return { kind: "refused", problem: read.reason, at: read.at ?? null, text };
  const { json, ok: _, ...found } = read;
  const made = await compileQuestionnaire(json);
  const titles = questionsOf({ pages: pagesToAdd(json) })
    .slice(0, most)
    .map(({ element }) => {
      const { title } = element;
      if (typeof title === "string") return title;
      const texts = Object.values(title ?? {}).filter((one): one is string => typeof one === "string");
      return texts[0] ?? String(element.name ?? "");
    });
  return { kind: "looked", text, found, titles, problems: made.ok ? 0 : made.problems.length };
}

/** Puts what is in a text into the draft: behind its pages under free names, or in place of all of it. */
export async function takeOver(
  store: Store,
  where: DraftPlace,
  text: string,
  how: "add" | "replace",
  by: SavedBy,
) {
  const read = readImport(text);
  if (!read.ok) return null;
  const done = await editDraft(
    store,
    where,
    (draft) => {
      if (how === "replace") return { draft: read.json };
      const pages = pagesToAdd(read.json);
      const edited = applyEdit(draft, { edit: "insert-pages", at: pagesOf(draft).length, pages });
      return edited && !hostileIn(edited.draft) ? { draft: edited.draft } : null;
    },
    by,
  );
  return done ? { kind: "taken" as const, questions: read.questions } : null;
}
