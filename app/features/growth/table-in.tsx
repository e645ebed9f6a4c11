import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { TextArea, TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import { useText } from "~/i18n/use-text";

export type TableOutcome =
  | { kind: "too-large" }
  | { kind: "missing"; columns: string; pasted: string }
  | { kind: "read"; n: number; problems: readonly string[] };

const shown = 20;

/** Reads rows in: pasted from a spreadsheet, or a file. */
export function TableIn({
  columns,
  action,
  outcome,
}: {
  columns: string;
  action: string;
  outcome: TableOutcome | null;
}) {
  const text = useText("growth");
  return (
    <Form method="post" action={action} encType="multipart/form-data" className="grid content-start gap-4">
      {outcome?.kind === "read" && (
        <Notice tone={outcome.problems.length > 0 ? "warn" : "success"} live>
          <p>{text.added(outcome)}</p>
          {outcome.problems.length > 0 && (
            <ul className="mt-1 list-disc ps-5">
              {outcome.problems.slice(0, shown).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <TextArea
        name="pasted"
        label={text.paste}
        hint={text.pasteHint({ columns })}
        error={
          outcome?.kind === "missing"
            ? text.missing({ columns: outcome.columns })
            : outcome?.kind === "too-large"
              ? text.tooLarge
              : null
        }
        defaultValue={outcome?.kind === "missing" ? outcome.pasted : ""}
        rows={5}
        className="font-mono text-sm"
      />
      <TextField name="file" type="file" accept=".csv,.tsv,.txt,text/csv" label={text.file} optional />
      <div>
        <Button type="submit" name="intent" value="table">
          {text.read}
        </Button>
      </div>
    </Form>
  );
}
