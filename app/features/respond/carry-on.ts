/** A questionnaire whose answers travel in the form instead of being stored: the gate, and a try. */
import type { Language } from "../../domain/language";
import type { Answers, Compiled, End } from "../../domain/questionnaire/compiled";
import { endOf } from "../../domain/questionnaire/endings";
import { nextPage, previousPage } from "../../domain/questionnaire/flow";
import { drawVariables } from "../../domain/questionnaire/order";
import { readForm, withoutAnswer, withoutFile } from "../../domain/questionnaire/read-form";
import { checkPage, checkSubmission } from "../../domain/questionnaire/validate";
import type { FormEntry } from "./form-values";
import { opensItems, type PageView, viewPage } from "./page-view";

/** `end` is the rule that closed it early. */
export type CarriedStep =
  | { kind: "page"; view: PageView }
  | { kind: "done"; answers: Answers; end: End | null };

/** The language that the form asked to switch to, with the cookie that keeps it. */
type Switched = { language: Language; cookie: string } | null;

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
};

/**
 * The page that follows on a posted form, or all answers when there is none. `form` null begins.
 * What the form carries from earlier pages is checked anew each time; nothing of it is trusted.
 */
export function carryOn(
  compiled: Compiled,
  form: URLSearchParams | null,
  given: { seed: string; language: Language; switched?: Switched },
): CarriedStep {
  const { seed, switched = null } = given;
  const language = switched?.language ?? given.language;
  const variables = drawVariables(compiled, seed);
  const at = (name: string | null, answers: Answers, more: Partial<PageView> = {}): CarriedStep => {
    const page = compiled.pages.find((page) => page.name === name);
    if (!page) return { kind: "done", answers, end: endOf(compiled, answers, variables) };
    return { kind: "page", view: viewPage({ compiled, page, answers, variables, seed, language, ...more }) };
  };
  const page = compiled.pages.find(({ name }) => name === form?.get("page"));
  if (!form || !page) return at(nextPage(compiled, null, {}, variables), {});

  const before = checkSubmission(compiled, parsed(form.get("carried") ?? ""), variables, { partial: true });
  const cleared = form.get("clear");
  const dropped = form.get("drop");
  const typed: FormEntry[] = withoutFile(withoutAnswer([...form.entries()], cleared), dropped);
  const checked = checkPage(compiled, page.name, readForm(page, typed), before.answers, variables);
  const answers = checked.merged;
  if (switched || cleared !== null || dropped !== null) return at(page.name, answers, { form: typed });
  if (form.get("move") === "back")
    return at(previousPage(compiled, page.name, answers, variables) ?? page.name, answers);
  const shown = (form.get("shown") ?? "").split(" ");
  const opened = opensItems(page, { answers, variables }, shown);
  const problems = checked.problems.filter(({ item }) => !opened || shown.includes(item));
  if (opened || problems.length > 0) return at(page.name, answers, { form: typed, problems, opened });
  const next = nextPage(compiled, page.name, answers, variables);
  if (next !== null) return at(next, answers);
  const whole = checkSubmission(compiled, answers, variables);
  if (whole.ok)
    return { kind: "done", answers: whole.answers, end: endOf(compiled, whole.answers, variables) };
  const wrong = compiled.pages.find(({ items }) =>
    items.some(({ name }) => name === whole.problems[0]?.item),
  );
  return at(wrong?.name ?? page.name, answers, { problems: whole.problems });
}

/** How a step goes out: refused where something of it is wrong, with the language that was switched to. */
export const initOf = (step: CarriedStep, switched: Switched): { status: number; headers?: HeadersInit } => ({
  status: step.kind === "page" && step.view.problems.length > 0 ? 422 : 200,
  ...(switched && { headers: { "Set-Cookie": switched.cookie } }),
});
