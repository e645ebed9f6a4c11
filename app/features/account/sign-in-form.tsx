import { Form } from "@remix-run/react";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { useText } from "~/i18n/use-text";
import type { Refusal } from "./answer";
import { EmailField, PasswordField, Refused, Submit, useBlocked } from "./fields";

export type SignInRefusal = Refusal & {
  /** Address and password do not match. */
  wrong?: true;
  /** Too many failures; the next attempt is let through at this time. */
  until?: number;
};

type SignInFormProps = {
  refusal?: SignInRefusal;
  /** Where the way leads after signing in. */
  to: string;
  /** Somebody came to set the installation up, and it already is. */
  alreadySetUp: boolean;
};

export function SignInForm({ refusal, to, alreadySetUp }: SignInFormProps) {
  const text = useText("account").signIn;
  const blocked = useBlocked(refusal?.until);
  return (
    <>
      <PageHeader title={text.title} />
      <Form method="post" noValidate className="grid gap-5">
        {alreadySetUp && !refusal && <Notice>{text.alreadySetUp}</Notice>}
        <Refused problems={refusal?.problems} whole={blocked ?? (refusal?.wrong ? text.wrong : undefined)} />
        <input type="hidden" name="to" value={to} />
        <EmailField refusal={refusal} />
        <PasswordField refusal={refusal} autoComplete="current-password" />
        <Submit>{text.submit}</Submit>
      </Form>
      <div className="mt-8 grid gap-2 text-muted text-sm">
        <p>{text.noAccount}</p>
        <p>{text.forgotten}</p>
      </div>
    </>
  );
}
