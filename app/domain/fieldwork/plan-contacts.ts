/** What a file of people would bring in, row by row, before anything is written. */
import type { ChainRole } from "../chain/role";
import type { Language } from "../language";
import { companyKey } from "./company-key";
import type { ContactField } from "./contact-columns";
import { emailKey, nameKey, phoneKey } from "./contact-key";
import { industryIn, languageIn, rolesIn, sinceIn, sizeIn, tagsIn } from "./contact-words";
import type { ColumnMapping, ImportChange } from "./file-import";
import { differenceOf, joined } from "./import-changes";

export type RowProblem =
  | "company-missing"
  | "person-missing"
  | "email-malformed"
  | "phone-malformed"
  | "role-unknown"
  | "role-missing"
  | "language-unknown"
  | "date-unknown"
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
  consentAt: number | null;
  optedOutAt: number | null;
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

/** What a row says that is not what is known: of a person or a company that is there already. */
export type PlannedChange = ImportChange & { row: number; name: string };

/** Somebody who is there already and stands under another company in the file, with what belongs to the work there. */
export type PlannedMove = Omit<PlannedChange, "kind"> & {
  from: { id: string; name: string };
  to: PlannedCompany;
  /** Nobody knows that company yet. */
  isNew: boolean;
};

export type ContactPlan = {
  companies: PlannedCompany[];
  people: PlannedPerson[];
  known: KnownRow[];
  changes: PlannedChange[];
  moves: PlannedMove[];
  refused: RefusedRow[];
};

/** Somebody who is there already; without `entry` a file changes nothing of them. */
export type KnownPerson = {
  companyNameKey: string;
  name: string;
  email: string;
  phone: string;
  entry?: { id: string } & Omit<PlannedPerson, "row" | "company">;
};
/** A company that is there already. */
export type KnownCompany = PlannedCompany & { id: string };

/** A reader that reads each text once: in a column of a file the same few words come again and again. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

const longest = 200;
const isEmail = (email: string) => /^[^\s@<>,;"']+@[^\s@<>,;"'.]+(\.[^\s@<>,;"'.]+)+$/.test(email);

const isPhone = (phone: string) => phoneKey(phone).length >= 4;

type Mention = { where: KnownRow["where"]; email: string; phone: string; person?: KnownPerson };

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
  const add = (
    { company, email, phone, name }: PersonKeys,
    where: KnownRow["where"],
    person?: KnownPerson,
  ) => {
    const mention = { where, email, phone, person };
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

/** Remembers companies by their keys: what is said of one later fills what was not said before. */
function companiesTold() {
  const told = new Map<string, PlannedCompany>();
  return (company: PlannedCompany): PlannedCompany => {
    const before = told.get(company.nameKey);
    if (!before) {
      told.set(company.nameKey, company);
      return company;
    }
    before.size ??= company.size;
    before.industry ??= company.industry;
    before.region ??= company.region;
    return before;
  };
}

/**
 * Reads the rows of a table (headings first) with a mapping. Every row ends up in `people`, `known` (there already, or
 * twice in the file) or `refused`, with what is wrong; empty rows are left out. `companies` are those of `people`, with
 * what the rows say about them first; `changes` is what the rows say anew about those there already (an opt-out or a
 * consent is never taken away), `moves` who of them stands under another company now, by the first row that names them;
 * role and position belong to the company and go with the move. A row without a role gets `defaultRole`; with none given it is refused. `names` are
 * further keys under which a company is known.
 */
export function planContacts(given: {
  rows: readonly string[][];
  mapping: ColumnMapping;
  defaultRole: ChainRole | null;
  known: readonly KnownPerson[];
  knownCompanies?: readonly KnownCompany[];
  names?: ReadonlyMap<string, string>;
  now: number;
}): ContactPlan {
  const { rows, mapping, defaultRole, knownCompanies = [], names = new Map(), now } = given;
  const plan: ContactPlan = { companies: [], people: [], known: [], changes: [], moves: [], refused: [] };
  const tell = companiesTold();
  const companies = new Set<PlannedCompany>();
  const placed = new Map<string, string>();
  const there = new Map(knownCompanies.map((company) => [company.nameKey, company]));
  const changes: PlannedChange[] = [];
  const seen = memory();
  for (const person of given.known) seen.add(keysOf(person), "here", person);
  const columns = new Map(mapping.map(({ field, column }) => [field, column]));
  const read = {
    company: once(companyKey),
    roles: once(rolesIn),
    language: once(languageIn),
    since: once((word) => sinceIn(word, now)),
    size: once(sizeIn),
    industry: once(industryIn),
    tags: once(tagsIn),
  };

  for (const [at, cells] of rows.entries()) {
    if (at === 0 || cells.every((cell) => cell === "")) continue;
    const row = at + 1;
    const cell = (field: ContactField) => cells[columns.get(field) ?? -1]?.trim() ?? "";
    const refuse = (problem: RowProblem, field: ContactField) =>
      plan.refused.push({ row, problem, field, value: cell(field).slice(0, 80) });

    const company = cell("company");
    const [name, email, phone] = [cell("name"), emailKey(cell("email")), cell("phone")];
    const roles = read.roles(cell("role"));
    const language = read.language(cell("language"));
    const [consentAt, optedOutAt] = [read.since(cell("consent")), read.since(cell("optedOut"))];
    const long = mapping.find(({ column }) => (cells[column]?.length ?? 0) > longest);
    if (long) refuse("too-long", long.field as ContactField);
    else if (!company) refuse("company-missing", "company");
    else if (!name && !email && !phone) refuse("person-missing", "name");
    else if (email && !isEmail(email)) refuse("email-malformed", "email");
    else if (phone && !isPhone(phone)) refuse("phone-malformed", "phone");
    else if (roles === null) refuse("role-unknown", "role");
    else if (language === undefined) refuse("language-unknown", "language");
    else if (consentAt === undefined) refuse("date-unknown", "consent");
    else if (optedOutAt === undefined) refuse("date-unknown", "optedOut");
    else {
      const spelled = read.company(company);
      const key = names.get(spelled) ?? spelled;
      const keys = keysOf({ companyNameKey: key, name, email, phone });
      const shown = name || email || phone;
      const before = seen.find(keys);
      if (!before && roles.length === 0 && defaultRole === null) {
        refuse("role-missing", "role");
        continue;
      }
      const about = {
        size: read.size(cell("size")),
        industry: read.industry(cell("industry")),
        region: cell("region") || null,
      };
      const known = there.get(key);
      const anew = known && differenceOf<Record<string, unknown>>(known, about);
      if (anew) changes.push({ kind: "company", id: known.id, row, name: known.name, ...anew });
      const details = { language, position: cell("position"), tags: read.tags(cell("tags")) };
      const person = before?.person;
      const entry = person?.entry;
      const from = person && person.companyNameKey !== key ? there.get(person.companyNameKey) : undefined;
      if (entry && !placed.has(entry.id)) {
        placed.set(entry.id, key);
        if (from) {
          const to = tell({ name: known?.name ?? company, nameKey: key, ...about });
          const work = { position: details.position, chainRoles: roles, primaryRole: roles[0] };
          plan.moves.push({
            ...{ id: entry.id, row, name: entry.name || shown, from: { id: from.id, name: from.name } },
            ...{ to, isNew: !known, before: {}, after: {} },
            ...differenceOf<Record<string, unknown>>(entry, work),
          });
        }
      }
      const works = entry && person?.companyNameKey === key && placed.get(entry.id) === key;
      const said = entry && {
        language,
        position: works ? details.position : "",
        chainRoles: works ? roles : [],
        primaryRole: works ? roles[0] : null,
        name,
        email,
        phone: phoneKey(phone) === phoneKey(person?.phone ?? "") ? "" : phone,
        tags: details.tags.some((tag) => !entry.tags.includes(tag))
          ? [...new Set([...entry.tags, ...details.tags])]
          : [],
        consentAt: entry.consentAt === null ? consentAt : null,
        optedOutAt: entry.optedOutAt === null ? optedOutAt : null,
      };
      const differs = entry && said && differenceOf<Record<string, unknown>>(entry, said);
      if (differs) changes.push({ kind: "person", id: entry.id, row, name: shown, ...differs });
      if (before) {
        plan.known.push({ row, name: shown, company, where: before.where });
        continue;
      }
      seen.add(keys, "in-file");
      const chainRoles = roles.length > 0 ? roles : [defaultRole!];
      const { position, tags } = details;
      // Field by field: a large file is all in this one object, and spreading it takes four times as long.
      plan.people.push({
        row,
        company,
        name,
        email,
        phone,
        position,
        chainRoles,
        primaryRole: chainRoles[0]!,
        language,
        tags,
        consentAt,
        optedOutAt,
      });
      companies.add(tell({ name: company, nameKey: key, ...about }));
    }
  }
  plan.companies = [...companies];
  plan.changes = joined(changes);
  return plan;
}
