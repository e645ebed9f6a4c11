/** The form of the logic page: one rule made, changed, taken away or put back. */
import { insideNot } from "./condition-rule";
import { changeRule, type DraftRule, type RuleTarget, ruleProperties, rulesOf, setRule } from "./draft-rules";
import { isObject, type JsonObject, listOf, type PathPart, pathText, valueAt, withValue } from "./draft-tree";

export const newRuleKinds = ["show", "require", "enable", "skip", "screen-out"] as const;
type NewKind = (typeof newRuleKinds)[number];

export type RuleProblem = "target-missing" | "page-only" | "no-require" | "taken" | "condition-empty";
export type RuleTyped = { target: string; kind: NewKind; condition: string };

/** `pages[1].elements[0]` as the path it writes; null for anything else. */
export function readPath(text: string): PathPart[] | null {
  if (!/^[A-Za-z]+(\[\d{1,5}\]|\.[A-Za-z]+)*$/.test(text) || text.length > 300) return null;
  return text
    .replaceAll("[", ".")
    .replaceAll("]", "")
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const isPage = (path: readonly PathPart[]) => path.length === 2 && path[0] === "pages";

/** A second rule of a kind would take the place of the first. */
function hasRule(draft: unknown, part: JsonObject, kind: NewKind): boolean {
  const written = (text: unknown) => typeof text === "string" && text.trim() !== "";
  if (kind === "screen-out")
    return listOf(valueAt(draft, ["endings"])).some((one) => isObject(one) && one.after === part.name);
  return written(
    part[{ show: "visibleIf", skip: "visibleIf", require: "requiredIf", enable: "enableIf" }[kind]],
  );
}

/** What a new rule is for, or what is missing. The condition's grammar is judged elsewhere. */
export function readNewRule(
  draft: unknown,
  { target, kind, condition }: RuleTyped,
): { ok: true; target: RuleTarget; text: string } | { ok: false; problem: RuleProblem } {
  const path = readPath(target);
  const part = path && valueAt(draft, path);
  if (!path || !isObject(part)) return { ok: false, problem: "target-missing" };
  if ((kind === "skip" || kind === "screen-out") && !isPage(path)) return { ok: false, problem: "page-only" };
  if ((kind === "require" || kind === "enable") && isPage(path)) return { ok: false, problem: "no-require" };
  if (hasRule(draft, part, kind)) return { ok: false, problem: "taken" };
  if (condition.trim() === "") return { ok: false, problem: "condition-empty" };
  return { ok: true, target: { kind, path }, text: kind === "skip" ? `!(${condition})` : condition };
}

/** The condition of a rule as it is edited: that of a skip stands without its "not". */
export const editedText = ({ kind, text }: DraftRule): string =>
  kind === "skip" ? (insideNot(text) ?? text) : text;

/** The draft with a rule's condition as edited; null when the rule is gone. */
export function saveRule(draft: unknown, place: string, condition: string): unknown {
  const rule = rulesOf(draft).find(({ path }) => pathText(path) === place);
  if (!rule) return null;
  const text = rule.kind === "skip" && condition.trim() !== "" ? `!(${condition})` : condition;
  return changeRule(draft, place, text);
}

/** What puts a removed rule back: the same as making it. */
export function removalOf(
  draft: unknown,
  place: string,
): { target: string; property: string; text: string } | null {
  const rule = rulesOf(draft).find(({ path }) => pathText(path) === place);
  if (!rule) return null;
  const ending =
    rule.kind === "screen-out" && isObject(draft) ? valueAt(draft, rule.path.slice(0, -1)) : null;
  const after = isObject(ending) ? String(ending.after) : "";
  return {
    target: pathText(rule.path.slice(0, -1)),
    property: after || String(rule.path.at(-1)),
    text: rule.text,
  };
}

/** The draft with a removed rule back in its place, unless another took it or its owner is gone: then null. */
export function restoreRule(
  draft: unknown,
  given: { target: string; property: string; text: string },
): unknown {
  const path = readPath(given.target);
  if (!path || !isObject(draft)) return null;
  if (path[0] === "endings") {
    const pages = Array.isArray(draft.pages) ? draft.pages : [];
    const at = pages.findIndex((page) => isObject(page) && page.name === given.property);
    return at < 0 ? null : setRule(draft, { kind: "screen-out", path: ["pages", at] }, given.text);
  }
  const owner = valueAt(draft, path);
  const known = Object.hasOwn(ruleProperties, given.property);
  if (!isObject(owner) || !known || owner[given.property] !== undefined) return null;
  return withValue(draft, [...path, given.property], given.text);
}
