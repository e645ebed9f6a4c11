/** What a person types to enter somebody of a company, and what it means. */
import { z } from "zod";
import { type ChainRole, chainRoles } from "../chain/role";
import { type Language, languages } from "../language";
import { firstProblems, typedIn } from "../typed";
import { phoneKey } from "./contact-key";
import { tagsIn } from "./contact-words";

const contactTexts = ["name", "email", "phone", "position", "language", "tags", "primaryRole"] as const;
export type TypedContact = Record<(typeof contactTexts)[number], string> & {
  roles: string[];
  consent: boolean;
  optedOut: boolean;
};
export type ContactFormField = (typeof contactTexts)[number] | "roles";
export type ContactProblem = "missing" | "too-long" | "malformed" | "taken";

export type ContactDetails = {
  name: string;
  email: string;
  phone: string;
  position: string;
  language: Language | null;
  tags: string[];
  chainRoles: ChainRole[];
  primaryRole: ChainRole;
  consent: boolean;
  optedOut: boolean;
};

const line = (longest: number) => z.string().trim().max(longest, { error: "too-long" });

const contactSchema = z
  .object({
    name: line(200),
    email: line(200).refine(
      (email) => email === "" || /^[^\s@<>,;"']+@[^\s@<>,;"'.]+(\.[^\s@<>,;"'.]+)+$/.test(email),
      { error: "malformed" },
    ),
    phone: line(40).refine((phone) => phone === "" || phoneKey(phone).length >= 4, {
      error: "malformed",
    }),
    position: line(100),
    language: z.enum(languages).nullable().catch(null),
    tags: line(400).transform(tagsIn),
    primaryRole: z.enum(chainRoles, { error: "missing" }),
    roles: z.array(z.enum(chainRoles)).catch([]),
    consent: z.boolean(),
    optedOut: z.boolean(),
  })
  .refine(({ name, email, phone }) => name || email || phone, { error: "missing", path: ["name"] })
  .transform(({ roles, ...rest }) => ({
    ...rest,
    chainRoles: [
      rest.primaryRole,
      ...chainRoles.filter((role) => role !== rest.primaryRole && roles.includes(role)),
    ],
  }));

export type ReadContact =
  | { ok: true; contact: ContactDetails }
  | { ok: false; problems: Partial<Record<ContactFormField, ContactProblem>> };

/** Reads the form of a person: a name, an address or a number is needed, and a main role. */
export function readContact(typed: TypedContact): ReadContact {
  const read = contactSchema.safeParse(typed);
  if (read.success) return { ok: true, contact: read.data };
  return { ok: false, problems: firstProblems(read.error) };
}

type PostedForm = { get(name: string): unknown; getAll(name: string): unknown[] };

export const contactFromForm = (form: PostedForm): TypedContact => ({
  ...typedIn(form, contactTexts),
  roles: form.getAll("roles").map(String),
  consent: form.get("consent") !== null,
  optedOut: form.get("optedOut") !== null,
});

/** A person back in the form. */
export const typedContact = (
  contact: Omit<ContactDetails, "consent" | "optedOut"> & {
    consentAt: number | null;
    optedOutAt: number | null;
  },
): TypedContact => ({
  ...{ name: contact.name, email: contact.email, phone: contact.phone, position: contact.position },
  language: contact.language ?? "",
  tags: contact.tags.join("、"),
  primaryRole: contact.primaryRole,
  roles: contact.chainRoles,
  consent: contact.consentAt !== null,
  optedOut: contact.optedOutAt !== null,
});
