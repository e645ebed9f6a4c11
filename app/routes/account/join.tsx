/** An invitation link makes a member, once. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PlainShell } from "~/components/plain-shell";
import { findEndedMemberInvite, findMemberInvite } from "~/data/entrance";
import { acceptMemberInvite } from "~/data/members";
import { joinSchema, readAccountForm } from "~/domain/account/forms";
import { EndedInvite, JoinForm, type JoinRefusal } from "~/features/account/join-form";
import { pageTitle } from "~/i18n/page-title";
import { openToAll } from "~/server/gate";
import { hashPassword } from "~/server/password";
import { hashOf, postedForm } from "~/server/request";
import { signIn } from "~/server/session";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, now } = await openToAll(request);
  const tokenHash = hashOf(params.token ?? "");
  const invite = await findMemberInvite(store, { tokenHash, now });
  if (invite) return { workspaceName: invite.workspaceName, role: invite.role };
  const ended = await findEndedMemberInvite(store, { tokenHash, now });
  return data({ ended: ended ?? ("unknown" as const) }, ended ? 410 : 404);
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, language, now } = await openToAll(request);
  const tokenHash = hashOf(params.token ?? "");
  const invite = await findMemberInvite(store, { tokenHash, now });
  // The page itself says why an invitation does not work any more.
  if (!invite) return redirect(`/join/${params.token}`);
  const read = readAccountForm(joinSchema, await postedForm(request));
  const refuse = (status: number, why: Omit<JoinRefusal, "typed">) =>
    data<JoinRefusal>({ typed: read.typed, ...why }, status);
  if (!read.ok) return refuse(400, { problems: read.problems });
  const { name, email, password } = read.value;
  const { workspaceId, id: inviteId, role } = invite;
  const member = { name, email, passwordHash: await hashPassword(password), language };
  const memberId = await acceptMemberInvite(store, { workspaceId, inviteId, role, member, now });
  if (memberId) return signIn(request, { workspaceId, memberId, to: "/" });
  if (!(await findMemberInvite(store, { tokenHash, now }))) return redirect(`/join/${params.token}`);
  return refuse(409, { problems: {}, taken: true });
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => {
    const { join } = words("account");
    if (!seen.data) return [];
    return [
      "ended" in seen.data
        ? join.ended[seen.data.ended].title
        : join.title({ workspace: seen.data.workspaceName }),
    ];
  });

export default function Join() {
  const found = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <PlainShell>
      {"ended" in found ? <EndedInvite ended={found.ended} /> : <JoinForm invite={found} refusal={refusal} />}
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
