/** Reads JSON a person typed and says where it breaks, and where in the text each part of it stands. */

export type TextPlace = { line: number; column: number };
export type ReadJson =
  | { ok: true; json: unknown; placeOf: (path: string) => TextPlace | null }
  | { ok: false; reason: "empty" | "syntax" | "too-deep"; at: TextPlace };

/** Deeper than any questionnaire; keeps a hostile text from exhausting the stack. */
const deepest = 64;

class Broken {
  constructor(
    readonly at: number,
    readonly reason: "syntax" | "too-deep",
  ) {}
}

const textOf = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const blank = /[ \t\n\r]*/y;

/** Walks over the text and notes where each path begins; throws `Broken` at the first wrong character. */
function locate(text: string): Map<string, number> {
  const places = new Map<string, number>();
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  const skip = () => take(blank);
  const expect = (character: string) => {
    skip();
    if (text[at] !== character) throw new Broken(at, "syntax");
    at += 1;
  };
  /** Entries up to the closing character, separated by commas. */
  const entries = (close: string, entry: (index: number) => void) => {
    at += 1;
    skip();
    for (let index = 0; text[at] !== close; index++) {
      if (index > 0) expect(",");
      skip();
      entry(index);
      skip();
    }
    at += 1;
  };
  const walk = (path: string, depth: number) => {
    skip();
    if (depth > deepest) throw new Broken(at, "too-deep");
    if (!places.has(path)) places.set(path, at);
    if (text[at] === "{") {
      entries("}", () => {
        const key = take(textOf);
        if (key === null) throw new Broken(at, "syntax");
        const name: string = JSON.parse(key);
        expect(":");
        walk(path ? `${path}.${name}` : name, depth + 1);
      });
    } else if (text[at] === "[") {
      entries("]", (index) => walk(`${path}[${index}]`, depth + 1));
    } else if (take(textOf) === null && take(word) === null) throw new Broken(at, "syntax");
  };
  walk("", 0);
  skip();
  if (at < text.length) throw new Broken(at, "syntax");
  return places;
}

/** Line and column of a place in a text, from 1. */
export function placeIn(text: string, at: number): TextPlace {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * The value of a JSON text, or the first place where it stops being JSON (line and column from 1).
 * `placeOf` finds a path as the compiler writes it (`pages[1].elements[0]`), or the nearest part around it.
 */
export function readJson(text: string): ReadJson {
  if (text.trim() === "") return { ok: false, reason: "empty", at: { line: 1, column: 1 } };
  try {
    const places = locate(text);
    const placeOf = (path: string): TextPlace | null => {
      for (let part = path; ; part = part.replace(/(?:\.[^.[\]]*|\[\d+\]|^[^.[\]]*)$/, "")) {
        const at = places.get(part);
        if (at !== undefined) return placeIn(text, at);
        if (part === "") return null;
      }
    };
    return { ok: true, json: JSON.parse(text), placeOf };
  } catch (broken) {
    if (!(broken instanceof Broken)) throw broken;
    return { ok: false, reason: broken.reason, at: placeIn(text, broken.at) };
  }
}
