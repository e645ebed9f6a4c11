/** What a file of people would bring in, row by row, before anything is written. */
import type { ChainRole } from "../chain/role";
import type { Language } from "../language";
import { companyKey } from "./company-key";
import type { ContactField } from "./contact-columns";
import { emailKey, nameKey, phoneKey } from "./contact-key";
import { industryIn, languageIn, rolesIn, sizeIn, tagsIn } from "./contact-words";
import type { ColumnMapping } from "./file-import";

export type RowProblem =
  | "company-missing"
  | "person-missing"
  | "email-malformed"
  | "phone-malformed"
  | "role-unknown"
  | "role-missing"
  | "language-unknown"
  | "too-long";

export type PlannedPerson = {
  /** The row of the file, its headings being row 1. */
  row: number;
  company: string;
  name: string;
  email: string;
  phone: string;
  position: string;
  chainRoles: ChainRole[];
  primaryRole: ChainRole;
  language: Language | null;
  tags: string[];
};
export type PlannedCompany = {
  name: string;
  nameKey: string;
  size: string | null;
  industry: string | null;
  region: string | null;
};
export type RefusedRow = { row: number; problem: RowProblem; field: ContactField; value: string };
export type KnownRow = { row: number; name: string; company: string; where: "here" | "in-file" };

export type ContactPlan = {
  companies: PlannedCompany[];
  people: PlannedPerson[];
  known: KnownRow[];
  refused: RefusedRow[];
};

/** Somebody who is there already. */
export type KnownPerson = { companyNameKey: string; name: string; email: string; phone: string };

const longest = 200;
const isEmail = (email: string) => /^[^\s@<>,;"']+@[^\s@<>,;"'.]+(\.[^\s@<>,;"'.]+)+$/.test(email);

const isPhone = (phone: string) => phoneKey(phone).length >= 4;

type Mention = { where: KnownRow["where"]; email: string; phone: string };

/** What two mentions of one person meet under. */
const keysOf = (person: KnownPerson) => ({
  company: person.companyNameKey,
  email: emailKey(person.email),
  phone: phoneKey(person.phone),
  name: nameKey(person.name),
});
type PersonKeys = ReturnType<typeof keysOf>;

/** Remembers people and tells whether a row is one of them. */
function memory() {
  const byEmail = new Map<string, Mention>();
  const byPhone = new Map<string, Mention>();
  const byName = new Map<string, Mention[]>();
  const add = ({ company, email, phone, name }: PersonKeys, where: KnownRow["where"]) => {
    const mention = { where, email, phone };
    if (email) byEmail.set(email, mention);
    if (phone) byPhone.set(`${phone}/${name}`, mention);
    if (name) {
      const key = `${company}/${name}`;
      const same = byName.get(key);
      if (same) same.push(mention);
      else byName.set(key, [mention]);
    }
  };
  /** Two of one name in one company are one person unless their addresses or numbers say otherwise. */
  const find = ({ company, email, phone, name }: PersonKeys): Mention | undefined => {
    const differ = (a: string, b: string) => a !== "" && b !== "" && a !== b;
    return (
      (email ? byEmail.get(email) : undefined) ??
      (phone && !email ? byPhone.get(`${phone}/${name}`) : undefined) ??
      byName
        .get(`${company}/${name}`)
        ?.find(
          (one) =>
            !differ(one.email, email) && !(one.email === "" && email === "" && differ(one.phone, phone)),
        )
    );
  };
  return { add, find };
}

/**
 * Reads the rows of a table (headings first) with a mapping. Every row ends up in `people`, `known` (there already, or
 * twice in the file) or `refused`, with what is wrong; empty rows are left out. `companies` are those of `people`, with
 * what the rows say about them first. A row without a role gets `defaultRole`; with none given it is refused.
 */
export function planContacts(given: {
  rows: readonly string[][];
  mapping: ColumnMapping;
  defaultRole: ChainRole | null;
  known: readonly KnownPerson[];
}): ContactPlan {
  const { rows, mapping, defaultRole } = given;
  const plan: ContactPlan = { companies: [], people: [], known: [], refused: [] };
  const companies = new Map<string, PlannedCompany>();
  const seen = memory();
  for (const person of given.known) seen.add(keysOf(person), "here");
  const columns = new Map(mapping.map(({ field, column }) => [field, column]));

  for (const [at, cells] of rows.entries()) {
    if (at === 0 || cells.every((cell) => cell === "")) continue;
    const row = at + 1;
    const cell = (field: ContactField) => cells[columns.get(field) ?? -1]?.trim() ?? "";
    const refuse = (problem: RowProblem, field: ContactField) =>
      plan.refused.push({ row, problem, field, value: cell(field).slice(0, 80) });

    const company = cell("company");
    const [name, email, phone] = [cell("name"), emailKey(cell("email")), cell("phone")];
    const roles = rolesIn(cell("role"));
    const language = languageIn(cell("language"));
    const long = mapping.find(({ column }) => (cells[column]?.length ?? 0) > longest);
    if (long) refuse("too-long", long.field as ContactField);
    else if (!company) refuse("company-missing", "company");
    else if (!name && !email && !phone) refuse("person-missing", "name");
    else if (email && !isEmail(email)) refuse("email-malformed", "email");
    else if (phone && !isPhone(phone)) refuse("phone-malformed", "phone");
    else if (roles === null) refuse("role-unknown", "role");
    else if (roles.length === 0 && defaultRole === null) refuse("role-missing", "role");
    else if (language === undefined) refuse("language-unknown", "language");
    else {
      const key = companyKey(company);
      const person = keysOf({ companyNameKey: key, name, email, phone });
      const before = seen.find(person);
      if (before) {
        plan.known.push({ row, name: name || email || phone, company, where: before.where });
        continue;
      }
      seen.add(person, "in-file");
      const chainRoles = roles.length > 0 ? roles : [defaultRole!];
      plan.people.push({
        ...{ row, company, name, email, phone, language, chainRoles },
        ...{ position: cell("position"), primaryRole: chainRoles[0]!, tags: tagsIn(cell("tags")) },
      });
      const told = companies.get(key);
      companies.set(key, {
        name: told?.name ?? company,
        nameKey: key,
        size: told?.size ?? sizeIn(cell("size")),
        industry: told?.industry ?? industryIn(cell("industry")),
        region: told?.region ?? (cell("region") || null),
      });
    }
  }
  plan.companies = [...companies.values()];
  return plan;
}
