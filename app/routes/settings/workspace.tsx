/** The workspace's name. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { updateWorkspaceName } from "~/data/workspaces";
import { readAccountForm, workspaceSchema } from "~/domain/account/forms";
import { type WorkspaceAnswer, WorkspaceForm } from "~/features/account/workspace-form";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { workspaceName } = await requireMember(request, "manageMembers");
  return { name: workspaceName };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "manageMembers");
  const read = readAccountForm(workspaceSchema, await postedForm(request));
  if (!read.ok)
    return data<WorkspaceAnswer>({ done: false, problems: read.problems, typed: read.typed }, 400);
  await updateWorkspaceName(store, { workspaceId, name: read.value.workspace });
  return data<WorkspaceAnswer>({ done: true, at: now });
};

export default function Workspace() {
  return <WorkspaceForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
