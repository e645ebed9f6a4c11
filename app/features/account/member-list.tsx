import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { Tag } from "~/components/tag";
import { keepsAnOwner, type MemberRole, memberRoles } from "~/domain/permission";
import { useFormat, useText } from "~/i18n/use-text";

export type ListedMember = {
  id: string;
  name: string;
  email: string;
  role: MemberRole;
  createdAt: number;
  you: boolean;
};

/** Asks before it removes; a disclosure, so that it asks without scripts too. */
function Removal({ member: { id, name } }: { member: ListedMember }) {
  const text = useText("account").members;
  return (
    <details className="basis-full">
      <summary
        aria-label={text.removeOf({ name })}
        className="ms-auto flex min-h-9 w-fit list-none items-center rounded-md px-3 text-muted text-sm hover:bg-sunken hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        {text.remove}
      </summary>
      <Form
        method="post"
        className="mt-2 flex flex-wrap items-center justify-between gap-3 rounded-md border border-negative px-4 py-3"
      >
        <input type="hidden" name="memberId" value={id} />
        <p className="min-w-0 flex-1 basis-60">{text.removeAsk({ name })}</p>
        <Button type="submit" look="danger" name="intent" value="remove">
          {text.removeNow({ name })}
        </Button>
      </Form>
    </details>
  );
}

function RoleForm({ member: { id, name, role } }: { member: ListedMember }) {
  const text = useText("account").members;
  const roles = useText("roles").member;
  return (
    <Form method="post" preventScrollReset className="flex items-end gap-2">
      <input type="hidden" name="memberId" value={id} />
      <SelectField
        key={role}
        id={`role-${id}`}
        name="role"
        label={<span className="sr-only">{text.roleOf({ name })}</span>}
        options={memberRoles.map((value) => ({ value, label: roles[value] }))}
        defaultValue={role}
      />
      <Button type="submit" name="intent" value="role" className="shrink-0">
        {text.changeRole}
      </Button>
    </Form>
  );
}

/** Who is in the workspace, each with their role; the last owner can neither leave nor step down. */
export function MemberList({ members }: { members: readonly ListedMember[] }) {
  const text = useText("account").members;
  const format = useFormat();
  const owners = members.filter(({ role }) => role === "owner").length;
  return (
    <ul className="border-line border-t">
      {members.map((member) => (
        <li
          key={member.id}
          className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-line border-b py-4"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {member.name}
              {member.you && <Tag>{text.you}</Tag>}
            </p>
            <p className="text-muted text-sm">
              {member.email} · {text.joined({ date: format.date(member.createdAt) })}
            </p>
          </div>
          {keepsAnOwner({ from: member.role, to: null, owners }) ? (
            <>
              <RoleForm member={member} />
              <Removal member={member} />
            </>
          ) : (
            <p className="max-w-xs text-muted text-sm">{text.onlyOwner}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
