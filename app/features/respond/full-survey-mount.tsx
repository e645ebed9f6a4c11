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
import { findDraft, forgetDraft, keepDraft } from "./enhance/draft";
import { type Job, makeOutbox, reachWith } from "./enhance/outbox";
import type { FullSurveyProps } from "./full-survey";
import { sentFiles, shownFiles, takeFiles } from "./full-survey-files";
import { problemText } from "./problem-text";

type Reply = {
  kind: "saved" | "moved" | "refused" | "completed";
  problems: AnswerProblem[];
  revision: number;
};

/** A pause this long after the last keystroke is worth a save. */
const saveAfter = 600;

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
  survey.currentPage = survey.getPageByName(given.page) ?? survey.visiblePages[0];

  const onPage = (page: string) => {
    const names = new Set(
      survey.getPageByName(page)?.questions.flatMap(({ name }) => [name, `${name}-Comment`]),
    );
    return Object.entries(survey.data).filter(([name]) => names.has(name));
  };
  let { revision } = given;
  let unanswered = 0;
  const draftNow = () => {
    if (given.draft === null) return;
    const page = survey.currentPage.name;
    const entries = onPage(page).map(([name, answer]): [string, string] => [name, JSON.stringify(answer)]);
    keepDraft(given.draft, { page, revision, unanswered, entries });
  };
  const draft = given.draft === null ? null : findDraft(given.draft, given.page, revision);
  const stored = Object.fromEntries(onPage(given.page));
  if (draft) {
    for (const name of Object.keys(stored)) survey.clearValue(name);
    for (const [name, answer] of draft) survey.setValue(name, JSON.parse(answer));
  }
  takeFiles(survey, given);

  let openedAt = Date.now();
  const deliver = async (move: "save" | "next"): Promise<Reply | null> => {
    const page = survey.currentPage.name;
    const seconds = Math.min(3600, (Date.now() - openedAt) / 1000);
    const answers = sentFiles(survey, Object.fromEntries(onPage(page)));
    unanswered += 1;
    draftNow();
    const response = await reachWith(given.save, { page, answers, move, seconds });
    onConnection(true);
    unanswered = 0;
    if (!response.ok && response.status !== 422) return null;
    openedAt += seconds * 1000;
    const reply: Reply = await response.json();
    revision = reply.revision;
    if (reply.kind === "completed" && given.draft !== null) forgetDraft(given.draft);
    else draftNow();
    return reply;
  };
  const outbox = makeOutbox({ onWaiting: () => onConnection(false) });
  const save: Job = {
    kind: "save",
    deliver: async () => {
      if (survey.state === "running") await deliver("save");
    },
  };
  const next = () =>
    new Promise<Reply | null>((resolve) => {
      outbox.send({ kind: "move", deliver: async () => resolve(await deliver("next")) });
    });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const saveSoon = () => {
    settle();
    timer = setTimeout(() => {
      timer = undefined;
      outbox.send(save);
    }, saveAfter);
  };

  // Asked before every move onward and before completing: the server's word decides.
  survey.onServerValidateQuestions.add(async (_, options) => {
    settle();
    const reply = await next();
    // Over, here or on the server: an ending or a quota may close it before its last page.
    if (reply?.kind === "completed") return window.location.assign(given.back);
    // What was typed while the answer was under way.
    if (reply?.kind === "refused") saveSoon();
    const text = textOf(given.language, "respond");
    if (!reply) options.errors[survey.currentPage.questions[0]?.name ?? ""] = text.full.failed;
    for (const problem of reply?.problems ?? [])
      options.errors[problem.item] = problemText(problem, undefined, text.problem, given.language);
    options.complete();
  });
  survey.onAfterRenderQuestion.add((_, { htmlElement }) => withoutOddRoles(htmlElement));
  survey.onComplete.add(() => window.location.assign(given.back));
  survey.onValueChanged.add(() => {
    draftNow();
    saveSoon();
  });
  survey.onCurrentPageChanged.add(settle);
  if (draft && JSON.stringify(stored) !== JSON.stringify(Object.fromEntries(onPage(given.page)))) saveSoon();
  // The last words before the tab is put away.
  const leave = () => {
    if (document.visibilityState !== "hidden" || timer === undefined) return;
    settle();
    outbox.send(save);
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
