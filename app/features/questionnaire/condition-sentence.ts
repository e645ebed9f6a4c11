import type { Language } from "~/domain/language";
import type { Answer, Compiled, Expression, Item } from "~/domain/questionnaire/compiled";
import type { Texts } from "~/i18n/text";

type Words = Texts<"questionnaire">["condition"];
type Speaker = { compiled: Compiled; language: Language; words: Words };

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

/** The item a variable's path begins with, and what is left of the path. */
function itemOf(path: string, { compiled }: Speaker): { item: Item; rest: string } | null {
  const wanted = path.replace(/^#/, "").toLowerCase();
  for (const item of itemsIn(compiled)) {
    const name = item.name.toLowerCase();
    if (wanted === name) return { item, rest: "" };
    if (wanted.startsWith(`${name}.`) || wanted.startsWith(`${name}[`))
      return {
        item,
        rest: path
          .replace(/^#/, "")
          .slice(name.length + 1)
          .replace(/\]$/, ""),
      };
  }
  return null;
}

/** The text that stands for a value among the choices of the item it is compared with. */
function valueText(value: Answer | null, item: Item | undefined, speaker: Speaker): string {
  const { words, language } = speaker;
  if (Array.isArray(value)) return value.map((one) => valueText(one, item, speaker)).join(words.listed);
  if (value === null) return words.nothing;
  const choices = item && "choices" in item ? item.choices : item?.kind === "matrix" ? item.columns : [];
  const text = choices.find((choice) => choice.value === value)?.text[language];
  if (text) return words.quoted({ value: text });
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return typeof value === "number" ? String(value) : words.quoted({ value: String(value) });
}

function variableText(path: string, speaker: Speaker): string {
  const { words, language } = speaker;
  const found = itemOf(path, speaker);
  if (!found) return words.drawn({ name: path });
  const title = words.question({ title: found.item.title[language] });
  if (found.rest === "length") return words.length({ left: title });
  return found.rest ? `${title} ${words.quoted({ value: found.rest })}` : title;
}

const variableIn = (expression: Expression, speaker: Speaker) =>
  expression.op === "variable" ? itemOf(expression.path, speaker)?.item : undefined;

function say(expression: Expression, speaker: Speaker, against?: Item): string {
  const { words } = speaker;
  const inner = (part: Expression, beside?: Item) => say(part, speaker, beside);
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

/** A condition in words: "“Roles you hold” includes “I make the final decision”". */
export const conditionSentence = (expression: Expression, speaker: Speaker): string =>
  say(expression, speaker);
