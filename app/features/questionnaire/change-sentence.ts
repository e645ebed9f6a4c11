/** A change between two drafts as a sentence. */
import type { Language } from "~/domain/language";
import type { DraftChange } from "~/domain/questionnaire/draft-diff";
import { textOf } from "~/i18n/text";
import { propertyLabel } from "./property-words";

const longest = 160;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
const written = (given: unknown) => short(typeof given === "string" ? given : JSON.stringify(given ?? null));

export function changeSentence(change: DraftChange, language: Language): string {
  const { part: partText, sentence } = textOf(language, "history");
  const languageText = textOf(language, "shell").language;
  const title = change.title[language] || change.title.en || change.name;
  const part = partText[change.part]({ title: short(title) });
  const label = (property: string) => propertyLabel(property, language);
  switch (change.change) {
    case "added":
    case "removed":
    case "moved":
      return sentence[change.change]({ part });
    case "text": {
      const said = {
        ...{ part, property: label(change.property), language: languageText[change.language] },
        ...{ before: short(change.before), after: short(change.after) },
      };
      if (change.before === "") return sentence.worded(said);
      return change.after === "" ? sentence.unworded(said) : sentence.reworded(said);
    }
    case "required":
      return change.after ? sentence.required({ part }) : sentence.optional({ part });
    case "type":
      return sentence.type({ part, before: change.before, after: change.after });
    case "condition": {
      const property = label(change.property);
      if (change.after === "") return sentence.unconditional({ part, property });
      return sentence.condition({ part, property, after: short(change.after) });
    }
    case "entry-added":
      return sentence.entryAdded({ part, list: label(change.list), entry: change.entry[language] });
    case "entry-removed":
      return sentence.entryRemoved({ part, list: label(change.list), entry: change.entry[language] });
    case "entry-text":
      return sentence.entryText({
        ...{ part, list: label(change.list), language: languageText[change.language] },
        ...{ before: short(change.before), after: short(change.after) },
      });
    case "entries-moved":
      return sentence.entriesMoved({ part, list: label(change.list) });
    case "property": {
      const property = label(change.property);
      if (change.after === undefined) return sentence.unset({ part, property });
      return sentence.property({ part, property, after: written(change.after) });
    }
  }
}
