import { Button, SubmitButton } from "~/components/button";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { RespondentShell } from "~/components/respondent-shell";
import type { Item } from "~/domain/questionnaire/compiled";
import { isEnabled, nextPage, visibleState } from "~/domain/questionnaire/flow";
import { type Draw, drawOf, itemId } from "./draw";
import type { PageData } from "./enhance/page-data";
import { EnhanceScript, PageDataScript } from "./enhance-script";
import { Offered } from "./items/frame";
import { ItemView } from "./items/item-view";
import { LeaveForm, WelcomeBack } from "./leave-form";
import { type PageView, shownItems } from "./page-view";
import { problemText } from "./problem-text";

export type Keeping =
  /** Stored on the server as one goes. */
  | { kind: "stored"; save: string; draft: string; revision: number; upload: string }
  /** Nothing is stored: what was answered so far travels in the form. */
  | { kind: "carried"; trial: boolean; upload?: string };

type QuestionPageProps = {
  view: PageView;
  sender: string;
  keeping: Keeping;
  /** The questionnaire speaks both languages. */
  bilingual: boolean;
  /** When the page was drawn, to know how long it was looked at. */
  shownAt: number;
  /** The person was away for a day or more. */
  back?: boolean;
};

const formId = "answers";

/** A question that earlier answers may grey out: it says so, and its controls take nothing while they do. */
function Answerable({ item, draw, when }: { item: Item; draw: Draw; when: boolean }) {
  if (!item.enableIf) return <ItemView item={item} draw={draw} />;
  return (
    <fieldset
      data-answerable
      disabled={!when}
      className="group/answerable min-w-0 [&:disabled_:is(label,legend)]:text-muted"
    >
      <ItemView item={item} draw={draw} />
      <p className="mt-2 hidden text-muted text-sm group-disabled/answerable:block">
        {draw.text.page.greyed}
      </p>
    </fieldset>
  );
}

/** One page of the questionnaire: a plain form that a script makes livelier. */
export function QuestionPage({ view, sender, keeping, bilingual, shownAt, back }: QuestionPageProps) {
  const { compiled, page, answers, variables, language, progress, problems } = view;
  const { upload } = keeping;
  const draw = { ...drawOf(view), ...(keeping.kind === "stored" && { upload }) };
  const { text } = draw;
  const visible = visibleState(compiled, answers, variables).items;
  const isLast = nextPage(compiled, page.name, answers, variables) === null;
  const title = page.title ?? compiled.title;
  const otherLanguage = language === "en" ? "zh-CN" : "en";
  const data: PageData = {
    page,
    answers,
    variables,
    language,
    save: keeping.kind === "stored" ? keeping.save : null,
    draft: keeping.kind === "stored" ? keeping.draft : null,
    upload: upload ?? null,
    revision: keeping.kind === "stored" ? keeping.revision : 0,
    words: text.enhance,
  };
  const errors = problems.map((problem) => {
    const item = page.items.find(({ name }) => name === problem.item);
    const label = item ? draw.say(item.title) : "";
    const message = problemText(problem, item, text.problem, language);
    return { id: item && itemId(item), message: label ? text.problem.under({ label, message }) : message };
  });
  return (
    <RespondentShell
      sender={sender}
      progress={{ label: text.page.progress, done: progress.page, total: progress.pages }}
      progressNote={text.page.minutesLeft({ n: view.minutesLeft })}
      languageSwitch={
        <>
          {/* The first button of a form is what Enter presses: it must neither be the language nor take back an answer. */}
          <button
            type="submit"
            form={formId}
            name="move"
            value="next"
            tabIndex={-1}
            aria-hidden
            className="sr-only"
          >
            {text.page.next}
          </button>
          {bilingual && (
            <button
              type="submit"
              form={formId}
              name="language"
              value={otherLanguage}
              lang={otherLanguage}
              className="min-h-11 rounded-md px-2 text-muted text-sm hover:text-ink hover:underline"
            >
              {text.page.language[otherLanguage]}
            </button>
          )}
        </>
      }
    >
      <form id={formId} method="post" noValidate className="grid gap-9">
        <input type="hidden" name="page" value={page.name} />
        <input type="hidden" name="shown" value={shownItems(page, { answers, variables }).join(" ")} />
        <input type="hidden" name="shownAt" value={shownAt} />
        {keeping.kind === "carried" && (
          <>
            <input type="hidden" name="carried" value={JSON.stringify(answers)} />
            <input type="hidden" name="key" value={view.seed} />
          </>
        )}
        <div className="-mb-5 grid gap-4">
          {keeping.kind === "carried" && keeping.trial && (
            <Notice title={text.trial.banner}>{text.trial.bannerText}</Notice>
          )}
          {back && <WelcomeBack form={formId} />}
          <div>
            <h1 tabIndex={-1} className="font-medium text-base text-muted outline-none">
              {draw.say(title)}
            </h1>
            {page.description && <p className="mt-1 text-lg">{draw.say(page.description)}</p>}
          </div>
          <FormErrors errors={errors} />
          {view.opened && <Notice live>{text.page.opened}</Notice>}
        </div>
        {page.items.map((item) => (
          <Offered key={item.name} when={visible.has(item.name)}>
            <div data-item={item.name}>
              <Answerable item={item} draw={draw} when={isEnabled(item, { answers, variables })} />
            </div>
          </Offered>
        ))}
        <div className="grid gap-3">
          <p data-status role="status" className="min-h-6 text-muted text-sm" />
          <div className="grid gap-2 sm:flex">
            <SubmitButton size="large" name="move" value="next">
              {isLast ? text.page.finish : text.page.next}
            </SubmitButton>
            {progress.page > 1 && (
              <Button type="submit" look="plain" size="large" name="move" value="back">
                {text.page.back}
              </Button>
            )}
          </div>
          {keeping.kind === "stored" && <p className="mt-4 text-muted text-sm">{text.page.later}</p>}
        </div>
      </form>
      {keeping.kind === "stored" && <LeaveForm form={formId} />}
      <PageDataScript data={data} />
      <EnhanceScript />
    </RespondentShell>
  );
}
