import { Form } from "@remix-run/react";
import { CheckboxField } from "~/components/choice-field";
import { TextField } from "~/components/field";
import { PageHeader } from "~/components/page-header";
import { useText } from "~/i18n/use-text";
import type { Refusal } from "./answer";
import { EmailField, NameField, PasswordField, Refused, Submit, useProblem } from "./fields";

/** The first visit: one form makes the owner, the workspace and, if wished, the sample study. */
export function SetupForm({ refusal }: { refusal?: Refusal }) {
  const text = useText("account");
  const problem = useProblem(refusal?.problems);
  return (
    <>
      <PageHeader title={text.setup.title} lead={text.setup.lead} />
      <Form method="post" noValidate className="grid gap-5">
        <Refused problems={refusal?.problems} />
        <NameField refusal={refusal} />
        <EmailField refusal={refusal} />
        <PasswordField refusal={refusal} hint={text.fields.passwordHint} autoComplete="new-password" />
        <TextField
          name="workspace"
          autoComplete="organization"
          label={text.fields.workspace}
          hint={text.fields.workspaceHint}
          defaultValue={refusal?.typed.workspace}
          error={problem("workspace")}
          required
        />
        <CheckboxField
          name="sample"
          label={text.setup.sample}
          hint={text.setup.sampleHint}
          defaultChecked={refusal ? refusal.typed.sample !== undefined : true}
        />
        <Submit busy={text.setup.busy}>{text.setup.submit}</Submit>
      </Form>
    </>
  );
}
