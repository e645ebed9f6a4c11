/** What a question of each kind looks like before anybody has written it. */
import type { LocalText } from "../language";
import { fileLimits, groupTypes } from "./answer-files";
import { surveyText, words } from "./bank/survey-json";
import type { JsonObject } from "./draft-tree";

export const questionKinds = [
  "text",
  "comment",
  "radiogroup",
  "checkbox",
  "dropdown",
  "tagbox",
  "boolean",
  "rating",
  "stars",
  "smileys",
  "nps",
  "slider",
  "ranking",
  "imagepicker",
  "matrix",
  "matrixdropdown",
  "matrixdynamic",
  "multipletext",
  "paneldynamic",
  "panel",
  "file",
  "html",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

const numbered = (zh: string, en: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    value: `item${at + 1}`,
    text: surveyText(words(`${zh} ${at + 1}`, `${en} ${at + 1}`)),
  }));
const choices = { choices: numbered("选项", "Choice", 3) };
const table = {
  columns: [
    { name: "column1", title: surveyText(words("列 1", "Column 1")), cellType: "dropdown" },
    { name: "column2", title: surveyText(words("列 2", "Column 2")), cellType: "text" },
  ],
  ...choices,
};
const ends = (low: LocalText, high: LocalText) => ({
  minRateDescription: surveyText(low),
  maxRateDescription: surveyText(high),
});
const agree = ends(words("完全不同意", "Strongly disagree"), words("完全同意", "Strongly agree"));

const made: Record<QuestionKind, () => JsonObject> = {
  text: () => ({ type: "text" }),
  comment: () => ({ type: "comment" }),
  radiogroup: () => ({ type: "radiogroup", ...choices }),
  checkbox: () => ({ type: "checkbox", ...choices }),
  dropdown: () => ({ type: "dropdown", ...choices }),
  tagbox: () => ({ type: "tagbox", ...choices }),
  boolean: () => ({
    type: "boolean",
    labelTrue: surveyText(words("是", "Yes")),
    labelFalse: surveyText(words("否", "No")),
  }),
  rating: () => ({ type: "rating", rateMin: 1, rateMax: 5, displayMode: "buttons", ...agree }),
  stars: () => ({ type: "rating", rateType: "stars", rateMin: 1, rateMax: 5 }),
  smileys: () => ({ type: "rating", rateType: "smileys", rateMin: 1, rateMax: 5 }),
  nps: () => ({
    type: "rating",
    rateMin: 0,
    rateMax: 10,
    displayMode: "buttons",
    ...ends(words("完全不可能", "Not at all likely"), words("非常可能", "Extremely likely")),
  }),
  slider: () => ({ type: "slider", min: 0, max: 100, step: 1 }),
  ranking: () => ({ type: "ranking", ...choices }),
  imagepicker: () => ({ type: "imagepicker", showLabel: true, ...choices }),
  matrix: () => ({
    type: "matrix",
    columns: numbered("第", "Column", 3),
    rows: numbered("项目", "Row", 3),
  }),
  matrixdynamic: () => ({
    type: "matrixdynamic",
    ...table,
    ...{ rowCount: 1, minRowCount: 0, maxRowCount: 10 },
    addRowText: surveyText(words("再加一行", "Add a row")),
    removeRowText: surveyText(words("去掉这一行", "Remove this row")),
  }),
  matrixdropdown: () => ({
    type: "matrixdropdown",
    ...table,
    rows: numbered("项目", "Row", 2),
  }),
  multipletext: () => ({
    type: "multipletext",
    items: [
      { name: "text1", title: surveyText(words("第 1 项", "Field 1")) },
      { name: "text2", title: surveyText(words("第 2 项", "Field 2")) },
    ],
  }),
  paneldynamic: () => ({
    type: "paneldynamic",
    templateElements: [{ type: "text", name: "answer1", title: surveyText(words("名称", "Name")) }],
    panelCount: 1,
    maxPanelCount: 10,
    panelAddText: surveyText(words("再加一组", "Add another")),
    panelRemoveText: surveyText(words("去掉这一组", "Remove this one")),
  }),
  panel: () => ({ type: "panel", elements: [] }),
  file: () => ({
    type: "file",
    acceptedTypes: [groupTypes.image, groupTypes.pdf].join(","),
    maxSize: fileLimits.size,
    storeDataAsText: false,
    waitForUpload: true,
  }),
  html: () => ({
    type: "html",
    html: surveyText(words("<p>写在这里的话只读不答。</p>", "<p>This is read, not answered.</p>")),
  }),
};

const titles: Partial<Record<QuestionKind, LocalText>> = {
  nps: words(
    "您有多大可能把它推荐给同行或朋友？",
    "How likely are you to recommend it to a colleague or friend?",
  ),
  panel: words("一组问题", "A group of questions"),
};
const untitled = words("新问题", "New question");

/** A new question of a kind; whoever inserts it sees to it that its name is free. */
export function newQuestion(kind: QuestionKind): JsonObject {
  const { type, ...rest } = made[kind]();
  const title = kind === "html" ? {} : { title: surveyText(titles[kind] ?? untitled) };
  return { type, name: kind === "panel" ? "panel1" : "question1", ...title, ...rest };
}

export const newPage = (): JsonObject => ({
  name: "page1",
  title: surveyText(words("新的一页", "New page")),
  elements: [],
});

/** The kind of a question as people choose it: NPS and stars are ratings to SurveyJS. */
export function kindOf(element: JsonObject): QuestionKind | null {
  if (element.type === "rating") {
    if (element.rateType === "stars" || element.rateType === "smileys") return element.rateType;
    return element.rateMin === 0 && element.rateMax === 10 ? "nps" : "rating";
  }
  return questionKinds.find((kind) => kind === element.type) ?? null;
}

/** Kinds one can turn into another and keep what was written: the same answer in another dress. */
export const kinsOf: Partial<Record<QuestionKind, readonly QuestionKind[]>> = {
  text: ["comment"],
  comment: ["text"],
  radiogroup: ["dropdown", "checkbox", "tagbox", "ranking"],
  dropdown: ["radiogroup", "checkbox", "tagbox", "ranking"],
  checkbox: ["tagbox", "radiogroup", "dropdown", "ranking"],
  tagbox: ["checkbox", "radiogroup", "dropdown", "ranking"],
  ranking: ["checkbox", "radiogroup"],
  matrixdropdown: ["matrixdynamic"],
  matrixdynamic: ["matrixdropdown"],
  rating: ["stars", "smileys"],
  stars: ["rating", "smileys"],
  smileys: ["rating", "stars"],
};

/** The properties that make an element the other kind. */
export function asKind(kind: QuestionKind): { type: string; rateType?: string | undefined } {
  if (kind === "stars" || kind === "smileys") return { type: "rating", rateType: kind };
  return kind === "rating" ? { type: "rating", rateType: undefined } : { type: kind };
}
