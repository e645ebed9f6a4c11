/** The first visit: makes the owner and the workspace. Closed as soon as there is one. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PlainShell } from "~/components/plain-shell";
import { hasMembers, insertFirstWorkspace } from "~/data/entrance";
import { readAccountForm, setupSchema } from "~/domain/account/forms";
import { SetupForm } from "~/features/account/setup-form";
import { pageTitle } from "~/i18n/page-title";
import { openToAll } from "~/server/gate";
import { hashPassword } from "~/server/password";
import { postedForm } from "~/server/request";
import { addSampleStudy } from "~/server/sample";
import { signIn } from "~/server/session";

const closed = () => redirect("/sign-in?set-up");

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store } = await openToAll(request);
  return (await hasMembers(store)) ? closed() : null;
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, language, now } = await openToAll(request);
  if (await hasMembers(store)) return closed();
  const read = readAccountForm(setupSchema, await postedForm(request));
  if (!read.ok) return data({ problems: read.problems, typed: read.typed }, 400);
  const { name, email, password, workspace, sample } = read.value;
  const owner = { name, email, passwordHash: await hashPassword(password), language };
  const made = await insertFirstWorkspace(store, { name: workspace, owner, now });
  if (!made) return closed();
  if (sample) await addSampleStudy(store, { workspaceId: made.workspaceId, now });
  return signIn(request, { ...made, to: "/studies" });
};

export const meta: MetaFunction = (seen) => pageTitle(seen, (words) => [words("account").setup.title]);

export default function Setup() {
  return (
    <PlainShell>
      <SetupForm refusal={useActionData<typeof action>()} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
