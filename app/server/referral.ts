/** A respondent brings a colleague of the missing role in. */
import { listQuestionnaires } from "~/data/questionnaires";
import { countReferrals, insertReferral, listCoveredRoles } from "~/data/referrals";
import type { ChainRole } from "~/domain/chain/role";
import { referableRoles } from "~/domain/fieldwork/referral";
import { openResponse } from "./respond";

type Opened = Awaited<ReturnType<typeof openResponse>>;

const month = 30 * 24 * 60 * 60 * 1000;

/** The roles this respondent may find somebody for: none before the end, without a company, or in the sample. */
export async function referableBy({ store, workspaceId, study, response }: Opened): Promise<ChainRole[]> {
  const { companyId, completedAt, waveId, id: responseId } = response;
  if (completedAt === null || companyId === null || study.sample) return [];
  const [questionnaires, covered, brought] = await Promise.all([
    listQuestionnaires(store, { workspaceId, studyId: study.id }),
    listCoveredRoles(store, { workspaceId, waveId, companyId }),
    countReferrals(store, { workspaceId, responseId }),
  ]);
  const asked = questionnaires.filter(({ version }) => version !== null).map(({ role }) => role);
  return referableRoles({ asked, covered, brought });
}

/** A response that was answered to the end, with the roles its respondent may find somebody for. */
export async function openReferral(request: Request, params: { token?: string; key?: string }) {
  const opened = await openResponse(request, params);
  return { ...opened, roles: await referableBy(opened) };
}

/**
 * Enters the colleague and makes the invitation. Gives its token for a link to pass on; a named colleague's is null, and
 * so is what is said of somebody who is known already: who has answered is nobody's business.
 */
export async function bringIn(
  opened: Awaited<ReturnType<typeof openReferral>>,
  given: { how: "named" | "link"; role: ChainRole; name: string; email: string; phone: string },
): Promise<string | null> {
  const { store, workspaceId, study, response, now } = opened;
  const { role, how, name, email, phone } = given;
  const questionnaires = await listQuestionnaires(store, { workspaceId, studyId: study.id });
  const questionnaire = questionnaires.find((one) => one.role === role);
  if (!questionnaire || response.companyId === null) return null;
  const made = await insertReferral(store, {
    ...{ workspaceId, studyId: study.id, waveId: response.waveId, questionnaireId: questionnaire.id },
    ...{ responseId: response.id, fromContactId: response.contactId, how, now },
    contact: {
      ...{ companyId: response.companyId, name, email, phone, position: "", tags: [] },
      ...{ chainRoles: [role], primaryRole: role, language: null, consentAt: null },
    },
    createdBy: "",
    expiresAt: now + month,
  });
  return how === "link" ? (made?.token ?? null) : null;
}
