/** One question of each SurveyJS type as an item; the part all items share comes from `compile-elements.ts`. */
import { fileSettings } from "./answer-files";
import { cleanHtml } from "./clean-html";
import { compileChoices, compileColumns, compileRows, readOption } from "./compile-choices";
import { type Compiling, isInherited } from "./compile-context";
import { compileLimits, fieldLimits, readCheckLimits } from "./compile-limits";
import type { Choice, Field, Item, LightItem } from "./compiled";
import { type Json, readAmount, readFlag, readList, readLocal, readText } from "./json-value";
import { isRecord } from "./read-answer";

type OwnPart<T> = T extends Item ? Omit<T, Exclude<keyof SharedPart, "kind">> : never;
/** What all items share, whatever their kind. */
export type SharedPart = Omit<Extract<LightItem, { kind: "comment" }>, "kind" | "maxLength" | "placeholder">;
/** What only items of one kind have. */
export type KindPart = OwnPart<Item>;

type Make = (json: Json, path: string, run: Compiling, inner: InnerItems) => KindPart;
/** Compiles the questions inside a panel or row; passed in, as questions hold questions. */
export type InnerItems = (elements: unknown[], path: string) => Item[];

const some = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: T });

const checkbox: Make = (json, path, run) => ({
  kind: "checkbox",
  ...compileLimits(json, path, run, "minSelected", "maxSelected"),
  ...compileChoices(json, path, run),
});

const rows = (json: Json, path: string, run: Compiling) =>
  compileRows(json, path, run).map(({ value }) => ({ value }));

/** The columns of a table of questions, each a question of its own; choices may be the table's. */
const columnItems = (json: Json, path: string, inner: InnerItems) =>
  inner(
    readList(json, "columns").map((column) => {
      if (!isRecord(column)) return column;
      const own =
        column.cellType === undefined || column.cellType === "default" ? json.cellType : column.cellType;
      return { choices: json.choices, ...column, type: own ?? "dropdown" };
    }),
    `${path}.columns`,
  );

/** A slider's step, where its whole scale can be walked in it; SurveyJS's own is 1. */
function stepOf(json: Json): { step?: number } {
  const step = readAmount(json, "step") ?? 1;
  const start = (readAmount(json, "min") ?? 0) / step;
  return step > 0 && Math.abs(start - Math.round(start)) < 1e-9 ? { step } : {};
}

const longestHtml = 20_000;

/** SurveyJS's type → our kind. */
export const kinds: Readonly<Record<string, Make>> = {
  text: (json, path, run) => ({
    kind: "text",
    ...fieldLimits(json, path, run),
    ...some("placeholder", run.text(json, "placeholder", path)),
    ...some("unit", run.text(json, "unit", path)),
  }),
  comment: (json, path, run) => ({
    kind: "comment",
    maxLength: fieldLimits({ ...json, inputType: "comment" }, path, run).maxLength,
    ...some("placeholder", run.text(json, "placeholder", path)),
  }),
  radiogroup: (json, path, run) => ({ kind: "radio", ...compileChoices(json, path, run) }),
  buttongroup: (json, path, run) => ({ kind: "radio", ...compileChoices(json, path, run) }),
  dropdown: (json, path, run) => ({ kind: "dropdown", ...compileChoices(json, path, run) }),
  checkbox,
  tagbox: checkbox,
  imagepicker: (json, path, run) => ({
    kind: "image",
    multiple: readFlag(json, "multiSelect"),
    ...compileChoices(json, path, run),
  }),
  ranking: (json, path, run) => {
    const { choices, randomOrder } = compileChoices(json, path, run);
    const partly = readFlag(json, "selectToRankEnabled");
    const limits = partly ? compileLimits(json, path, run, "minRanked", "maxRanked") : {};
    return { kind: "ranking", ...(partly ? { minRanked: 1 } : {}), ...limits, choices, randomOrder };
  },
  rating: (json, path, run) => ({
    kind: "rating",
    values: ratingValues(json, path, run),
    ...some(
      "low",
      run.text(json, "minRateDescription", path) ?? run.text(json, "mininumRateDescription", path),
    ),
    ...some(
      "high",
      run.text(json, "maxRateDescription", path) ?? run.text(json, "maximumRateDescription", path),
    ),
  }),
  matrix: (json, path, run) => {
    if (json.cellType === "checkbox") run.refuse("unsupported-property", `${path}.cellType`);
    return {
      kind: "matrix",
      rows: compileRows(json, path, run),
      columns: compileColumns(json, path, run),
      everyRow: readFlag(json, "eachRowRequired", "isAllRowRequired"),
      uniqueColumns: readFlag(json, "eachRowUnique"),
      randomOrder: json.rowOrder === "random" || json.rowsOrder === "random",
    };
  },
  boolean: (json, path, run) => {
    const yesValue = booleanValue(json.valueTrue) ?? true;
    const noValue = booleanValue(json.valueFalse) ?? false;
    if (String(yesValue) === String(noValue))
      run.refuse("duplicate-choice", path, { name: String(yesValue) });
    return {
      kind: "boolean",
      yes: run.text(json, "labelTrue", path) ?? { "zh-CN": "是", en: "Yes" },
      no: run.text(json, "labelFalse", path) ?? { "zh-CN": "否", en: "No" },
      yesValue,
      noValue,
    };
  },
  multipletext: (json, path, run) => {
    const total = readAmount(json, "pointTotal");
    return {
      kind: "multipletext",
      fields: compileFields(json, path, run, total !== undefined),
      ...some("total", total),
    };
  },
  html: (json, path, run) => {
    const given = run.text(json, "html", path) ?? { "zh-CN": "", en: "" };
    if (Math.max(given["zh-CN"].length, given.en.length) > longestHtml)
      run.refuse("too-large", `${path}.html`);
    const html = { "zh-CN": cleanHtml(given["zh-CN"]), en: cleanHtml(given.en) };
    if (/<script|\bon\w+\s*=|javascript:/i.test(given["zh-CN"] + given.en))
      run.warn("html-cleaned", `${path}.html`);
    return { kind: "statement", html };
  },
  file: (json, path, run) => {
    if (run.files !== "on") run.refuse(`files-${run.files}`, path, { name: readText(json, "name") ?? "" });
    const settings = fileSettings(json);
    if (settings.groups.length === 0) run.refuse("no-file-kinds", `${path}.acceptedTypes`);
    return { kind: "file", ...settings };
  },
  image: () => ({ kind: "display" }),
  expression: () => ({ kind: "display" }),
  slider: (json) => ({
    kind: "slider",
    min: readAmount(json, "min") ?? 0,
    max: readAmount(json, "max") ?? 100,
    ...stepOf(json),
    range: json.sliderType === "range",
  }),
  matrixdropdown: (json, path, run, inner) => ({
    kind: "matrixdropdown",
    rows: rows(json, path, run),
    columns: columnItems(json, path, inner),
  }),
  matrixdynamic: (json, path, _run, inner) => ({
    kind: "matrixdynamic",
    minRows: readAmount(json, "minRowCount") ?? 0,
    maxRows: Math.min(readAmount(json, "maxRowCount") ?? 100, 1000),
    columns: columnItems(json, path, inner),
  }),
  paneldynamic: (json, path, _run, inner) => ({
    kind: "paneldynamic",
    minPanels: readAmount(json, "minPanelCount") ?? 0,
    maxPanels: Math.min(readAmount(json, "maxPanelCount") ?? 100, 100),
    items: inner(readList(json, "templateElements", "questions"), `${path}.templateElements`),
  }),
};

/** Types that are known and not offered: drawings are neither counted nor read by everybody. */
export const offTypes: readonly string[] = ["signaturepad", "imagemap"];

/** Types the light page draws; a question with an own free text beside it is not one of them. */
export const lightTypes: readonly string[] = [
  ...["text", "comment", "radiogroup", "dropdown", "checkbox", "imagepicker", "ranking", "rating"],
  ...["matrix", "boolean", "multipletext", "html", "file"],
];

const booleanValue = (value: unknown): string | number | boolean | undefined =>
  typeof value === "boolean" || typeof value === "number" || (typeof value === "string" && value !== "")
    ? value
    : undefined;

function ratingValues(json: Json, path: string, run: Compiling): { value: number; text: Choice["text"] }[] {
  const given = json.autoGenerate === true ? [] : readList(json, "rateValues");
  const options = given.flatMap((raw, at) => readOption(raw, `${path}.rateValues[${at}]`, run) ?? []);
  const values = options.map(({ value, text }) => ({ value: Number(value), text }));
  if (values.some(({ value }) => Number.isNaN(value))) run.refuse("bad-choice", `${path}.rateValues`);
  if (values.length > 0) return values;
  const min = readAmount(json, "rateMin") ?? 1;
  const step = readAmount(json, "rateStep") ?? 1;
  const count = readAmount(json, "rateCount");
  const max = readAmount(json, "rateMax") ?? (count === undefined ? 5 : min + (count - 1) * step);
  const length = Math.floor((max - min) / step) + 1;
  if (!(step > 0 && length >= 2 && length <= 101)) {
    run.refuse("bad-limit", path, { params: { minimum: min, maximum: max } });
    return [];
  }
  return Array.from({ length }, (_, at) => {
    const value = Number((min + at * step).toFixed(6));
    return { value, text: { "zh-CN": String(value), en: String(value) } };
  });
}

function compileFields(json: Json, path: string, run: Compiling, points: boolean): Field[] {
  const items = readList(json, "items");
  if (items.length === 0) run.refuse("no-choices", `${path}.items`);
  const seen = new Set<string>();
  return items.flatMap((raw, at) => {
    const place = `${path}.items[${at}]`;
    const field = typeof raw === "string" ? { name: raw } : raw;
    const name = isRecord(field) ? (readText(field, "name") ?? "").trim() : "";
    if (!isRecord(field) || name === "" || isInherited(name) || name.length > 100) {
      run.refuse(name === "" ? "missing-name" : "bad-name", place);
      return [];
    }
    if (seen.has(name.toLowerCase())) run.refuse("duplicate-name", place, { name });
    seen.add(name.toLowerCase());
    const { checks: _, ...limits } = readCheckLimits(field, place, run);
    const rules = fieldLimits(
      { ...field, ...limits, ...(points ? { inputType: "number" } : {}) },
      place,
      run,
    );
    return [
      {
        name,
        title: run.text(field, "title", place) ?? readLocal(name)!,
        required: readFlag(field, "isRequired"),
        ...(points ? { min: 0 } : {}),
        ...rules,
      },
    ];
  });
}
