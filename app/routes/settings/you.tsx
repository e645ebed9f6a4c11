/** What a member changes about themselves: name, language, password, sessions. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import {
  deleteOtherSessions,
  deleteSession,
  findPasswordHash,
  listSessions,
  updateMember,
  updatePassword,
} from "~/data/members";
import { passwordChangeSchema, profileSchema, readAccountForm } from "~/domain/account/forms";
import { type OwnAnswer, OwnSettings, ownIntents } from "~/features/account/own-settings";
import { languageCookie } from "~/i18n/language-of";
import { requireMember } from "~/server/gate";
import { hashPassword, verifyPassword } from "~/server/password";
import { isSecure, postedForm } from "~/server/request";
import { admitSignIn } from "~/server/sign-in-attempts";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, member, sessionId, now } = await requireMember(request, "readReports");
  const sessions = await listSessions(store, { workspaceId, memberId: member.id, now });
  return {
    member: { name: member.name, email: member.email, role: member.role },
    sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const gate = await requireMember(request, "readReports");
  const { store, workspaceId, member, sessionId, now } = gate;
  const form = await postedForm(request);
  const me = { workspaceId, memberId: member.id };
  const intent = ownIntents.find((known) => known === form.get("intent"));
  const answer = (given: OwnAnswer, init?: number | ResponseInit) => data<OwnAnswer>(given, init);
  switch (intent) {
    case "profile": {
      const { typed, ...read } = readAccountForm(profileSchema, form);
      if (!read.ok) return answer({ intent, done: false, problems: read.problems, typed }, 400);
      await updateMember(store, { ...me, set: read.value });
      const cookie = languageCookie(read.value.language, { secure: isSecure(request) });
      return answer({ intent, done: true, at: now }, { headers: { "Set-Cookie": cookie } });
    }
    case "password": {
      const { typed, ...read } = readAccountForm(passwordChangeSchema, form);
      const refused = { intent, done: false as const, problems: {}, typed };
      if (!read.ok) return answer({ ...refused, problems: read.problems }, 400);
      // Somebody at an unlocked screen is kept from guessing, too.
      const admitted = await admitSignIn(store, request, { email: member.email, now });
      if (!admitted.ok) return answer({ ...refused, until: admitted.until }, 429);
      const hash = await findPasswordHash(store, me);
      if (!hash || !(await verifyPassword(read.value.current, hash)))
        return answer({ ...refused, wrong: true }, 400);
      await admitted.succeeded();
      const passwordHash = await hashPassword(read.value.password);
      await updatePassword(store, { ...me, passwordHash, keepSessionId: sessionId });
      return answer({ intent, done: true, at: now });
    }
    case "end-session":
      await deleteSession(store, { ...me, sessionId: String(form.get("sessionId")) });
      return answer({ intent, done: true, at: now });
    case "end-others":
      await deleteOtherSessions(store, { ...me, keepSessionId: sessionId });
      return answer({ intent, done: true, at: now });
    default:
      throw new Response("Bad request", { status: 400 });
  }
};

export default function You() {
  return <OwnSettings {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
