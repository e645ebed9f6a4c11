/**
 * Compiles a questionnaire's SurveyJS JSON into plain JSON that the light page draws, the strict check
 * reads and the analysis counts by. Done once, when a version is saved or published.
 */
import { takesFiles } from "./answer-files";
import { Compiling, isGoodName, type SurveyCore } from "./compile-context";
import { compileElements } from "./compile-elements";
import type { Compiled, Expression, Page } from "./compiled";
import { both } from "./conditions";
import { compileEndings } from "./endings";
import { draftLimits } from "./harmless";
import { type Json, readAmount, readList } from "./json-value";
import type { Problem } from "./problem";
import { withPlaces } from "./problem-place";
import { isRecord } from "./read-answer";
import { registerSurveyProperties } from "./survey-properties";

export type { Problem } from "./problem";

export type CompileResult =
  | { ok: true; compiled: Compiled; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

const limits = { ...draftLimits, draw: 1000 };

/**
 * The compiled questionnaire, or everything that is wrong with it, each with its place in the JSON.
 * SurveyJS is loaded on the first call, and only to read conditions and to know its own properties.
 */
export async function compileQuestionnaire(json: unknown): Promise<CompileResult> {
  const refused = reviewJson(json);
  if (refused.length > 0 || !isRecord(json)) return { ok: false, problems: refused };
  const run = new Compiling(await loadSurveyCore(), takesFiles(json) ? "on" : "off");
  const { shown, ends } = compileEndings(json, run);
  const pages = compilePages(json, shown, run);
  const draws = compileDraws(json, run);
  run.settleConditions(draws.map(({ name }) => name));
  reviewSurvey(json, run);
  const items = pages.flatMap(({ page }) => page.items);
  if (items.length === 0 && run.problems.length === 0) run.refuse("empty", "");
  if (run.problems.length > 0) return { ok: false, problems: withPlaces(json, run.problems) };
  const description = run.text(json, "description", "");
  const compiled: Compiled = {
    format: 1,
    title: run.text(json, "title", "") ?? { "zh-CN": "问卷", en: "Questionnaire" },
    ...(description ? { description } : {}),
    pages: pages.map(({ page }) => page),
    light: pages.every(({ light }) => light),
    draws,
    ...(ends.length > 0 ? { ends } : {}),
  };
  return { ok: true, compiled, warnings: run.warnings };
}

async function loadSurveyCore(): Promise<SurveyCore> {
  const { ConditionsParser, Serializer } = await import("survey-core");
  registerSurveyProperties(Serializer);
  return {
    parse: (expression) => new ConditionsParser().parseExpression(expression),
    hasProperty: (type, property) => Boolean(Serializer.findProperty(type, property)),
  };
}

function compilePages(
  json: Json,
  shown: readonly (Expression | undefined)[],
  run: Compiling,
): { page: Page; light: boolean }[] {
  const given = Array.isArray(json.pages);
  const pages = given
    ? readList(json, "pages")
    : [{ name: "page1", elements: readList(json, "elements", "questions") }];
  return pages.map((raw, at) => {
    const path = given ? `pages[${at}]` : "";
    const page = isRecord(raw) ? raw : {};
    const name = run.takePageName(page, path, at);
    const [title, description] = [run.text(page, "title", path), run.text(page, "description", path)];
    const visibleIf = both(run.condition(page, "visibleIf", path), shown[at]);
    const elements = compileElements(
      readList(page, "elements", "questions"),
      path ? `${path}.elements` : "elements",
      run,
    );
    return {
      page: {
        name,
        ...(title ? { title } : {}),
        ...(description ? { description } : {}),
        ...(visibleIf ? { visibleIf } : {}),
        items: elements.map(({ item }) => item),
      },
      light: elements.every(({ light }) => light),
    };
  });
}

function compileDraws(json: Json, run: Compiling): Compiled["draws"] {
  return readList(json, "draws").flatMap((raw, at) => {
    const path = `draws[${at}]`;
    const draw = isRecord(raw) ? raw : {};
    const name = run.takeName(draw, path);
    const max = readAmount(draw, "max") ?? 0;
    const good = Number.isInteger(max) && max >= 1 && max <= limits.draw;
    if (!good) run.refuse("bad-limit", `${path}.max`, { name, params: { minimum: 1, maximum: limits.draw } });
    return good && isGoodName(name) ? [{ name, max }] : [];
  });
}

/** Settings of the whole survey that would change answers behind the check's back. */
function reviewSurvey(json: Json, run: Compiling): void {
  for (const key of ["triggers", "calculatedValues"])
    if (readList(json, key).length > 0) run.refuse("unsupported-property", key, { name: key });
  if (json.storeOthersAsComment === false) run.refuse("unsupported-property", "storeOthersAsComment");
  if (json.clearInvisibleValues !== undefined && json.clearInvisibleValues !== "onComplete")
    run.warn("ignored-property", "clearInvisibleValues", { name: String(json.clearInvisibleValues) });
}

/** What makes the JSON unreadable before any question is looked at: its size, depth and odd keys. */
function reviewJson(json: unknown): Problem[] {
  if (!isRecord(json)) return [{ code: "not-an-object", path: "" }];
  const problems: Problem[] = [];
  let characters = 0;
  let nodes = 0;
  const visit = (value: unknown, path: string, depth: number): void => {
    nodes += 1;
    if (typeof value === "string") characters += value.length;
    if (problems.length > 0) return;
    if (nodes > limits.nodes || characters > limits.characters)
      problems.push({ code: "too-large", path: "" });
    if (typeof value !== "object" || value === null) return;
    if (depth > limits.depth) problems.push({ code: "too-deep", path });
    for (const key of Object.keys(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      characters += key.length;
      if (["__proto__", "constructor", "prototype"].includes(key))
        problems.push({ code: "forbidden-key", path: at });
      else visit(Reflect.get(value, key), at, depth + 1);
    }
  };
  visit(json, "", 0);
  return problems;
}
