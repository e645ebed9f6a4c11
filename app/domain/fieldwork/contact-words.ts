/** What people write for a role, a size, an industry or a language, in either language. */
import type { ChainRole } from "../chain/role";
import { type Language, type LocalText, languages } from "../language";
import { industries, sizeBands } from "../questionnaire/answer-options";
import { instantIn } from "./answer-cells";

const roleWords: readonly [ChainRole, RegExp][] = [
  ["it-security", /^(it|信息安全|安全|信息技术|it部门?|it.*(安全|security).*|security|gatekeeper|信息化)$/],
  ["decider", /^(决策者?|决策人|拍板人?|老板|负责人|总经理|decider|decision.?maker|boss|ceo|owner)$/],
  [
    "requester",
    /^(需求方|需求者|需求部门|提出者|发起人|发起者|requester|requestor|initiator|champion|influencer)$/,
  ],
  ["procurement", /^(采购|采购员|采购部|procurement|purchasing|buyer|purchaser)$/],
  ["finance", /^(财务|财务部|finance|cfo|accounting)$/],
  ["user", /^(使用者|使用人|用户|最终用户|员工|users?|end.?user|employee)$/],
];

/**
 * The roles named in a cell, several apart by "/", "、", comma or "+"; the first is the primary one. Null when one of the
 * words is not known; empty for an empty cell.
 */
export function rolesIn(cell: string): ChainRole[] | null {
  const words = cell
    .normalize("NFKC")
    .toLowerCase()
    .split(/[/、,;+|&]|\s和\s/)
    .map((word) => word.trim())
    .filter(Boolean);
  const found = words.map(
    (word) => roleWords.find(([role, pattern]) => word === role || pattern.test(word))?.[0],
  );
  return found.every((role) => role !== undefined) ? [...new Set(found)] : null;
}

const folded = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s–—~〜至-]+/g, "");

/** A listed value by each of its words. */
const byWord = (list: readonly { value: string; name: LocalText }[]) =>
  new Map(
    list.flatMap(({ value, name }) =>
      [value, name["zh-CN"], name.en].map((word) => [folded(word), value] as const),
    ),
  );
const sizeByWord = byWord(sizeBands);
const industryByWord = byWord(industries);

/** The size band of a cell: a band's words, or a number of people ("约 120 人"). Null for an empty or unknown one. */
export function sizeIn(cell: string): string | null {
  const wanted = folded(cell);
  if (!wanted) return null;
  const band = sizeByWord.get(wanted);
  if (band) return band;
  const people = Number(/\d+/.exec(cell.normalize("NFKC").replaceAll(",", ""))?.[0]);
  if (!Number.isFinite(people) || people < 1) return null;
  return sizeBands.findLast(({ value }) => Number.parseInt(value, 10) <= people)?.value ?? null;
}

/** The industry of a cell: the key of a known one, else what was written. Null for an empty cell. */
export function industryIn(cell: string): string | null {
  const wanted = folded(cell);
  if (!wanted) return null;
  return industryByWord.get(wanted) ?? cell.trim().slice(0, 100);
}

/** The language of a cell; undefined when the word is not known, null for an empty cell. */
export function languageIn(cell: string): Language | null | undefined {
  const word = folded(cell);
  if (!word) return null;
  if (/^(zh.*|中文|汉语|chinese|简体.*)$/.test(word)) return "zh-CN";
  if (/^(en.*|英文|英语)$/.test(word)) return "en";
  return languages.find((language) => folded(language) === word);
}

/** The tags of a cell, apart by comma, semicolon or "、". */
export const tagsIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[,;，；、|]/)
      .map((tag) => tag.trim().slice(0, 40))
      .filter(Boolean),
  ),
];

/**
 * Since when something is so: a date (as UTC), or `now` for a yes. Null for an empty cell or a no, undefined when the
 * word is not known.
 */
export function sinceIn(cell: string, now: number): number | null | undefined {
  const word = folded(cell);
  if (/^(|0|否|no|n|false|未|没有|无)$/.test(word)) return null;
  if (/^(1|是|yes|y|true|已?同意|已?退订|有|√|✓|x)$/.test(word)) return now;
  const at = instantIn(cell);
  return at === null || at > now ? undefined : at;
}
