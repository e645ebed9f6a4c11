/** The properties of a draft as the editor calls them. */
import { type Language, languages, surveyLocale } from "~/domain/language";
import type { PartKind } from "~/domain/questionnaire/draft-parts";
import { textOf } from "~/i18n/text";

/** One property; what the editor has no word for is called as in the JSON. */
export function propertyLabel(property: string, language: Language, part: PartKind = "question"): string {
  const { setting } = textOf(language, "editor");
  const labels: Record<string, string> = setting;
  const titles: Partial<Record<PartKind, string>> = { survey: setting.surveyTitle, page: setting.pageTitle };
  return (property === "title" && titles[part]) || (labels[property] ?? property);
}

/** A place inside a part: `title.en` is "Question · English", `choices.=a.text.zh-cn` is "Choices · “a” · 中文". */
export function propertyWords(path: string, language: Language, part: PartKind): string {
  const names = textOf(language, "shell").language;
  const spoken = (word: string) =>
    languages.find(
      (one) => surveyLocale[one] === word || one === word || (word === "default" && one === "en"),
    );
  return path
    .split(".")
    .flatMap((word, at) => {
      const own = at > 0 ? spoken(word) : undefined;
      if (own) return [names[own]];
      if (word.startsWith("=")) return [`“${word.slice(1)}”`];
      return at > 0 && word === "text" ? [] : [propertyLabel(word, language, part)];
    })
    .join(" · ");
}
