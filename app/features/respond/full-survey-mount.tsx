/** Draws a questionnaire with SurveyJS and saves each of its pages through the same door as our own. */
import { createRoot } from "react-dom/client";
import { Model, Serializer } from "survey-core";
import "survey-core/i18n/simplified-chinese";
import { Survey } from "survey-react-ui";
import "~/components/survey.css";
import { withoutOddRoles } from "~/components/survey-roles";
import { surveyLocale } from "~/domain/language";
import type { AnswerProblem } from "~/domain/questionnaire/answer-problem";
import { harmless } from "~/domain/questionnaire/harmless";
import { registerSurveyProperties } from "~/domain/questionnaire/survey-properties";
import { textOf } from "~/i18n/text";
import type { FullSurveyProps } from "./full-survey";
import { sentFiles, shownFiles, takeFiles } from "./full-survey-files";
import { problemText } from "./problem-text";

type Reply = { kind: "saved" | "moved" | "refused" | "completed"; problems: AnswerProblem[] };

const longestDelay = 30_000;
const pause = (delay: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, delay);
    window.addEventListener("online", () => resolve(), { once: true });
  });

const request = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

/** Sends until it arrives; a repeated page changes nothing. */
async function post(
  address: string,
  body: unknown,
  onConnection: (online: boolean) => void,
): Promise<Reply | null> {
  for (let delay = 1000; ; delay = Math.min(delay * 2, longestDelay)) {
    const response = await fetch(address, request(body)).catch(() => null);
    if (response && response.status < 500) {
      onConnection(true);
      return response.ok || response.status === 422 ? response.json() : null;
    }
    onConnection(false);
    await pause(delay);
  }
}

export type MountSurvey = typeof mountSurvey;

/** Draws the survey into `place`; returns how to take it away. */
export function mountSurvey(
  place: HTMLElement,
  given: FullSurveyProps,
  onConnection: (online: boolean) => void,
): () => void {
  registerSurveyProperties(Serializer);
  const survey = new Model(harmless(given.json));
  survey.locale = surveyLocale[given.language];
  survey.showTitle = false;
  survey.widthMode = "responsive";
  survey.validationEnabled = true;
  // Taken as it is typed: a field that waits until it is left loses its words when it is drawn anew.
  survey.textUpdateMode = "onTyping";
  for (const [name, value] of Object.entries(given.variables)) survey.setVariable(name, value);
  survey.data = shownFiles(survey, given.answers);
  takeFiles(survey, given);
  survey.currentPage = survey.getPageByName(given.page) ?? survey.visiblePages[0];
  let openedAt = Date.now();

  const answersOf = (page: string) => {
    const names = new Set(
      survey.getPageByName(page)?.questions.flatMap(({ name }) => [name, `${name}-Comment`]),
    );
    return sentFiles(
      survey,
      Object.fromEntries(Object.entries(survey.data).filter(([name]) => names.has(name))),
    );
  };
  const bodyOf = (move: "save" | "next") => {
    const page = survey.currentPage.name;
    const seconds = Math.min(3600, (Date.now() - openedAt) / 1000);
    openedAt = Date.now();
    return { page, answers: answersOf(page), move, seconds };
  };
  const send = (move: "save" | "next") => post(given.save, bodyOf(move), onConnection);

  // Asked before every move onward and before completing: the server's word decides.
  survey.onServerValidateQuestions.add(async (_, options) => {
    const reply = await send("next");
    // Over, here or on the server: an ending or a quota may close it before its last page.
    if (reply?.kind === "completed") return window.location.assign(given.back);
    const text = textOf(given.language, "respond");
    if (!reply) options.errors[survey.currentPage.questions[0]?.name ?? ""] = text.full.failed;
    for (const problem of reply?.problems ?? [])
      options.errors[problem.item] = problemText(problem, undefined, text.problem, given.language);
    options.complete();
  });
  survey.onAfterRenderQuestion.add((_, { htmlElement }) => withoutOddRoles(htmlElement));
  survey.onComplete.add(() => window.location.assign(given.back));

  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  survey.onValueChanged.add(() => {
    settle();
    timer = setTimeout(() => {
      timer = undefined;
      if (survey.state === "running") void send("save");
    }, 600);
  });
  survey.onCurrentPageChanged.add(settle);
  // The last words before the tab is put away; what is too long to outlive it waits for its turn.
  const leave = () => {
    if (document.visibilityState !== "hidden" || timer === undefined || survey.state !== "running") return;
    fetch(given.save, { ...request(bodyOf("save")), keepalive: true }).catch(() => undefined);
  };
  document.addEventListener("visibilitychange", leave);

  const root = createRoot(place);
  root.render(<Survey model={survey} />);
  return () => {
    document.removeEventListener("visibilitychange", leave);
    settle();
    root.unmount();
    survey.dispose();
  };
}
