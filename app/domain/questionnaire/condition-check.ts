/** Finds conditions that can never hold, always hold, ask too early or wait for each other. */
import type { Answer, Answers, Expression } from "./compiled";
import { type Askable, askableAt, askablesOf, askedBy } from "./condition-questions";
import { walk } from "./conditions";
import type { DraftRule } from "./draft-rules";
import { isObject, listOf, valueAt } from "./draft-tree";
import { isTrue } from "./evaluate";
import { type Finding, placeAt } from "./finding";

export type ConditionFindingKind =
  | "unreadable"
  | "unknown-question"
  | "unknown-value"
  | "asked-later"
  | "never"
  | "always"
  | "nowhere"
  | "circular";
export type ParsedRule = { rule: DraftRule; expression: Expression | null };

/** More combinations of answers than this are not tried, and nothing is claimed. */
const mostCombinations = 20_000;

const constantsOf = (expression: Expression): Answer[] =>
  walk(expression).flatMap((part) =>
    part.op === "constant" && part.value !== null ? [part.value].flat() : [],
  );

/** The paths of the variables in an expression, each once. */
const variablesOf = (expression: Expression): string[] => [
  ...new Set(
    walk(expression).flatMap((part) => (part.op === "variable" ? [part.path.replace(/^#/, "")] : [])),
  ),
];

function subsets([first, ...others]: Answer[]): Answer[][] {
  if (first === undefined) return [[]];
  const without = subsets(others);
  return [...without, ...without.map((set) => [first, ...set])];
}

/** Answers worth trying for a variable: every one that a comparison in the expression could tell apart. */
function candidates(askable: Askable | null, constants: readonly Answer[]): (Answer | undefined)[] {
  const numbers = constants.filter((value): value is number => typeof value === "number");
  const known = askable?.values.map(({ value }) => value) ?? [];
  const nothing = askable?.page === -1 ? [] : [undefined];
  switch (askable?.kind) {
    case "one":
    case "yes-no":
      return [...nothing, ...known];
    case "many": {
      const told = known.filter((value) => constants.includes(value)).slice(0, 6);
      const rest = known.filter((value) => !told.includes(value));
      const sets = subsets(told).flatMap((set) => [
        set,
        ...rest.slice(0, 1).map((one) => [...set, one]),
        [...set, ...rest],
      ]);
      return [...nothing, ...sets.filter((set) => set.length > 0)];
    }
    case "number": {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = askable;
      const tried = [...numbers.flatMap((n) => [n - 1, n - 0.5, n, n + 0.5, n + 1]), min, max, 0, 1];
      return [...nothing, ...new Set(tried.filter((n) => Number.isFinite(n) && n >= min && n <= max))];
    }
    default:
      return [undefined, "\u0001", ...new Set(constants.filter((value) => typeof value !== "boolean"))];
  }
}

/** The answers that put each value at its path. Paths that only reach inside share their question's object. */
function answersOf(paths: readonly string[], values: readonly (Answer | undefined)[]): Answers {
  const answers: Answers = {};
  paths.forEach((path, at) => {
    const value = values[at];
    if (value !== undefined) answers[path] = value;
  });
  return answers;
}

/**
 * Whether a condition holds for no answers or for all of them; "unsure" where too many combinations would
 * have to be tried, or where it computes with what menus cannot say.
 */
function reachOf(
  expression: Expression,
  askables: readonly Askable[],
): "never" | "always" | "sometimes" | "unsure" {
  const parts = walk(expression);
  const simple = parts.every(
    ({ op, ...part }) => op !== "call" && !("name" in part && arithmeticName.has(part.name)),
  );
  const paths = variablesOf(expression);
  if (!simple || paths.some((path) => path.includes("[") || /-comment$/i.test(path))) return "unsure";
  // A list and its length move together, so they are not tried apart.
  if (paths.some((path) => path.endsWith(".length") && paths.includes(path.slice(0, -7)))) return "unsure";
  const constants = constantsOf(expression);
  const tried = paths.map((path) => candidates(askableAt(askables, path), constants));
  const combinations = tried.reduce((product, { length }) => product * length, 1);
  if (combinations > mostCombinations) return "unsure";
  let [held, failed] = [false, false];
  for (let at = 0; at < combinations && !(held && failed); at++) {
    let rest = at;
    const values = tried.map((list) => {
      const value = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return value;
    });
    const holds = isTrue(expression, { answers: answersOf(paths, values), variables: {} });
    if (holds) held = true;
    else failed = true;
  }
  return held ? (failed ? "sometimes" : "always") : "never";
}

const arithmeticName = new Set(["plus", "minus", "mul", "div", "mod", "power"]);

/** Values compared with a question that offers others. */
function unknownValues(
  expression: Expression,
  askables: readonly Askable[],
): { askable: Askable; value: Answer }[] {
  return walk(expression).flatMap((part) => {
    if (part.op !== "binary" || part.left.op !== "variable") return [];
    const askable = askableAt(askables, part.left.path);
    if (!askable || askable.values.length === 0 || askable.part === "length") return [];
    if (!["equal", "notequal", "anyof", "noneof", "allof", "contains", "notcontains"].includes(part.name))
      return [];
    return constantsOf(part.right)
      .filter((value) => !askable.values.some((known) => String(known.value) === String(value)))
      .map((value) => ({ askable, value }));
  });
}

/** Names whose visibility a rule decides: its question, or every question of its page or panel. */
function decidedBy({ rule }: ParsedRule, askables: readonly Askable[]): string[] {
  if (rule.kind !== "show" && rule.kind !== "enable" && rule.kind !== "skip") return [];
  const within = rule.path.slice(0, -1);
  const names = askables
    .filter(({ place }) => within.every((part, at) => place[at] === part))
    .map(({ name }) => name);
  return [...new Set(names)];
}

/** The names on a circle of "is shown only if", each circle told once. */
function circles(rules: readonly ParsedRule[], askables: readonly Askable[]): string[][] {
  const waitsFor = new Map<string, Set<string>>();
  for (const parsed of rules) {
    if (!parsed.expression) continue;
    const asked = variablesOf(parsed.expression).flatMap((path) => askedBy(askables, path)?.name ?? []);
    for (const name of decidedBy(parsed, askables))
      waitsFor.set(name, new Set([...(waitsFor.get(name) ?? []), ...asked]));
  }
  const found: string[][] = [];
  const done = new Set<string>();
  const follow = (name: string, way: string[]): void => {
    const at = way.indexOf(name);
    if (at >= 0) {
      const circle = way.slice(at);
      if (!found.some((known) => known.some((one) => circle.includes(one)))) found.push(circle);
      return;
    }
    if (done.has(name)) return;
    for (const next of waitsFor.get(name) ?? []) follow(next, [...way, name]);
    done.add(name);
  };
  for (const name of waitsFor.keys()) follow(name, []);
  return found;
}

/**
 * What is wrong with the rules of a draft. A condition that names nothing, a value that is not offered or a
 * question asked only on a later page is told as such; otherwise whether it never or always holds; and each
 * circle of questions that wait for each other, at its first question.
 */
export function checkConditions(
  draft: unknown,
  rules: readonly ParsedRule[],
): Finding<ConditionFindingKind>[] {
  const askables = askablesOf(draft);
  const findings: Finding<ConditionFindingKind>[] = [];
  const circle = circles(rules, askables);
  for (const { rule, expression } of rules) {
    const place = placeAt(rule.path, rule.owner.kind === "page" ? undefined : rule.owner.name);
    const tell = (kind: ConditionFindingKind, values: Finding["values"] = {}) =>
      findings.push({ place, kind, values });
    if (!expression) {
      tell("unreadable", { text: rule.text });
      continue;
    }
    const before = findings.length;
    if (rule.kind === "jump" && rule.owner.page !== null) {
      const to = listOf(valueAt(draft, ["pages"])).findIndex(
        (one) => isObject(one) && one.name === rule.detail.to,
      );
      if (to <= rule.owner.page + 1) tell("nowhere");
    }
    const paths = variablesOf(expression).filter((path) => !/^(item|row|panel|self)(\.|\[|$)/i.test(path));
    for (const path of paths) {
      const askable = askedBy(askables, path);
      if (!askable) tell("unknown-question", { name: path });
      else if (rule.owner.page !== null && askable.page > rule.owner.page)
        tell("asked-later", { name: askable.name, page: askable.page + 1 });
    }
    for (const { askable, value } of unknownValues(expression, askables))
      tell("unknown-value", { name: askable.name, value: String(value) });
    const selfMade = paths.length < variablesOf(expression).length;
    const reach = selfMade || findings.length > before ? "unsure" : reachOf(expression, askables);
    if (reach === "never" || reach === "always") tell(reach);
  }
  for (const names of circle) {
    const first = rules.find((parsed) => decidedBy(parsed, askables).some((name) => names.includes(name)));
    if (first)
      findings.push({
        place: placeAt(first.rule.path, names[0]),
        kind: "circular",
        values: { names: names.join(", ") },
      });
  }
  return findings;
}
