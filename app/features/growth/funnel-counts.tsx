import { Form, Link } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Section } from "~/components/section";
import {
  type CountsProblems,
  type FunnelCounts,
  stepField,
  type TypedCounts,
} from "~/domain/growth/funnel-form";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

/** How the fields of the form and the columns of a file are called. */
export function useCountNames(steps: readonly FunnelStepName[]) {
  const text = useText("funnel");
  const language = useLanguage();
  return new Map([
    ["period", text.period],
    ["channel", text.channel],
    ...steps.map(({ key, name }) => [stepField(key), name[language]] as const),
    ["recovered", text.recoveredField],
    ["referred", text.referredField],
  ]);
}

type CountsProps = {
  rows: readonly FunnelCounts[];
  steps: readonly FunnelStepName[];
  canEdit: boolean;
  action: string;
  csv: string;
};

/** Every row as it was counted, the newest first. */
export function CountsTable({ rows, steps, canEdit, action, csv }: CountsProps) {
  const text = useText("funnel");
  const growth = useText("growth");
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
  const change: Column<FunnelCounts> = {
    key: "change",
    header: actions.edit,
    cell: ({ period, channel }) => (
      <Form method="post" action={action} className="grid justify-items-start" preventScrollReset>
        <input type="hidden" name="period" value={period} />
        <input type="hidden" name="channel" value={channel} />
        <Link
          to={`${action}?${new URLSearchParams({ edit: period, of: channel })}#counts`}
          className="link inline-flex min-h-9 items-center px-2 text-sm"
          aria-label={text.edit({ period, channel })}
        >
          {actions.edit}
        </Link>
        <Button
          type="submit"
          look="plain"
          size="small"
          name="intent"
          value="remove"
          aria-label={text.remove({ period, channel })}
        >
          {actions.remove}
        </Button>
      </Form>
    ),
  };
  return (
    <Section
      title={text.counts}
      actions={
        <LinkButton to={csv} reloadDocument size="small">
          {growth.download}
        </LinkButton>
      }
    >
      <DataTable
        caption={text.counts}
        captionHidden
        rows={rows.toReversed()}
        rowKey={({ period, channel }) => `${period}/${channel}`}
        columns={[
          { key: "period", header: text.period, cell: ({ period }) => period },
          { key: "channel", header: text.channel, cell: ({ channel }) => channel },
          ...steps.map(({ key }) => count(stepField(key), ({ counts }) => counts[key] ?? null)),
          count("recovered", ({ recovered }) => recovered),
          count("referred", ({ referred }) => referred),
          ...(canEdit ? [change] : []),
        ]}
      />
    </Section>
  );
}

/** One month of one channel, new or written over. */
export function CountsForm(props: {
  typed: TypedCounts;
  problems: CountsProblems;
  steps: readonly FunnelStepName[];
  action: string;
}) {
  const { typed, problems, steps, action } = props;
  const text = useText("funnel");
  const growth = useText("growth");
  const names = useCountNames(steps);
  const hints: Partial<Record<string, string>> = text.hint;
  const optional = new Set(["recovered", "referred"]);
  const words = new Set(["period", "channel"]);
  return (
    <Form method="post" action={action} noValidate id="counts" className="grid gap-4">
      <FormErrors
        errors={Object.entries(problems).map(([name, problem]) => ({
          name,
          message: growth.problemAt({ field: names.get(name) ?? "", problem: text.problems[problem] }),
        }))}
      />
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
