/** Which settings a person needs for each kind of question; all others are kept as they are and reached in the JSON. */

import type { ListKind } from "~/domain/questionnaire/draft-entries";
import type { QuestionKind } from "~/domain/questionnaire/new-question";

export type SettingName =
  | "placeholder"
  | "unit"
  | "inputType"
  | "min"
  | "max"
  | "step"
  | "maxLength"
  | "rows"
  | "otherText"
  | "noneText"
  | "dontKnowText"
  | "refuseText"
  | "showOtherItem"
  | "showNoneItem"
  | "showDontKnowItem"
  | "showRefuseItem"
  | "choicesOrder"
  | "colCount"
  | "minSelectedChoices"
  | "maxSelectedChoices"
  | "selectToRankEnabled"
  | "rateMin"
  | "rateMax"
  | "minRateDescription"
  | "maxRateDescription"
  | "rowOrder"
  | "eachRowRequired"
  | "eachRowUnique"
  | "labelTrue"
  | "labelFalse"
  | "multiSelect"
  | "showLabel"
  | "sliderType"
  | "pointTotal"
  | "templateTitle"
  | "panelCount"
  | "minPanelCount"
  | "maxPanelCount"
  | "panelAddText"
  | "panelRemoveText"
  | "rowCount"
  | "minRowCount"
  | "maxRowCount"
  | "addRowText"
  | "removeRowText"
  | "allowMultiple"
  | "maxFiles"
  | "sourceType"
  | "html";

export type Setting =
  | { is: "words" | "number"; property: SettingName }
  | { is: "flag"; property: SettingName; on?: string }
  | { is: "pick"; property: SettingName; options: readonly string[] }
  | {
      is: "entries";
      property: "choices" | "rows" | "columns" | "items";
      list: ListKind;
      pictures?: true;
      of?: "column" | "field";
    };

/** Shown only while another property has a value that asks for it. */
export type Conditional = Setting & { when?: { property: string; is: readonly unknown[] } };

export const inputTypes = [
  ...["text", "number", "email", "tel", "url", "date", "datetime-local", "month", "week", "time"],
  ...["color", "range", "password"],
] as const;
export const cellTypes = [
  "dropdown",
  "checkbox",
  "radiogroup",
  "text",
  "comment",
  "boolean",
  "rating",
] as const;

const words = (property: SettingName): Conditional => ({ is: "words", property });
const number = (property: SettingName): Conditional => ({ is: "number", property });
const flag = (property: SettingName, on?: string): Conditional => ({
  is: "flag",
  property,
  ...(on ? { on } : {}),
});
const switched = (property: SettingName, by: SettingName): Conditional => ({
  ...words(property),
  when: { property: by, is: [true] },
});

const columns: Conditional = { is: "entries", property: "columns", list: "fields", of: "column" };
const choices: Conditional = { is: "entries", property: "choices", list: "values" };
const special = [
  flag("showOtherItem"),
  switched("otherText", "showOtherItem"),
  flag("showDontKnowItem"),
  switched("dontKnowText", "showDontKnowItem"),
  flag("showRefuseItem"),
  switched("refuseText", "showRefuseItem"),
];
const none = [flag("showNoneItem"), switched("noneText", "showNoneItem")];
const shuffled = flag("choicesOrder", "random");
const numeric = { property: "inputType", is: ["number", "range"] };
const several = [number("minSelectedChoices"), number("maxSelectedChoices")];
const scale = [
  number("rateMin"),
  number("rateMax"),
  words("minRateDescription"),
  words("maxRateDescription"),
];

export const settingsOf: Record<QuestionKind, readonly Conditional[]> = {
  text: [
    { is: "pick", property: "inputType", options: inputTypes },
    words("placeholder"),
    { ...words("unit"), when: numeric },
    { ...number("min"), when: numeric },
    { ...number("max"), when: numeric },
    { ...number("step"), when: numeric },
    {
      ...number("maxLength"),
      when: { property: "inputType", is: [undefined, "text", "email", "tel", "url"] },
    },
  ],
  comment: [words("placeholder"), number("rows"), number("maxLength")],
  radiogroup: [choices, ...special, ...none, shuffled, number("colCount")],
  dropdown: [choices, ...special, ...none, shuffled, words("placeholder")],
  checkbox: [choices, ...special, ...none, shuffled, ...several, number("colCount")],
  tagbox: [choices, ...special, ...none, shuffled, ...several, words("placeholder")],
  boolean: [words("labelTrue"), words("labelFalse")],
  rating: scale,
  nps: scale,
  stars: [number("rateMax"), words("minRateDescription"), words("maxRateDescription")],
  smileys: [number("rateMax"), words("minRateDescription"), words("maxRateDescription")],
  slider: [number("min"), number("max"), number("step"), flag("sliderType", "range")],
  ranking: [choices, shuffled, flag("selectToRankEnabled"), ...several],
  imagepicker: [
    { ...choices, pictures: true } as Conditional,
    flag("multiSelect"),
    flag("showLabel"),
    shuffled,
  ],
  matrix: [
    { is: "entries", property: "rows", list: "values" },
    { is: "entries", property: "columns", list: "values" },
    flag("eachRowRequired"),
    flag("eachRowUnique"),
    flag("rowOrder", "random"),
  ],
  matrixdropdown: [columns, { is: "entries", property: "rows", list: "values" }, choices],
  matrixdynamic: [
    columns,
    choices,
    number("rowCount"),
    number("minRowCount"),
    number("maxRowCount"),
    words("addRowText"),
    words("removeRowText"),
  ],
  multipletext: [{ is: "entries", property: "items", list: "fields", of: "field" }, number("pointTotal")],
  paneldynamic: [
    words("templateTitle"),
    number("panelCount"),
    number("minPanelCount"),
    number("maxPanelCount"),
    words("panelAddText"),
    words("panelRemoveText"),
  ],
  panel: [],
  // What it takes is set in `file-settings.tsx`.
  file: [
    flag("allowMultiple"),
    { ...number("maxFiles"), when: { property: "allowMultiple", is: [true] } },
    flag("sourceType", "file-camera"),
  ],
  html: [words("html")],
};
