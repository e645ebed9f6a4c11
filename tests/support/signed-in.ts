/** A member with a session, as the sign-in page would have left it behind. */
import { createCookie } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { insertWorkspace } from "~/data/entrance";
import { insertSession } from "~/data/members";
import type { Language } from "~/domain/language";
import type { MemberRole } from "~/domain/permission";
import { hashOf } from "~/server/request";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";

const hour = 60 * 60 * 1000;
const origin = "http://localhost";

/**
 * A new workspace whose only member has `role`. `request` makes a request of that member to a path, a
 * POST when it has a form; `cookies` is what a browser context takes with `addCookies`.
 */
export async function signedIn(
  store: Store,
  given: { role?: MemberRole; language?: Language; name?: string; url?: string } = {},
) {
  const { role = "owner", language = "en", name = "Min Wang", url = origin } = given;
  const now = Date.now();
  const owner = { email: `${newId(now)}@example.com`, name, passwordHash: "", language };
  const { workspaceId, memberId } = await insertWorkspace(store, { name: "Workspace", owner, now });
  if (role !== "owner") {
    const { members } = store.tables;
    await store.db.update(members).set({ role }).where(eq(members.id, memberId));
  }
  const token = newToken() + newToken();
  await insertSession(store, {
    workspaceId,
    memberId,
    tokenHash: hashOf(token),
    device: "Test",
    now,
    expiresAt: now + hour,
  });
  const cookie = (await createCookie("trivista_session").serialize(token)).split(";")[0] ?? "";
  const [cookieName = "", cookieValue = ""] = cookie.split(/=(.*)/s);
  const request = (path: string, form?: Record<string, string | readonly string[]>, headers = {}) => {
    const body = new URLSearchParams();
    for (const [field, values] of Object.entries(form ?? {}))
      for (const value of typeof values === "string" ? [values] : values) body.append(field, value);
    return new Request(`${origin}${path}`, {
      method: form ? "POST" : "GET",
      headers: { Cookie: `${cookie}; lang=${language}`, ...(form && { Origin: origin }), ...headers },
      ...(form && { body }),
    });
  };
  return {
    workspaceId,
    memberId,
    request,
    cookies: [
      { name: cookieName, value: cookieValue, url },
      { name: "lang", value: language, url },
    ],
  };
}
