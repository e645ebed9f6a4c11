/** When a response is flagged: the thresholds of a study. */
import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { defaultThresholds } from "~/domain/quality/flag-response";
import {
  type ThresholdField,
  type TypedThresholds,
  thresholdFields,
  thresholdRules,
  typedThresholds,
} from "~/domain/quality/threshold-form";
import { useFormat, useText } from "~/i18n/use-text";

const usual = typedThresholds(defaultThresholds);

type ThresholdFormProps = {
  typed: TypedThresholds;
  problems: readonly ThresholdField[];
  saved: boolean;
  action: string;
};

export function ThresholdForm({ typed, problems, saved, action }: ThresholdFormProps) {
  const text = useText("quality");
  const format = useFormat();
  const written = (n: number, field: ThresholdField) =>
    thresholdRules[field].kind === "percent" ? format.percent(n / 100) : format.number(n);
  const problemOf = (field: ThresholdField) => {
    const { kind, low, high } = thresholdRules[field];
    const ends = { low: written(low, field), high: written(high, field) };
    return kind === "whole" ? text.betweenWhole(ends) : text.between(ends);
  };
  return (
    <Form method="post" action={action} noValidate preventScrollReset className="grid max-w-3xl gap-5">
      <FormErrors
        errors={problems.map((name) => ({
          name,
          message: text.problemAt({ field: text.fields[name], problem: problemOf(name) }),
        }))}
      />
      {saved && (
        <Notice tone="success" live>
          {text.saved}
        </Notice>
      )}
      <div className="grid items-end gap-5 sm:grid-cols-2">
        {thresholdFields.map((name) => (
          <TextField
            key={name}
            name={name}
            label={text.fields[name]}
            hint={text.usual({ value: written(Number(usual[name]), name) })}
            defaultValue={typed[name]}
            error={problems.includes(name) ? problemOf(name) : undefined}
            suffix={thresholdRules[name].kind === "percent" ? "%" : undefined}
            inputMode="decimal"
          />
        ))}
      </div>
      <SubmitButton look="secondary" name="intent" value="thresholds" className="justify-self-start">
        {text.save}
      </SubmitButton>
    </Form>
  );
}
