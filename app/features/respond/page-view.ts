/** What one page of a questionnaire shows to one respondent at one moment. */
import type { Language } from "../../domain/language";
import type { AnswerProblem } from "../../domain/questionnaire/answer-problem";
import type { Answers, Compiled, Page } from "../../domain/questionnaire/compiled";
import { estimateMinutes } from "../../domain/questionnaire/duration";
import type { Context, Variables } from "../../domain/questionnaire/evaluate";
import { isEnabled, progress, visibleItems, visibleState } from "../../domain/questionnaire/flow";
import { type FormEntry, writeForm } from "./form-values";

export type PageView = {
  compiled: Compiled;
  page: Page;
  answers: Answers;
  variables: Variables;
  /** Keeps the order of shuffled choices for this response. */
  seed: string;
  language: Language;
  /** What the controls show: the stored answers, or what was just typed. */
  form: FormEntry[];
  problems: AnswerProblem[];
  /** The last answer opened further questions on this page. */
  opened: boolean;
  progress: { page: number; pages: number };
  minutesLeft: number;
};

type Given = Pick<PageView, "compiled" | "answers" | "variables" | "seed" | "language"> & {
  page: Page;
  form?: FormEntry[];
  problems?: AnswerProblem[];
  opened?: boolean;
};

export function viewPage({ form, problems = [], opened = false, ...given }: Given): PageView {
  const { compiled, page, answers, variables } = given;
  const visible = [...visibleState(compiled, answers, variables).pages];
  return {
    ...given,
    form: form ?? writeForm(page, answers),
    problems,
    opened,
    progress: progress(compiled, page.name, answers, variables),
    minutesLeft: estimateMinutes(compiled, visible.slice(Math.max(0, visible.indexOf(page.name)))),
  };
}

/** Names of the items that a page asks, as the form carries them to notice those that an answer has opened. */
export const shownItems = (page: Page, context: Context): string[] =>
  visibleItems(page, context)
    .filter((item) => isEnabled(item, context))
    .map(({ name }) => name);

/** Whether the answers just given opened items that the respondent has not seen. */
export const opensItems = (page: Page, context: Context, shown: readonly string[]): boolean =>
  shownItems(page, context).some((name) => !shown.includes(name));
