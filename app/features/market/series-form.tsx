import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { loggedChange } from "~/components/change-log";
import { ChoiceGroup } from "~/components/choice-field";
import { TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { SavedMeanwhile } from "~/components/saved-meanwhile";
import type { Head, KeptChange } from "~/data/entries";
import type { MarketSeries } from "~/domain/market/market-trend";
import {
  type SeriesField,
  type SeriesProblems,
  seriesFields,
  type TypedSeries,
  typedSeries,
} from "~/domain/market/series-form";
import { useText } from "~/i18n/use-text";

type SeriesFormProps = {
  typed: TypedSeries;
  revision: number;
  /** The series as somebody else saved it meanwhile. */
  late: Head<"market-series"> | null;
  problems: SeriesProblems;
  /** Empty for a new one. */
  seriesId: string;
  action: string;
};

function useSeriesFields() {
  const text = useText("trend");
  return (typed: TypedSeries) =>
    Object.fromEntries(
      seriesFields.map((field) => [
        text.field[field],
        field === "kind" && typed.kind !== "" ? text.kinds[typed.kind as MarketSeries["kind"]] : typed[field],
      ]),
    );
}

/** A change of a series in words, year by year. */
export function useSeriesChange() {
  const text = useText("trend");
  const fieldsOf = useSeriesFields();
  const read = (series: MarketSeries) => {
    const { [text.field.points]: _, ...fields } = fieldsOf(typedSeries(series));
    return {
      ...fields,
      ...Object.fromEntries(series.points.map(({ year, amount }) => [String(year), String(amount)])),
    };
  };
  return (change: KeptChange) => {
    if (change.kind !== "market-series") return null;
    const { before, after } = change;
    return loggedChange(change, (after ?? before)?.name ?? "", [
      before && read(before),
      after && read(after),
    ]);
  };
}

/** Sales of one market, a line a year. */
export function SeriesForm({ typed, revision, late, problems, seriesId, action }: SeriesFormProps) {
  const fieldsOf = useSeriesFields();
  const text = useText("trend");
  const growth = useText("growth");
  const actions = useText("shell").actions;
  const hints: Partial<Record<SeriesField, string>> = text.hint;
  const field = (name: SeriesField) => {
    const problem = problems[name];
    return {
      ...{ name, label: text.field[name], hint: hints[name], defaultValue: typed[name] },
      error: problem && text.problems[problem],
    };
  };
  return (
    <Form method="post" action={action} noValidate id="series" className="grid max-w-2xl gap-5">
      <FormErrors
        errors={(Object.entries(problems) as [SeriesField, keyof typeof text.problems][]).map(
          ([name, problem]) => ({
            name,
            message: growth.problemAt({ field: text.field[name], problem: text.problems[problem] }),
          }),
        )}
      />
      {late && (
        <SavedMeanwhile
          saved={{ by: late.savedBy, at: late.savedAt }}
          mine={fieldsOf(typed)}
          theirs={late.content && fieldsOf(typedSeries(late.content))}
        />
      )}
      <input type="hidden" name="seriesId" value={seriesId} />
      <input type="hidden" name="revision" value={late?.revision ?? revision} />
      <TextField {...field("name")} maxLength={60} />
      <ChoiceGroup
        {...field("kind")}
        pick="one"
        choices={(["own", "analogue"] as const).map((value) => ({ value, label: text.kinds[value] }))}
      />
      <TextField {...field("unit")} maxLength={40} optional />
      <TextField {...field("source")} maxLength={300} optional />
      <TextArea {...field("points")} rows={8} className="font-mono text-sm" />
      <div>
        <SubmitButton name="intent" value="series">
          {actions.save}
        </SubmitButton>
      </div>
    </Form>
  );
}
