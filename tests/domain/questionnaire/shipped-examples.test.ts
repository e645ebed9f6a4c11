/** Every questionnaire that survey-core's own documentation ships: loads, is reworded in one place, and keeps the rest. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { applyEdit } from "~/domain/questionnaire/draft-change";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { isObject, type PathPart, readText, valueAt, withValue } from "~/domain/questionnaire/draft-tree";
import { readImport } from "~/domain/questionnaire/import-any";

/** The object literal that begins at `from`, up to its closing brace. */
function literalAt(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{" || text[at] === "[") depth += 1;
    if (text[at] === "}" || text[at] === "]") depth -= 1;
    if (depth === 0) return text.slice(from, at + 1);
  }
  return "";
}

const typings = join(process.cwd(), "node_modules/survey-core/typings");
const examples = readdirSync(typings, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".d.ts"))
  .flatMap((file) => {
    const text = readFileSync(join(typings, file), "utf8").replace(/^\s*\*( |$)/gm, "");
    return [...text.matchAll(/\b(?:survey)?json\w*\s*=\s*(?=\{)/gi)].flatMap((found) => {
      const literal = literalAt(text, found.index + found[0].length);
      // What is left out with dots is no questionnaire, and no object either.
      const json = /\.\.\.\s*[}\]]/.test(literal) ? null : evaluated(literal);
      return isObject(json) ? [[`${file} ${found.index}`, json] as const] : [];
    });
  });

function evaluated(literal: string): unknown {
  try {
    // Some of them forget a comma at the end of a line.
    const whole = literal.replace(/(["\d\]}])[ \t]*\n(\s*["{])/g, "$1,\n$2");
    return new Function(`return (${whole})`)();
  } catch {
    return null;
  }
}

test("there are examples to try", () => expect(examples.length).toBeGreaterThan(5));

describe("an example that ships with survey-core", () => {
  test.each(examples)("%s is reworded and nothing else changes", async (_, json) => {
    const text = JSON.stringify(json);
    const read = readImport(text);
    if (!read.ok) throw new Error(read.reason);
    expect(JSON.stringify(read.json)).toBe(text);
    const first = outlineOf(read.json).find(({ kind }) => kind === "question");
    const path: PathPart[] = [...(first?.path ?? []), "title"];
    const edited = applyEdit(read.json, { edit: "text", path, language: "en", text: "Reworded" })?.draft;
    expect(readText(valueAt(edited, path)).en).toBe("Reworded");
    const back = withValue(edited, path, valueAt(read.json, path));
    expect(back).toEqual(JSON.parse(text));
    expect(() => new Model(edited)).not.toThrow();
    await expect(compileQuestionnaire(edited)).resolves.toHaveProperty("ok");
  });
});
