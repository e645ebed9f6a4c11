import { Form } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { PageHeader } from "~/components/page-header";
import type { MemberRole } from "~/domain/permission";
import { useText } from "~/i18n/use-text";
import type { Refusal } from "./answer";
import { EmailField, NameField, PasswordField, Refused, Submit } from "./fields";

export type JoinRefusal = Refusal & { taken?: true };

type JoinFormProps = { invite: { workspaceName: string; role: MemberRole }; refusal?: JoinRefusal };

export function JoinForm({ invite, refusal }: JoinFormProps) {
  const text = useText("account");
  const roles = useText("roles").member;
  const taken = refusal?.taken ? text.join.taken : undefined;
  return (
    <>
      <PageHeader
        title={text.join.title({ workspace: invite.workspaceName })}
        lead={text.join.lead({ role: roles[invite.role] })}
      />
      <Form method="post" noValidate className="grid gap-5">
        <Refused problems={refusal?.problems} found={{ name: "email", message: taken }} />
        <NameField refusal={refusal} />
        <EmailField refusal={refusal} error={taken} />
        <PasswordField refusal={refusal} hint={text.fields.passwordHint} autoComplete="new-password" />
        <Submit>{text.join.submit}</Submit>
      </Form>
    </>
  );
}

/** A link that leads nowhere any more says why, and what to do. */
export function EndedInvite({ ended }: { ended: "used" | "expired" | "unknown" }) {
  const text = useText("account").join.ended[ended];
  const { signIn } = useText("shell").actions;
  return (
    <>
      <PageHeader title={text.title} lead={text.text} />
      <LinkButton to="/sign-in">{signIn}</LinkButton>
    </>
  );
}
