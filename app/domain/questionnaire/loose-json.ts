/**
 * Reads a questionnaire as people have it in their programs: names without quotes, single quotes, trailing commas, comments,
 * texts added together, `const json = {…};` around it. It is read as data; nothing of it is ever run.
 */

export type LooseJson =
  | { ok: true; json: unknown }
  | { ok: false; reason: "syntax" | "too-deep"; at: number };

/** Deeper than any questionnaire; keeps a hostile text from exhausting the stack. */
const deepest = 64;

const gap = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** What names the value: `export default`, `const json: Survey =`, `module.exports =`, `app.survey =`. */
const naming =
  /(?:export\s+default\s+|(?:export\s+)?(?:const|let|var)\s+[\w$]+(?:\s*:\s*[\w$.<>[\]]+)?\s*=|[\w$]+(?:\.[\w$]+)*\s*=)?/y;
const ending = /(?:\s|;|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?:export\s+default|module\.exports\s*=)\s*[\w$]+)*$/y;
const quoted = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/y;
const bareName = /[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+/uy;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$])/y;
const word = /(?:true|false|null|undefined)(?![\w$])/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Where the value begins, behind comments and what names it. */
function beginning(text: string): number {
  let at = matchAt(gap, text, 0)?.length ?? 0;
  at += matchAt(naming, text, at)?.length ?? 0;
  return at + (matchAt(gap, text, at)?.length ?? 0);
}

/** Whether a text is an object or a list, also one that a program names. */
export const looksLikeData = (text: string): boolean => /[{[]/.test(text[beginning(text)] ?? "");

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** The text between quotes, its escapes resolved. */
const unquoted = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(
      /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r?\n|([\s\S]))/g,
      (_, ...found) => {
        const [long, short, byte, sign] = found as (string | undefined)[];
        const code = long ?? short ?? byte;
        if (code === undefined) return sign === undefined ? "" : (escapes[sign] ?? sign);
        const point = Number.parseInt(code, 16);
        return point > 0x10ffff ? "" : String.fromCodePoint(point);
      },
    );

class Broken {
  constructor(
    readonly at: number,
    readonly reason: "syntax" | "too-deep",
  ) {}
}

/** The value of such a text, or where it stops being one. */
export function readLooseJson(text: string): LooseJson {
  let at = beginning(text);
  const take = (pattern: RegExp): string | undefined => {
    const found = matchAt(pattern, text, at);
    at += found?.length ?? 0;
    return found;
  };
  const broken = (reason: "syntax" | "too-deep" = "syntax") => new Broken(at, reason);
  const entries = (close: string, entry: () => void) => {
    at += 1;
    for (take(gap); text[at] !== close; take(gap)) {
      entry();
      take(gap);
      if (text[at] === ",") at += 1;
      else if (text[at] !== close) throw broken();
    }
    at += 1;
  };
  const readText = (): string | undefined => {
    const first = take(quoted);
    if (first === undefined) return undefined;
    let whole = unquoted(first);
    for (;;) {
      const plus = /(?:\s*)\+\s*(?=["'`])/y;
      if (take(plus) === undefined) return whole;
      const more = take(quoted);
      if (more === undefined) throw broken();
      whole += unquoted(more);
    }
  };
  const read = (depth: number): unknown => {
    take(gap);
    if (depth > deepest) throw broken("too-deep");
    if (text[at] === "{") {
      const parts: [string, unknown][] = [];
      entries("}", () => {
        const quotedName = take(quoted);
        const name = quotedName === undefined ? take(bareName) : unquoted(quotedName);
        take(gap);
        if (name === undefined || text[at] !== ":") throw broken();
        at += 1;
        parts.push([name, read(depth + 1)]);
      });
      return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
    }
    if (text[at] === "[") {
      const list: unknown[] = [];
      entries("]", () => list.push(read(depth + 1) ?? null));
      return list;
    }
    const own = readText();
    if (own !== undefined) return own;
    const amount = take(number);
    if (amount !== undefined) return Number(amount);
    const known = take(word);
    if (known === undefined) throw broken();
    return known === "undefined" ? undefined : JSON.parse(known);
  };
  try {
    const json = read(0);
    if (take(ending) === undefined) throw broken();
    return { ok: true, json };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, reason: error.reason, at: error.at };
    throw error;
  }
}
