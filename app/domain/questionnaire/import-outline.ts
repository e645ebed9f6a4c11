/** Reads a questionnaire out of a plain text: "1. question / a) choice". */
import type { Language } from "../language";
import { surveyLocale } from "../language";
import type { JsonObject } from "./draft-tree";

export type OutlineProblem = "empty" | "no-questions" | "too-large";
export type ReadOutline =
  | { ok: true; json: JsonObject; questions: number; skipped: { line: number; text: string }[] }
  | { ok: false; reason: OutlineProblem };

const largest = 500_000;

const numbered =
  /^\s*(?:(?:Q|问题|第)?\s*(\d{1,3})\s*(?:[.、．)）:：]|题[.、:：]?)|([一二三四五六七八九十]{1,3})\s*[、.．])\s*(\S.*)$/i;
const lettered =
  /^\s*(?:[(（]?\s*([A-Za-z])\s*[.、．)）:：]|[-*•·○□☐●]|[(（]\s*\d{1,2}\s*[)）]|[①-⑳])\s*(\S.*)$/;
const heading =
  /^\s*(?:#{1,4}\s+(.+)|[【[](.+)[】\]]|(?:第[一二三四五六七八九十\d]+(?:部分|页)|(?:part|section|page)\s+[\divx]+)\s*[:：.、]?\s*(.*))\s*$/i;
const manyWords =
  /多选|可多选|不定项|所有适用|all that apply|select (?:all|any)|choose (?:all|any)|multiple/i;
const openWords = /填空|问答|开放|简答|请说明原因|open|free text/i;
const requiredWords = /必答|必填|\brequired\b|\*\s*$/i;
/** What a mark in brackets says about a question, and is no part of it. */
const mark =
  /\s*[[【(（]\s*(?:单选题?|多选题?|可多选|不定项|填空题?|问答题?|开放题?|简答题?|量表题?|必答题?|必填|single|multiple|open|free text|required|choose one|select one|select all(?: that apply)?|choose all(?: that apply)?|scale)\s*[\]】)）]/gi;
const scale = /(?:^|[^\d])(\d{1,2})\s*(?:[-–—~～]|到|至|to)\s*(\d{1,2})\s*(?:分)?/i;
const scaleWords = /量表|打分|评分|几分|scale|rate|rating/i;
const blank = /_{3,}|＿{2,}/g;

type Draft = { title: string; raw: string; choices: string[]; after: string[]; line: number };

/** The language most of the text is in. */
const languageOfText = (text: string): Language =>
  (text.match(/[\u3400-\u9fff]/g) ?? []).length * 3 > (text.match(/[A-Za-z]/g) ?? []).length ? "zh-CN" : "en";

const localized = (text: string, language: Language) =>
  language === "en" ? { default: text, en: text } : { [surveyLocale["zh-CN"]]: text };

const otherChoice = /^(其他|其它|other)/i;

function questionOf({ title, raw, choices, after }: Draft, at: number, language: Language): JsonObject {
  const name = `q${at}`;
  const shared = {
    name,
    title: localized(title, language),
    ...(after.length > 0 ? { description: localized(after.join(" "), language) } : {}),
    ...(requiredWords.test(raw) ? { isRequired: true } : {}),
  };
  const [, from, to] = scale.exec(raw) ?? [];
  if (choices.length === 0) {
    const [low, high] = [Number(from), Number(to)];
    if (from && to && scaleWords.test(raw) && low < high && high - low <= 10)
      return { type: "rating", ...shared, rateMin: low, rateMax: high };
    return { type: openWords.test(raw) || title.length > 12 ? "comment" : "text", ...shared };
  }
  const last = choices.at(-1) ?? "";
  const other =
    choices.length > 1 && (otherChoice.test(last) || /_{2,}|＿/.test(last)) && otherChoice.test(last);
  const listed = other ? choices.slice(0, -1) : choices;
  return {
    ...{ type: manyWords.test(raw) ? "checkbox" : "radiogroup", ...shared },
    choices: listed.map((text, index) => ({ value: `c${index + 1}`, text: localized(text, language) })),
    ...(other
      ? {
          showOtherItem: true,
          otherText: localized(
            last
              .replace(blank, "")
              .replace(/[:：]\s*$/, "")
              .trim(),
            language,
          ),
        }
      : {}),
  };
}

/**
 * The questionnaire of an outline. A line that begins with a number is a question, one that begins with a
 * letter, a dash or a bullet under it a choice; headings begin pages. "Select all that apply" or 多选 makes
 * checkboxes, "scale 1–5" a scale, no choices an open question. Lines that belong to nothing are told.
 */
export function readOutline(text: string): ReadOutline {
  if (text.trim() === "") return { ok: false, reason: "empty" };
  if (text.length > largest) return { ok: false, reason: "too-large" };
  const language = languageOfText(text);
  const pages: { title: string; questions: Draft[] }[] = [{ title: "", questions: [] }];
  const skipped: { line: number; text: string }[] = [];
  let title = "";
  text
    .replaceAll("\u0000", "")
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      if (raw.trim() === "") return;
      const page = pages.at(-1);
      const current = page?.questions.at(-1);
      const [, , , asked] = numbered.exec(raw) ?? [];
      const [, , picked] = lettered.exec(raw) ?? [];
      const [isHeading, ...titles] = heading.exec(raw) ?? [];
      if (asked !== undefined) {
        const words = asked
          .replace(mark, "")
          .replace(blank, "")
          .replace(/\s*\*\s*$/, "")
          .trim();
        page?.questions.push({ title: words || asked.trim(), raw, choices: [], after: [], line: index + 1 });
      } else if (picked !== undefined && current) current.choices.push(picked.trim());
      else if (isHeading !== undefined) {
        const words = (titles.find((one) => one !== undefined && one !== "") ?? raw).trim();
        if (title === "" && pages.length === 1 && page?.questions.length === 0 && /^\s*#\s/.test(raw))
          title = words;
        else pages.push({ title: words, questions: [] });
      } else if (current && current.choices.length === 0) current.after.push(raw.trim());
      else if (!current && title === "" && pages.length === 1) title = raw.trim();
      else skipped.push({ line: index + 1, text: raw.trim().slice(0, 200) });
    });
  const filled = pages.filter(({ questions }) => questions.length > 0);
  const total = filled.reduce((sum, { questions }) => sum + questions.length, 0);
  if (total === 0) return { ok: false, reason: "no-questions" };
  let at = 0;
  const json: JsonObject = {
    ...(title ? { title: localized(title, language) } : {}),
    pages: filled.map((page, index) => ({
      name: `page${index + 1}`,
      ...(page.title ? { title: localized(page.title, language) } : {}),
      elements: page.questions.map((question) => {
        at += 1;
        return questionOf(question, at, language);
      }),
    })),
  };
  return { ok: true, json, questions: total, skipped };
}
