/** Switches the language of this browser, and of the member who is signed in, and goes back. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { updateMember } from "~/data/members";
import { languageCookie, localPath, parseLanguage, pathIn } from "~/i18n/language-of";
import { openToAll } from "~/server/gate";
import { isSecure, postedForm } from "~/server/request";
import { findSignedIn } from "~/server/session";

export const loader = () => redirect("/");

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store } = await openToAll(request);
  const form = await postedForm(request);
  const language = parseLanguage(form.get("language"));
  if (!language) throw new Response("Bad request", { status: 400 });
  const session = await findSignedIn(request);
  if (session)
    await updateMember(store, {
      workspaceId: session.workspaceId,
      memberId: session.member.id,
      set: { language },
    });
  return redirect(pathIn(localPath(form.get("returnTo")), language), {
    headers: { "Set-Cookie": languageCookie(language, { secure: isSecure(request) }) },
  });
};
