/** When a study reminds by itself. */
import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { type RuleField, ruleFields, type TypedRule } from "~/domain/mail/forms";
import { type ReminderRule, ruleLimits, usualRule } from "~/domain/mail/reminders";
import { useText } from "~/i18n/use-text";

type RuleFormProps = {
  rule: ReminderRule | null;
  refused: { problems: readonly RuleField[]; typed: TypedRule } | null;
};

export function RuleForm({ rule, refused }: RuleFormProps) {
  const text = useText("mail").rule;
  const shown = rule ?? usualRule;
  const problemOf = (field: RuleField) =>
    refused?.problems.includes(field)
      ? text.between(field === "most" ? ruleLimits.most : ruleLimits.days)
      : undefined;
  return (
    <Form method="post" noValidate preventScrollReset className="grid max-w-3xl gap-5">
      <FormErrors
        errors={(refused?.problems ?? []).map((name) => ({
          name,
          message: text.problemAt({ field: text.fields[name], problem: problemOf(name) ?? "" }),
        }))}
      />
      <p>{rule ? text.on({ most: rule.most }) : text.off}</p>
      <div className="grid items-end gap-5 sm:grid-cols-3">
        {ruleFields.map((name) => (
          <TextField
            key={name}
            name={name}
            label={text.fields[name]}
            defaultValue={refused?.typed[name] ?? String(shown[name])}
            error={problemOf(name)}
            inputMode="numeric"
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton look="secondary" name="intent" value="rule">
          {text.save}
        </SubmitButton>
        {rule && (
          <Button type="submit" look="plain" name="intent" value="no-rule">
            {text.stop}
          </Button>
        )}
      </div>
    </Form>
  );
}
