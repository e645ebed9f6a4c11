/** People of companies, entered by the functions that enter real ones. */
import { requireCompany } from "~/data/companies";
import { insertContacts, type NewContact } from "~/data/contacts";
import type { ChainRole } from "~/domain/chain/role";
import type { Store } from "~db/client";

type Given = Partial<Omit<NewContact, "companyId" | "chainRoles" | "primaryRole">> & {
  role?: ChainRole;
  company?: string;
};

/** One person, with what the test cares about; the ids of the person and of the company. */
export async function insertPerson(store: Store, workspaceId: string, given: Given = {}) {
  const now = Date.now();
  const { role = "user", company = "Acme", ...person } = given;
  const companyId = await requireCompany(store, {
    ...{ workspaceId, name: company, size: null, industry: null, now },
  });
  const [contactId] = await insertContacts(store, {
    workspaceId,
    now,
    contacts: [
      {
        ...{ companyId, name: "Li Na", email: "", phone: "", position: "", language: null, tags: [] },
        ...{ consentAt: null, chainRoles: [role], primaryRole: role },
        ...person,
      },
    ],
  });
  return { contactId: contactId ?? "", companyId };
}
