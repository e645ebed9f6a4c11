/** Who of a wave opened and left. */
import { listInvitations } from "~/data/invitations";
import { listCompiled } from "~/data/questionnaires";
import { listPartialResponses } from "~/data/responses";
import type { Study } from "~/data/studies";
import type { Wave } from "~/data/waves";
import {
  invitationState,
  isLost,
  lastStep,
  lostAfterDays,
  worthAskingAgain,
} from "~/domain/fieldwork/invitation";
import { groupLost, type LostPlace } from "~/domain/fieldwork/lost";
import type { Store } from "~db/client";

const day = 24 * 60 * 60 * 1000;

/**
 * The lost people of a wave, the newest first, with the page they left at and what they said of it, and all who left by
 * place and reason: with them also those who came by a link for all. Who said that they leave is lost at once.
 */
export async function readLost(store: Store, given: { study: Study; wave: Wave; now: number }) {
  const { study, wave, now } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [invitations, all] = await Promise.all([
    listInvitations(store, { ...where, waveId: wave.id, unfinished: true }),
    listPartialResponses(store, where),
  ]);
  const partial = all.filter(({ waveId }) => waveId === wave.id);
  const begun = new Map(partial.map((one) => [one.invitationId, one]));
  const lost = invitations.filter((one) => isLost(one, now) || begun.get(one.id)?.leftReason);
  const nameless = partial.filter(
    ({ invitationId, leftReason, updatedAt }) =>
      invitationId === null && (leftReason !== "" || now - updatedAt >= lostAfterDays * day),
  );
  const versionIds = [
    ...new Set([...lost.map(({ id }) => begun.get(id)), ...nameless].flatMap((one) => one?.versionId ?? [])),
  ];
  const versions = await listCompiled(store, { workspaceId: study.workspaceId, versionIds });
  const pageOf = ({ versionId, page, role }: (typeof partial)[number]): LostPlace => {
    const pages = versions.get(versionId)?.pages ?? [];
    const at = pages.findIndex(({ name }) => name === page);
    return { kind: "page", role, page, n: at + 1, title: pages[at]?.title ?? null };
  };
  const people = lost.map((one) => {
    const response = begun.get(one.id);
    const declined = invitationState(one) === "refused";
    return {
      ...{ id: one.id, contactId: one.contactId, companyId: one.companyId, role: one.role },
      name: one.contactName || one.email || one.phone,
      companyName: one.companyName,
      place: response ? pageOf(response) : ({ kind: declined ? "declined" : "opened" } as const),
      reason: response?.leftReason || one.refusedReason,
      lastAt: Math.max(lastStep(one) ?? 0, response?.updatedAt ?? 0),
      queued: one.askAgainAt !== null,
      worth: worthAskingAgain(one),
    };
  });
  return {
    people: people.sort((a, b) => b.lastAt - a.lastAt),
    groups: groupLost([
      ...people,
      ...nameless.map((one) => ({ place: pageOf(one), reason: one.leftReason })),
    ]),
    anonymous: nameless.length,
  };
}
