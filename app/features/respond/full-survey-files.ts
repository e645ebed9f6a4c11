/** Files in a questionnaire that SurveyJS draws: sent through the same door, kept in answers as the same references. */
import type { QuestionFileModel, SurveyModel } from "survey-core";
import { fileSettings, referencesIn } from "~/domain/questionnaire/answer-files";
import type { Answers } from "~/domain/questionnaire/compiled";
import { isRecord } from "~/domain/questionnaire/read-answer";
import { textOf } from "~/i18n/text";
import { fileHint } from "./file-hint";
import type { FullSurveyProps } from "./full-survey";

const fileNames = (survey: SurveyModel) =>
  survey.getAllQuestions().flatMap((question) => (question.getType() === "file" ? [question.name] : []));

const changed = (
  survey: SurveyModel,
  answers: Record<string, unknown>,
  make: (answer: unknown) => unknown,
) => {
  const files = fileNames(survey).filter((name) => Object.hasOwn(answers, name));
  return { ...answers, ...Object.fromEntries(files.map((name) => [name, make(answers[name])])) };
};

/** Answers as SurveyJS shows them: what a file's content would be is its id here. */
export const shownFiles = (survey: SurveyModel, answers: Answers) =>
  changed(survey, answers, (answer) =>
    referencesIn(answer).map(({ id, name, type }) => ({ name, type, content: id })),
  );

/** Answers as they are saved: files by their ids. */
export const sentFiles = (survey: SurveyModel, answers: Record<string, unknown>) =>
  changed(survey, answers, (answer) =>
    Array.isArray(answer) ? answer.flatMap((one) => (isRecord(one) ? [{ id: one.content }] : [])) : answer,
  );

type Taken = { file: { name: string; type: string; id: string } } | { message: string };

/** Sends one file; a word of the server, or of the lost connection, is what SurveyJS shows. */
async function sendFile(upload: string, item: string, file: File, failed: string): Promise<Taken> {
  const query = new URLSearchParams({ item, name: file.name });
  const response = await fetch(`${upload}${upload.includes("?") ? "&" : "?"}${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  }).catch(() => null);
  const type = response?.headers.get("Content-Type") ?? "";
  return response && type.includes("json") ? response.json() : { message: failed };
}

/** Makes SurveyJS's file questions send what is chosen to the server. */
export function takeFiles(survey: SurveyModel, { upload, language }: FullSurveyProps): void {
  const { failed } = textOf(language, "respond").enhance.file;
  for (const question of survey.getAllQuestions()) {
    if (question.getType() !== "file") continue;
    const file = question as QuestionFileModel;
    file.storeDataAsText = false;
    file.waitForUpload = true;
    // Nothing is fetched back to be shown, and a phone's own chooser has the camera.
    file.allowImagesPreview = false;
    file.sourceType = "file";
    file.filePlaceholder = fileHint(fileSettings(question.toJSON()), language);
  }
  survey.onUploadFiles.add(async (_, { files, name, callback }) => {
    const taken = await Promise.all(files.map((file) => sendFile(upload, name, file, failed)));
    const errors = taken.flatMap((one) => ("message" in one ? [one.message] : []));
    callback(
      taken.flatMap((one, at) =>
        "file" in one
          ? [{ file: { name: one.file.name, type: one.file.type }, content: one.file.id, at }]
          : [],
      ),
      errors,
    );
  });
  // Removed here, a file goes when the answers are sent without it.
  survey.onClearFiles.add((_, { callback }) => callback("success"));
}
