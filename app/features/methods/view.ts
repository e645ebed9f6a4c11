/** What the pages of the methods show, in the reader's language; made on the server, since some methods are native code. */
import type { Language, LocalText } from "~/domain/language";
import {
  type ExampleFormat,
  type ExampleLine,
  type Method,
  type MethodFamily,
  methodFamilies,
} from "~/domain/methods/method";
import type { Reason } from "~/domain/outcome";

export type MethodLink = { key: string; name: string };
export type FamilyView = { family: MethodFamily; methods: (MethodLink & { line: string })[] };

/** A figure, the two ends of an interval, a list of figures, or a word. */
export type ExampleValue = string | readonly number[];
export type MethodView = MethodLink & {
  family: MethodFamily;
  plain: string[];
  formula: readonly string[];
  fails: string[];
  sources: readonly string[];
  given: string;
  example:
    | { ok: true; lines: { label: string; format: ExampleFormat; value: ExampleValue }[] }
    | { ok: false; reason: Reason };
  previous?: MethodLink;
  next?: MethodLink;
};

const firstSentence = (text: string, language: Language): string => {
  const [first] = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  // A quotation mark that opens the next sentence is counted to the one before.
  return (first?.segment ?? text).trim().replace(/[“‘]$/, "");
};

/** Every family that has methods, in its fixed order. */
export const viewFamilies = (methods: readonly Method[], language: Language): FamilyView[] =>
  methodFamilies
    .map((family) => ({
      family,
      methods: methods
        .filter((method) => method.family === family)
        .map(({ key, name, plain }) => ({
          key,
          name: name[language],
          line: firstSentence(plain[0]?.[language] ?? "", language),
        })),
    }))
    .filter((one) => one.methods.length > 0);

const isText = (value: ExampleLine["value"]): value is LocalText =>
  typeof value === "object" && "en" in value;

const valueIn = (value: ExampleLine["value"], language: Language): ExampleValue => {
  if (typeof value === "number") return [value];
  return isText(value) ? value[language] : value;
};

/** The page of one method with its example computed, or null when there is none with this key. */
export function viewMethod(methods: readonly Method[], key: string, language: Language): MethodView | null {
  const method = methods.find((one) => one.key === key);
  if (!method) return null;
  const family = methods.filter((one) => one.family === method.family);
  const place = family.indexOf(method);
  const linkTo = (one: Method | undefined) => one && { key: one.key, name: one.name[language] };
  const computed = method.example.compute();
  return {
    key,
    family: method.family,
    name: method.name[language],
    plain: method.plain.map((text) => text[language]),
    formula: method.formula,
    fails: method.fails.map((text) => text[language]),
    sources: method.sources,
    given: method.example.given[language],
    example: computed.ok
      ? {
          ok: true,
          lines: computed.value.map(({ label, format, value }) => ({
            label: label[language],
            format,
            value: valueIn(value, language),
          })),
        }
      : { ok: false, reason: computed.reason },
    previous: linkTo(family[place - 1]),
    next: linkTo(family[place + 1]),
  };
}
