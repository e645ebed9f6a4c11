/** The rules of a draft: every condition with what it decides and where it stands. */
import type { LocalText } from "../language";
import { localText } from "./condition-questions";
import { insideNot } from "./condition-rule";
import {
  type DraftText,
  isObject,
  type JsonObject,
  listOf,
  type PathPart,
  pathText,
  readText,
  valueAt,
  withValue,
} from "./draft-tree";
import { type EndKind, endKindOf } from "./endings";

export const ruleKinds = [
  "show",
  "require",
  "enable",
  "set",
  "skip",
  "jump",
  "screen-out",
  "quota",
  "finish",
  "offer",
] as const;
/**
 * What a rule decides. "set" fills an answer in; "skip" is a page that is left out when it holds, "jump" goes on to a
 * later page; "screen-out", "quota" and "finish" end the questionnaire; "offer" shows a choice, row or column.
 */
export type RuleKind = (typeof ruleKinds)[number];
/** Rules behind a page, kept in lists of their own: `endings` and `jumps`. */
export type WayKind = Extract<RuleKind, "jump" | "screen-out" | "quota" | "finish">;

const wayOfEnd: Record<EndKind, WayKind> = {
  "screened-out": "screen-out",
  "over-quota": "quota",
  complete: "finish",
};
const endOfWay = { "screen-out": undefined, quota: "over-quota", finish: "complete" } as const;
export const isWay = (kind: RuleKind): kind is WayKind => kind === "jump" || Object.hasOwn(endOfWay, kind);
const listOfWay = (kind: WayKind) => (kind === "jump" ? "jumps" : "endings");

/** The properties that hold a condition, and what each decides. */
export const ruleProperties: Readonly<Record<string, RuleKind>> = {
  ...{ visibleIf: "show", requiredIf: "require", enableIf: "enable", setValueIf: "set" },
  ...{
    choicesVisibleIf: "offer",
    rowsVisibleIf: "offer",
    columnsVisibleIf: "offer",
    choicesEnableIf: "offer",
  },
};
const propertyOf = {
  ...{ show: "visibleIf", skip: "visibleIf", offer: "visibleIf" },
  ...{ require: "requiredIf", enable: "enableIf", set: "setValueIf" },
} as const;

export type RuleOwner = {
  kind: "page" | "question" | "panel" | "option" | "survey";
  /** Of the page, or of the question it belongs to. */
  name: string;
  title: LocalText;
  /** The choice, row or column. */
  option?: LocalText;
  page: number | null;
};
/** What a rule says beside its condition. */
export type RuleDetail = {
  /** The page a jump leads to. */
  to?: string;
  /** Places of a quota. */
  most?: number;
  /** What is read at the end; empty for the usual words. */
  text?: DraftText;
  /** What is filled in, as SurveyJS writes it: `'yes'`, `3`, `{other}`. */
  value?: string;
};
export type DraftRule = {
  /** Leads to the condition's text. */
  path: PathPart[];
  kind: RuleKind;
  text: string;
  owner: RuleOwner;
  detail: RuleDetail;
};

const isPagePath = (path: readonly PathPart[]) => path.length === 2 && path[0] === "pages";
const elementLists = new Set<PathPart>(["elements", "questions", "templateElements"]);
const pageOf = (path: readonly PathPart[]): number | null =>
  path[0] === "pages" ? Number(path[1]) : path.length > 1 ? 0 : null;

/** Who a condition at this place belongs to. */
function ownerAt(draft: unknown, path: readonly PathPart[]): RuleOwner {
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
const wayLists: readonly PathPart[] = ["endings", "jumps"];

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
      const written = typeof inner === "string" && inner.trim() !== "";
      const way = wayLists.includes(path[0] ?? "") && path.length === 2 && key === "if";
      const kind = Object.hasOwn(ruleProperties, key) ? ruleProperties[key] : undefined;
      if (way && written) rules.push({ ...wayAt(draft, value, path), path: here, text: inner });
      else if (kind && written) {
        const owner = ownerAt(draft, here);
        const skip = kind === "show" && isPagePath(path) && insideNot(inner) !== null;
        const offer = kind === "show" && owner.kind === "option";
        const filled = value.setValueExpression;
        const detail = kind === "set" && typeof filled === "string" ? { value: filled } : {};
        rules.push({ path: here, kind: skip ? "skip" : offer ? "offer" : kind, text: inner, owner, detail });
      } else visit(inner, here);
    }
  };
  visit(draft, []);
  return rules;
}

/** An ending or a jump as a rule of the page it stands behind. */
function wayAt(
  draft: unknown,
  way: JsonObject,
  path: PathPart[],
): Pick<DraftRule, "kind" | "owner" | "detail"> {
  const pages = isObject(draft) && Array.isArray(draft.pages) ? draft.pages : [];
  const at = pages.findIndex((page) => isObject(page) && page.name === way.after);
  const none: RuleOwner = { kind: "survey", name: "", title: { "zh-CN": "", en: "" }, page: null };
  const owner: RuleOwner =
    at < 0 ? none : { ...ownerAt(draft, ["pages", at, "title"]), kind: "page", page: at };
  if (path[0] === "jumps") return { kind: "jump", owner, detail: { to: String(way.to ?? "") } };
  return {
    kind: wayOfEnd[endKindOf(way)],
    owner,
    detail: { text: readText(way.text), ...(typeof way.most === "number" ? { most: way.most } : {}) },
  };
}

/** What a rule is made for: a page, panel, question, or a choice or row of one. */
export type RuleTarget = { kind: RuleKind; path: PathPart[] };

/** The words of an ending as SurveyJS keeps texts; undefined where there are none. */
const endingText = (text: DraftText | undefined) => {
  const { "zh-CN": zh = "", en = "" } = text ?? {};
  const written = { ...(en ? { default: en, en } : {}), ...(zh ? { "zh-cn": zh } : {}) };
  return zh || en ? written : undefined;
};

/** An ending or jump with what its rule says; what it does not know of it stays. */
function wayWith(before: JsonObject, kind: WayKind, text: string, detail: RuleDetail): JsonObject {
  const said = kind === "jump" ? { to: detail.to } : { most: detail.most, text: endingText(detail.text) };
  const as = kind === "jump" ? {} : { as: endOfWay[kind] };
  const entries = Object.entries({ ...before, if: text, ...as, ...said });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * The draft with a rule of this kind: on a page, panel, question or choice (`path` leads to it) in place of the one it
 * has, or behind a page beside those it has. Null when there is nothing at that path.
 */
export function setRule(
  draft: unknown,
  { kind, path }: RuleTarget,
  text: string,
  detail: RuleDetail = {},
): unknown {
  const part = valueAt(draft, path);
  if (!isObject(draft) || part === undefined) return null;
  if (isWay(kind)) {
    if (!isObject(part)) return null;
    const list = listOfWay(kind);
    return withValue(
      draft,
      [list],
      [...listOf(draft[list]), wayWith({ after: part.name }, kind, text, detail)],
    );
  }
  // A choice that is a bare value becomes one with a condition.
  const opened = isObject(part) ? draft : withValue(draft, path, { value: part });
  const after = withValue(opened, [...path, propertyOf[kind]], text);
  return kind === "set" ? withValue(after, [...path, "setValueExpression"], detail.value) : after;
}

/** The draft with a rule changed, or without it where the text is empty; null when it is not there. */
export function changeRule(draft: unknown, place: string, text: string, detail?: RuleDetail): unknown {
  const rule = rulesOf(draft).find(({ path }) => pathText(path) === place);
  if (!rule) return null;
  const { kind, path } = rule;
  const gone = text.trim() === "";
  const owner = path.slice(0, -1);
  if (isWay(kind)) {
    const [list = "", at] = path;
    const ways = listOf(valueAt(draft, [list]));
    const left = ways.flatMap((way, n) => {
      if (n !== at || !isObject(way)) return [way];
      return gone ? [] : [wayWith(way, kind, text, detail ?? rule.detail)];
    });
    return withValue(draft, [list], left.length > 0 ? left : undefined);
  }
  const after = withValue(draft, path, gone ? undefined : text);
  if (kind !== "set") return after;
  const value = gone ? undefined : (detail ?? rule.detail).value;
  return withValue(after, [...owner, "setValueExpression"], value);
}
