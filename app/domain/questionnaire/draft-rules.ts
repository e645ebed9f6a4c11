/** The rules of a draft: every condition with what it decides and where it stands. */
import type { LocalText } from "../language";
import { localText } from "./condition-questions";
import { insideNot } from "./condition-rule";
import { isObject, type JsonObject, type PathPart, pathText, valueAt, withValue } from "./draft-tree";

export const ruleKinds = ["show", "require", "enable", "skip", "screen-out", "offer"] as const;
/** What a rule decides. "skip" is a page that is left out when it holds; "offer" shows a choice, row or column. */
export type RuleKind = (typeof ruleKinds)[number];

/** The properties that hold a condition, and what each decides. */
export const ruleProperties: Readonly<Record<string, RuleKind>> = {
  ...{ visibleIf: "show", requiredIf: "require", enableIf: "enable" },
  ...{
    choicesVisibleIf: "offer",
    rowsVisibleIf: "offer",
    columnsVisibleIf: "offer",
    choicesEnableIf: "offer",
  },
};

export type RuleOwner = {
  kind: "page" | "question" | "panel" | "option" | "survey";
  /** Of the page, or of the question it belongs to. */
  name: string;
  title: LocalText;
  /** The choice, row or column. */
  option?: LocalText;
  page: number | null;
};
export type DraftRule = {
  /** Leads to the condition's text. */
  path: PathPart[];
  kind: RuleKind;
  text: string;
  owner: RuleOwner;
};

const isPagePath = (path: readonly PathPart[]) => path.length === 2 && path[0] === "pages";
const elementLists = new Set<PathPart>(["elements", "questions", "templateElements"]);
const pageOf = (path: readonly PathPart[]): number | null =>
  path[0] === "pages" ? Number(path[1]) : path.length > 1 ? 0 : null;

/** Who a condition at this place belongs to. */
export function ownerAt(draft: unknown, path: readonly PathPart[]): RuleOwner {
  const named = (part: JsonObject) => {
    const name = typeof part.name === "string" ? part.name : "";
    return { name, title: localText(part.title, name) };
  };
  const last = path.findLastIndex(
    (part, at) => typeof part === "number" && elementLists.has(path[at - 1] ?? ""),
  );
  const element = last < 0 ? undefined : valueAt(draft, path.slice(0, last + 1));
  if (isObject(element)) {
    const inside = path.length - 1 > last + 1 ? valueAt(draft, path.slice(0, -1)) : undefined;
    const shared = { ...named(element), page: pageOf(path) };
    if (!isObject(inside)) return { kind: element.type === "panel" ? "panel" : "question", ...shared };
    const fallback = String(inside.value ?? inside.name ?? "");
    return { kind: "option", ...shared, option: localText(inside.text ?? inside.title, fallback) };
  }
  const page = valueAt(draft, path.slice(0, 2));
  if (path[0] === "pages" && isObject(page)) return { kind: "page", ...named(page), page: Number(path[1]) };
  return { kind: "survey", name: "", title: { "zh-CN": "", en: "" }, page: null };
}

/** Deeper than any questionnaire that is kept. */
const deepest = 40;

/** Every rule of the draft, in its order; blank conditions are none. */
export function rulesOf(draft: unknown): DraftRule[] {
  const rules: DraftRule[] = [];
  const visit = (value: unknown, path: PathPart[]): void => {
    if (path.length > deepest) return;
    if (Array.isArray(value))
      value.forEach((item, at) => {
        visit(item, [...path, at]);
      });
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key];
      const ending = path[0] === "endings" && path.length === 2 && key === "if";
      const kind = ending
        ? "screen-out"
        : Object.hasOwn(ruleProperties, key)
          ? ruleProperties[key]
          : undefined;
      if (kind && typeof inner === "string" && inner.trim() !== "") {
        const owner = ending ? endingOwner(draft, value) : ownerAt(draft, here);
        const skip = kind === "show" && isPagePath(path) && insideNot(inner) !== null;
        const offer = kind === "show" && owner.kind === "option";
        rules.push({ path: here, kind: skip ? "skip" : offer ? "offer" : kind, text: inner, owner });
      } else visit(inner, here);
    }
  };
  visit(draft, []);
  return rules;
}

function endingOwner(draft: unknown, ending: JsonObject): RuleOwner {
  const pages = isObject(draft) && Array.isArray(draft.pages) ? draft.pages : [];
  const at = pages.findIndex((page) => isObject(page) && page.name === ending.after);
  if (at < 0) return { kind: "survey", name: "", title: { "zh-CN": "", en: "" }, page: null };
  return { ...ownerAt(draft, ["pages", at, "title"]), kind: "page", page: at };
}

/** What a new rule can be made for. */
export type RuleTarget = { kind: "show" | "require" | "enable" | "skip" | "screen-out"; path: PathPart[] };

/**
 * The draft with a rule of this kind on a page, panel or question (`path` leads to it), in place of the one
 * it has; an empty text takes the rule away. A screen-out ends the questionnaire behind its page. Null when
 * there is nothing at that path.
 */
export function setRule(draft: unknown, { kind, path }: RuleTarget, text: string): unknown {
  const part = valueAt(draft, path);
  if (!isObject(draft) || !isObject(part)) return null;
  const given = text.trim() === "" ? undefined : text;
  if (kind !== "screen-out") {
    const property = { show: "visibleIf", skip: "visibleIf", require: "requiredIf", enable: "enableIf" }[
      kind
    ];
    return withValue(draft, [...path, property], given);
  }
  const endings = Array.isArray(draft.endings) ? draft.endings : [];
  const others = endings.filter((ending) => !isObject(ending) || ending.after !== part.name);
  const after = given === undefined ? others : [...others, { after: part.name, if: given }];
  return withValue(draft, ["endings"], after.length > 0 ? after : undefined);
}

/** The draft with the text of a rule changed, or without it where the text is empty; null when it is not there. */
export function changeRule(draft: unknown, place: string, text: string): unknown {
  const rule = rulesOf(draft).find(({ path }) => pathText(path) === place);
  if (!rule) return null;
  if (text.trim() !== "") return withValue(draft, rule.path, text);
  if (rule.kind !== "screen-out") return withValue(draft, rule.path, undefined);
  const endings = valueAt(draft, ["endings"]);
  const left = Array.isArray(endings) ? endings.filter((_, at) => at !== rule.path[1]) : [];
  return withValue(draft, ["endings"], left.length > 0 ? left : undefined);
}
