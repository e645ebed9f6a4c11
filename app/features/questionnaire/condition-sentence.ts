import type { Language, LocalText } from "~/domain/language";
import type { Answer, Compiled, Expression, Item } from "~/domain/questionnaire/compiled";
import { type Askable, askableAt, askedBy } from "~/domain/questionnaire/condition-questions";
import type { Texts } from "~/i18n/text";

type Words = Texts<"questionnaire">["condition"];
type KnownValue = { value: Answer; text: LocalText };
/** What is known of the variable at a path: its question, its row or field, and the texts of its values. */
type Known = { title: LocalText; rest: LocalText | "length" | null; values: readonly KnownValue[] };
type Know = (path: string) => Known | null;
type Speaker = { know: Know; language: Language; words: Words };

const spoken = [
  "equal",
  "notequal",
  "greater",
  "less",
  "greaterorequal",
  "lessorequal",
  "contains",
  "notcontains",
  "anyof",
  "allof",
  "noneof",
] as const;
const signs: Record<string, string> = { plus: "+", minus: "−", mul: "×", div: "÷", mod: "mod", power: "^" };

const itemsIn = (compiled: Compiled) => compiled.pages.flatMap(({ items }) => items);
const valuesOf = (item: Item): readonly KnownValue[] =>
  "choices" in item ? item.choices : item.kind === "matrix" ? item.columns : [];

/** What a compiled questionnaire knows of its variables. */
const knownIn =
  (compiled: Compiled): Know =>
  (path) => {
    const plain = path.replace(/^#/, "");
    const wanted = plain.toLowerCase();
    for (const item of itemsIn(compiled)) {
      const name = item.name.toLowerCase();
      const shared = { title: item.title, values: valuesOf(item) };
      if (wanted === name) return { ...shared, rest: null };
      if (!wanted.startsWith(`${name}.`) && !wanted.startsWith(`${name}[`)) continue;
      const rest = plain.slice(name.length + 1).replace(/\]$/, "");
      return { ...shared, rest: rest === "length" ? rest : { "zh-CN": rest, en: rest } };
    }
    return null;
  };

/** What a draft knows of them, whether or not it compiles. */
const knownTo =
  (askables: readonly Askable[]): Know =>
  (path) => {
    const exact = askableAt(askables, path);
    const found = exact ?? askedBy(askables, path);
    if (!found || found.page < 0) return null;
    const { title, values, name } = found;
    if (exact) return { title, values, rest: exact.part ?? null };
    const rest = path.slice(name.length).replace(/^[.[]|\]$/g, "");
    return { title, values: [], rest: rest ? { "zh-CN": rest, en: rest } : null };
  };

/** The text that stands for a value among those of the question it is compared with. */
function valueText(value: Answer | null, known: Known | null, speaker: Speaker): string {
  const { words, language } = speaker;
  if (Array.isArray(value)) return value.map((one) => valueText(one, known, speaker)).join(words.listed);
  if (value === null) return words.nothing;
  const text = known?.values.find((choice) => choice.value === value)?.text[language];
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (text && text !== String(value)) return words.quoted({ value: text });
  return typeof value === "number" ? String(value) : words.quoted({ value: String(value) });
}

function variableText(path: string, { know, language, words }: Speaker): string {
  const found = know(path);
  if (!found) return words.drawn({ name: path });
  const title = words.question({ title: found.title[language] });
  if (found.rest === "length") return words.length({ left: title });
  return found.rest ? `${title} ${words.quoted({ value: found.rest[language] })}` : title;
}

const variableIn = (expression: Expression, { know }: Speaker): Known | null =>
  expression.op === "variable" ? know(expression.path) : null;

function say(expression: Expression, speaker: Speaker, against: Known | null = null): string {
  const { words } = speaker;
  const inner = (part: Expression, beside?: Known | null) => say(part, speaker, beside ?? null);
  switch (expression.op) {
    case "constant":
      return valueText(expression.value, against, speaker);
    case "variable":
      return variableText(expression.path, speaker);
    case "array":
      return expression.of.map((part) => inner(part, against)).join(words.listed);
    case "unary": {
      const left = inner(expression.of);
      if (expression.name === "empty") return words.empty({ left });
      return expression.name === "notempty" ? words.notempty({ left }) : words.not({ inner: left });
    }
    case "call":
      return `${expression.name}(${expression.args.map((part) => inner(part)).join(", ")})`;
    case "binary": {
      const { left, right, name } = expression;
      if (name === "and" || name === "or") {
        const grouped = (part: Expression) =>
          part.op === "binary" && (part.name === "and" || part.name === "or") && part.name !== name
            ? words.group({ inner: inner(part) })
            : inner(part);
        return grouped(left) + words[name] + grouped(right);
      }
      const texts = {
        left: inner(left, variableIn(right, speaker)),
        right: inner(right, variableIn(left, speaker)),
      };
      const comparison = spoken.find((one) => one === name);
      return comparison ? words[comparison](texts) : `${texts.left} ${signs[name] ?? name} ${texts.right}`;
    }
  }
}

type Spoken = { language: Language; words: Words } & (
  | { compiled: Compiled }
  | { askables: readonly Askable[] }
);

/** A condition in words: "“Roles you hold” includes “I make the final decision”". */
export function conditionSentence(expression: Expression, { language, words, ...known }: Spoken): string {
  const know = "compiled" in known ? knownIn(known.compiled) : knownTo(known.askables);
  return say(expression, { know, language, words });
}
