/** Deciding about many flagged responses at once. */
import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { SelectField, TextField } from "~/components/field";
import type { FlagKind } from "~/domain/quality/flag-response";
import { useText } from "~/i18n/use-text";

/** The form that the boxes of the cards belong to. */
export const severalForm = "several";

type ReviewSeveralProps = {
  action: string;
  waiting: number;
  kinds: readonly { kind: FlagKind; n: number }[];
  refused: { problem: "reason" | "none"; typed: { which: string; reason: string } } | null;
};

export function ReviewSeveral({ action, waiting, kinds, refused }: ReviewSeveralProps) {
  const text = useText("quality");
  const { several } = text;
  return (
    <Form
      id={severalForm}
      method="post"
      action={action}
      preventScrollReset
      noValidate
      className="mb-6 grid gap-4 rounded-md border border-line p-4 sm:grid-cols-2 sm:p-5"
    >
      <p className="font-medium sm:col-span-2">{several.title}</p>
      <SelectField
        name="which"
        label={several.which}
        defaultValue={refused?.typed.which ?? "chosen"}
        error={refused?.problem === "none" ? several.none : undefined}
        options={[
          { value: "chosen", label: several.chosen },
          ...kinds.map(({ kind, n }) => ({
            value: kind,
            label: several.ofKind({ kind: text.kinds[kind], n }),
          })),
          { value: "all", label: several.all({ n: waiting }) },
        ]}
      />
      <TextField
        name="reason"
        id="reason-several"
        label={several.reason}
        defaultValue={refused?.typed.reason}
        maxLength={200}
        hint={several.reasonHint}
        error={refused?.problem === "reason" ? text.reasonMissing : undefined}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-2">
        <SubmitButton look="danger" name="intent" value="exclude-several">
          {several.exclude}
        </SubmitButton>
        <Button type="submit" name="intent" value="keep-several">
          {several.keep}
        </Button>
      </div>
    </Form>
  );
}
