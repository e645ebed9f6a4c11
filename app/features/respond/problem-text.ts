/** The sentence that tells a respondent how to mend an answer. */
import type { AnswerProblem } from "~/domain/questionnaire/answer-problem";
import type { Item } from "~/domain/questionnaire/compiled";
import { fileSize } from "~/i18n/format";
import type { Texts } from "~/i18n/text";
import type { Language } from "~/i18n/use-text";

const typed = new Set<Item["kind"]>(["text", "comment", "multipletext"]);

/** What one problem of `item` says in `language`; a part of the item (row, field) is named first. */
export function problemText(
  problem: AnswerProblem,
  item: Item | undefined,
  text: Texts<"respond">["problem"],
  language: Language,
): string {
  const message = messageOf(problem, item, text, language);
  const label = partLabel(problem.field, item, language);
  return label ? text.at({ label, message }) : message;
}

function messageOf(
  { code, field, params = {}, message }: AnswerProblem,
  item: Item | undefined,
  text: Texts<"respond">["problem"],
  language: Language,
): string {
  if (message?.[language]) return message[language];
  const number = (name: string) => Number(params[name] ?? 0);
  const [minimum, maximum, given] = [number("minimum"), number("maximum"), number("given")];
  switch (code) {
    case "required":
      if (field === "other") return text.required.other;
      return item && typed.has(item.kind) ? text.required.text : text.required.choice;
    case "pick-more":
    case "below-minimum":
      return text[code]({ minimum });
    case "pick-fewer":
    case "above-maximum":
      return text[code]({ maximum });
    case "too-long":
      return text[code]({ maximum, given });
    case "off-step":
      return text[code]({ step: number("step") });
    case "total-differs":
      return text[code]({ total: number("total"), given });
    case "file-many":
      return text[code]({ maximum });
    case "file-large":
      return text[code]({ size: fileSize(number("size")) });
    default:
      return text[code];
  }
}

function partLabel(
  field: string | undefined,
  item: Item | undefined,
  language: Language,
): string | undefined {
  if (field === undefined || !item) return undefined;
  if (item.kind === "matrix") return item.rows.find(({ value }) => value === field)?.text[language];
  if (item.kind === "multipletext") return item.fields.find(({ name }) => name === field)?.title[language];
  return undefined;
}
