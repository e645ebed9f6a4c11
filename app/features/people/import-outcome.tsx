import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { ImportCounts } from "~/domain/fieldwork/file-import";
import { useText } from "~/i18n/use-text";
import { RefusedRows } from "./refused-rows";

type ImportOutcomeProps = {
  id: string;
  counts: ImportCounts | null;
  undone: boolean;
  refused: readonly { row: number; problem: string; field: string; value: string }[];
  /** How many stayed when it was undone just now; null when it was not. */
  kept: number | null;
};

/** What a file brought, and the way back. */
export function ImportOutcome({ id, counts, undone, refused, kept }: ImportOutcomeProps) {
  const text = useText("people").import;
  return (
    <>
      {counts && (
        <p className="text-lg">
          {text.done(counts)} {counts.changed ? text.changed({ n: counts.changed }) : ""}{" "}
          {counts.moved ? text.moved({ n: counts.moved }) : ""}
        </p>
      )}
      {undone ? (
        <div className="mt-4">
          <Notice tone="success" live={kept !== null}>
            {text.undone} {kept !== null && kept > 0 && text.undoneKept({ n: kept })}
          </Notice>
        </div>
      ) : (
        <>
          <LinkButton look="primary" to={`/companies/people?import=${id}`} className="mt-4">
            {text.toPeople}
          </LinkButton>
          <Section title={text.undo} lead={text.undoLead}>
            <Form method="post">
              <Button type="submit" look="danger" name="intent" value="undo">
                {text.undo}
              </Button>
            </Form>
          </Section>
        </>
      )}
      {refused.length > 0 && <RefusedRows rows={refused} total={counts?.refused ?? 0} />}
    </>
  );
}
