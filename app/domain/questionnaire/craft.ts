/** Looks over a draft's craft: how questions are put, how long they take, and what can still be compared. */
import type { ChainRole } from "../chain/role";
import { type Language, languages } from "../language";
import { anchorDifferences, missingMeasures } from "./before-publishing";
import { breaksSinceEach } from "./comparability";
import type { Compiled } from "./compiled";
import { placedElements } from "./condition-questions";
import { isExit, joinIn, pushIn, sidesOf } from "./craft-words";
import { isObject, type JsonObject, listOf, type PathPart, readText } from "./draft-tree";
import { fullMinutes } from "./duration";
import { type Finding, placeAt } from "./finding";

const craftKinds = [
  "double-barrelled",
  "leading",
  "unbalanced-scale",
  "unlabelled-scale",
  "no-dont-know",
  "long-title",
  "many-choices",
  "long-choice",
  "many-columns",
  "many-rows",
  "long-page",
  "too-long",
  "no-measure",
  "measure-missing",
  "anchor-differs",
  "wording-changed",
  "choices-changed",
  "scale-changed",
  "type-changed",
  "question-removed",
] as const;
export type CraftKind = (typeof craftKinds)[number];
export type CraftFinding = Finding<CraftKind>;

export type CraftContext = {
  role: ChainRole;
  languages: readonly Language[];
  /** The bank's questionnaire for the role; null where there is none to measure by. */
  fromBank: unknown;
  /** The draft compiled; null while it does not compile, and its minutes are not told. */
  compiled: Compiled | null;
  /** The published versions, the newest first. */
  published: readonly { number: number; json: unknown }[];
  /** The study's other questionnaires. */
  others: readonly { role: ChainRole; draft: unknown }[];
};

/** What fits a phone of 375 px without scrolling a question out of sight. */
const phoneLimits = {
  title: { "zh-CN": 60, en: 140 },
  choice: { "zh-CN": 30, en: 70 },
  choices: 12,
  columns: 7,
  rows: 10,
  page: 10,
} as const;

/** More minutes than a role gives: those who decide have the least. */
export const mostMinutes: Record<ChainRole, number> = {
  ...{ decider: 10, requester: 15, user: 15 },
  ...{ procurement: 10, finance: 10, "it-security": 10 },
};

const chosenFrom = new Set(["radiogroup", "dropdown", "checkbox", "tagbox", "buttongroup"]);
const judged = new Set(["radiogroup", "buttongroup", "rating", "boolean", "matrix", "dropdown", "slider"]);
const asksNothing = new Set(["html", "image", "expression", "panel"]);

/** The texts of a list's entries in one language; a bare value is its own text. */
const labelsOf = (list: unknown, language: Language): string[] =>
  listOf(list).map((entry) => {
    if (!isObject(entry)) return String(entry);
    return readText(entry.text)[language] || String(entry.value ?? "");
  });

type Look = { element: JsonObject; place: PathPart[]; languages: readonly Language[] };

function wordingFindings({ element, place, languages: spoken }: Look): CraftFinding[] {
  const found: CraftFinding[] = [];
  const at = placeAt([...place, "title"], element.name);
  const title = readText(element.title);
  for (const language of spoken) {
    const asksOnce = judged.has(String(element.type)) && element.eachRowUnique !== true;
    const word = asksOnce ? joinIn(title[language], language) : null;
    if (word && !found.some(({ kind }) => kind === "double-barrelled"))
      found.push({ place: at, kind: "double-barrelled", values: { word, language } });
    const push = pushIn(title[language], language);
    if (push && !found.some(({ kind }) => kind === "leading"))
      found.push({ place: at, kind: "leading", values: { word: push, language } });
    const length = [...title[language]].length;
    if (length > phoneLimits.title[language] && !found.some(({ kind }) => kind === "long-title"))
      found.push({
        place: at,
        kind: "long-title",
        values: { n: length, most: phoneLimits.title[language], language },
      });
  }
  return found;
}

const scaleLabels = (element: JsonObject, language: Language): string[] => {
  if (element.type === "rating") return labelsOf(element.rateValues, language);
  if (element.type === "matrix") return labelsOf(element.columns, language);
  return element.type === "radiogroup" || element.type === "buttongroup"
    ? labelsOf(element.choices, language)
    : [];
};

function scaleFindings({ element, place, languages: spoken }: Look): CraftFinding[] {
  const at = placeAt(place, element.name);
  if (element.type === "rating") {
    const worded = labelsOf(element.rateValues, "en").some((label) => !/^-?[\d.]+$/.test(label));
    const ends = ["minRateDescription", "maxRateDescription"].every((end) => {
      const text = readText(element[end]);
      return languages.some((language) => text[language] !== "");
    });
    if (!worded && !ends) return [{ place: at, kind: "unlabelled-scale", values: {} }];
  }
  for (const language of spoken) {
    const sides = sidesOf(scaleLabels(element, language));
    if (sides && sides.worse !== sides.better)
      return [{ place: at, kind: "unbalanced-scale", values: sides }];
  }
  return [];
}

const flags = ["showOtherItem", "hasOther", "showNoneItem", "hasNone", "showDontKnowItem", "showRefuseItem"];

/** A required question about facts, without a way out for those who do not know. */
function exitFindings({ element, place, languages: spoken }: Look): CraftFinding[] {
  if (!chosenFrom.has(String(element.type)) || element.isRequired !== true) return [];
  if (flags.some((flag) => element[flag] === true) || listOf(element.choices).length < 3) return [];
  // Bands of numbers: everybody falls into one.
  const bands = labelsOf(element.choices, "en").filter((label) => /\d/.test(label)).length;
  if (bands >= listOf(element.choices).length / 2) return [];
  const way = spoken.some((language) => labelsOf(element.choices, language).some(isExit));
  return way ? [] : [{ place: placeAt(place, element.name), kind: "no-dont-know", values: {} }];
}

function sizeFindings({ element, place, languages: spoken }: Look): CraftFinding[] {
  const found: CraftFinding[] = [];
  const at = placeAt(place, element.name);
  const tell = (kind: CraftKind, n: number, most: number) => {
    if (n > most) found.push({ place: at, kind, values: { n, most } });
  };
  if (["radiogroup", "checkbox", "buttongroup", "ranking"].includes(String(element.type)))
    tell("many-choices", listOf(element.choices).length, phoneLimits.choices);
  if (String(element.type).startsWith("matrix")) {
    tell("many-columns", listOf(element.columns).length, phoneLimits.columns);
    tell("many-rows", listOf(element.rows).length, phoneLimits.rows);
  }
  for (const language of spoken) {
    const longest = Math.max(0, ...labelsOf(element.choices, language).map((label) => [...label].length));
    if (longest > phoneLimits.choice[language]) {
      tell("long-choice", longest, phoneLimits.choice[language]);
      break;
    }
  }
  return found;
}

/**
 * What is worth a second look in a draft, in the order of its questions, then of the whole: wording, scales,
 * ways out, size on a phone, minutes, and breaks of comparability with the published version and the other
 * roles' anchor block. None of it forbids anything. `values` hold the words and numbers for the sentence.
 */
export function checkCraft(draft: unknown, context: CraftContext): CraftFinding[] {
  const elements = placedElements(draft);
  const own = elements.flatMap(({ element, place }) => {
    if (asksNothing.has(String(element.type))) return [];
    const look: Look = { element, place, languages: context.languages };
    const unmeasured: CraftFinding[] =
      typeof element.measure === "string" && element.measure !== ""
        ? []
        : [{ place: placeAt(place, element.name), kind: "no-measure", values: {} }];
    return [
      ...wordingFindings(look),
      ...scaleFindings(look),
      ...exitFindings(look),
      ...sizeFindings(look),
      ...unmeasured,
    ];
  });
  const whole = { path: "" };
  const perPage = new Map<number, number>();
  for (const { element, page } of elements)
    if (!asksNothing.has(String(element.type))) perPage.set(page, (perPage.get(page) ?? 0) + 1);
  const longPages = [...perPage]
    .filter(([, n]) => n > phoneLimits.page)
    .map(
      ([page, n]): CraftFinding => ({
        ...{ place: placeAt(["pages", page]), kind: "long-page" },
        values: { n, most: phoneLimits.page },
      }),
    );
  const minutes = context.compiled ? fullMinutes(context.compiled) : 0;
  const most = mostMinutes[context.role];
  const missing = context.fromBank === null ? [] : missingMeasures(draft, context.fromBank);
  const placeOfMeasure = (measure: string) => {
    const found = elements.find(({ element }) => element.measure === measure);
    return found ? placeAt(found.place, found.element.name) : whole;
  };
  return [
    ...own,
    ...longPages,
    ...(minutes > most ? [{ place: whole, kind: "too-long" as const, values: { n: minutes, most } }] : []),
    ...missing.map(
      (measure): CraftFinding => ({ place: whole, kind: "measure-missing", values: { measure } }),
    ),
    ...anchorDifferences(draft, context.others).map(
      ({ measure, roles }): CraftFinding => ({
        ...{ place: placeOfMeasure(measure), kind: "anchor-differs" },
        values: { measure, roles: roles.join(" ") },
      }),
    ),
    ...breaksSinceEach(draft, context.published),
  ];
}
