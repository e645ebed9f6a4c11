import type { ImportKind, ImportNote, ImportProblem } from "~/domain/questionnaire/import-any";
import { plural } from "../format";

type Place = { place: string };

export const bring = {
  title: "Bring a questionnaire in",
  lead: "A SurveyJS file, a LimeSurvey .lss file, or a plain text with numbered questions and lettered choices. You see what is in it before anything is changed.",
  text: "Text",
  textHint: "Paste it here, or choose a file below.",
  example:
    "1. Which tools do you use? (select all that apply)\n   a) Spreadsheets\n   b) Paper\n2. What would you change?",
  file: "File",
  fileHint: ".json, .lss or .txt, up to 5 MB",
  look: "Look at it",
  found: ({ pages, questions }: { pages: number; questions: number }) =>
    `${plural(questions, "question", "questions")} on ${plural(pages, "page", "pages")}`,
  kind: { surveyjs: "SurveyJS JSON", lss: "LimeSurvey file", outline: "Plain text" } satisfies Record<
    ImportKind,
    string
  >,
  notes: ({ n }: { n: number }) => `${plural(n, "thing", "things")} did not come over as it was`,
  note: {
    "type-unknown": ({ code, type }: Extract<ImportNote, { kind: "type-unknown" }>) =>
      `“${code}” is of a type we do not offer (${type}); it became an open question.`,
    "condition-lost": ({ code, text }: Extract<ImportNote, { kind: "condition-lost" }>) =>
      `The condition of “${code}” could not be carried over: ${text}`,
    "line-skipped": ({ line, text }: Extract<ImportNote, { kind: "line-skipped" }>) =>
      `Line ${line} belongs to no question and is left out: ${text}`,
  },
  problems: ({ n }: { n: number }) =>
    `${plural(n, "problem", "problems")} to mend before it can be published. It can be taken over as it is.`,
  add: "Add behind the pages there are",
  replace: "Replace the draft",
  replaceHint: "Replacing takes the draft's pages out. The published versions stay.",
  taken: ({ questions }: { questions: number }) =>
    `${plural(questions, "question is", "questions are")} in the draft.`,
  gone: "The draft could not be changed. Read it again and try once more.",
  toEditor: "Read and edit",
  out: "Take it out",
  outLead: "The draft as SurveyJS JSON, with everything in it that we do not know.",
  download: "Download the JSON",
  problem: {
    empty: () => "There is nothing here. Paste a text or choose a file.",
    syntax: ({ place }: Place) => `This is not JSON any more at ${place}.`,
    "too-deep": () => "It is nested too deep to be a questionnaire.",
    "too-large": () => "It is too large to be a questionnaire.",
    "forbidden-key": () => "It holds a key that is not allowed (such as __proto__).",
    "not-an-object": () => "A SurveyJS file is one JSON object, between { and }.",
    "not-lss": () => "This is not a LimeSurvey file that can be read.",
    "no-questions": () => "No question was found in it. Number the questions: “1. …”.",
  } satisfies Record<ImportProblem, (given: Place) => string>,
};
