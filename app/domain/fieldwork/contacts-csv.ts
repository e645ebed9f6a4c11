/** People as a CSV file that comes in again without doubles: its headings are those the import knows. */
import type { ChainRole } from "../chain/role";
import { csvText } from "../csv";
import type { Language } from "../language";
import { type ContactField, contactFields } from "./contact-columns";

type Person = {
  companyName: string;
  size: string | null;
  industry: string | null;
  region: string | null;
  name: string;
  email: string;
  phone: string;
  position: string;
  chainRoles: readonly ChainRole[];
  language: Language | null;
  tags: readonly string[];
  consentAt: number | null;
  optedOutAt: number | null;
};

const dayOf = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 10));

const cellOf: Record<ContactField, (person: Person) => string | null> = {
  company: ({ companyName }) => companyName,
  name: ({ name }) => name,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  position: ({ position }) => position,
  role: ({ chainRoles }) => chainRoles.join("/"),
  language: ({ language }) => language,
  size: ({ size }) => size,
  industry: ({ industry }) => industry,
  region: ({ region }) => region,
  tags: ({ tags }) => tags.join("、"),
  consent: ({ consentAt }) => dayOf(consentAt),
  optedOut: ({ optedOutAt }) => dayOf(optedOutAt),
};

/** A row a person. */
export const contactsCsv = (people: readonly Person[]): string =>
  csvText([contactFields, ...people.map((person) => contactFields.map((field) => cellOf[field](person)))]);
