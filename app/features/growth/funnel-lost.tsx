import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { MethodLink } from "~/components/method-link";
import { RowChanges } from "~/components/row-changes";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import { Section } from "~/components/section";
import type { Head } from "~/data/entries";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import {
  type LostField,
  type LostProblem,
  type LostProblems,
  type LostReason,
  lostFields,
  lostKey,
  type TypedLost,
  typedLost,
} from "~/domain/growth/lost-form";
import type { LostGroup, LostPool as Pool } from "~/domain/growth/lost-result";
import type { Share } from "~/domain/growth/share";
import type { Outcome } from "~/domain/outcome";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { KeptRows } from "./kept-rows";

export const useStepName = (steps: readonly FunnelStepName[]) => {
  const language = useLanguage();
  return (key: string) => steps.find((step) => step.key === key)?.name[language] ?? key;
};

/** Where people left, why, and who of them came back. */
export function LostPool(props: { pool: Pool; steps: readonly FunnelStepName[]; currency: string }) {
  const { pool, steps, currency } = props;
  const text = useText("funnel");
  const format = useFormat();
  const stepName = useStepName(steps);
  const [top] = pool.groups;
  const returned = (share: Outcome<Share>) =>
    share.ok
      ? format.interval(share.value.share, share.value.interval, { count: share.value.n })
      : text.notCounted;
  if (!top) return null;
  const columns: Column<LostGroup>[] = [
    { key: "step", header: text.lostField.step, cell: ({ step }) => stepName(step) },
    { key: "reason", header: text.lostField.reason, cell: ({ reason }) => reason },
    { key: "lost", header: text.lostField.lost, numeric: true, cell: ({ lost }) => format.number(lost, 0) },
    {
      key: "share",
      header: text.ofAllLost,
      numeric: true,
      cell: ({ share }) => format.interval(share.share, share.interval),
    },
    { key: "returned", header: text.cameBack, numeric: true, cell: (group) => returned(group.returned) },
    {
      key: "money",
      header: text.stayed,
      numeric: true,
      cell: ({ money }) => (money === null ? "–" : format.money(money, currency, "compact")),
    },
  ];
  return (
    <Section title={text.lostTitle} lead={text.lostLead}>
      <p className="max-w-prose text-lg">
        {text.lostTop({
          ...{ reason: top.reason, step: stepName(top.step) },
          share: format.interval(top.share.share, top.share.interval, { count: pool.lost }),
        })}
      </p>
      <ul className="mt-2 text-muted text-sm tabular-nums">
        {pool.steps.map(({ step, lost, inFunnel }) => (
          <li key={step}>
            {inFunnel === null
              ? text.knownPlain({ step: stepName(step), lost })
              : text.known({ step: stepName(step), lost, of: inFunnel })}
          </li>
        ))}
        {pool.returned.ok && <li>{text.returnedAll({ share: returned(pool.returned) })}</li>}
      </ul>
      <div className="mt-4">
        <DataTable
          caption={text.lostTitle}
          captionHidden
          rows={pool.groups}
          rowKey={({ step, reason }) => `${step}/${reason}`}
          columns={columns}
        />
      </div>
      <MethodLink method="funnel" />
    </Section>
  );
}

type RowsProps = {
  rows: readonly LostReason[];
  revisions: Readonly<Record<string, number>>;
  steps: readonly FunnelStepName[];
  canEdit: boolean;
  action: string;
  csv: string;
};

/** The reasons as they were written down, the newest month first. */
export function LostTable({ rows, revisions, steps, canEdit, action, csv }: RowsProps) {
  const text = useText("funnel");
  const actions = useText("shell").actions;
  const stepName = useStepName(steps);
  const format = useFormat();
  const what = (row: LostReason) => text.lostRow({ ...row, step: stepName(row.step) });
  const shown: Column<LostReason>[] = lostFields.map((field) => ({
    ...{ key: field, header: text.lostField[field], numeric: field === "lost" || field === "returned" },
    cell: (row) => {
      const given = field === "step" ? stepName(row.step) : row[field];
      return typeof given === "number" ? format.number(given, 0) : (given ?? "–");
    },
  }));
  const change: Column<LostReason> = {
    key: "change",
    header: actions.edit,
    cell: (row) => (
      <RowChanges
        action={action}
        fields={{ key: lostKey(row), revision: revisions[lostKey(row)] ?? 0 }}
        editAt={`${action}?${new URLSearchParams({ lost: lostKey(row) })}#lost`}
        removeIntent="remove-lost"
        editLabel={text.edit({ what: what(row) })}
        removeLabel={text.remove({ what: what(row) })}
      />
    ),
  };
  return (
    <KeptRows
      title={text.lostRows}
      rows={rows}
      rowKey={lostKey}
      columns={canEdit ? [...shown, change] : shown}
      csv={csv}
    />
  );
}

/** One reason: how many left after a step of a month and channel, and who of them came back. */
export function LostForm(props: {
  typed: TypedLost;
  revision: number;
  /** The row as somebody else saved it meanwhile. */
  late: Head<"lost-reason"> | null;
  problems: LostProblems;
  steps: readonly FunnelStepName[];
  action: string;
}) {
  const { typed, revision, late, problems, steps, action } = props;
  const text = useText("funnel");
  const growth = useText("growth");
  const language = useLanguage();
  const stepName = useStepName(steps);
  const hints: Partial<Record<LostField, string>> = text.lostHint;
  const named = (row: TypedLost) =>
    Object.fromEntries(
      lostFields.map((field) => [
        text.lostField[field],
        field === "step" && row.step ? stepName(row.step) : row[field],
      ]),
    );
  const field = (name: LostField) => {
    const problem = problems[name];
    return {
      ...{ name, id: `lost-${name}`, label: text.lostField[name], hint: hints[name] },
      ...{ defaultValue: typed[name], error: problem && text.lostProblems[problem] },
    };
  };
  return (
    <Form method="post" action={action} noValidate id="lost" className="grid gap-4">
      <FormErrors
        errors={(Object.entries(problems) as [LostField, LostProblem][]).map(([name, problem]) => ({
          id: `lost-${name}`,
          message: growth.problemAt({ field: text.lostField[name], problem: text.lostProblems[problem] }),
        }))}
      />
      {late && (
        <SavedMeanwhile
          saved={{ by: late.savedBy, at: late.savedAt }}
          mine={named(typed)}
          theirs={late.content && named(typedLost(late.content))}
        />
      )}
      <input type="hidden" name="revision" value={late?.revision ?? revision} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField {...field("period")} />
        <TextField {...field("channel")} />
        <SelectField
          {...field("step")}
          empty={text.chooseStep}
          options={steps.slice(0, -1).map(({ key, name }) => ({ value: key, label: name[language] }))}
        />
        <TextField {...field("reason")} />
        <TextField {...field("lost")} inputMode="numeric" />
        <TextField {...field("returned")} inputMode="numeric" optional />
      </div>
      <div>
        <Button type="submit" look="primary" name="intent" value="lost">
          {text.saveLost}
        </Button>
      </div>
    </Form>
  );
}
