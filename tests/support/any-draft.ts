/** Questionnaires of any kind: those that SurveyJS's own packages carry, and drawn ones of every type and property it knows. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

const packages = ["survey-core", "survey-react-ui"].map((name) => join("node_modules", name));

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));

/** The text from an opening bracket to the one that closes it, texts within left alone. */
function balanced(text: string, from: number): string | null {
  let depth = 0;
  for (const match of text.slice(from).matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{}[\]]/g)) {
    if (/^["']/.test(match[0])) continue;
    depth += "{[".includes(match[0]) ? 1 : -1;
    if (depth === 0) return text.slice(from, from + match.index + 1);
  }
  return null;
}

/** Every questionnaire written out in the documentation and the pages of the installed packages. */
export function shippedQuestionnaires(): { from: string; json: unknown }[] {
  return packages.flatMap((folder) =>
    filesIn(folder, /\.(d\.ts|md|html)$/).flatMap((file) => {
      const text = readFileSync(file, "utf8")
        .replace(/^[ \t]*\* ?/gm, "")
        .replace(/(^|[ \t])\/\/.*$/gm, "$1")
        .replace(/^\s*\.\.\.\s*$/gm, "")
        // Some of the examples lack a comma.
        .replace(/(["\d}])[ \t]*\n(?=\s*["\d{])/g, "$1,\n");
      return [...text.matchAll(/=\s*(\{)/g)].flatMap((found) => {
        const literal = balanced(text, found.index + found[0].length - 1);
        if (!literal || !/["']?(elements|pages|questions)["']?\s*:\s*\[/.test(literal)) return [];
        try {
          const json: unknown = JSON.parse(JSON.stringify(Function(`return (${literal})`)()));
          return [{ from: `${file}: ${literal.slice(0, 60)}`, json }];
        } catch {
          // An example with an ellipsis in it is no questionnaire.
          return [];
        }
      });
    }),
  );
}

type Definition = { properties?: Record<string, unknown>; allOf?: ({ $ref?: string } & Definition)[] };
const { definitions } = JSON.parse(
  readFileSync(join("node_modules", "survey-core", "surveyjs_definition.json"), "utf8"),
) as { definitions: Record<string, Definition> };

/** The properties of a type with those it inherits. */
function propertiesOf(type: string): string[] {
  const found = definitions[type];
  if (!found) return [];
  const parts = [found, ...(found.allOf ?? [])];
  return parts.flatMap((part) => [
    ...Object.keys(part.properties ?? {}),
    ...("$ref" in part && typeof part.$ref === "string" ? propertiesOf(part.$ref) : []),
  ]);
}

const structural = new Set(["name", "type", "elements", "pages", "templateElements", "questions"]);
const questionTypes = Object.keys(definitions).filter(
  (type) =>
    propertiesOf(type).includes("title") && propertiesOf(type).includes("isRequired") && type !== "question",
);

const text = fc.oneof(fc.string(), fc.constantFrom("标题", "{q1} and {q2.row}", "a|b"));
const plain = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.oneof(
  plain,
  fc.array(plain, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("default", "zh-cn", "en", "fr", "odd key"), text, { maxKeys: 4 }),
  fc.array(fc.record({ value: plain, text, unknownThing: plain }), { maxLength: 3 }),
);

const question = fc.constantFrom(...questionTypes).chain((type) =>
  fc.record({
    own: fc.dictionary(
      fc.constantFrom(...propertiesOf(type).filter((key) => !structural.has(key)), "somethingNew"),
      value,
      { maxKeys: 5 },
    ),
    type: fc.constant(type),
  }),
);

/** How older demos and programs write the same: `questions`, pages without a name or no pages, "value|text", triggers. */
export const asOlderOnes = (draft: { pages: { elements: unknown[] }[] }) => {
  const renamed = (container: Record<string, unknown>): Record<string, unknown> => {
    const { elements, ...rest } = container;
    const inner = (elements as Record<string, unknown>[]).map((one) =>
      Array.isArray(one.elements) ? renamed(one) : one,
    );
    return {
      ...rest,
      questions: [...inner, { type: "radiogroup", name: `${rest.name}-old`, choices: ["a|First", "b"] }],
    };
  };
  const triggers = [{ type: "visible", name: "q1", value: "Yes", questions: ["q2"] }];
  const [first, ...others] = draft.pages.map((page) => renamed(page as never));
  if (others.length === 0) return { ...draft, triggers, pages: undefined, questions: first?.questions };
  return { ...draft, triggers, pages: [first, ...others].map(({ name: _, ...page } = {}) => page) };
};

/** Any draft: pages of questions with any properties, named apart, with panels and properties nobody knows. */
export const anyDraft = fc
  .record({
    own: fc.dictionary(fc.constantFrom("title", "logo", "triggers", "futureThing", "locale"), value),
    pages: fc.array(fc.array(fc.record({ given: question, panel: fc.boolean() }), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ own, pages }) => {
    let n = 0;
    return {
      ...own,
      pages: pages.map((elements, at) => ({
        name: `page${at}`,
        unknownOfPage: { at },
        elements: elements.map(({ given, panel }) => {
          n += 1;
          const made = { ...given.own, type: given.type, name: `q${n}` };
          return panel ? { type: "panel", name: `box${n}`, odd: [n], elements: [made] } : made;
        }),
      })),
    };
  });
