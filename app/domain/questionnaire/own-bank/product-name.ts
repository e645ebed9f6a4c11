/** The product's name in what is kept for other studies: a mark takes its place, and each study sets in its own. */
import type { Language, LocalText } from "../../language";
import { isObject } from "../draft-tree";

const mark = "{{product}}";

/** The properties that people read. */
const texts = new Set([
  ...["title", "description", "html", "placeholder", "unit", "text", "minRateDescription"],
  ...["maxRateDescription", "labelTrue", "labelFalse", "otherText", "noneText", "dontKnowText"],
  ...["refuseText", "requiredErrorText", "commentText", "otherPlaceholder", "templateTitle"],
]);

type Change = (text: string, language: Language) => string;

function textChanged(given: unknown, change: Change): unknown {
  if (typeof given === "string") return change(given, "en");
  if (!isObject(given)) return given;
  return Object.fromEntries(
    Object.entries(given).map(([locale, text]) => [
      locale,
      typeof text === "string" ? change(text, locale.startsWith("zh") ? "zh-CN" : "en") : text,
    ]),
  );
}

function mapTexts<T>(given: T, change: Change): T {
  const inside = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inside);
    if (!isObject(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [
        key,
        texts.has(key) ? textChanged(inner, change) : inside(inner),
      ]),
    );
  };
  return inside(given) as T;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The texts with the mark where the product's name stood as a word of its own; a name of one letter is left. */
export function withoutProduct<T>(given: T, product: string): T {
  const name = product.trim();
  if (name.length < 2) return given;
  const before = /^[a-z0-9]/i.test(name) ? "(?<![A-Za-z0-9])" : "";
  const after = /[a-z0-9]$/i.test(name) ? "(?![A-Za-z0-9])" : "";
  const word = new RegExp(`${before}${escaped(name)}${after}`, "g");
  return mapTexts(given, (text) => text.replace(word, mark));
}

/** The texts with a product's name set in. */
export const withProduct = <T>(given: T, product: string | LocalText): T =>
  mapTexts(given, (text, language) =>
    text.replaceAll(mark, () => (typeof product === "string" ? product : product[language])),
  );

/** Whether the product's name is set into it. */
export const namesProduct = (given: unknown): boolean => JSON.stringify(given).includes(mark);
