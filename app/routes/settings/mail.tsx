/** The workspace's mail server. Its password goes in and never comes out. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { deleteMailSettings, findMailSettings, saveMailSettings } from "~/data/mail-settings";
import { readMailServer, serverFields } from "~/domain/mail/forms";
import { typedIn } from "~/domain/typed";
import { type ServerAnswer, ServerForm } from "~/features/mail/server-form";
import { textOf } from "~/i18n/text";
import { requireMember } from "~/server/gate";
import { sendTest } from "~/server/mail-test";
import { postedForm, publicOrigin } from "~/server/request";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, member } = await requireMember(request, "manageMembers");
  const settings = await findMailSettings(store, { workspaceId });
  return {
    address: member.email,
    kept: settings && {
      ...Object.fromEntries(
        serverFields.filter((field) => field !== "password").map((field) => [field, String(settings[field])]),
      ),
      hasPassword: settings.password !== "",
      trouble: settings.trouble,
      bounces: `${publicOrigin(request)}/api/mail/bounces/${settings.bounceToken}`,
    },
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, member, language, now } = await requireMember(request, "manageMembers");
  const form = await postedForm(request);
  const answer = (given: ServerAnswer, status = 200) => data<ServerAnswer>(given, status);
  switch (form.get("intent")) {
    case "save": {
      const typed = typedIn(form, serverFields);
      const read = readMailServer(typed);
      if (!read.ok)
        return answer(
          { kind: "refused", problems: read.problems, typed: { ...typed, password: "" }, at: now },
          400,
        );
      const { password, ...settings } = read.settings;
      await saveMailSettings(store, {
        ...{ workspaceId, now },
        settings: {
          ...settings,
          origin: publicOrigin(request),
          // Without a user name nothing is signed in with, and nothing is kept.
          ...(settings.username === "" ? { password: "" } : password !== "" && { password }),
        },
      });
      return answer({ kind: "saved", at: now });
    }
    case "test": {
      const settings = await findMailSettings(store, { workspaceId });
      if (!settings) throw new Response("Not found", { status: 404 });
      const text = textOf(language, "mail").settings;
      const letter = { subject: text.testSubject, body: text.testBody };
      const to = { name: member.name, address: member.email, language };
      const why = await sendTest(settings, to, letter, now);
      return answer(why === null ? { kind: "tested", at: now } : { kind: "test-failed", why, at: now });
    }
    case "remove":
      await deleteMailSettings(store, { workspaceId });
      return answer({ kind: "removed", at: now });
    default:
      throw new Response("Bad request", { status: 400 });
  }
};

export default function MailServer() {
  return <ServerForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
