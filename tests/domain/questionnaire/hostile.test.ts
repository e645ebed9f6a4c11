/** Questionnaires made to do harm: refused when they are kept, or harmless when they are drawn. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { harmless, hostileIn } from "~/domain/questionnaire/harmless";
import { readImport } from "~/domain/questionnaire/import-any";

const nested = (depth: number) => {
  let element: object = { type: "text", name: "deep" };
  for (let at = 0; at < depth; at++) element = { type: "panel", name: `p${at}`, elements: [element] };
  return { pages: [{ name: "page", elements: [element] }] };
};
const nestedText = (depth: number) =>
  `{"pages":[{"name":"page","elements":[${`{"type":"panel","name":"p","elements":[`.repeat(depth)}${"]}".repeat(depth)}]}]}`;

describe("refused before it is kept", () => {
  test.each([
    ["a key that reaches for the prototype", `{"pages":[],"__proto__":{"polluted":1}}`, "forbidden-key"],
    [
      "one deep inside",
      `{"pages":[{"elements":[{"constructor":{"prototype":{"polluted":1}}}]}]}`,
      "forbidden-key",
    ],
    ["five megabytes of text", JSON.stringify({ title: "x".repeat(5_000_000) }), "too-large"],
    ["three megabytes of text", JSON.stringify({ title: "x".repeat(3_000_000) }), "too-large"],
    ["a million small values", JSON.stringify({ pages: Array(300_000).fill(1) }), "too-large"],
    ["10 000 nested panels", nestedText(10_000), "too-deep"],
    ["50 nested panels", nestedText(50), "too-deep"],
    ["a list", "[1]", "not-an-object"],
    ["no JSON", "{a}", "syntax"],
  ])("%s", (_, text, reason) => {
    expect(readImport(text)).toMatchObject({ ok: false, reason });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
  test("depth alone does not end the program", () => {
    expect(hostileIn(nested(10_000))).toBe("too-deep");
  });
});

const script = `<img src=x onerror="hit()"><script>hit()</script><a href="javascript:hit()">x</a><iframe srcdoc="<script>hit()</script>"></iframe><svg onload=hit()>`;
const dangerous = /<script|onerror|onload|javascript:|<iframe|<svg|<img/i;

/** Every text of a value, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe("harmless when it is drawn", () => {
  test.each([
    ["an html question", { type: "html", name: "h", html: { default: script, "zh-cn": script } }],
    ["an html question without languages", { type: "html", name: "h", html: script }],
  ])("%s", async (_, element) => {
    const json = { pages: [{ name: "p", elements: [element, { type: "text", name: "q" }] }] };
    const made = await compileQuestionnaire(json);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const [statement] = made.compiled.pages[0]!.items;
    expect(statement?.kind).toBe("statement");
    expect(JSON.stringify(statement && "html" in statement ? statement.html : "")).not.toMatch(dangerous);
    expect(JSON.stringify(harmless(json))).not.toMatch(dangerous);
  });
  test.each([
    [
      "thanks in html",
      {
        completedHtml: script,
        completedHtmlOnCondition: [{ expression: "1", html: script }],
        loadingHtml: script,
      },
    ],
    [
      "redirects",
      { navigateToUrl: "javascript:hit()", navigateToUrlOnCondition: [{ url: "javascript:hit()" }] },
    ],
    [
      "pictures that lead away",
      {
        logo: "javascript:hit()",
        pages: [
          {
            elements: [
              { type: "imagepicker", name: "i", choices: [{ value: 1, imageLink: "javascript:hit()" }] },
              {
                type: "image",
                name: "j",
                imageLink: { default: "javascript:hit()", en: "javascript:hit()" },
              },
            ],
          },
        ],
      },
    ],
    [
      "choices from elsewhere",
      { pages: [{ elements: [{ type: "dropdown", name: "d", choicesByUrl: { url: "javascript:hit()" } }] }] },
    ],
  ])("%s", (_, json) => {
    expect(textsIn(harmless(json)).join("\n")).not.toMatch(dangerous);
  });
  test.each([
    "steal({q})",
    "{q} = 1; alert(1)",
    "constructor.constructor('hit()')()",
    "{__proto__.polluted} = 1",
    "{constructor.prototype} notempty",
    "#{hit()}",
  ])("the expression %s runs nothing", async (visibleIf) => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    const made = await compileQuestionnaire({
      pages: [
        {
          name: "p",
          elements: [
            { type: "text", name: "q" },
            { type: "text", name: "r", visibleIf },
          ],
        },
      ],
    });
    if (made.ok) expect(JSON.stringify(made.compiled)).not.toContain("hit()");
    else
      expect(
        made.problems.every(({ code }) =>
          ["bad-expression", "unknown-function", "unsupported-variable"].includes(code),
        ),
      ).toBe(true);
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
  });
  test("titles, choices and names stay texts: what is typed is what is shown", async () => {
    const json = {
      pages: [
        {
          name: "p",
          title: script,
          elements: [{ type: "radiogroup", name: "q", title: script, choices: [{ value: 1, text: script }] }],
        },
      ],
    };
    expect(harmless(json)).toEqual(json);
    const made = await compileQuestionnaire(json);
    expect(made).toMatchObject({
      ok: true,
      compiled: { title: {}, pages: [{ items: [{ kind: "radio", title: { en: script } }] }] },
    });
  });
});

test("whatever is brought in is refused or comes back exactly as it was", () => {
  const key = fc
    .oneof(fc.constantFrom("title", "pages", "elements", "custom", "visibleIf"), fc.string({ maxLength: 8 }))
    .filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 6 }), (json) => {
      const text = JSON.stringify(json);
      const read = readImport(text);
      expect(read.ok && JSON.stringify(read.json)).toBe(text);
    }),
    { numRuns: 200 },
  );
});
