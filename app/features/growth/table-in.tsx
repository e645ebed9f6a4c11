import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { TextArea, TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import { useFormat, useText } from "~/i18n/use-text";

export type TableOutcome =
  | { kind: "too-large" }
  | { kind: "missing"; columns: string; pasted: string }
  | { kind: "read"; n: number; problems: readonly string[]; late: readonly string[]; pasted: string };

const shown = 20;

/** Reads rows in: pasted from a spreadsheet, or a file. */
export function TableIn({
  columns,
  action,
  outcome,
  revisions,
  intent = "table",
}: {
  columns: string;
  action: string;
  outcome: TableOutcome | null;
  /** At which the page showed each row, so that nobody's later change is written over. */
  revisions: Readonly<Record<string, number>>;
  intent?: string;
}) {
  const text = useText("growth");
  const entries = useText("entries");
  const format = useFormat();
  const late = outcome?.kind === "read" ? outcome.late : [];
  const pasted =
    outcome?.kind === "missing" || (outcome?.kind === "read" && late.length > 0) ? outcome.pasted : "";
  return (
    <Form method="post" action={action} encType="multipart/form-data" className="grid content-start gap-4">
      {outcome?.kind === "read" && (
        <Notice tone={outcome.problems.length + late.length > 0 ? "warn" : "success"} live>
          <p>{text.added(outcome)}</p>
          {late.length > 0 && (
            <p>{entries.lateRows({ n: late.length, rows: format.list(late.slice(0, shown)) })}</p>
          )}
          {outcome.problems.length > 0 && (
            <ul className="mt-1 list-disc ps-5">
              {outcome.problems.slice(0, shown).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <input type="hidden" name="seen" value={JSON.stringify(revisions)} />
      <TextArea
        name="pasted"
        id={`pasted-${intent}`}
        label={text.paste}
        hint={text.pasteHint({ columns })}
        error={
          outcome?.kind === "missing"
            ? text.missing({ columns: outcome.columns })
            : outcome?.kind === "too-large"
              ? text.tooLarge
              : null
        }
        defaultValue={pasted}
        rows={5}
        className="font-mono text-sm"
      />
      <TextField
        name="file"
        id={`file-${intent}`}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        label={text.file}
        optional
      />
      <div>
        <Button type="submit" name="intent" value={intent}>
          {text.read}
        </Button>
      </div>
    </Form>
  );
}
