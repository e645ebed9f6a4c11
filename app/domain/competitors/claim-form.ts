/** A value point that a competitor promotes: what is said, where, to whom, and how we know. */
import { z } from "zod";
import { type ChainRole, chainRoles } from "../chain/role";
import { type AnchorAttribute, anchorAttributes } from "../questionnaire/answer-options";
import { firstProblems, typedIn } from "../typed";
import { daySchema } from "./matrix-cell";
import { isWebAddress } from "./rival-form";

export const claimChannels = [
  "website",
  "advertising",
  "social",
  "sales",
  "events",
  "references",
  "other",
] as const;
export type ClaimChannel = (typeof claimChannels)[number];

export const claimFields = [
  "vendor",
  "words",
  "channel",
  "role",
  "need",
  "featureId",
  "link",
  "seenOn",
  "note",
] as const;
export type ClaimField = (typeof claimFields)[number];
export type TypedClaim = Record<ClaimField, string>;
export type ClaimProblem = "missing" | "too-long" | "not-offered" | "not-a-link" | "not-a-day";

export type Claim = {
  /** The competitor's key. */
  vendor: string;
  words: string;
  channel: ClaimChannel;
  /** Whom it addresses; null for everybody. */
  role: ChainRole | null;
  /** What it is about, so that answers can be set against it: a need, a feature of the matrix, or neither. */
  need: AnchorAttribute | null;
  featureId: string | null;
  link: string;
  /** The day it was seen, `2026-03-31`. */
  seenOn: string | null;
  note: string;
};

const refuse = (problem: ClaimProblem) => ({ error: problem });
const line = (longest: number) => z.string().trim().max(longest, refuse("too-long"));
const oneOf = <W extends string>(words: readonly W[]) =>
  z
    .string()
    .refine((typed) => typed === "" || words.some((word) => word === typed), refuse("not-offered"))
    .transform((typed) => words.find((word) => word === typed) ?? null);

export type ReadClaim =
  | { ok: true; claim: Claim }
  | { ok: false; problems: Partial<Record<ClaimField, ClaimProblem>> };

/**
 * Reads the form of a claim. `vendors` and `featureIds` are those of the study. A claim about a feature needs no need:
 * the feature serves one. With problems, the first of each field is told.
 */
export function readClaim(
  typed: TypedClaim,
  { vendors, featureIds }: { vendors: readonly string[]; featureIds: readonly string[] },
): ReadClaim {
  const schema = z.object({
    vendor: z.string().refine((key) => vendors.includes(key), refuse("not-offered")),
    words: line(300).min(1, refuse("missing")),
    channel: z.enum(claimChannels, refuse("not-offered")),
    role: oneOf(chainRoles),
    need: oneOf<AnchorAttribute>(anchorAttributes.map(({ value }) => value)),
    featureId: oneOf(featureIds),
    link: line(500).refine((link) => link === "" || isWebAddress(link), refuse("not-a-link")),
    seenOn: daySchema,
    note: line(1000),
  });
  const read = schema.safeParse(typed);
  if (read.success) {
    const { featureId, need } = read.data;
    return { ok: true, claim: { ...read.data, need: featureId === null ? need : null } };
  }
  return { ok: false, problems: firstProblems(read.error) };
}

/** A claim back in the form. */
export const typedClaim = (claim: Claim): TypedClaim =>
  Object.fromEntries(claimFields.map((field) => [field, claim[field] ?? ""])) as TypedClaim;

export const claimFromForm = (form: { get(name: string): unknown }): TypedClaim => typedIn(form, claimFields);
