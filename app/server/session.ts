/** Server-side sessions: the cookie holds a random token, the database its hash. */
import { createCookie, redirect } from "@remix-run/node";
import { findSession } from "~/data/entrance";
import { deleteSession, insertSession, updateSessionSeen } from "~/data/members";
import { newToken } from "~db/new-id";
import { deviceOf, hashOf, isSecure } from "./request";
import { theStore } from "./store";

const lifetime = 30 * 24 * 60 * 60 * 1000;
/** Writing "seen" more often than this tells nobody anything. */
const seenEvery = 5 * 60 * 1000;

const cookie = createCookie("trivista_session", { path: "/", httpOnly: true, sameSite: "lax" });

/** Who is signed in, or null. */
export async function findSignedIn(request: Request) {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof token !== "string") return null;
  const store = await theStore();
  const now = Date.now();
  const session = await findSession(store, { tokenHash: hashOf(token), now });
  if (!session) return null;
  if (now - session.seenAt > seenEvery)
    await updateSessionSeen(store, { workspaceId: session.workspaceId, sessionId: session.sessionId, now });
  return session;
}

/** Starts a session and goes to `to`. */
export async function signIn(
  request: Request,
  { workspaceId, memberId, to }: { workspaceId: string; memberId: string; to: string },
) {
  const token = newToken() + newToken();
  const now = Date.now();
  await insertSession(await theStore(), {
    workspaceId,
    memberId,
    tokenHash: hashOf(token),
    device: deviceOf(request),
    now,
    expiresAt: now + lifetime,
  });
  const header = await cookie.serialize(token, { maxAge: lifetime / 1000, secure: isSecure(request) });
  return redirect(to, { headers: { "Set-Cookie": header } });
}

/** Ends the session of this request and goes home. */
export async function signOut(request: Request) {
  const session = await findSignedIn(request);
  if (session)
    await deleteSession(await theStore(), {
      workspaceId: session.workspaceId,
      memberId: session.member.id,
      sessionId: session.sessionId,
    });
  const header = await cookie.serialize("", { maxAge: 0, secure: isSecure(request) });
  return redirect("/", { headers: { "Set-Cookie": header } });
}
