/** Owners invite, withdraw, change roles and remove. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import {
  deleteMember,
  deleteMemberInvite,
  listMemberInvites,
  listMembers,
  updateMemberRole,
} from "~/data/members";
import { inviteSchema, memberRoleSchema, readAccountForm } from "~/domain/account/forms";
import { type MemberAnswer, MemberSettings, memberIntents } from "~/features/account/member-settings";
import { requireMember } from "~/server/gate";
import { inviteMember } from "~/server/member-invite";
import { postedForm } from "~/server/request";

const badRequest = () => new Response("Bad request", { status: 400 });

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, member, now } = await requireMember(request, "manageMembers");
  const [members, invites] = await Promise.all([
    listMembers(store, { workspaceId }),
    listMemberInvites(store, { workspaceId, now }),
  ]);
  return { members: members.map((one) => ({ ...one, you: one.id === member.id })), invites };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, member, now } = await requireMember(request, "manageMembers");
  const form = await postedForm(request);
  const answer = (given: MemberAnswer, status = 200) => data<MemberAnswer>(given, status);
  const memberId = String(form.get("memberId"));
  /** Nothing was changed: either nobody is there any more, or nobody else would own the workspace. */
  const unchanged = async () => {
    const there = (await listMembers(store, { workspaceId })).some(({ id }) => id === memberId);
    return there ? answer({ said: "keepsOwner", at: now }, 409) : answer({ said: "gone", at: now }, 404);
  };
  switch (memberIntents.find((intent) => intent === form.get("intent"))) {
    case "invite": {
      const read = readAccountForm(inviteSchema, form);
      if (!read.ok) throw badRequest();
      const { role } = read.value;
      const invited = await inviteMember(store, request, { workspaceId, role, invitedBy: member.id, now });
      return answer({ said: "linkReady", at: now, role, ...invited });
    }
    case "withdraw":
      await deleteMemberInvite(store, { workspaceId, inviteId: String(form.get("inviteId")) });
      return answer({ said: "withdrawn", at: now });
    case "role": {
      const read = readAccountForm(memberRoleSchema, form);
      if (!read.ok) throw badRequest();
      const changed = await updateMemberRole(store, { workspaceId, ...read.value });
      return changed ? answer({ said: "roleChanged", at: now }) : unchanged();
    }
    case "remove": {
      const removed = await deleteMember(store, { workspaceId, memberId });
      return removed ? answer({ said: "removed", at: now }) : unchanged();
    }
    default:
      throw badRequest();
  }
};

export default function Members() {
  return <MemberSettings {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
