/** What one run of the compiler carries: problems found, names taken, conditions met, SurveyJS's parser. */
import type { LocalText } from "../language";
import type { Expression } from "./compiled";
import { isRefusal, type Operand, toExpression, walk } from "./conditions";
import { pageName } from "./draft-tree";
import { type Json, lacksLanguage, readLocal } from "./json-value";
import type { Problem, ProblemCode, WarningCode } from "./problem";

/** What the compiler uses of survey-core. */
export type SurveyCore = {
  parse(expression: string): Operand | null | undefined;
  hasProperty(type: string, property: string): boolean;
};

const longestExpression = 4000;
const oddNames = new Set(["prototype", "item", "row", "panel", "self"]);

type Met = { expression: Expression; path: string };

export class Compiling {
  private readonly warned = new Set<string>();
  private readonly names = new Set<string>();
  private readonly ranked = new Set<string>();
  private readonly pages = new Set<string>();
  constructor(
    readonly core: SurveyCore,
    /** Whether questions may take files: switched on, off, or inside a row or repeated group. */
    readonly files: "on" | "off" | "inside" = "off",
    readonly problems: Problem[] = [],
    readonly warnings: Problem[] = [],
    private readonly met: Met[] = [],
  ) {}

  refuse(code: ProblemCode, path: string, more: Pick<Problem, "name" | "params"> = {}): void {
    this.problems.push({ code, path, ...more });
  }

  warn(code: WarningCode, path: string, more: Pick<Problem, "name" | "params"> = {}): void {
    const key = [code, path, more.name].join("\n");
    if (!this.warned.has(key)) this.warnings.push({ code, path, ...more });
    this.warned.add(key);
  }

  /** Takes a name, once in the whole questionnaire whatever its case; conditions and form fields rely on it. */
  takeName(json: Json, path: string): string {
    const name = typeof json.name === "string" ? json.name.trim() : "";
    const key = name.toLowerCase();
    if (name === "") this.refuse("missing-name", path);
    else if (!isGoodName(name)) this.refuse("bad-name", path, { name });
    else if (this.names.has(key)) this.refuse("duplicate-name", path, { name });
    this.names.add(key);
    if (json.type === "ranking") this.ranked.add(key);
    return name;
  }

  /** Takes the name of a page; pages and questions may share one. */
  takePageName(json: Json, path: string, at: number): string {
    const name = pageName(json, at);
    if (!isGoodName(name)) this.refuse("bad-name", path, { name });
    else if (this.pages.has(name)) this.refuse("duplicate-name", path, { name });
    this.pages.add(name);
    return name;
  }

  /** The same run for the questions inside a row or panel, whose names are apart from the questionnaire's. */
  apart(): Compiling {
    return new Compiling(this.core, "inside", this.problems, this.warnings, this.met);
  }

  text(json: Json, key: string, path: string): LocalText | undefined {
    const text = readLocal(json[key]);
    if (text && lacksLanguage(json[key])) this.warn("missing-language", joinPath(path, key));
    return text;
  }

  /** The condition under `key`; undefined when there is none or when it is refused. */
  condition(json: Json, key: string, path: string): Expression | undefined {
    const text = json[key];
    if (text === undefined || text === null || text === "") return undefined;
    const at = joinPath(path, key);
    if (typeof text !== "string" || text.length > longestExpression) {
      this.refuse("bad-expression", at);
      return undefined;
    }
    if (text.trim() === "") return undefined;
    const operand = this.core.parse(text);
    if (!operand) {
      this.refuse("bad-expression", at, { params: { expression: text } });
      return undefined;
    }
    const expression = toExpression(operand);
    if (isRefusal(expression)) {
      this.refuse(expression.code, at, { params: { word: expression.word } });
      return undefined;
    }
    return this.meet(expression, at);
  }

  /** Remembers a condition until all names are known. */
  meet(expression: Expression, path: string): Expression {
    this.met.push({ expression, path });
    return expression;
  }

  /** Once all names are known: warns of unknown ones, and marks comparisons in which a ranking's order counts. */
  settleConditions(alsoKnown: readonly string[]): void {
    const known = [...this.names, ...alsoKnown.map((name) => name.toLowerCase()), "row", "panel", "item"];
    for (const { expression, path } of this.met) {
      for (const part of walk(expression)) {
        if (part.op === "variable" && !known.some((name) => refersTo(part.path, name)))
          this.warn("unknown-reference", path, { name: part.path });
        if (part.op === "binary" && [part.left, part.right].some((side) => this.isRanking(side)))
          part.strict = true;
      }
    }
  }

  private isRanking(side: Expression): boolean {
    return side.op === "variable" && this.ranked.has(side.path.replace(/^#/, "").toLowerCase());
  }
}

const joinPath = (path: string, key: string) => (path ? `${path}.${key}` : key);

function refersTo(path: string, name: string): boolean {
  const wanted = path.replace(/^#/, "").toLowerCase();
  return wanted === name || [".", "[", "-comment"].some((mark) => wanted.startsWith(name + mark));
}

/** Letters of any script, digits, `_`, `-` and blanks; nothing that means something in a condition or a form field. */
export const isGoodName = (name: string): boolean =>
  name.length <= 100 &&
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ -]*$/u.test(name) &&
  !/-comment$/i.test(name) &&
  !oddNames.has(name.toLowerCase()) &&
  !isInherited(name);

/** Keys every object has (`constructor`, `toString`): as keys of an answer they would hide those. */
export const isInherited = (name: string): boolean => name in Object.prototype;
