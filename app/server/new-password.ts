/** For whoever forgot the password and runs the server: `npm run new-password -- ADDRESS`. */
import { findMemberByEmail } from "~/data/entrance";
import { updatePassword } from "~/data/members";
import { foldEmail } from "~/domain/account/forms";
import { newToken } from "~db/new-id";
import { hashPassword } from "./password";
import { theStore } from "./store";

/** Gives the member a password drawn at random and ends their sessions; null where nobody has this address. */
export async function giveNewPassword(email: string): Promise<string | null> {
  const store = await theStore();
  const member = await findMemberByEmail(store, { email: foldEmail(email) });
  if (!member) return null;
  const password = newToken();
  const passwordHash = await hashPassword(password);
  await updatePassword(store, { workspaceId: member.workspaceId, memberId: member.id, passwordHash });
  return password;
}
