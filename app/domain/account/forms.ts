/** What people type about themselves: cleaned, checked, and the code of what is wrong with it. */
import { z } from "zod";
import { languages } from "../language";
import { memberRoles } from "../permission";
import { cleanText } from "../questionnaire/read-answer";
import { firstProblems, typedText } from "../typed";
import { isCommonPassword } from "./common-password";

/** What can be wrong with a field; each has a sentence in both languages (`i18n`, "account"). */
const problems = [
  "name-missing",
  "name-long",
  "email-missing",
  "email-invalid",
  "password-missing",
  "password-short",
  "password-long",
  "password-common",
  "workspace-missing",
  "workspace-long",
  "choice-missing",
] as const;
export type Problem = (typeof problems)[number];

const passwordLength = { min: 10, max: 200 };
const nameLength = 80;
const emailLength = 254;

const says = (problem: Problem) => ({ error: problem });

/** A posted field as text; a file or a missing field counts as empty. */
const posted = z.unknown().transform(typedText);
const oneLine = posted.transform((raw) => cleanText(raw).normalize("NFC").replace(/\s+/g, " ").trim());

const named = (missing: Problem, long: Problem) =>
  oneLine.pipe(z.string().min(1, says(missing)).max(nameLength, says(long)));

/** An address as it is stored and looked up: NFKC (so that ＠ is @), lower case, no blanks around it. */
export const foldEmail = (raw: string): string => cleanText(raw).normalize("NFKC").trim().toLowerCase();
const foldedEmail = posted.transform(foldEmail);

const email = foldedEmail.pipe(
  z
    .string()
    .min(1, says("email-missing"))
    .max(emailLength, says("email-invalid"))
    .regex(z.regexes.unicodeEmail, says("email-invalid")),
);

const newPassword = posted.pipe(
  z
    .string()
    .min(1, { ...says("password-missing"), abort: true })
    .refine((typed) => [...typed].length >= passwordLength.min, { ...says("password-short"), abort: true })
    .max(passwordLength.max, says("password-long"))
    .refine((typed) => !isCommonPassword(typed), says("password-common")),
);

/** A password to be checked against the stored one, whatever rules it was made under. */
const knownPassword = posted.pipe(
  z.string().min(1, says("password-missing")).max(passwordLength.max, says("password-long")),
);

const name = named("name-missing", "name-long");
const workspace = named("workspace-missing", "workspace-long");
const ticked = posted.transform((raw) => raw !== "");
const role = z.enum(memberRoles, says("choice-missing"));

export const setupSchema = z.object({ name, email, password: newPassword, workspace, sample: ticked });
export const signInSchema = z.object({
  email: foldedEmail.pipe(z.string().min(1, says("email-missing")).max(emailLength, says("email-invalid"))),
  password: knownPassword,
});
export const joinSchema = z.object({ name, email, password: newPassword });
export const profileSchema = z.object({ name, language: z.enum(languages, says("choice-missing")) });
export const passwordChangeSchema = z.object({ current: knownPassword, password: newPassword });
export const workspaceSchema = z.object({ workspace });
export const inviteSchema = z.object({ role });
export const memberRoleSchema = z.object({ memberId: posted, role });

export type Problems = Partial<Record<string, Problem>>;
/** What was typed, to be shown again beside a problem; never a password. */
export type Typed = Partial<Record<string, string>>;
export type Read<T> = { typed: Typed } & ({ ok: true; value: T } | { ok: false; problems: Problems });

const secret = new Set(["password", "current"]);

/**
 * Reads a posted form by its schema: the cleaned values, or the first problem of each field.
 * Fields the schema does not name are dropped. Never throws.
 */
export function readAccountForm<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  form: Iterable<[string, unknown]>,
): Read<z.infer<z.ZodObject<Shape>>> {
  const fields = Object.fromEntries(form);
  const typed: Typed = {};
  for (const [name, raw] of Object.entries(fields))
    if (typeof raw === "string" && !secret.has(name)) typed[name] = raw;
  // A box that is not ticked is not posted.
  for (const name of Object.keys(schema.shape)) fields[name] ??= "";
  const read = schema.safeParse(fields);
  if (read.success) return { ok: true, value: read.data, typed };
  return { ok: false, problems: firstProblems(read.error), typed };
}
