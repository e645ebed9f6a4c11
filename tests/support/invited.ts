/** A study in the field whose people are invited, by the functions that invite real ones. */
import { requireCompany } from "~/data/companies";
import { insertContacts } from "~/data/contacts";
import { insertInvitations } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { findCurrentWave } from "~/data/waves";
import type { Language } from "~/domain/language";
import type { Store } from "~db/client";
import { fieldStudy } from "./fielded";

type Person = { name?: string; email: string; language?: Language | null; company?: string };

/** Everybody is invited as a user, to `user` or the bank's questionnaire; the invitations are in the order of the people. */
export async function inviteToStudy(
  store: Store,
  people: readonly Person[],
  now = Date.now(),
  user: unknown = null,
) {
  const study = await fieldStudy(store, { questionnaires: { user } });
  const where = { workspaceId: study.workspaceId, studyId: study.studyId };
  const [questionnaire] = await listQuestionnaires(store, where);
  const wave = await findCurrentWave(store, where);
  if (!questionnaire || !wave) throw new Error("The study is not in the field");
  const names = [...new Set(people.map(({ company = "Acme" }) => company))];
  const companies = new Map<string, string>();
  for (const name of names)
    companies.set(
      name,
      await requireCompany(store, {
        ...{ workspaceId: where.workspaceId, name, size: null, industry: null, now },
      }),
    );
  const ids = await insertContacts(store, {
    ...{ workspaceId: where.workspaceId, now },
    contacts: people.map(({ name = "Li Na", email, language = null, company = "Acme" }) => ({
      ...{ companyId: companies.get(company)!, name, email, phone: "", position: "", language, tags: [] },
      ...{ consentAt: null, chainRoles: ["user" as const], primaryRole: "user" as const },
    })),
  });
  const invitationIds = await insertInvitations(store, {
    ...{ ...where, waveId: wave.id, questionnaireId: questionnaire.id, role: "user", now },
    contacts: ids.map((id, at) => ({ id, companyId: companies.get(people[at]!.company ?? "Acme")! })),
    ...{ expiresAt: null, createdBy: "" },
  });
  return { ...study, where, contactIds: ids, invitationIds };
}
