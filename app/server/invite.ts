/** From a form that says whom to invite to the invitations themselves. */
import { listInvitable } from "~/data/board";
import { insertInvitations } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { Wave } from "~/data/waves";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import type { Store } from "~db/client";

export type TypedInvite = { roles: string[]; tag: string; days: string };
export type InviteProblems = { roles?: "role"; days?: "days" };

const day = 24 * 60 * 60 * 1000;

/** Reads the form: roles, a tag, and for how many days the links open (empty: for good). */
export function readInvite(
  form: FormData,
):
  | { ok: true; roles: ChainRole[]; tag: string; days: number | null }
  | { ok: false; problems: InviteProblems; typed: TypedInvite } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const typed = { roles: form.getAll("roles").map(String), tag: text("tag"), days: text("days") };
  const roles = chainRoles.filter((role) => typed.roles.includes(role));
  const days = typed.days === "" ? null : Number(typed.days.normalize("NFKC"));
  const problems: InviteProblems = {
    ...(roles.length === 0 && { roles: "role" as const }),
    ...(days !== null && !(Number.isInteger(days) && days >= 1 && days <= 365) && { days: "days" as const }),
  };
  return Object.keys(problems).length > 0
    ? { ok: false, problems, typed }
    : { ok: true, roles, tag: typed.tag, days };
}

/** Makes an invitation for everyone of these roles who has none in this wave yet; how many were made. */
export async function invitePeople(
  store: Store,
  given: {
    study: Study;
    wave: Wave;
    roles: readonly ChainRole[];
    tag: string;
    days: number | null;
    createdBy: string;
    now: number;
  },
): Promise<number> {
  const { study, wave, roles, tag, days, createdBy, now } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id, waveId: wave.id };
  if (wave.endedAt !== null) return 0;
  const questionnaires = await listQuestionnaires(store, where);
  let made = 0;
  for (const { id: questionnaireId, role, version } of questionnaires) {
    if (version === null || !roles.includes(role)) continue;
    const people = await listInvitable(store, { ...where, role });
    const ids = await insertInvitations(store, {
      ...{ ...where, questionnaireId, role, createdBy, now },
      contacts: people.filter(({ tags }) => tag === "" || tags.includes(tag)),
      expiresAt: days === null ? null : now + days * day,
    });
    made += ids.length;
  }
  return made;
}
