import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { TextField } from "~/components/field";
import { Figure } from "~/components/figure";
import { RowChanges } from "~/components/row-changes";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import { Section } from "~/components/section";
import type { Head } from "~/data/entries";
import {
  type CohortField,
  type CohortProblem,
  cohortFields,
  type RenewalCohort,
  type RenewalRate,
  type TypedCohort,
} from "~/domain/growth/renewals";
import { useFormat, useText } from "~/i18n/use-text";

type RenewalsProps = {
  cohorts: readonly RenewalCohort[];
  rates: readonly RenewalRate[];
  canEdit: boolean;
  action: string;
  /** At which each cohort was read. */
  revisions: Readonly<Record<string, number>>;
  /** The cohort being changed. */
  edited: RenewalCohort | null;
  refused: {
    typed: TypedCohort;
    problems?: Partial<Record<CohortField, CohortProblem>>;
    theirs?: Head<"renewal-cohort">;
  } | null;
};

const typedCohort = ({ month, started, renewed }: RenewalCohort): TypedCohort => ({
  ...{ month, started: String(started), renewed: renewed.join(", ") },
});

/** Who renews, by how often they have come to it; and the cohorts behind it. */
export function Renewals(props: RenewalsProps) {
  const { cohorts, rates, canEdit, action, revisions, edited, refused } = props;
  const all = useText("growth");
  const text = all.money;
  const actions = useText("shell").actions;
  const format = useFormat();
  const typed = refused?.typed ?? (edited && typedCohort(edited));
  const late = refused?.theirs;
  const named = (cohort: TypedCohort) =>
    Object.fromEntries(cohortFields.map((field) => [text.cohort[field], cohort[field]]));
  const field = (name: CohortField) => {
    const problem = refused?.problems?.[name];
    return {
      ...{ name, id: `cohort-${name}`, label: text.cohort[name], defaultValue: typed?.[name] ?? "" },
      error: problem && all.problems[problem],
    };
  };
  return (
    <Section title={text.renewalTitle} lead={text.renewalLead}>
      {rates.length === 0 && <p className="max-w-prose text-muted">{text.renewalNone}</p>}
      <div className="grid gap-8 sm:grid-cols-3">
        {rates.slice(0, 3).map(({ renewal, rate, interval, due, cohorts: n }) => (
          <Figure
            key={renewal}
            label={text.renewalNth({ n: renewal })}
            state={{ kind: "value", value: rate, interval }}
            n={due}
            method="renewal-rate"
          >
            <p className="text-muted text-sm">{text.renewalCohorts({ n })}</p>
          </Figure>
        ))}
      </div>
      {cohorts.length > 0 && (
        <div className="mt-6 max-w-3xl">
          <DataTable
            caption={text.cohorts}
            rows={cohorts}
            rowKey={({ month }) => month}
            columns={[
              { key: "month", header: text.cohort.month, cell: ({ month }) => month },
              {
                key: "started",
                header: text.cohort.started,
                numeric: true,
                cell: ({ started }) => format.number(started),
              },
              {
                key: "renewed",
                header: text.cohort.renewed,
                numeric: true,
                cell: ({ renewed }) => renewed.map((n) => format.number(n)).join(" → "),
              },
              ...(canEdit
                ? [
                    {
                      key: "change",
                      header: actions.edit,
                      cell: ({ month }: RenewalCohort) => (
                        <RowChanges
                          wide
                          action={action}
                          fields={{ month, revision: revisions[month] ?? 0 }}
                          editAt={`${action}?cohort=${month}#cohort`}
                          removeIntent="remove-cohort"
                          editLabel={text.edit({ month: text.cohortOf({ month }) })}
                          removeLabel={text.remove({ month: text.cohortOf({ month }) })}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
      {canEdit && (
        <Form
          method="post"
          action={action}
          noValidate
          preventScrollReset
          id="cohort"
          className="mt-6 grid max-w-3xl items-start gap-4 sm:grid-cols-3"
        >
          {refused && late && (
            <div className="sm:col-span-3">
              <SavedMeanwhile
                saved={{ by: late.savedBy, at: late.savedAt }}
                mine={named(refused.typed)}
                theirs={late.content && named(typedCohort(late.content))}
              />
            </div>
          )}
          <input
            type="hidden"
            name="revision"
            value={late?.revision ?? (typed ? (revisions[typed.month] ?? 0) : 0)}
          />
          <TextField {...field("month")} />
          <TextField {...field("started")} inputMode="numeric" />
          <TextField {...field("renewed")} hint={text.renewedHint} optional />
          <div>
            <Button type="submit" name="intent" value="cohort">
              {text.addCohort}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
