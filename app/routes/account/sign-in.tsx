/** Email and password open a session; guessing is slowed down. */
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
import { findMemberByEmail, hasMembers } from "~/data/entrance";
import { readAccountForm, signInSchema } from "~/domain/account/forms";
import { SignInForm, type SignInRefusal } from "~/features/account/sign-in-form";
import { chosenLanguage, languageCookie, localPath } from "~/i18n/language-of";
import { pageTitle } from "~/i18n/page-title";
import { openToAll } from "~/server/gate";
import { verifyAgainstNobody, verifyPassword } from "~/server/password";
import { isSecure, postedForm } from "~/server/request";
import { findSignedIn, signIn } from "~/server/session";
import { admitSignIn } from "~/server/sign-in-attempts";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store } = await openToAll(request);
  const { searchParams } = new URL(request.url);
  const to = localPath(searchParams.get("to"));
  if (await findSignedIn(request)) throw redirect(to);
  if (!(await hasMembers(store))) throw redirect("/setup");
  return { to, alreadySetUp: searchParams.has("set-up") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, now } = await openToAll(request);
  const form = await postedForm(request);
  const read = readAccountForm(signInSchema, form);
  const refuse = (status: number, why: Omit<SignInRefusal, "typed">) =>
    data<SignInRefusal>({ typed: read.typed, ...why }, status);
  if (!read.ok) return refuse(400, { problems: read.problems });
  const { email, password } = read.value;
  const admitted = await admitSignIn(store, request, { email, now });
  if (!admitted.ok) return refuse(429, { problems: {}, until: admitted.until });
  const member = await findMemberByEmail(store, { email });
  const right = await (member
    ? verifyPassword(password, member.passwordHash)
    : verifyAgainstNobody(password));
  if (!member || !right) return refuse(401, { problems: {}, wrong: true });
  await admitted.succeeded();
  const response = await signIn(request, {
    workspaceId: member.workspaceId,
    memberId: member.id,
    to: localPath(form.get("to")),
  });
  // A choice made in this browser stands; elsewhere the member's own language comes along.
  if (!chosenLanguage(request))
    response.headers.append("Set-Cookie", languageCookie(member.language, { secure: isSecure(request) }));
  return response;
};

export const meta: MetaFunction = (seen) => pageTitle(seen, (words) => [words("account").signIn.title]);

export default function SignIn() {
  return (
    <PlainShell>
      <SignInForm {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
