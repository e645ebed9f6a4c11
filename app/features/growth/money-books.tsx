import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { Chart } from "~/components/chart";
import type { Column } from "~/components/data-table";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { RowChanges } from "~/components/row-changes";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import { Section } from "~/components/section";
import type { Head } from "~/data/entries";
import {
  type MoneyField,
  type MoneyMonth,
  moneyFields,
  type Problems,
  type TypedMonth,
  typedMonth,
} from "~/domain/growth/money-form";
import type { MoneyResult, MoneySettings } from "~/domain/growth/money-result";
import { useFormat, useText } from "~/i18n/use-text";
import { KeptRows } from "./kept-rows";

/** Revenue, costs and the operating result over time. */
export function MoneyChart({ result, currency }: { result: MoneyResult; currency: string }) {
  const text = useText("growth").money;
  const format = useFormat();
  const { months } = result;
  const last = months.at(-1);
  if (!last || months.length < 2) return null;
  const values = (pick: (month: (typeof months)[number]) => number) => months.map(pick);
  return (
    <Chart
      title={text.chart({ month: last.month, result: format.money(Math.round(last.result), currency) })}
      n={months.length}
      data={{
        kind: "line",
        categoryAxis: text.axis,
        categories: months.map(({ month }) => month),
        valueAxis: text.amount,
        unit: { currency, compact: true },
        series: [
          { label: text.revenue, values: values(({ revenue }) => revenue) },
          { label: text.costs, values: values(({ cost }) => cost) },
          { label: text.result, values: values(({ result: left }) => left) },
        ],
      }}
      lines={[{ axis: "value", at: 0, label: "0" }]}
    />
  );
}

type BooksProps = {
  /** At which each month was read. */
  revisions: Readonly<Record<string, number>>;
  months: readonly MoneyMonth[];
  currency: string;
  canEdit: boolean;
  action: string;
  csv: string;
};

/** Every month as it was written down, the newest first. */
export function MoneyTable({ months, revisions, currency, canEdit, action, csv }: BooksProps) {
  const all = useText("growth");
  const text = all.money;
  const actions = useText("shell").actions;
  const format = useFormat();
  const columns: Column<MoneyMonth>[] = moneyFields.map((field) => ({
    key: field,
    header: text.field[field],
    numeric: field !== "month",
    cell: (month) => {
      const given = month[field];
      if (given === null || typeof given === "string") return given ?? "–";
      return format.number(given, 2);
    },
  }));
  const change: Column<MoneyMonth> = {
    key: "change",
    header: actions.edit,
    cell: ({ month }) => (
      <RowChanges
        action={action}
        fields={{ month: month, revision: revisions[month] ?? 0 }}
        editAt={`${action}?month=${month}#books`}
        removeIntent="remove-month"
        editLabel={text.edit({ month })}
        removeLabel={text.remove({ month })}
      />
    ),
  };
  return (
    <KeptRows
      title={text.books}
      lead={text.booksLead({ currency })}
      rows={months}
      rowKey={({ month }) => month}
      columns={canEdit ? [...columns, change] : columns}
      csv={csv}
    />
  );
}

/** One month, new or changed. */
export function MonthForm(props: {
  typed: TypedMonth;
  revision: number;
  /** The month as somebody else saved it meanwhile. */
  late: Head<"money-month"> | null;
  problems: Problems<MoneyField>;
  currency: string;
  action: string;
}) {
  const { typed, revision, late, problems, currency, action } = props;
  const all = useText("growth");
  const text = all.money;
  const hints: Partial<Record<MoneyField, string>> = text.hint;
  const needed = new Set<MoneyField>(["month", "revenue", "variableCost", "fixedCost"]);
  const counts = new Set<MoneyField>(["month", "customers", "won", "lost"]);
  const errors = (Object.entries(problems) as [MoneyField, keyof typeof all.problems][]).map(
    ([name, problem]) => ({
      name,
      message: all.problemAt({ field: text.field[name], problem: all.problems[problem] }),
    }),
  );
  const named = (month: TypedMonth) =>
    Object.fromEntries(moneyFields.map((field) => [text.field[field], month[field]]));
  return (
    <Form method="post" action={action} noValidate id="books" className="grid gap-4">
      <FormErrors errors={errors} />
      {late && (
        <SavedMeanwhile
          saved={{ by: late.savedBy, at: late.savedAt }}
          mine={named(typed)}
          theirs={late.content && named(typedMonth(late.content))}
        />
      )}
      <input type="hidden" name="revision" value={late?.revision ?? revision} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        {moneyFields.map((name) => {
          const problem = problems[name];
          return (
            <TextField
              key={name}
              name={name}
              label={text.field[name]}
              hint={hints[name]}
              error={problem && all.problems[problem]}
              defaultValue={typed[name]}
              inputMode={name === "month" ? "text" : "decimal"}
              suffix={counts.has(name) ? undefined : currency}
              optional={!needed.has(name)}
            />
          );
        })}
      </div>
      <div>
        <Button type="submit" look="primary" name="intent" value="month">
          {text.addMonth}
        </Button>
      </div>
    </Form>
  );
}

/** How many months the rule asks for, and the cash at hand. */
export function MoneyRule(props: {
  settings: MoneySettings;
  revision: number;
  currency: string;
  action: string;
  refused: {
    typed: Record<"monthsRequired" | "cash", string>;
    problems?: Record<"monthsRequired" | "cash", boolean>;
    theirs?: Head<"money-rule">;
  } | null;
}) {
  const { settings, revision, currency, action, refused } = props;
  const text = useText("growth").money;
  const actions = useText("shell").actions;
  const late = refused?.theirs;
  const named = (rule: Record<"monthsRequired" | "cash", string>) => ({
    [text.monthsRequired]: rule.monthsRequired,
    [text.cash]: rule.cash,
  });
  return (
    <Section title={text.rule}>
      <Form method="post" action={action} noValidate className="grid max-w-md gap-4">
        {refused && late && (
          <SavedMeanwhile
            saved={{ by: late.savedBy, at: late.savedAt }}
            mine={named(refused.typed)}
            theirs={
              late.content &&
              named({
                monthsRequired: String(late.content.monthsRequired),
                cash: String(late.content.cash ?? ""),
              })
            }
          />
        )}
        <input type="hidden" name="revision" value={late?.revision ?? revision} />
        <TextField
          name="monthsRequired"
          label={text.monthsRequired}
          hint={text.monthsHint}
          inputMode="numeric"
          defaultValue={refused?.typed.monthsRequired ?? settings.monthsRequired}
          error={refused?.problems?.monthsRequired ? text.monthsProblem : null}
        />
        <TextField
          name="cash"
          label={text.cash}
          inputMode="decimal"
          suffix={currency}
          optional
          defaultValue={refused?.typed.cash ?? settings.cash ?? ""}
          error={refused?.problems?.cash ? text.cashProblem : null}
        />
        <div>
          <Button type="submit" name="intent" value="settings">
            {actions.save}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
