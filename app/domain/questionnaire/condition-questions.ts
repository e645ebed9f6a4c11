/** What a condition can ask about: the questions of a draft with their values, whether or not it compiles. */
import type { LocalText } from "../language";
import { isObject, type JsonObject, listOf, type PathPart, pagesOf, readText } from "./draft-tree";

export type KnownValue = { value: string | number | boolean; text: LocalText };
export type AskedKind = "one" | "many" | "number" | "text" | "yes-no";

/** A variable of conditions. */
export type Askable = {
  /** `size`, `support.price`, `roles.length`. */
  path: string;
  name: string;
  title: LocalText;
  /** The row or field, or "how many" where `path` ends in `.length`. */
  part?: LocalText | "length";
  kind: AskedKind;
  values: KnownValue[];
  min?: number;
  max?: number;
  required: boolean;
  /** The index of its page; -1 for a number drawn at random, known from the start. */
  page: number;
  place: PathPart[];
};

export function localText(given: unknown, fallback: string): LocalText {
  const { "zh-CN": zh, en } = readText(given);
  return { "zh-CN": zh || en || fallback, en: en || zh || fallback };
}

const isValue = (value: unknown): value is KnownValue["value"] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const valuesIn = (list: unknown): KnownValue[] =>
  listOf(list).flatMap((entry): KnownValue[] => {
    const value = isObject(entry) ? (entry.value ?? entry.name) : entry;
    return isValue(value)
      ? [{ value, text: localText(isObject(entry) ? entry.text : undefined, String(value)) }]
      : [];
  });

const specials = [
  ["showOtherItem", "hasOther", "other", "otherText"],
  ["showNoneItem", "hasNone", "none", "noneText"],
  ["showDontKnowItem", "hasDontKnow", "dontknow", "dontKnowText"],
  ["showRefuseItem", "hasRefuse", "refused", "refuseText"],
] as const;
const specialTexts: Record<string, LocalText> = {
  other: { "zh-CN": "其他", en: "Other" },
  none: { "zh-CN": "以上都没有", en: "None" },
  dontknow: { "zh-CN": "不知道", en: "Don't know" },
  refused: { "zh-CN": "不便回答", en: "Rather not say" },
};

const choicesOf = (element: JsonObject): KnownValue[] => [
  ...valuesIn(element.choices),
  ...specials.flatMap(([flag, old, value, text]) =>
    element[flag] === true || element[old] === true
      ? [
          {
            value,
            text: element[text] ? localText(element[text], value) : (specialTexts[value] as LocalText),
          },
        ]
      : [],
  ),
];

const number = (given: unknown, otherwise?: number) => (typeof given === "number" ? given : otherwise);

function ratingOf(element: JsonObject): Pick<Askable, "values" | "min" | "max"> {
  const listed = element.autoGenerate === true ? [] : valuesIn(element.rateValues);
  if (listed.length > 0) return { values: listed };
  const min = number(element.rateMin, 1) ?? 1;
  const max = number(element.rateMax) ?? min + (number(element.rateCount, 5) ?? 5) - 1;
  const step = number(element.rateStep, 1) || 1;
  const many = Math.floor((max - min) / step) + 1;
  const values = Array.from({ length: Math.min(Math.max(many, 0), 101) }, (_, at) => min + at * step);
  return {
    values: values.map((value) => ({ value, text: { "zh-CN": String(value), en: String(value) } })),
    ...{ min, max },
  };
}

type Own = Pick<Askable, "path" | "kind" | "values"> & Partial<Askable>;

/** The variables of one question; none where it has no answer, or one that menus cannot compare. */
function ownOf(element: JsonObject, name: string): Own[] {
  const limits = { min: number(element.min), max: number(element.max) };
  const length: Own = { path: `${name}.length`, kind: "number", values: [], part: "length", min: 0 };
  switch (element.type) {
    case "radiogroup":
    case "dropdown":
    case "buttongroup":
      return [{ path: name, kind: "one", values: choicesOf(element) }];
    case "imagepicker":
      return [
        { path: name, kind: element.multiSelect === true ? "many" : "one", values: choicesOf(element) },
      ];
    case "checkbox":
    case "tagbox":
    case "ranking":
      return [{ path: name, kind: "many", values: choicesOf(element) }, length];
    case "rating":
      return [{ path: name, kind: "one", ...ratingOf(element) }];
    case "boolean": {
      const yes = isValue(element.valueTrue) ? element.valueTrue : true;
      const no = isValue(element.valueFalse) ? element.valueFalse : false;
      const values = [
        {
          value: yes,
          text: element.labelTrue ? localText(element.labelTrue, "") : { "zh-CN": "是", en: "Yes" },
        },
        {
          value: no,
          text: element.labelFalse ? localText(element.labelFalse, "") : { "zh-CN": "否", en: "No" },
        },
      ];
      return [{ path: name, kind: "yes-no", values }];
    }
    case "text":
      return element.inputType === "number" || element.inputType === "range"
        ? [{ path: name, kind: "number", values: [], ...limits }]
        : [{ path: name, kind: "text", values: [] }];
    case "slider":
      return [{ path: name, kind: "number", values: [], ...limits }];
    case "comment":
      return [{ path: name, kind: "text", values: [] }];
    case "matrix":
      return valuesIn(element.rows).map(({ value, text }) => ({
        ...{ path: `${name}.${value}`, kind: "one", values: valuesIn(element.columns), part: text },
      }));
    case "multipletext":
      return listOf(element.items).flatMap((item): Own[] => {
        if (!isObject(item) || typeof item.name !== "string") return [];
        const points = element.pointTotal !== undefined || item.inputType === "number";
        const part = localText(item.title, item.name);
        return [{ path: `${name}.${item.name}`, kind: points ? "number" : "text", values: [], part }];
      });
    default:
      return [];
  }
}

type Placed = { element: JsonObject; page: number; place: PathPart[] };

function elementsIn(container: JsonObject, page: number, place: PathPart[]): Placed[] {
  const key = Array.isArray(container.elements) ? "elements" : "questions";
  return listOf(container[key]).flatMap((element, at): Placed[] => {
    if (!isObject(element)) return [];
    const here = [...place, key, at];
    return element.type === "panel"
      ? [{ element, page, place: here }, ...elementsIn(element, page, here)]
      : [{ element, page, place: here }];
  });
}

/** Every question and panel with its page, questions without pages included. */
export const placedElements = (draft: unknown): Placed[] => {
  if (!isObject(draft)) return [];
  if (!Array.isArray(draft.pages)) return elementsIn(draft, 0, []);
  return pagesOf(draft).flatMap(({ page, path }) => elementsIn(page, Number(path[1]), path));
};

/** Everything a condition of this draft can ask about, in the order it is asked. */
export function askablesOf(draft: unknown): Askable[] {
  const drawn = listOf(isObject(draft) ? draft.draws : undefined).flatMap((draw, at): Askable[] => {
    if (!isObject(draw) || typeof draw.name !== "string") return [];
    const { name } = draw;
    const title = { "zh-CN": name, en: name };
    const limits = { min: 1, max: number(draw.max) };
    const place = ["draws", at];
    return [
      { path: name, name, title, kind: "number", values: [], ...limits, required: true, page: -1, place },
    ];
  });
  const asked = placedElements(draft).flatMap(({ element, page, place }): Askable[] => {
    const { name } = element;
    if (typeof name !== "string" || name === "") return [];
    const title = localText(element.title, name);
    const shared = { name, title, required: element.isRequired === true, page, place };
    return ownOf(element, name).map((own) => ({ ...shared, ...own }));
  });
  return [...drawn, ...asked];
}

/** The variable a path of an expression means, whatever its case; null when nothing of the draft answers it. */
export function askableAt(askables: readonly Askable[], path: string): Askable | null {
  const wanted = path.replace(/^#/, "").toLowerCase();
  return askables.find((one) => one.path.toLowerCase() === wanted) ?? null;
}

/** The question a path begins with, also where the rest of the path is nothing that menus offer. */
export function askedBy(askables: readonly Askable[], path: string): Askable | null {
  const wanted = path.replace(/^#/, "").toLowerCase();
  return (
    askableAt(askables, path) ??
    askables.find(({ name }) =>
      [".", "[", "-comment"].some((mark) => wanted.startsWith(name.toLowerCase() + mark)),
    ) ??
    askables.find(({ name }) => name.toLowerCase() === wanted) ??
    null
  );
}
