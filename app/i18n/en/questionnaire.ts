import type { NeededMeasure } from "~/domain/questionnaire/before-publishing";
import type { Problem } from "~/domain/questionnaire/problem";
import { grouped, plural } from "../format";

const given = (params: Problem["params"], key: string) => String(params?.[key] ?? "");

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** The question a problem is about: by its name, by its place, or without either. */
function questionOf({ name, params }: Pick<Problem, "name" | "params">): string {
  if (name) return `“${name}”`;
  if (params?.question === undefined) return "it";
  const ordinal = ordinals[Number(params.question) - 1];
  return ordinal
    ? `the ${ordinal} question on page ${params.page}`
    : `question ${params.question} on page ${params.page}`;
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const questionnaire = {
  list: {
    title: "Questionnaires",
    lead: "One for each role of the decision chain. The anchor block is the same in all of them, so that roles can be compared.",
    role: "Role",
    state: "State",
    questions: "Questions",
    minutes: "Minutes",
    about: ({ n }: { n: number }) => `about ${grouped(n)}`,
    languages: "Languages",
    complete: ({ language }: { language: string }) => `${language} complete`,
    partly: ({ language, have, of }: { language: string; have: number; of: number }) =>
      `${language} ${grouped(have)} of ${grouped(of)}`,
    edited: "Last edited",
    publishAll: "Publish all",
    addTitle: "Ask another role",
    addSet: "Add a role set",
    addLead: "Complex chains also have people who buy, pay and check.",
    add: ({ role }: { role: string }) => `Add ${role}`,
    added: ({ role }: { role: string }) => `The questionnaire for ${role} is ready to read.`,
    readAndEdit: ({ role }: { role: string }) => `${role}: read and edit`,
  },
  state: {
    draft: "Draft",
    published: ({ n }: { n: number }) => `Published v${n}`,
    changed: ({ n }: { n: number }) => `v${n}, unpublished changes`,
  },
  title: ({ role }: { role: string }) => `Questionnaire: ${role}`,
  tabs: {
    label: "Views of this questionnaire",
    read: "Questions",
    edit: "Editor",
    logicGroup: "Logic",
    logic: "Rules",
    map: "Map",
    check: "Check",
    checks: "Craft",
    preview: "Preview and test",
    languages: "Languages",
    inOut: "In and out",
    bring: "Import and export",
    json: "JSON",
    versionsGroup: "Versions",
    versions: "Published",
  },
  facts: ({ questions, minutes }: { questions: number; minutes: number | null }) =>
    `${plural(questions, "question", "questions")}${minutes === null ? "" : `, about ${plural(minutes, "minute", "minutes")}`}`,
  publish: {
    publish: "Publish",
    publishNew: ({ n }: { n: number }) => `Publish v${n}`,
    anyway: "Publish anyway",
    unpublished: "Respondents see the last published version until you publish again.",
    published: ({ role, n }: { role: string; n: number }) =>
      `${role}: version ${n} is published. Its link is open.`,
    unchanged: ({ role }: { role: string }) => `${role}: nothing has changed since the last version.`,
    changed: ({ role }: { role: string }) =>
      `${role}: somebody saved in the meantime. Read it again, then publish.`,
    refused: ({ role, n }: { role: string; n: number }) =>
      `${role}: not published, ${plural(n, "problem", "problems")} to mend first.`,
    asked: ({ role }: { role: string }) => `${role}: not published yet. Read this first.`,
    toFieldwork: "Get the links",
    mend: "See the problems",
  },
  review: {
    problems: ({ n }: { n: number }) =>
      `${plural(n, "problem keeps", "problems keep")} this from being published`,
    warnings: ({ n }: { n: number }) => `${plural(n, "thing", "things")} to know`,
    differs: ({ question, roles }: { question: string; roles: string }) =>
      `“${question}” is worded differently for ${roles}. Agreement along the chain is not computed on it.`,
    missing: ({ lost }: { lost: string }) => `A question is missing: ${lost}`,
    lost: {
      "gate.company": "without the company's name, answers of one company cannot be read together.",
      "gate.size": "without company size, answers cannot be compared by size.",
      "gate.relation": "without the relation to your product, PMF cannot tell customers from others.",
      "anchor.importance": "what matters cannot be compared between roles.",
      "anchor.satisfaction": "satisfaction cannot be compared between roles.",
      "anchor.problems": "the main problems cannot be compared between roles.",
      "anchor.choice": "what each role would choose today stays unknown.",
      "pmf.disappointment": "there is no PMF score for this role.",
      "user.core-uses": "nobody counts as eligible for PMF.",
      "user.causes": "the need tree has no causes.",
      "price.too-cheap": "the price range cannot be computed.",
      "price.cheap": "the price range cannot be computed.",
      "price.expensive": "the price range cannot be computed.",
      "price.too-expensive": "the price range cannot be computed.",
      "quality.attention": "careless answers are harder to find.",
    } satisfies Record<NeededMeasure, string>,
    at: ({ line, column }: { line: number; column: number }) => `line ${line}, column ${column}`,
    code: {
      "not-an-object": () => "A questionnaire is one JSON object, between { and }.",
      "too-large": () => "It is too large.",
      "too-deep": () => "It is nested too deep.",
      "forbidden-key": () => "This key is not allowed.",
      empty: () => "There is no question in it.",
      "missing-name": (problem) => `${capital(questionOf(problem))} has no name.`,
      "bad-name": ({ name = "" }) => `The name “${name}” cannot be used: letters, digits, _ and - only.`,
      "duplicate-name": ({ name = "" }) => `The name “${name}” is taken already.`,
      "unknown-type": ({ name = "" }) => `“${name}” has a type of question we do not know.`,
      "type-off": ({ name = "" }) => `“${name}” has a type of question we do not offer.`,
      "files-off": (problem) =>
        `${capital(questionOf(problem))} asks for a file, and files are switched off. Switch them on under “Title and introduction” in the editor.`,
      "files-inside": (problem) =>
        `${capital(questionOf(problem))} asks for a file inside a table or a repeated group. A file can only be asked for by itself.`,
      "no-file-kinds": (problem) =>
        `None of the kinds of files that ${questionOf(problem)} asks for is taken here.`,
      "no-choices": (problem) => `${capital(questionOf(problem))} has nothing to choose from.`,
      "bad-choice": (problem) => `A choice of ${questionOf(problem)} has no usable value.`,
      "duplicate-choice": (problem) => `${capital(questionOf(problem))} has the same value twice.`,
      "bad-limit": (problem) => `A limit of ${questionOf(problem)} makes no sense.`,
      "bad-pattern": (problem) => `The pattern of ${questionOf(problem)} cannot be read.`,
      "bad-expression": ({ params }) =>
        `This condition cannot be read: ${given(params, "expression") || given(params, "word")}`,
      "unknown-page": ({ name = "" }) => `There is no page “${name}” behind which to end.`,
      "unknown-function": ({ params }) => `There is no function “${given(params, "word")}”.`,
      "unsupported-variable": ({ params }) => `“${given(params, "word")}” cannot be used in a condition.`,
      "unsupported-property": ({ name = "" }) => `“${name}” is not supported here.`,
      "unknown-reference": ({ name = "" }) =>
        `A condition names “${name}”, which is not in the questionnaire.`,
      "unknown-property": ({ name = "" }) =>
        `“${name}” is not a property we know. It is kept and has no effect.`,
      "ignored-property": ({ name = "" }) => `“${name}” has no effect here.`,
      "html-cleaned": () => "Some HTML is removed before it is shown.",
      "missing-language": () => "A text is missing in one language; respondents see the other one.",
    } satisfies Record<Problem["code"], (problem: Pick<Problem, "name" | "params">) => string>,
    whole: "the whole questionnaire",
  },
  read: {
    preview: "As respondents see it, in",
    page: ({ n, title }: { n: number; title: string }) => (title ? `Page ${n}: ${title}` : `Page ${n}`),
    emptyPage: "No question here. Respondents do not see this page.",
    required: "Required",
    optional: "May be skipped",
    up: ({ question }: { question: string }) => `Move up: ${question}`,
    down: ({ question }: { question: string }) => `Move down: ${question}`,
    upShort: "Up",
    downShort: "Down",
    edit: "Edit wording",
    editOf: ({ question }: { question: string }) => `Edit wording: ${question}`,
    removeOf: ({ question }: { question: string }) => `Remove: ${question}`,
    answerTo: ({ question }: { question: string }) => `[answer to “${question}”]`,
    rich: "This type is shown to respondents by SurveyJS.",
    moved: ({ place, of, page }: { place: number; of: number; page: number }) =>
      `Moved: question ${place} of ${of}, on page ${page}.`,
    removed: ({ question }: { question: string }) => `Removed “${question}”.`,
    restored: ({ question }: { question: string }) => `“${question}” is back in its place.`,
    notRestored:
      "Its place is gone, so it could not be put back. It is in the last published version, or add it as JSON.",
    saved: "Saved.",
    gone: "Somebody else changed this question in the meantime, so nothing was done.",
    noPages: "There are no pages to show. Open the JSON to mend it.",
    heading: "Title and introduction",
    pageTitle: ({ n }: { n: number }) => `Title of page ${n}`,
  },
  wording: {
    title: ({ question }: { question: string }) => `Wording of “${question}”`,
    inLanguage: ({ part, language }: { part: string; language: string }) => `${part} (${language})`,
    part: {
      title: "Question",
      description: "Explanation",
      html: "Text",
      placeholder: "Placeholder",
      unit: "Unit",
      minRateDescription: "Low end",
      maxRateDescription: "High end",
      labelTrue: "Yes",
      labelFalse: "No",
      otherText: "“Other”",
      noneText: "“None”",
      dontKnowText: "“Don't know”",
      refuseText: "“Rather not say”",
      requiredErrorText: "Message when it is left out",
      choices: "Choice",
      rows: "Row",
      columns: "Column",
      rateValues: "Scale point",
      items: "Field",
      validators: "Message of a check",
    } as Record<string, string>,
    required: "An answer is required",
    conflictTitle: "Somebody else changed this wording too",
    conflict:
      "Your text is still in the fields. Where it says “now”, the other text was saved meanwhile. Save again to keep yours.",
    now: ({ text }: { text: string }) => `Now: ${text}`,
    anchorNote:
      "This question belongs to the anchor block. Change it for every role, or roles can no longer be compared on it.",
  },
  condition: {
    shownIf: ({ condition }: { condition: string }) => `Shown only if ${condition}.`,
    and: " and ",
    or: " or ",
    group: ({ inner }: { inner: string }) => `(${inner})`,
    question: ({ title }: { title: string }) => `“${title}”`,
    quoted: ({ value }: { value: string }) => `“${value}”`,
    listed: ", ",
    not: ({ inner }: { inner: string }) => `not ${inner}`,
    empty: ({ left }: { left: string }) => `${left} is not answered`,
    notempty: ({ left }: { left: string }) => `${left} is answered`,
    equal: ({ left, right }: { left: string; right: string }) => `${left} is ${right}`,
    notequal: ({ left, right }: { left: string; right: string }) => `${left} is not ${right}`,
    greater: ({ left, right }: { left: string; right: string }) => `${left} is more than ${right}`,
    less: ({ left, right }: { left: string; right: string }) => `${left} is less than ${right}`,
    greaterorequal: ({ left, right }: { left: string; right: string }) => `${left} is ${right} or more`,
    lessorequal: ({ left, right }: { left: string; right: string }) => `${left} is ${right} or less`,
    contains: ({ left, right }: { left: string; right: string }) => `${left} includes ${right}`,
    notcontains: ({ left, right }: { left: string; right: string }) => `${left} does not include ${right}`,
    anyof: ({ left, right }: { left: string; right: string }) => `${left} is one of ${right}`,
    allof: ({ left, right }: { left: string; right: string }) => `${left} includes all of ${right}`,
    noneof: ({ left, right }: { left: string; right: string }) => `${left} is none of ${right}`,
    length: ({ left }: { left: string }) => `the number of answers to ${left}`,
    drawn: ({ name }: { name: string }) => `the number drawn at random (${name})`,
    yes: "yes",
    no: "no",
    nothing: "nothing",
  },
  json: {
    title: "SurveyJS JSON",
    lead: "The questionnaire as it is kept. Any SurveyJS questionnaire can be pasted here; “measure” keys connect questions to the analysis.",
    field: "JSON",
    save: "Save",
    saved: "Saved.",
    problem: {
      empty: () => "There is nothing here. Paste a questionnaire.",
      syntax: ({ place }: { place: string }) =>
        `This is not JSON any more at ${place}. Look just before that place for a missing comma, quote or bracket.`,
      "too-deep": ({ place }: { place: string }) => `At ${place} it is nested too deep.`,
      "not-an-object": () => "A questionnaire is one JSON object, between { and }.",
      "too-large": () => "It is too large to be a questionnaire.",
      "forbidden-key": () => "It holds a key that is not allowed (such as __proto__).",
    },
    conflictTitle: "Somebody else saved in the meantime",
    conflict:
      "Both texts are below and nothing is lost. Take over what you need into yours, then save it; or leave it and keep theirs.",
    mine: "Yours, not saved",
    theirs: "Theirs, saved",
    saveMine: "Save mine",
    keepTheirs: "Keep theirs",
  },
  versions: {
    title: "Versions",
    lead: "A published version never changes. Every response names the version it answers.",
    none: "Nothing is published yet.",
    number: "Version",
    date: "Published",
    by: "By",
    somebody: "somebody who has left",
    current: "open to respondents",
    show: "JSON of this version",
  },
};
