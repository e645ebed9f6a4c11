/** The way out of a study's letters: a page for people, and the one-click post of a mail program (RFC 8058). */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { RespondentShell } from "~/components/respondent-shell";
import { updateContactOptOut } from "~/data/contacts";
import { findInvitation } from "~/data/entrance";
import { findWorkspaceName } from "~/data/workspaces";
import { RefusedPage } from "~/features/respond/last-pages";
import { titled } from "~/features/respond/titled";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { openToAll } from "~/server/gate";
import { readPosted, refusal } from "~/server/respond";

export const handle = { scripts: false };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = titled;

async function openOptOut(request: Request, params: { token?: string }) {
  const gate = await openToAll(request);
  const found = await findInvitation(gate.store, { token: params.token ?? "" });
  if (!found) throw refusal("unknown", 404);
  const { workspaceId, id: contactId, optedOutAt } = found.contact;
  return { ...gate, workspaceId, contactId, optedOutAt };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, optedOutAt, language } = await openOptOut(request, params);
  const sender = (await findWorkspaceName(store, { workspaceId })) ?? "";
  return data({ language, sender, title: textOf(language, "mail").optOut.title, out: optedOutAt !== null });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, contactId, now } = await openOptOut(request, params);
  const back = (await readPosted(request)).get("intent") === "back";
  await updateContactOptOut(store, { workspaceId, contactId, optedOutAt: back ? null : now });
  return { back };
};

export default function OptOut() {
  const { sender, out } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("mail").optOut;
  return (
    <RespondentShell sender={sender}>
      <h1 className="text-2xl">{out ? text.doneTitle : text.title}</h1>
      <form method="post" className="mt-4 grid gap-6">
        {done?.back && <p role="status">{text.back}</p>}
        <p className="text-lg">{out ? text.done : text.lead({ sender })}</p>
        {out ? (
          <SubmitButton look="secondary" name="intent" value="back" className="justify-self-start">
            {text.undo}
          </SubmitButton>
        ) : (
          <SubmitButton size="large" name="intent" value="stop" className="sm:justify-self-start">
            {text.button}
          </SubmitButton>
        )}
      </form>
    </RespondentShell>
  );
}

export const ErrorBoundary = RefusedPage;
