import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import type { Column } from "~/components/data-table";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { RowChanges } from "~/components/row-changes";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import type { Head } from "~/data/entries";
import {
  type CountsProblems,
  countsKey,
  type FunnelCounts,
  stepField,
  type TypedCounts,
  typedCounts,
} from "~/domain/growth/funnel-form";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { KeptRows } from "./kept-rows";

/** How the fields of the form and the columns of a file are called. */
export function useCountNames(steps: readonly FunnelStepName[]) {
  const text = useText("funnel");
  const language = useLanguage();
  return new Map([
    ["period", text.period],
    ["channel", text.channel],
    ["seen", text.seen],
    ...steps.map(({ key, name }) => [stepField(key), name[language]] as const),
    ["recovered", text.recoveredField],
    ["referred", text.referredField],
  ]);
}

type CountsProps = {
  /** At which each row was read, by its key. */
  revisions: Readonly<Record<string, number>>;
  rows: readonly FunnelCounts[];
  steps: readonly FunnelStepName[];
  canEdit: boolean;
  action: string;
  csv: string;
};

/** Every row as it was counted, the newest first. */
export function CountsTable({ rows, revisions, steps, canEdit, action, csv }: CountsProps) {
  const text = useText("funnel");
  const actions = useText("shell").actions;
  const format = useFormat();
  const names = useCountNames(steps);
  const count = (key: string, pick: (row: FunnelCounts) => number | null): Column<FunnelCounts> => ({
    ...{ key, header: names.get(key) ?? key, numeric: true },
    cell: (row) => {
      const given = pick(row);
      return given === null ? "–" : format.number(given, 0);
    },
  });
  const standing: Column<FunnelCounts> = {
    key: "seen",
    header: text.seen,
    cell: ({ seen }) => seen ?? "–",
  };
  const change: Column<FunnelCounts> = {
    key: "change",
    header: actions.edit,
    cell: (row) => (
      <RowChanges
        action={action}
        fields={{ key: countsKey(row), revision: revisions[countsKey(row)] ?? 0 }}
        editAt={`${action}?${new URLSearchParams({ edit: countsKey(row) })}#counts`}
        removeIntent="remove"
        editLabel={text.edit({ what: text.row(row) })}
        removeLabel={text.remove({ what: text.row(row) })}
      />
    ),
  };
  return (
    <KeptRows
      title={text.counts}
      rows={rows}
      rowKey={countsKey}
      columns={[
        { key: "period", header: text.period, cell: ({ period }) => period },
        { key: "channel", header: text.channel, cell: ({ channel }) => channel },
        ...(rows.some(({ seen }) => seen !== null) ? [standing] : []),
        ...steps.map(({ key }) => count(stepField(key), ({ counts }) => counts[key] ?? null)),
        count("recovered", ({ recovered }) => recovered),
        count("referred", ({ referred }) => referred),
        ...(canEdit ? [change] : []),
      ]}
      csv={csv}
    />
  );
}

/** One month of one channel, or one standing of a cohort; new or changed. */
export function CountsForm(props: {
  typed: TypedCounts;
  revision: number;
  /** The row as somebody else saved it meanwhile. */
  late: Head<"funnel-row"> | null;
  problems: CountsProblems;
  steps: readonly FunnelStepName[];
  action: string;
}) {
  const { typed, revision, late, problems, steps, action } = props;
  const text = useText("funnel");
  const growth = useText("growth");
  const names = useCountNames(steps);
  const hints: Partial<Record<string, string>> = text.hint;
  const optional = new Set(["seen", "recovered", "referred"]);
  const words = new Set(["period", "channel", "seen"]);
  const named = (row: TypedCounts) =>
    Object.fromEntries([...names].map(([name, label]) => [label, row[name] ?? ""]));
  return (
    <Form method="post" action={action} noValidate id="counts" className="grid gap-4">
      <FormErrors
        errors={Object.entries(problems).map(([name, problem]) => ({
          name,
          message: growth.problemAt({ field: names.get(name) ?? "", problem: text.problems[problem] }),
        }))}
      />
      {late && (
        <SavedMeanwhile
          saved={{ by: late.savedBy, at: late.savedAt }}
          mine={named(typed)}
          theirs={late.content && named(typedCounts(late.content))}
        />
      )}
      <input type="hidden" name="revision" value={late?.revision ?? revision} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {[...names].map(([name, label]) => {
          const problem = problems[name];
          return (
            <TextField
              key={name}
              name={name}
              label={label}
              hint={hints[name]}
              error={problem && text.problems[problem]}
              defaultValue={typed[name] ?? ""}
              inputMode={words.has(name) ? "text" : "numeric"}
              optional={optional.has(name)}
            />
          );
        })}
      </div>
      <div>
        <Button type="submit" look="primary" name="intent" value="counts">
          {text.save}
        </Button>
      </div>
    </Form>
  );
}
