/** People as a CSV file that comes in again without doubles: its headings are those the import knows. */
import type { ChainRole } from "../chain/role";
import type { Language } from "../language";
import { byteOrderMark, csvCell } from "../report/csv";
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

/** A row a person, a byte-order mark in front; formulas are defused. */
export function contactsCsv(people: readonly Person[]): string {
  const rows = people.map((person) => contactFields.map((field) => csvCell(cellOf[field](person))).join(","));
  return `${byteOrderMark}${[contactFields.join(","), ...rows].join("\r\n")}\r\n`;
}
