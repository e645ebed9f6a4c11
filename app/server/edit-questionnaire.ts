/** The edits of the "read and edit" page: each is applied to the newest draft. */
import { z } from "zod";
import { moveQuestion, removeQuestion, restoreQuestion } from "~/domain/questionnaire/draft-edit";
import {
  type DraftText,
  findQuestion,
  isObject,
  questionsOf,
  readText,
} from "~/domain/questionnaire/draft-tree";
import { readJson } from "~/domain/questionnaire/read-json";
import { applyWordingForm, readTarget, targetText } from "~/domain/questionnaire/wording-form";
import type { Store } from "~db/client";
import { type DraftPlace, editDraft, type SavedBy } from "./edit-draft";

type Text = { title: DraftText };

export type Edited =
  | { kind: "saved"; target: string }
  | { kind: "conflict"; target: string; typed: Record<string, string>; now: Record<string, string> }
  | { kind: "moved"; name: string; direction: "up" | "down"; place: number; of: number; page: number }
  | ({ kind: "removed"; removed: string } & Text)
  | ({ kind: "restored"; name: string } & Text)
  | { kind: "not-restored" }
  /** What was to be edited is not there any more. */
  | { kind: "gone" };

const removedSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])).max(20),
  element: z.record(z.string(), z.unknown()),
});

const titleOf = (draft: unknown, name: string): DraftText => {
  const title = readText(findQuestion(draft, name)?.element.title);
  return { "zh-CN": title["zh-CN"] || name, en: title.en || name };
};

async function saveWording(store: Store, where: DraftPlace, form: FormData, by: SavedBy): Promise<Edited> {
  const target = readTarget(String(form.get("target")));
  const edited =
    target && (await editDraft(store, where, (draft) => applyWordingForm(draft, target, form), by));
  if (!target || !edited) return { kind: "gone" };
  if (edited.conflicts.length === 0) return { kind: "saved", target: targetText(target) };
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const theirs = edited.conflicts.map(({ language, path, text }) => [`${language}:${path}`, text] as const);
  return {
    ...{ kind: "conflict", target: targetText(target) },
    typed: Object.fromEntries(typed),
    now: Object.fromEntries(theirs),
  };
}

async function restore(store: Store, where: DraftPlace, form: FormData, by: SavedBy): Promise<Edited> {
  const json = readJson(String(form.get("removed")));
  const removed = removedSchema.safeParse(json.ok ? json.json : null);
  if (!removed.success) return { kind: "not-restored" };
  const name = String(removed.data.element.name ?? "");
  const edited = await editDraft(
    store,
    where,
    (draft) => {
      const restored = restoreQuestion(draft, removed.data);
      return isObject(restored) ? { draft: restored } : null;
    },
    by,
  );
  return edited ? { kind: "restored", name, title: titleOf(edited.draft, name) } : { kind: "not-restored" };
}

/** Does what the posted form asks for. */
export async function editFromForm(
  store: Store,
  where: DraftPlace,
  form: FormData,
  by: SavedBy,
): Promise<Edited> {
  const name = String(form.get("name"));
  switch (form.get("intent")) {
    case "wording":
      return saveWording(store, where, form, by);
    case "restore":
      return restore(store, where, form, by);
    case "remove": {
      const edited = await editDraft(
        store,
        where,
        (draft) => {
          const without = removeQuestion(draft, name);
          return without && { ...without, title: titleOf(draft, name) };
        },
        by,
      );
      if (!edited) return { kind: "gone" };
      return { kind: "removed", title: edited.title, removed: JSON.stringify(edited.removed) };
    }
    case "up":
    case "down": {
      const direction = form.get("intent") === "up" ? "up" : "down";
      const edited = await editDraft(
        store,
        where,
        (draft) => {
          const moved = moveQuestion(draft, name, direction);
          return isObject(moved) ? { draft: moved } : null;
        },
        by,
      );
      if (!edited) return { kind: "gone" };
      const questions = questionsOf(edited.draft);
      const at = questions.findIndex(({ element }) => element.name === name);
      const page = (questions[at]?.page ?? 0) + 1;
      return { kind: "moved", name, direction, place: at + 1, of: questions.length, page };
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
}
