import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import type { SeriesField, SeriesProblems, TypedSeries } from "~/domain/market/series-form";
import { useText } from "~/i18n/use-text";

type SeriesFormProps = {
  typed: TypedSeries;
  problems: SeriesProblems;
  /** Empty for a new one. */
  seriesId: string;
  action: string;
};

/** Sales of one market, a line a year. */
export function SeriesForm({ typed, problems, seriesId, action }: SeriesFormProps) {
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
      <input type="hidden" name="seriesId" value={seriesId} />
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
