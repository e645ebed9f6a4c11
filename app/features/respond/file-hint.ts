import type { Language } from "~/domain/language";
import type { FileItem } from "~/domain/questionnaire/answer-files";
import { fileSize } from "~/i18n/format";
import { textOf } from "~/i18n/text";

/** What a question takes: kinds, size, how many, and who can open it. */
export function fileHint(
  { groups, maxSize, maxFiles }: Pick<FileItem, "groups" | "maxSize" | "maxFiles">,
  language: Language,
): string {
  const text = textOf(language, "respond").file;
  const words = new Intl.ListFormat(language, { type: "conjunction" });
  const kinds = words.format(groups.map((group) => text.groups[group]));
  const many = maxFiles > 1 ? [text.upTo({ n: maxFiles })] : [];
  return [text.hint({ kinds, size: fileSize(maxSize) }), ...many, text.who].join(
    language === "en" ? " " : "",
  );
}
