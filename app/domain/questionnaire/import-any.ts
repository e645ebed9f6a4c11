/** A questionnaire brought from elsewhere: SurveyJS JSON, LimeSurvey's `.lss`, or a plain-text outline. */
import { isObject, type JsonObject, listOf, pagesOf, questionsOf, valueAt } from "./draft-tree";
import { draftLimits, type Hostile, hostileIn } from "./harmless";
import { type LssNote, looksLikeLss, readLss } from "./import-lss";
import { readOutline } from "./import-outline";
import { looksLikeData, readLooseJson } from "./loose-json";
import { placeIn, type ReadJson, readJson, type TextPlace } from "./read-json";

export type ImportKind = "surveyjs" | "lss" | "outline";
export type ImportProblem = Hostile | "empty" | "syntax" | "not-lss" | "no-questions";
export type ImportNote = LssNote | { kind: "line-skipped"; line: number; text: string };
export type ReadImport =
  | { ok: true; kind: ImportKind; json: JsonObject; pages: number; questions: number; notes: ImportNote[] }
  | { ok: false; kind: ImportKind; reason: ImportProblem; at?: TextPlace };

/** Which of the three a text is. */
const kindOfImport = (text: string): ImportKind => {
  const start = text.replace(/^\ufeff/, "").trimStart();
  if (looksLikeData(start)) return "surveyjs";
  return looksLikeLss(start) ? "lss" : "outline";
};

/** Indented JSON of the largest draft; what is longer is not even read. */
export const longestJson = 2 * draftLimits.characters;

/** Questions without pages stand on one page. */
const paged = (json: JsonObject): JsonObject => {
  if (Array.isArray(json.pages)) return json;
  const { elements, questions, ...rest } = json;
  const own = listOf(elements ?? questions);
  return own.length > 0 ? { ...rest, pages: [{ name: "page1", elements: own }] } : json;
};

/** JSON, or what programs have in its place; what is neither says where it got to. */
function readStrictOrLoose(text: string): { ok: true; json: unknown } | Extract<ReadJson, { ok: false }> {
  const strict = readJson(text);
  if (strict.ok || strict.reason !== "syntax") return strict;
  const loose = readLooseJson(text);
  return loose.ok ? loose : { ok: false, reason: loose.reason, at: placeIn(text, loose.at) };
}

/** The questionnaire in a text, whichever kind it is. SurveyJS JSON keeps all that nobody here knows. */
export function readImport(text: string): ReadImport {
  const kind = kindOfImport(text);
  if (kind === "surveyjs") {
    if (text.length > longestJson) return { ok: false, kind, reason: "too-large" };
    const read = readStrictOrLoose(text.replace(/^\ufeff/, ""));
    if (!read.ok) return { ok: false, kind, reason: read.reason, at: read.at };
    const hostile = hostileIn(read.json);
    if (hostile) return { ok: false, kind, reason: hostile };
    const json = read.json as JsonObject;
    const whole = paged(json);
    return {
      ok: true,
      kind,
      json,
      pages: pagesOf(whole).length,
      questions: questionsOf(whole).length,
      notes: [],
    };
  }
  const read = kind === "lss" ? readLss(text) : readOutline(text);
  if (!read.ok) return { ok: false, kind, reason: read.reason };
  const hostile = hostileIn(read.json);
  if (hostile) return { ok: false, kind, reason: hostile };
  const notes: ImportNote[] =
    "notes" in read ? read.notes : read.skipped.map((one) => ({ kind: "line-skipped" as const, ...one }));
  return {
    ok: true,
    kind,
    json: read.json,
    pages: pagesOf(read.json).length,
    questions: read.questions,
    notes,
  };
}

/** The pages a questionnaire brings, to be put behind those of a draft. */
export const pagesToAdd = (json: JsonObject): JsonObject[] =>
  listOf(valueAt(paged(json), ["pages"])).filter(isObject);
