import { Form, Link } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { Button } from "~/components/button";
import { Tag } from "~/components/tag";
import type { Language } from "~/domain/language";
import type { Compiled } from "~/domain/questionnaire/compiled";
import type { DraftText } from "~/domain/questionnaire/draft-tree";
import { useLanguage, useText } from "~/i18n/use-text";
import { conditionSentence } from "./condition-sentence";
import { type WordingEditing, WordingForm } from "./wording-form";

export type EditorQuestion = {
  name: string;
  title: DraftText;
  required: boolean;
  measure: string | null;
  up: boolean;
  down: boolean;
};
export type EditorPage = { target: string; title: DraftText; questions: EditorQuestion[] };

type QuestionEditorProps = {
  pages: readonly EditorPage[];
  /** Null while the draft does not compile. */
  compiled: Compiled | null;
  /** The language of the preview. */
  shown: Language;
  editing: WordingEditing | null;
  canEdit: boolean;
  /** Draws a question as a respondent sees it; null for the kinds that SurveyJS draws. */
  draw: (name: string) => ReactNode;
  moved?: { name: string; direction: "up" | "down"; place: number };
};

const idOf = (name: string) => `question-${name}`;
const moveId = (name: string, direction: string) => `move-${direction}-${name}`;

/** Every page of a questionnaire in its order, as respondents see it, with what can be done to each question. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { pages, compiled, shown, editing, canEdit, draw, moved } = props;
  const text = useText("questionnaire");
  const actions = useText("shell").actions;
  const language = useLanguage();
  const speaker = compiled && { compiled, language, words: text.condition };
  const items = new Map(
    compiled?.pages.flatMap((page) => page.items.map((item) => [item.name, item] as const)),
  );
  const query = (extra: Record<string, string>) => `?${new URLSearchParams({ show: shown, ...extra })}`;
  const action = (hash = "") => `?index&show=${shown}${hash}`;

  // The moved question's button keeps the focus; at the end of its way the other one gets it.
  // The answer to the move comes before the new order is drawn, so both are waited for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another page the button is a new one.
  useEffect(() => {
    if (!moved) return;
    const other = moved.direction === "up" ? "down" : "up";
    const buttons = [moved.direction, other].map((direction) =>
      document.getElementById(moveId(moved.name, direction)),
    );
    buttons.find((button) => button instanceof HTMLButtonElement && !button.disabled)?.focus();
  }, [moved, pages]);

  const titleIn = (title: DraftText, name: string) => title[language] || title.en || title["zh-CN"] || name;

  return (
    <div className="grid gap-10">
      {pages.map((page, at) => {
        const { target } = page;
        const compiledPage = compiled?.pages[at];
        return (
          <section key={target} aria-labelledby={`page-${at}`}>
            <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-line border-b pb-2">
              <h2 id={`page-${at}`} className="text-base">
                {text.read.page({ n: at + 1, title: titleIn(page.title, "") })}
              </h2>
              {canEdit && (
                <Link
                  to={query({ edit: target })}
                  preventScrollReset
                  className="link text-sm"
                  aria-label={text.read.editOf({ question: text.read.pageTitle({ n: at + 1 }) })}
                >
                  {text.read.edit}
                </Link>
              )}
            </div>
            {speaker && compiledPage?.visibleIf && (
              <p className="mb-3 text-muted text-sm">
                {text.condition.shownIf({ condition: conditionSentence(compiledPage.visibleIf, speaker) })}
              </p>
            )}
            {editing?.target === target && (
              <WordingForm key={target} editing={editing} action={action()} back={query({})} />
            )}
            {page.questions.length === 0 && <p className="text-muted text-sm">{text.read.emptyPage}</p>}
            <ul className="grid gap-6">
              {page.questions.map(({ name, title, required, measure, up, down }) => {
                const item = items.get(name);
                const question = titleIn(title, name);
                const mine = `q.${name}`;
                return (
                  <li
                    key={name}
                    id={idOf(name)}
                    className="grid scroll-mt-16 gap-3 xl:grid-cols-[26rem_1fr] xl:gap-8"
                  >
                    <div
                      className="w-full max-w-[26rem] rounded-md border border-line bg-paper p-4"
                      lang={shown}
                    >
                      <fieldset disabled className="min-w-0">
                        {(item && draw(name)) || (
                          <>
                            <p className="font-semibold">{title[shown] || question}</p>
                            {item && <p className="mt-2 text-muted text-sm">{text.read.rich}</p>}
                          </>
                        )}
                      </fieldset>
                    </div>
                    <div className="grid content-start gap-2 text-sm">
                      <p className="flex flex-wrap items-center gap-2">
                        <Tag>{required ? text.read.required : text.read.optional}</Tag>
                        {measure && <code className="break-all text-muted">{measure}</code>}
                      </p>
                      {speaker && item?.visibleIf && (
                        <p className="max-w-prose text-muted">
                          {text.condition.shownIf({ condition: conditionSentence(item.visibleIf, speaker) })}
                        </p>
                      )}
                      {canEdit && (
                        <Form
                          method="post"
                          action={action(`#${idOf(name)}`)}
                          preventScrollReset
                          className="flex flex-wrap items-center gap-2"
                        >
                          <input type="hidden" name="name" value={name} />
                          <Link
                            to={`${query({ edit: mine })}#${idOf(name)}`}
                            preventScrollReset
                            className="link inline-flex min-h-9 items-center pe-2"
                            aria-label={text.read.editOf({ question })}
                          >
                            {text.read.edit}
                          </Link>
                          {(["up", "down"] as const).map((direction) => (
                            <Button
                              key={direction}
                              id={moveId(name, direction)}
                              type="submit"
                              size="small"
                              name="intent"
                              value={direction}
                              disabled={direction === "up" ? !up : !down}
                              aria-label={text.read[direction]({ question })}
                            >
                              <span aria-hidden="true">{direction === "up" ? "↑" : "↓"}</span>{" "}
                              {text.read[`${direction}Short`]}
                            </Button>
                          ))}
                          <Button
                            type="submit"
                            size="small"
                            look="plain"
                            name="intent"
                            value="remove"
                            aria-label={text.read.removeOf({ question })}
                          >
                            {actions.remove}
                          </Button>
                        </Form>
                      )}
                    </div>
                    {editing?.target === mine && (
                      <div className="rounded-md border border-edge bg-surface p-4 sm:p-5 xl:col-span-2">
                        <WordingForm
                          key={mine}
                          editing={editing}
                          action={action(`#${idOf(name)}`)}
                          back={`${query({})}#${idOf(name)}`}
                        />
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
