/** Reading untrusted JSON: every getter answers what is there if it is of the kind asked for. */
import { type LocalText, surveyLocale } from "../language";
import { cleanText, isRecord } from "./read-answer";

export type Json = Record<string, unknown>;

export const readText = (json: Json, key: string): string | undefined => {
  const value = json[key];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
};

/** A number, also one written as text; undefined when absent, empty or not finite. */
export const readAmount = (json: Json, key: string): number | undefined => {
  const value = json[key];
  if (typeof value === "string" && value.trim() === "") return undefined;
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
};

export const readFlag = (json: Json, ...keys: string[]): boolean => keys.some((key) => json[key] === true);

export const readList = (json: Json, ...keys: string[]): unknown[] => {
  const value = keys.map((key) => json[key]).find(Array.isArray);
  return Array.isArray(value) ? value : [];
};

/**
 * A text in every language from SurveyJS's `"text"` or `{default, "zh-cn", en}`; a language that is missing is
 * filled from the other. `default` is English, as in SurveyJS. Undefined when there is no text at all.
 */
export function readLocal(value: unknown): LocalText | undefined {
  if (typeof value === "string" || typeof value === "number") return both(cleanText(String(value)));
  if (!isRecord(value)) return undefined;
  const read = (key: string) => cleanText(readText(value, key) ?? "");
  const zh = read(surveyLocale["zh-CN"]) || read("zh-CN") || read("zh");
  const en = read(surveyLocale.en) || read("default");
  const any = zh || en || read(Object.keys(value)[0] ?? "");
  return any === "" ? undefined : { "zh-CN": zh || any, en: en || any };
}

/** The same text in both languages. Undefined when it is blank. */
const both = (text: string): LocalText | undefined =>
  text.trim() === "" ? undefined : { "zh-CN": text, en: text };

/** Whether a text object lacks one of the languages; a plain text is meant for both. */
export const lacksLanguage = (value: unknown): boolean =>
  isRecord(value) &&
  !(
    ["zh-cn", "zh-CN", "zh"].some((key) => readText(value, key)) &&
    ["en", "default"].some((key) => readText(value, key))
  );
