/** The gate of a personal invitation: what its short link opens, for whom, and under which key. */
import { redirect } from "@remix-run/node";
import { findInvitation } from "~/data/entrance";
import { findPublishedVersion } from "~/data/questionnaires";
import { findResponseByKey } from "~/data/starting";
import { findStudy, listCompetitors } from "~/data/studies";
import { findWave } from "~/data/waves";
import { findWorkspaceName } from "~/data/workspaces";
import { invitationRefusal } from "~/domain/fieldwork/invitation";
import { briefOf } from "~/domain/study/brief";
import { openToAll } from "./gate";
import { hashOf } from "./request";
import { hashOfKey, refusal, spoken } from "./respond";

const statusOf = { unknown: 404, used: 410, expired: 410, closed: 410 } as const;

/** The same on every device: two that start at once begin one response, not two. */
const keyOf = (token: string) => hashOf(`invitation/${token}`).slice(0, 22);

/**
 * An invitation that may still be answered. Who has begun is led on to their response; who has answered, comes too
 * late or guessed the token is told so, and nothing about whom it was for.
 */
export async function openInvitation(request: Request, params: { token?: string }) {
  const gate = await openToAll(request);
  const { store, now } = gate;
  const token = params.token ?? "";
  const found = await findInvitation(store, { token });
  if (!found) throw refusal("unknown", 404);
  const { invitation, contact, company, collector } = found;
  const { workspaceId, studyId, waveId, questionnaireId } = invitation;
  const [study, wave, version, sender] = await Promise.all([
    findStudy(store, { workspaceId, studyId }),
    findWave(store, { workspaceId, studyId, waveId }),
    findPublishedVersion(store, { workspaceId, questionnaireId }),
    findWorkspaceName(store, { workspaceId }),
  ]);
  const anonymised = contact.anonymisedAt !== null || !study;
  const reason = invitationRefusal(invitation, { anonymised, waveEnded: wave?.endedAt != null, now });
  if (reason !== null || !study) throw refusal(reason ?? "unknown", statusOf[reason ?? "unknown"]);
  const key = keyOf(token);
  const keyHash = hashOfKey(collector.token, key);
  const address = `/r/${collector.token}/${key}`;
  if (await findResponseByKey(store, { workspaceId, keyHash })) throw redirect(address);
  if (!version) throw refusal("unpublished", 404);
  return {
    ...gate,
    ...{ workspaceId, study, invitation, contact, company, collector, version, keyHash, address },
    sender: sender ?? study.product,
    bilingual: study.languages.length > 1,
    language: spoken(study.languages, gate.language),
    brief: async () => briefOf(study, await listCompetitors(store, { workspaceId, studyId })),
  };
}
