import { Form } from "@remix-run/react";
import { ChoiceGroup } from "~/components/choice-field";
import { CopyField } from "~/components/copy-field";
import { Notice } from "~/components/notice";
import { RowButton } from "~/components/row-button";
import { Section } from "~/components/section";
import { type MemberRole, memberRoles } from "~/domain/permission";
import { useFormat, useText } from "~/i18n/use-text";
import { Submit } from "./fields";
import { type ListedMember, MemberList } from "./member-list";

export const memberIntents = ["invite", "withdraw", "role", "remove"] as const;

/** `at` tells one answer from the next, so that it is read out again. */
export type MemberAnswer =
  | { said: "roleChanged" | "removed" | "withdrawn" | "keepsOwner" | "gone"; at: number }
  | { said: "linkReady"; at: number; link: string; role: MemberRole; expiresAt: number };

type Invite = { id: string; role: MemberRole; expiresAt: number };
type MemberSettingsProps = {
  members: readonly ListedMember[];
  invites: readonly Invite[];
  answer?: MemberAnswer;
};

function Said({ answer }: { answer: MemberAnswer }) {
  const text = useText("account").members;
  const roles = useText("roles").member;
  const format = useFormat();
  const refused = answer.said === "keepsOwner" || answer.said === "gone";
  if (answer.said !== "linkReady")
    return (
      <Notice tone={refused ? "warn" : "success"} live>
        {text[answer.said]}
      </Notice>
    );
  return (
    <Notice tone="success" title={text.linkReady} live>
      <p className="mb-3">
        {text.linkOnce({ role: roles[answer.role], date: format.date(answer.expiresAt) })}
      </p>
      <CopyField name="link" label={text.link} value={answer.link} />
    </Notice>
  );
}

function Inviting() {
  const text = useText("account");
  const roles = useText("roles").member;
  return (
    <Section title={text.members.invite} lead={text.members.inviteLead}>
      <Form method="post" className="grid gap-4">
        <ChoiceGroup
          name="role"
          pick="one"
          label={text.fields.role}
          choices={memberRoles.map((value) => ({
            value,
            label: roles[value],
            hint: text.members.can[value],
          }))}
          defaultValue="editor"
        />
        <Submit intent="invite">{text.members.inviteSubmit}</Submit>
      </Form>
    </Section>
  );
}

function Pending({ invites }: { invites: readonly Invite[] }) {
  const text = useText("account").members;
  const roles = useText("roles").member;
  const format = useFormat();
  return (
    <Section title={text.pending}>
      {invites.length === 0 ? (
        <p className="text-muted">{text.pendingNone}</p>
      ) : (
        <ul className="border-line border-t">
          {invites.map(({ id, role, expiresAt }) => (
            <li key={id} className="flex items-center justify-between gap-4 border-line border-b py-2">
              <p>
                {roles[role]}{" "}
                <span className="text-muted text-sm">
                  {text.pendingUntil({ date: format.dateTime(expiresAt) })}
                </span>
              </p>
              <RowButton
                fields={{ inviteId: id }}
                intent="withdraw"
                label={text.withdrawOf({ role: roles[role], date: format.dateTime(expiresAt) })}
                look="secondary"
              >
                {text.withdraw}
              </RowButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The owners' page: who is here, who is invited, and new invitations. */
export function MemberSettings({ members, invites, answer }: MemberSettingsProps) {
  const text = useText("account").members;
  return (
    <>
      <p className="mb-4 text-muted">{text.lead}</p>
      {answer && (
        <div key={answer.at} className="mb-6">
          <Said answer={answer} />
        </div>
      )}
      <MemberList members={members} />
      <div className="mt-10">
        <Inviting />
        <Pending invites={invites} />
      </div>
    </>
  );
}
