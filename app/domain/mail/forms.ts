/** What people type to set the mail server and the reminders, and what it means. */
import { z } from "zod";
import { firstProblems } from "../typed";
import { type MailSecurity, mailSecurities } from "./mail";
import { type ReminderRule, ruleLimits } from "./reminders";

export const serverFields = [
  "host",
  "port",
  "security",
  "username",
  "password",
  "fromName",
  "fromAddress",
  "replyTo",
  "perMinute",
] as const;
export type ServerField = (typeof serverFields)[number];
export type TypedServer = Record<ServerField, string>;
export type ServerProblem =
  | "missing"
  | "not-a-host"
  | "not-a-number"
  | "not-an-address"
  | "not-offered"
  | "too-long";

/** Most letters a minute that may be asked for; most providers take fewer. */
const mostPerMinute = 6000;

export type MailServerSettings = {
  host: string;
  port: number;
  security: MailSecurity;
  username: string;
  password: string;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  perMinute: number;
};

const refuse = (problem: ServerProblem) => ({ error: problem });
const line = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(longest, refuse("too-long")));
const address = line(254)
  .transform((typed) => typed.normalize("NFKC").toLowerCase())
  .pipe(z.string().regex(z.regexes.email, refuse("not-an-address")));
const whole = (low: number, high: number) =>
  z
    .string()
    .transform((typed) => Number(typed.normalize("NFKC").trim() || Number.NaN))
    .refine((n) => Number.isInteger(n) && n >= low && n <= high, refuse("not-a-number"));

const serverSchema = z.object({
  host: line(253).pipe(
    z
      .string()
      .min(1, refuse("missing"))
      .regex(/^[A-Za-z0-9.:-]+$/, refuse("not-a-host")),
  ),
  port: whole(1, 65535),
  security: z.enum(mailSecurities, refuse("not-offered")),
  username: line(254),
  // A password may begin or end with a blank.
  password: z.string().max(500, refuse("too-long")),
  fromName: line(80).pipe(z.string().min(1, refuse("missing"))),
  fromAddress: address,
  replyTo: z.union(
    [
      z
        .string()
        .regex(/^\s*$/)
        .transform(() => ""),
      address,
    ],
    refuse("not-an-address"),
  ),
  perMinute: whole(1, mostPerMinute),
});

export type ReadServer =
  | { ok: true; settings: MailServerSettings }
  | { ok: false; problems: Partial<Record<ServerField, ServerProblem>> };

/** Reads the form of the mail server; with problems, the first of each field is told. */
export function readMailServer(typed: TypedServer): ReadServer {
  const read = serverSchema.safeParse(typed);
  if (read.success) return { ok: true, settings: read.data };
  return { ok: false, problems: firstProblems(read.error) };
}

export const ruleFields = ["unopenedDays", "unfinishedDays", "most"] as const;
export type RuleField = (typeof ruleFields)[number];
export type TypedRule = Record<RuleField, string>;

/** Reads the form of the reminders; `problems` names what is no whole number within its limits. */
export function readReminderRule(
  typed: TypedRule,
): { ok: true; rule: ReminderRule } | { ok: false; problems: RuleField[] } {
  const numbers = Object.fromEntries(
    ruleFields.map((field) => [field, Number(typed[field].normalize("NFKC").trim() || Number.NaN)]),
  ) as ReminderRule;
  const problems = ruleFields.filter((field) => {
    const { low, high } = field === "most" ? ruleLimits.most : ruleLimits.days;
    return !Number.isInteger(numbers[field]) || numbers[field] < low || numbers[field] > high;
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rule: numbers };
}
