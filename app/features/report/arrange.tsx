/** The author's desk: which chapters and parts, in which order, with which comments. Works without scripts. */
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import { EmptyState } from "~/components/empty-state";
import { TextArea } from "~/components/field";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import type { LocalText } from "~/domain/language";
import { longestComment, orderOf, type ReportLayout } from "~/domain/report/document/layout";
import type { ChapterKey, ReportDocument } from "~/domain/report/document/report-document";
import { filterSearch } from "~/domain/report/evidence-filter";
import { useLanguage, useText } from "~/i18n/use-text";
import { PeopleChoice, type PeopleOption } from "./people-choice";

/** What of a report can be arranged: its chapters and what their parts are called. */
export type Arrangeable = { key: ChapterKey; title: LocalText; blocks: { key: string; name: LocalText }[] }[];

/** What a block is called in a list. */
function nameOf(block: ReportDocument["chapters"][number]["blocks"][number]): LocalText {
  if (block.kind === "headline") return block.text;
  if (block.kind === "brief") return block.answers[0]?.question ?? { "zh-CN": block.key, en: block.key };
  if (block.kind === "insight") return block.insight.statement;
  if ("title" in block && block.title) return block.title;
  if (block.kind === "figures") return block.figures[0]?.label ?? { "zh-CN": block.key, en: block.key };
  if (block.kind === "lamps") return block.lamps[0]?.name ?? { "zh-CN": block.key, en: block.key };
  if (block.kind === "text") return block.paragraphs[0] ?? { "zh-CN": block.key, en: block.key };
  return { "zh-CN": block.key, en: block.key };
}

export const arrangeable = ({ chapters }: ReportDocument): Arrangeable =>
  chapters.map(({ key, title, blocks }) => ({
    key,
    title,
    blocks: blocks.map((block) => ({ key: block.key, name: nameOf(block) })),
  }));

/** The arrow that moved a chapter has the focus again, so that it moves it on; at an end the other one has it. */
function useArrowAgain(moved: string | null) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const arrow = list.current?.querySelector<HTMLButtonElement>(
      `button[value="${CSS.escape(moved ?? "")}"]`,
    );
    const other = arrow?.parentElement?.querySelector<HTMLButtonElement>("button:enabled");
    (arrow?.disabled ? other : arrow)?.focus();
  }, [moved]);
  return list;
}

type ArrangeProps = {
  chapters: Arrangeable;
  people: readonly PeopleOption[];
  layout: ReportLayout;
  revision: number;
  report: string;
  saved: boolean;
  /** The arrow that was just pressed: "up.money". */
  moved: string | null;
  conflict: boolean;
  problems: Partial<Record<ChapterKey, boolean>>;
};

export function Arrange(props: ArrangeProps) {
  const { chapters, people, layout, revision, report, saved, moved, conflict, problems } = props;
  const text = useText("sharing").layout;
  const language = useLanguage();
  const list = useArrowAgain(moved);
  const known = new Map(chapters.map((chapter) => [chapter.key, chapter]));
  const ordered = orderOf(layout).flatMap((key) => known.get(key) ?? []);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <LinkButton size="small" to={report}>
            {text.back}
          </LinkButton>
        }
      />
      {saved && (
        <Notice tone="success" live>
          {text.saved}
        </Notice>
      )}
      {conflict && (
        <Notice tone="warn" live>
          {text.conflict}
        </Notice>
      )}
      {ordered.length === 0 ? (
        <EmptyState title={text.title}>{text.empty}</EmptyState>
      ) : (
        <Form method="post" preventScrollReset className="mt-4">
          <input type="hidden" name="revision" value={revision} />
          {/* Enter in a field saves; without this the first button of the list would move a chapter. */}
          <button
            type="submit"
            name="intent"
            value="save"
            className="hidden"
            tabIndex={-1}
            aria-hidden="true"
          />
          <div className="mb-4 max-w-xl">
            <PeopleChoice
              options={people}
              chosen={filterSearch(layout.filter ?? {})}
              hint={text.peopleHint}
            />
          </div>
          <ol ref={list} className="grid gap-4">
            {ordered.map(({ key, title, blocks }, at) => (
              <li key={key} className="rounded-md border border-line bg-surface p-4">
                <input type="hidden" name="order" value={key} />
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <h2 className="text-base">{title[language]}</h2>
                  <span className="flex gap-1">
                    <Button
                      type="submit"
                      name="intent"
                      value={`up.${key}`}
                      size="small"
                      look="plain"
                      disabled={at === 0}
                      aria-label={text.up({ chapter: title[language] })}
                    >
                      <span aria-hidden="true">↑</span>
                    </Button>
                    <Button
                      type="submit"
                      name="intent"
                      value={`down.${key}`}
                      size="small"
                      look="plain"
                      disabled={at === ordered.length - 1}
                      aria-label={text.down({ chapter: title[language] })}
                    >
                      <span aria-hidden="true">↓</span>
                    </Button>
                  </span>
                </div>
                <CheckboxField
                  name={`show.${key}`}
                  label={text.show}
                  defaultChecked={!layout.hiddenChapters.includes(key)}
                />
                <TextArea
                  name={`comment.${key}`}
                  label={text.comment}
                  hint={text.commentHint}
                  optional
                  rows={2}
                  defaultValue={layout.comments[key] ?? ""}
                  error={problems[key] ? text.tooLong({ most: longestComment }) : undefined}
                />
                <details className="mt-2">
                  <summary className="link inline-flex min-h-9 items-center text-muted text-sm">
                    {text.parts({ n: blocks.length })}
                  </summary>
                  <div className="mt-1">
                    {blocks.map((block) => (
                      <div key={block.key}>
                        <input type="hidden" name="block" value={block.key} />
                        <CheckboxField
                          name={`part.${block.key}`}
                          label={block.name[language]}
                          defaultChecked={!layout.hiddenBlocks.includes(block.key)}
                        />
                      </div>
                    ))}
                  </div>
                </details>
              </li>
            ))}
          </ol>
          <div className="sticky bottom-0 mt-4 border-line border-t bg-paper py-3">
            <SubmitButton name="intent" value="save">
              {text.save}
            </SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}
