import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { ImportCounts } from "~/domain/fieldwork/file-import";
import type { LocalText } from "~/domain/language";
import { useText } from "~/i18n/use-text";
import { type RefusedAnswerRow, RefusedAnswers } from "./refused-answers";

type AnswerOutcomeProps = {
  base: string;
  counts: ImportCounts | null;
  undone: boolean;
  refused: readonly RefusedAnswerRow[];
  titles: Record<string, LocalText>;
  /** How many went when it was taken back just now; null when it was not. */
  undoneNow: number | null;
};

/** What a file of answers brought, and the way back. */
export function AnswerOutcome({ base, counts, undone, refused, titles, undoneNow }: AnswerOutcomeProps) {
  const text = useText("answerImport");
  return (
    <>
      {counts && <p className="text-lg">{text.done(counts)}</p>}
      {undone ? (
        <div className="mt-4 max-w-prose">
          <Notice tone="success" live={undoneNow !== null}>
            {undoneNow !== null ? text.undone({ n: undoneNow }) : text.isUndone}
          </Notice>
        </div>
      ) : (
        <>
          <LinkButton look="primary" to={`${base}/responses`} className="mt-4">
            {text.toResponses}
          </LinkButton>
          <Section title={text.undo}>
            <Dialog trigger={text.undo} look="danger" title={text.undo}>
              {(close) => (
                <Form method="post" onSubmit={close} className="grid justify-items-start gap-4">
                  <p>{text.undoLead}</p>
                  <Button type="submit" look="danger" name="intent" value="undo">
                    {text.undoNow({ n: counts?.added ?? 0 })}
                  </Button>
                </Form>
              )}
            </Dialog>
          </Section>
        </>
      )}
      {refused.length > 0 && <RefusedAnswers rows={refused} titles={titles} total={counts?.refused ?? 0} />}
    </>
  );
}
