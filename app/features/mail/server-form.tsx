/** The mail server of a workspace. */
import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { Dialog } from "~/components/dialog";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { type ServerField, type ServerProblem, serverFields, type TypedServer } from "~/domain/mail/forms";
import { mailSecurities } from "~/domain/mail/mail";
import { useText } from "~/i18n/use-text";

export type ServerAnswer = { at: number } & (
  | { kind: "saved" | "tested" | "removed" }
  | { kind: "test-failed"; why: string }
  | { kind: "refused"; problems: Partial<Record<ServerField, ServerProblem>>; typed: TypedServer }
);

type ServerFormProps = {
  address: string;
  kept: (Partial<TypedServer> & { hasPassword: boolean; trouble: string; bounces: string }) | null;
  answer?: ServerAnswer;
};

const usual: Partial<TypedServer> = { port: "587", security: "starttls", perMinute: "30" };

function Told({ answer, address }: { answer: ServerAnswer; address: string }) {
  const text = useText("mail").settings;
  if (answer.kind === "refused") return null;
  const words = {
    saved: text.saved,
    removed: text.removed,
    tested: text.tested({ address }),
    "test-failed": answer.kind === "test-failed" ? text.testFailed(answer) : "",
  }[answer.kind];
  return (
    <Notice key={answer.at} tone={answer.kind === "test-failed" ? "danger" : "success"} live>
      {words}
    </Notice>
  );
}

export function ServerForm({ address, kept, answer }: ServerFormProps) {
  const text = useText("mail").settings;
  const refused = answer?.kind === "refused" ? answer : null;
  const typed = refused?.typed ?? kept ?? usual;
  const problems = refused?.problems ?? {};
  const field = (name: ServerField, hint?: string) => {
    const problem = problems[name];
    return {
      ...{ name, hint, label: text.fields[name], defaultValue: typed[name] ?? "" },
      error: problem && text.problems[problem],
    };
  };
  return (
    <div className="grid gap-8">
      <p className="max-w-prose text-muted">{text.lead}</p>
      <div className="grid gap-3 empty:hidden">
        {answer && <Told answer={answer} address={address} />}
        {kept?.trouble && <Notice tone="warn">{text.trouble({ why: kept.trouble })}</Notice>}
      </div>
      <Form
        key={answer?.kind === "saved" || answer?.kind === "removed" ? answer.at : ""}
        method="post"
        noValidate
        className="grid max-w-xl gap-5"
      >
        <FormErrors
          errors={serverFields.flatMap((name) => {
            const problem = problems[name];
            return problem
              ? [
                  {
                    name,
                    message: text.problemAt({ field: text.fields[name], problem: text.problems[problem] }),
                  },
                ]
              : [];
          })}
        />
        <div className="grid items-end gap-5 sm:grid-cols-[1fr_8rem]">
          <TextField {...field("host", text.hostHint)} autoCapitalize="none" spellCheck={false} />
          <TextField {...field("port")} inputMode="numeric" />
        </div>
        <SelectField
          {...field("security")}
          options={mailSecurities.map((value) => ({ value, label: text.securities[value] }))}
        />
        <TextField {...field("username", text.usernameHint)} autoComplete="off" optional />
        <TextField
          {...field("password", kept?.hasPassword ? text.passwordKept : text.passwordHint)}
          type="password"
          autoComplete="new-password"
          optional
        />
        <TextField {...field("fromName")} />
        <TextField {...field("fromAddress", text.fromHint)} type="email" />
        <TextField {...field("replyTo", text.replyHint)} type="email" optional />
        <TextField {...field("perMinute", text.perMinuteHint)} inputMode="numeric" />
        <SubmitButton name="intent" value="save" className="justify-self-start">
          {text.save}
        </SubmitButton>
      </Form>
      {kept && (
        <>
          <Form method="post" className="grid justify-items-start gap-2 border-line border-t pt-6">
            <Button type="submit" name="intent" value="test">
              {text.test}
            </Button>
            <p className="text-muted text-sm">{text.testLead({ address })}</p>
          </Form>
          <Section title={text.bounceTitle} lead={text.bounceLead}>
            <CopyField name="bounces" label={text.bounceLabel} value={kept.bounces} />
          </Section>
          <div>
            <Dialog trigger={text.remove} look="danger" title={text.remove}>
              {(close) => (
                <Form method="post" onSubmit={close} className="grid justify-items-start gap-4">
                  <p>{text.removeAsk}</p>
                  <Button type="submit" look="danger" name="intent" value="remove">
                    {text.removeNow}
                  </Button>
                </Form>
              )}
            </Dialog>
          </div>
        </>
      )}
    </div>
  );
}
