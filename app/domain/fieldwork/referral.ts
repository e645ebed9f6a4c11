/** Whom a respondent may bring in, and what they type to do so. */
import { z } from "zod";
import { type ChainRole, chainRoles } from "../chain/role";
import { firstProblems } from "../typed";

/** One response brings in two colleagues at most. */
const mostReferrals = 2;

/** The order in which a missing voice matters: who decides, who uses, who asked. */
const wanted: readonly ChainRole[] = [
  "decider",
  "user",
  "requester",
  ...chainRoles.filter((role) => !["decider", "user", "requester"].includes(role)),
];

/**
 * The roles a respondent is asked to find somebody for: those with a questionnaire that nobody of the company has
 * answered or was invited in. None once they have brought in as many as they may.
 */
export const referableRoles = (given: {
  asked: readonly ChainRole[];
  covered: readonly ChainRole[];
  brought: number;
}): ChainRole[] =>
  given.brought >= mostReferrals
    ? []
    : wanted.filter((role) => given.asked.includes(role) && !given.covered.includes(role));

export type TypedReferral = { role: string; name: string; email: string; phone: string; agreed: boolean };
export type ReferralProblem = "missing" | "malformed" | "too-long" | "agree" | "no-way";

const line = (longest: number) => z.string().trim().max(longest, { error: "too-long" });
const referralSchema = z
  .object({
    role: z.enum(chainRoles, { error: "missing" }),
    name: line(100).min(1, { error: "missing" }),
    email: line(200).refine(
      (email) => email === "" || /^[^\s@<>,;"']+@[^\s@<>,;"'.]+(\.[^\s@<>,;"'.]+)+$/.test(email),
      { error: "malformed" },
    ),
    phone: line(40).refine((phone) => phone === "" || phone.replace(/\D/g, "").length >= 4, {
      error: "malformed",
    }),
    agreed: z.literal(true, { error: "agree" }),
  })
  .refine(({ email, phone }) => email !== "" || phone !== "", { error: "no-way", path: ["email"] });

export type ReadReferral =
  | { ok: true; referral: { role: ChainRole; name: string; email: string; phone: string } }
  | { ok: false; problems: Partial<Record<keyof TypedReferral, ReferralProblem>> };

/** Reads who is named: a name, an address or a number, and that they may be asked. */
export function readReferral(typed: TypedReferral): ReadReferral {
  const read = referralSchema.safeParse(typed);
  if (read.success) {
    const { agreed: _agreed, ...referral } = read.data;
    return { ok: true, referral };
  }
  return { ok: false, problems: firstProblems(read.error) };
}
