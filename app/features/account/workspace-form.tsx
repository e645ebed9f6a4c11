import { Form } from "@remix-run/react";
import { TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import { useText } from "~/i18n/use-text";
import type { Refusal } from "./answer";
import { Refused, Submit, useProblem } from "./fields";

export type WorkspaceAnswer = { done: true; at: number } | ({ done: false } & Refusal);

export function WorkspaceForm({ name, answer }: { name: string; answer?: WorkspaceAnswer }) {
  const text = useText("account");
  const { save } = useText("shell").actions;
  const refused = answer?.done === false ? answer : undefined;
  const problem = useProblem(refused?.problems);
  return (
    <Form method="post" noValidate className="grid max-w-md gap-5">
      {answer?.done && (
        <Notice key={answer.at} tone="success" live>
          {text.settings.saved}
        </Notice>
      )}
      <Refused problems={refused?.problems} />
      <TextField
        name="workspace"
        label={text.fields.workspace}
        hint={text.workspace.lead}
        defaultValue={refused?.typed.workspace ?? name}
        error={problem("workspace")}
        required
      />
      <Submit>{save}</Submit>
    </Form>
  );
}
