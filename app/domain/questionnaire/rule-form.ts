/** The form of the logic page: one rule made, changed, taken away or put back. */
import type { Askable } from "./condition-questions";
import { insideNot, scalarText, typedValue } from "./condition-rule";
import {
  changeRule,
  type DraftRule,
  isWay,
  type RuleDetail,
  type RuleKind,
  type RuleTarget,
  ruleKinds,
  ruleProperties,
  rulesOf,
  setRule,
} from "./draft-rules";
import { isObject, type JsonObject, listOf, type PathPart, pathText, valueAt, withValue } from "./draft-tree";
import { mostOfQuota } from "./endings";

/** What a rule can be made for, and the kinds it can have there. */
export const kindsFor: Record<"page" | "question" | "panel" | "option", readonly RuleKind[]> = {
  page: ["skip", "show", "jump", "screen-out", "quota", "finish"],
  question: ["show", "require", "enable", "set", "offer"],
  panel: ["show", "require", "enable"],
  option: ["offer"],
};

export type RuleProblem =
  | "target-missing"
  | "page-only"
  | "no-require"
  | "option-missing"
  | "taken"
  | "condition-empty"
  | "to-missing"
  | "most-missing"
  | "value-missing";
/** The fields a problem is about, where it is not the condition. */
export const fieldOfProblem: Partial<Record<RuleProblem, string>> = {
  ...{ "target-missing": "target", "page-only": "target", "no-require": "target", taken: "target" },
  ...{ "option-missing": "option", "to-missing": "to", "most-missing": "most", "value-missing": "value" },
};
export type RuleTyped = {
  target: string;
  /** The choice or row of the target, as the rest of its path: `choices[2]`. */
  option: string;
  kind: RuleKind;
  condition: string;
  to: string;
  most: string;
  zh: string;
  en: string;
  value: string;
};

/** A posted form as it was typed. */
export function typedRule(read: (name: string) => string): RuleTyped {
  return {
    ...{ target: read("target"), option: read("option"), condition: read("condition") },
    kind: ruleKinds.find((kind) => kind === read("kind")) ?? "show",
    ...{ to: read("to"), most: read("most"), value: read("value") },
    ...{ zh: read("zh").trim().slice(0, 2000), en: read("en").trim().slice(0, 2000) },
  };
}

/** `pages[1].elements[0]` as the path it writes; null for anything else. */
function readPath(text: string): PathPart[] | null {
  if (!/^[A-Za-z]+(\[\d{1,5}\]|\.[A-Za-z]+)*$/.test(text) || text.length > 300) return null;
  return text
    .replaceAll("[", ".")
    .replaceAll("]", "")
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const isPage = (path: readonly PathPart[]) => path.length === 2 && path[0] === "pages";
const isOption = (path: readonly PathPart[]) =>
  typeof path.at(-1) === "number" && (path.at(-2) === "choices" || path.at(-2) === "rows");

/** A second rule of a kind would take the place of the first; behind a page there may be several. */
function hasRule(part: JsonObject, kind: RuleKind): boolean {
  const written = (text: unknown) => typeof text === "string" && text.trim() !== "";
  if (isWay(kind)) return false;
  const property = {
    ...{ show: "visibleIf", skip: "visibleIf", offer: "visibleIf" },
    ...{ require: "requiredIf", enable: "enableIf", set: "setValueIf" },
  }[kind];
  return written(part[property]);
}

/**
 * What a rule says beside its condition, as typed. The value of a question that offers answers is one of those; another
 * is written as a text or a number.
 */
function readDetail(
  draft: unknown,
  typed: RuleTyped,
  { kind, page }: { kind: RuleKind; page: number },
  askables: readonly Askable[],
  asked: string,
): { ok: true; detail: RuleDetail } | { ok: false; problem: RuleProblem } {
  const text = { "zh-CN": typed.zh, en: typed.en };
  switch (kind) {
    case "jump": {
      const pages = listOf(valueAt(draft, ["pages"]));
      const to = pages.findIndex((one) => isObject(one) && one.name === typed.to);
      return to > page ? { ok: true, detail: { to: typed.to } } : { ok: false, problem: "to-missing" };
    }
    case "quota": {
      const most = Number(typed.most);
      const good = /^\d{1,6}$/.test(typed.most.trim()) && most <= mostOfQuota;
      return good ? { ok: true, detail: { most, text } } : { ok: false, problem: "most-missing" };
    }
    case "screen-out":
    case "finish":
      return { ok: true, detail: { text } };
    case "set": {
      const known = askables.find(({ path }) => path === asked)?.values ?? [];
      const chosen = known.find(({ value }) => JSON.stringify(value) === typed.value)?.value;
      const given = chosen ?? (known.length > 0 ? "" : typedValue(typed.value));
      const isGiven = typeof given !== "object" && given !== "";
      return isGiven
        ? { ok: true, detail: { value: scalarText(given) } }
        : { ok: false, problem: "value-missing" };
    }
    default:
      return { ok: true, detail: {} };
  }
}

type Read =
  | { ok: true; target: RuleTarget; text: string; detail: RuleDetail }
  | { ok: false; problem: RuleProblem };

/** What a new rule is for and says, or what is missing. The condition's grammar is judged elsewhere. */
export function readNewRule(draft: unknown, typed: RuleTyped, askables: readonly Askable[]): Read {
  const { kind, condition } = typed;
  const owner = readPath(typed.target);
  const part = owner && valueAt(draft, owner);
  if (!owner || !isObject(part)) return { ok: false, problem: "target-missing" };
  if ((kind === "skip" || isWay(kind)) && !isPage(owner)) return { ok: false, problem: "page-only" };
  const ofQuestion = kind === "require" || kind === "enable" || kind === "set" || kind === "offer";
  if (ofQuestion && isPage(owner)) return { ok: false, problem: "no-require" };
  const path = kind === "offer" ? readPath(`${typed.target}.${typed.option}`) : owner;
  const option = path && valueAt(draft, path);
  if (!path || option === undefined || (kind === "offer" && !isOption(path)))
    return { ok: false, problem: "option-missing" };
  if (isObject(option) && hasRule(option, kind)) return { ok: false, problem: "taken" };
  const page = owner[0] === "pages" ? Number(owner[1]) : 0;
  const said = readDetail(draft, typed, { kind, page }, askables, String(part.name ?? ""));
  if (!said.ok) return said;
  if (condition.trim() === "") return { ok: false, problem: "condition-empty" };
  const text = kind === "skip" ? `!(${condition})` : condition;
  return { ok: true, target: { kind, path }, text, detail: said.detail };
}

/** What a rule says after it was changed, or what is missing; null when the rule is gone. */
export function readChangedRule(
  draft: unknown,
  place: string,
  typed: RuleTyped,
  askables: readonly Askable[],
): Read | null {
  const rule = rulesOf(draft).find(({ path }) => pathText(path) === place);
  if (!rule) return null;
  if (typed.condition.trim() === "") return { ok: false, problem: "condition-empty" };
  const { kind, owner, path } = rule;
  // A value that is computed is not in the menus: it stays.
  const computed = kind === "set" && typed.value === "" && filledWith(rule.detail) === null;
  const said = computed
    ? { ok: true as const, detail: rule.detail }
    : readDetail(draft, typed, { kind, page: owner.page ?? 0 }, askables, owner.name);
  if (!said.ok) return said;
  const text = kind === "skip" ? `!(${typed.condition})` : typed.condition;
  return { ok: true, target: { kind, path }, text, detail: said.detail };
}

/** What a "set" rule fills in where that is a plain value; null where it is computed. */
export function filledWith({ value = "" }: RuleDetail): string | number | boolean | null {
  const [, quoted] = /^'((?:\\.|[^'\\{}])*)'$/.exec(value.trim()) ?? [];
  if (quoted !== undefined) return quoted.replace(/\\(.)/g, "$1");
  if (/^(true|false)$/.test(value.trim())) return value.trim() === "true";
  const typed = typedValue(value);
  return typeof typed === "number" ? typed : null;
}

/** The condition of a rule as it is edited: that of a skip stands without its "not". */
export const editedText = ({ kind, text }: Pick<DraftRule, "kind" | "text">): string =>
  kind === "skip" ? (insideNot(text) ?? text) : text;

/** What puts a removed rule back. Of endings and jumps `text` is the whole entry, of a filled-in value both halves. */
export type RemovedRule = { target: string; property: string; text: string };

export function removalOf(draft: unknown, place: string): RemovedRule | null {
  const rule = rulesOf(draft).find(({ path }) => pathText(path) === place);
  if (!rule) return null;
  const owner = rule.path.slice(0, -1);
  if (isWay(rule.kind))
    return {
      target: String(rule.path[0]),
      property: "way",
      text: JSON.stringify(valueAt(draft, owner)),
    };
  const value = rule.kind === "set" ? rule.detail.value : undefined;
  const text = value === undefined ? rule.text : JSON.stringify([rule.text, value]);
  return { target: pathText(owner), property: String(rule.path.at(-1)), text };
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** The condition in a removed rule, to be read before it is put back. */
export function conditionOf({ property, text }: RemovedRule): string {
  const given = property === "way" || property === "setValueIf" ? parsed(text) : null;
  const condition = isObject(given) ? given.if : Array.isArray(given) ? given[0] : text;
  return typeof condition === "string" ? condition : "";
}

/** The draft with a removed rule back in its place, unless another took it or its owner is gone: then null. */
export function restoreRule(draft: unknown, given: RemovedRule): unknown {
  const path = readPath(given.target);
  if (!path || !isObject(draft)) return null;
  if (given.property === "way") {
    const way = parsed(given.text);
    const list = given.target;
    if ((list !== "endings" && list !== "jumps") || !isObject(way)) return null;
    const there = listOf(draft.pages).some((page) => isObject(page) && page.name === way.after);
    return there ? withValue(draft, [list], [...listOf(draft[list]), way]) : null;
  }
  const owner = valueAt(draft, path);
  const kind = Object.hasOwn(ruleProperties, given.property) ? ruleProperties[given.property] : undefined;
  if (!isObject(owner) || !kind || owner[given.property] !== undefined) return null;
  if (kind !== "set") return withValue(draft, [...path, given.property], given.text);
  const pair = parsed(given.text);
  const value = Array.isArray(pair) && typeof pair[1] === "string" ? pair[1] : undefined;
  return setRule(draft, { kind, path }, conditionOf(given), { value });
}

/** The draft with a rule changed as it was read. */
export const saveRule = (
  draft: unknown,
  place: string,
  read: { text: string; detail: RuleDetail },
): unknown => changeRule(draft, place, read.text, read.detail);
