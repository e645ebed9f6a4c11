/** The questions of a page: panels opened, the part every item shares, the parts of its kind. */
import type { Language, LocalText } from "../language";
import { escapeText } from "./clean-html";
import type { Compiling } from "./compile-context";
import { type InnerItems, kinds, lightTypes, offTypes, type SharedPart } from "./compile-kinds";
import { readCheckLimits } from "./compile-limits";
import type { Expression, Item, SetValue } from "./compiled";
import { both } from "./conditions";
import { type Json, readFlag, readList, readLocal, readText } from "./json-value";
import { isRecord } from "./read-answer";

/** Conditions of the panels around, which hold for each question in them. */
type Around = Pick<Item, "visibleIf" | "enableIf">;

/** An item and whether the light page can draw it. */
export type CompiledItem = { item: Item; light: boolean };

/** Left out with a warning: they move or fill answers in ways the light page does not know. */
const ignored = [
  ...["defaultValue", "defaultValueExpression", "resetValueIf"],
  ...["choicesEnableIf", "columnsVisibleIf", "readOnly", "minValueExpression", "maxValueExpression"],
];
/** Refused: with them the answers would be others than those that are checked. */
const unsupported = ["valueName", "choicesFromQuestion", "choicesByUrl", "valuePropertyName"];
/** Ours or shared by every column of a table: nothing to warn of. */
const always = new Set(["type", "name", "cellType", "choices", "elements"]);

/** The items of a list of elements; a panel's questions take its place and its condition. */
export function compileElements(
  elements: unknown[],
  path: string,
  run: Compiling,
  around: Around = {},
): CompiledItem[] {
  return elements.flatMap((raw, at) => compileElement(raw, `${path}[${at}]`, run, around));
}

function compileElement(raw: unknown, path: string, run: Compiling, around: Around): CompiledItem[] {
  const json = isRecord(raw) ? raw : {};
  const type = typeof json.type === "string" ? json.type : "";
  if (type === "panel") return compilePanel(json, path, run, around);
  const make = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (!make) {
    run.refuse(offTypes.includes(type) ? "type-off" : "unknown-type", path, { name: type });
    return [];
  }
  const name = run.takeName(json, path);
  reviewProperties(json, type, path, run);
  const { checks, ...limits } = readCheckLimits(json, path, run);
  const requiredIf = run.condition(json, "requiredIf", path);
  const conditions = conditionsOf(json, path, run, around);
  const set = compileSet(json, path, run);
  const description = run.text(json, "description", path);
  const [measure, subject] = [readText(json, "measure"), readText(json, "subject")];
  const comment = readFlag(json, "showCommentArea", "hasComment");
  const shared: SharedPart = {
    name,
    title: run.text(json, "title", path) ?? readLocal(name) ?? { "zh-CN": "", en: "" },
    required: !requiredIf && readFlag(json, "isRequired"),
    checks,
    ...(measure ? { measure } : {}),
    ...(subject ? { subject } : {}),
    ...(description ? { description } : {}),
    ...(requiredIf ? { requiredIf } : {}),
    ...conditions,
    ...(set ? { set } : {}),
    ...(comment ? { comment } : {}),
  };
  const inner: InnerItems = (list, at) => compileInner(list, at, run);
  const item: Item = { ...shared, ...make({ ...json, ...limits }, path, run, inner) };
  return [{ item, light: lightTypes.includes(type) && !comment && !isPictured(json) }];
}

/** Stars and smileys are drawn by SurveyJS; our own page has numbers. */
const isPictured = ({ type, rateType, rateDisplayMode }: Json): boolean =>
  type === "rating" && [rateType, rateDisplayMode].some((look) => look === "stars" || look === "smileys");

/** A panel's title and description become a statement before its questions. */
function compilePanel(json: Json, path: string, run: Compiling, around: Around): CompiledItem[] {
  const name = run.takeName(json, path);
  const conditions = conditionsOf(json, path, run, around);
  const { visibleIf } = conditions;
  const title = run.text(json, "title", path);
  const inside = compileElements(
    readList(json, "elements", "questions"),
    `${path}.elements`,
    run,
    conditions,
  );
  if (!title) return inside;
  const html = headingHtml(title, run.text(json, "description", path));
  const shared = { name, title, required: false, checks: [], ...(visibleIf ? { visibleIf } : {}) };
  const heading: Item = { kind: "statement", ...shared, html };
  return [{ item: heading, light: true }, ...inside];
}

function headingHtml(title: LocalText, description: LocalText | undefined): LocalText {
  const inLanguage = (language: Language) =>
    `<h3>${escapeText(title[language])}</h3>${description ? `<p>${escapeText(description[language])}</p>` : ""}`;
  return { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
}

/** Questions inside rows and panels: their names are their own, apart from those of the questionnaire. */
function compileInner(elements: unknown[], path: string, run: Compiling): Item[] {
  const apart = run.apart();
  return compileElements(elements, path, apart).map(({ item }) => item);
}

/** The value a rule fills in; undefined where there is no such rule. */
function compileSet(json: Json, path: string, run: Compiling): SetValue | undefined {
  const when = run.condition(json, "setValueIf", path);
  const to = run.condition(json, "setValueExpression", path);
  return when || to ? { ...(when ? { if: when } : {}), ...(to ? { to } : {}) } : undefined;
}

/** When a part is shown and when it can be answered, with what holds around it. */
function conditionsOf(json: Json, path: string, run: Compiling, around: Around): Around {
  const own = run.condition(json, "visibleIf", path);
  const never: Expression = { op: "constant", value: false };
  const visibleIf = both(around.visibleIf, json.visible === false && !own ? never : own);
  const enableIf = both(around.enableIf, run.condition(json, "enableIf", path));
  return { ...(visibleIf ? { visibleIf } : {}), ...(enableIf ? { enableIf } : {}) };
}

function reviewProperties(json: Json, type: string, path: string, run: Compiling): void {
  for (const key of Object.keys(json)) {
    const at = `${path}.${key}`;
    if (unsupported.includes(key)) run.refuse("unsupported-property", at, { name: key });
    else if (ignored.includes(key)) run.warn("ignored-property", at, { name: key });
    else if (!always.has(key) && !run.core.hasProperty(type, key))
      run.warn("unknown-property", at, { name: key });
  }
  if (json.storeOthersAsComment === false)
    run.refuse("unsupported-property", `${path}.storeOthersAsComment`, { name: "storeOthersAsComment" });
}
