/** Texts typed side by side, or brought in a translator's file, written into the newest draft. */
import { decodeText } from "~/domain/fieldwork/decode-text";
import { languages } from "~/domain/language";
import { type Translation, type TranslationConflict, translate } from "~/domain/questionnaire/translation";
import { readTranslationCsv, readXliff } from "~/domain/questionnaire/translation-files";
import type { Store } from "~db/client";
import { type DraftPlace, editDraft, type SavedBy } from "./edit-draft";

const largestFile = 5_000_000;

const plain = (given: FormDataEntryValue | null) =>
  typeof given === "string" ? given.replaceAll("\r\n", "\n") : "";

/** Saves what was changed on the page; a text that somebody else changed meanwhile is told and left alone. */
export async function saveTranslations(store: Store, where: DraftPlace, form: FormData, by: SavedBy) {
  const typed = [...form.keys()].flatMap((name): Translation[] => {
    const language = languages.find((one) => name.startsWith(`${one}:`));
    if (!language) return [];
    const was = plain(form.get(`was.${name}`));
    return [{ key: name.slice(language.length + 1), language, text: plain(form.get(name)), was }];
  });
  const done = await editDraft(store, where, (draft) => translate(draft, typed), by);
  const conflicts: TranslationConflict[] = done?.conflicts ?? [];
  return { changed: done?.changed ?? 0, conflicts };
}

type Problem = Extract<ReturnType<typeof readXliff>, { ok: false }>["reason"] | "no-file";
type Brought =
  | { kind: "brought"; changed: number; same: number; unknown: number }
  | { kind: "refused"; problem: Problem };

/** Takes over the texts of an XLIFF or CSV file. */
export async function bringTranslations(
  store: Store,
  where: DraftPlace,
  file: FormDataEntryValue | null,
  by: SavedBy,
): Promise<Brought> {
  if (!file || typeof file === "string" || file.name === "") return { kind: "refused", problem: "no-file" };
  if (file.size > largestFile) return { kind: "refused", problem: "too-large" };
  const { text } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const read = /^\s*(\ufeff)?\s*</.test(text) ? readXliff(text) : readTranslationCsv(text);
  if (!read.ok) return { kind: "refused", problem: read.reason };
  const clean = read.translations.map((one) => ({ ...one, text: one.text.replaceAll("\u0000", "") }));
  const done = await editDraft(store, where, (draft) => translate(draft, clean), by);
  const changed = done?.changed ?? 0;
  const unknown = done?.unknown.length ?? 0;
  return { kind: "brought", changed, unknown, same: clean.length - changed - unknown };
}
