/** What a person types to describe a company, and what it means. */
import { z } from "zod";
import { firstProblems } from "../typed";
import { industryIn, sizeIn, tagsIn } from "./contact-words";

export const companyTexts = ["name", "size", "industry", "region", "tags"] as const;
export type TypedCompany = Record<(typeof companyTexts)[number], string>;
export type CompanyProblem = "missing" | "too-long" | "taken";
export type CompanyDetails = {
  name: string;
  size: string | null;
  industry: string | null;
  region: string | null;
  tags: string[];
};

const line = (longest: number) => z.string().trim().max(longest, { error: "too-long" });
const companySchema = z.object({
  name: line(200).min(1, { error: "missing" }),
  size: line(40).transform(sizeIn),
  industry: line(100).transform(industryIn),
  region: line(100).transform((typed) => typed || null),
  tags: line(400).transform(tagsIn),
});

export type ReadCompany =
  | { ok: true; company: CompanyDetails }
  | { ok: false; problems: Partial<Record<keyof TypedCompany, CompanyProblem>> };

/** Reads the form of a company; with problems, the first of each field is told. */
export function readCompany(typed: TypedCompany): ReadCompany {
  const read = companySchema.safeParse(typed);
  if (read.success) return { ok: true, company: read.data };
  return { ok: false, problems: firstProblems(read.error) };
}

/** A company back in the form. */
export const typedCompany = (company: CompanyDetails): TypedCompany => ({
  name: company.name,
  size: company.size ?? "",
  industry: company.industry ?? "",
  region: company.region ?? "",
  tags: company.tags.join("、"),
});
