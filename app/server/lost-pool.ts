/** Who of a wave opened and left. */
import { listInvitations } from "~/data/invitations";
import { listCompiled } from "~/data/questionnaires";
import { listPartialResponses } from "~/data/responses";
import type { Study } from "~/data/studies";
import type { Wave } from "~/data/waves";
import { invitationState, isLost, lastStep, worthAskingAgain } from "~/domain/fieldwork/invitation";
import type { LocalText } from "~/domain/language";
import type { Store } from "~db/client";

/** The lost people of a wave, the newest first, with the page they left at and what they said of it. */
export async function readLost(store: Store, given: { study: Study; wave: Wave; now: number }) {
  const { study, wave, now } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [invitations, partial] = await Promise.all([
    listInvitations(store, { ...where, waveId: wave.id }),
    listPartialResponses(store, where),
  ]);
  const lost = invitations.filter((one) => isLost(one, now));
  const begun = new Map(partial.map((one) => [one.invitationId, one]));
  const versionIds = [...new Set(lost.flatMap(({ id }) => begun.get(id)?.versionId ?? []))];
  const versions = await listCompiled(store, { workspaceId: study.workspaceId, versionIds });
  const pageOf = (id: string): { n: number; title: LocalText | null } | null => {
    const response = begun.get(id);
    const pages = response && versions.get(response.versionId)?.pages;
    const at = pages?.findIndex(({ name }) => name === response?.page) ?? -1;
    return pages && at >= 0 ? { n: at + 1, title: pages[at]?.title ?? null } : null;
  };
  const people = lost.map((one) => {
    const response = begun.get(one.id);
    return {
      ...{ id: one.id, contactId: one.contactId, companyId: one.companyId, role: one.role },
      name: one.contactName || one.email || one.phone,
      companyName: one.companyName,
      declined: invitationState(one) === "refused",
      page: pageOf(one.id),
      reason: response?.leftReason || one.refusedReason,
      lastAt: Math.max(lastStep(one) ?? 0, response?.updatedAt ?? 0),
      queued: one.askAgainAt !== null,
      worth: worthAskingAgain(one),
    };
  });
  return {
    people: people.sort((a, b) => b.lastAt - a.lastAt),
    anonymous: partial.filter(({ invitationId, waveId }) => invitationId === null && waveId === wave.id)
      .length,
  };
}
