import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import type { ImportProblem, ReadMatrix } from "~/domain/competitors/matrix-text";
import { useFormat, useText } from "~/i18n/use-text";

export type MatrixFileOutcome =
  | { kind: "too-large" | "unreadable" }
  | {
      kind: "read";
      result:
        | Extract<ReadMatrix, { ok: false }>
        | (Extract<ReadMatrix, { ok: true }> & { written: number; conflicts: number });
    };

const kinds: readonly ImportProblem[] = ["feature", "competitor", "content"];

/** What became of a file that was read in. */
function Outcome({ outcome }: { outcome: MatrixFileOutcome }) {
  const text = useText("competitors").matrix;
  const format = useFormat();
  if (outcome.kind !== "read")
    return (
      <Notice tone="danger" live>
        {outcome.kind === "too-large" ? text.csvTooLarge : text.unreadable}
      </Notice>
    );
  const { result } = outcome;
  if (!result.ok)
    return (
      <Notice tone="danger" live>
        {text.csvMissing({ columns: format.list(result.missing) })}
      </Notice>
    );
  const { written, conflicts, problems } = result;
  return (
    <Notice tone={problems.length + conflicts > 0 ? "warn" : "success"} live>
      <p>{text.csvDone({ written })}</p>
      {conflicts > 0 && <p>{text.csvConflicts({ n: conflicts })}</p>}
      {kinds.map((kind) => {
        const lines = problems.filter(({ problem }) => problem === kind).map(({ line }) => String(line));
        return lines.length > 0 && <p key={kind}>{text.csvProblem[kind]({ lines: format.list(lines) })}</p>;
      })}
    </Notice>
  );
}

/** Reads a workbook or a CSV into the matrix. */
export function MatrixFile({ outcome }: { outcome: MatrixFileOutcome | null }) {
  const text = useText("competitors").matrix;
  return (
    <Form method="post" encType="multipart/form-data" className="grid content-start gap-3">
      {outcome && <Outcome outcome={outcome} />}
      <TextField
        name="file"
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,text/csv"
        label={text.csvFile}
        hint={text.csvHint}
        required
      />
      <div>
        <Button type="submit" name="intent" value="import">
          {text.csvIn}
        </Button>
      </div>
    </Form>
  );
}

/** After how many days a cell counts as stale. */
export function StaleForm({ staleDays, refused }: { staleDays: number; refused: string | null }) {
  const text = useText("competitors").matrix;
  const actions = useText("shell").actions;
  return (
    <Form method="post" className="grid max-w-xs content-start gap-3">
      <TextField
        name="staleDays"
        label={text.stale}
        suffix={text.days}
        inputMode="numeric"
        defaultValue={refused ?? staleDays}
        error={refused === null ? null : text.staleProblem}
      />
      <div>
        <Button type="submit" name="intent" value="stale">
          {actions.save}
        </Button>
      </div>
    </Form>
  );
}
