import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { TextField } from "~/components/field";
import { Figure } from "~/components/figure";
import { Section } from "~/components/section";
import type {
  CohortField,
  CohortProblem,
  RenewalCohort,
  RenewalRate,
  TypedCohort,
} from "~/domain/growth/renewals";
import { useFormat, useText } from "~/i18n/use-text";

type RenewalsProps = {
  cohorts: readonly RenewalCohort[];
  rates: readonly RenewalRate[];
  canEdit: boolean;
  action: string;
  refused: { typed: TypedCohort; problems: Partial<Record<CohortField, CohortProblem>> } | null;
};

/** Who renews, by how often they have come to it; and the cohorts behind it. */
export function Renewals({ cohorts, rates, canEdit, action, refused }: RenewalsProps) {
  const all = useText("growth");
  const text = all.money;
  const actions = useText("shell").actions;
  const format = useFormat();
  const field = (name: CohortField) => {
    const problem = refused?.problems[name];
    return {
      ...{ name, id: `cohort-${name}`, label: text.cohort[name], defaultValue: refused?.typed[name] ?? "" },
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
                      key: "remove",
                      header: actions.remove,
                      cell: ({ month }: RenewalCohort) => (
                        <Form method="post" action={action} preventScrollReset>
                          <input type="hidden" name="month" value={month} />
                          <Button
                            type="submit"
                            look="plain"
                            size="small"
                            name="intent"
                            value="remove-cohort"
                            aria-label={text.remove({ month })}
                          >
                            {actions.remove}
                          </Button>
                        </Form>
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
          className="mt-6 grid max-w-3xl items-start gap-4 sm:grid-cols-3"
        >
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
