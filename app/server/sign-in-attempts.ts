/** Guessing passwords is slowed down: so many failures per address and client, and per client. */
import { deleteSignInAttempts, insertSignInAttempt, listSignInAttempts } from "~/data/entrance";
import { blockedUntil, signInLimit } from "~/domain/account/sign-in-limit";
import type { Store } from "~db/client";
import { clientAddress, hashOf } from "./request";

/**
 * Counts an attempt as failed before the password is looked at, so that many at once cannot slip through;
 * `succeeded` takes it back. Refused attempts are not counted, else waiting would never end.
 */
export async function admitSignIn(
  store: Store,
  request: Request,
  { email, now }: { email: string; now: number },
): Promise<{ ok: true; succeeded: () => Promise<void> } | { ok: false; until: number }> {
  const client = clientAddress(request);
  const since = now - signInLimit.windowMs;
  // Hashed: what somebody typed as an address is nobody's to keep.
  const ofAddress = hashOf(`${client} ${email}`);
  const ofClient = hashOf(client);
  const limits = [
    { subject: ofAddress, limit: signInLimit.perAddress },
    { subject: ofClient, limit: signInLimit.perClient },
  ];
  const ids = await insertSignInAttempt(store, {
    subjects: limits.map(({ subject }) => subject),
    now,
    forgetBefore: since,
  });
  const untils = await Promise.all(
    limits.map(async ({ subject, limit }) => {
      const attempts = await listSignInAttempts(store, { subject, since });
      return blockedUntil(
        attempts.filter(({ id }) => !ids.includes(id)).map(({ at }) => at),
        limit,
      );
    }),
  );
  const until = Math.max(...untils.map((time) => time ?? 0));
  if (until > 0) {
    await deleteSignInAttempts(store, { ids });
    return { ok: false, until };
  }
  return { ok: true, succeeded: () => deleteSignInAttempts(store, { ids, subject: ofAddress }) };
}
