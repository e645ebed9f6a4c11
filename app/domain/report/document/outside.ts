/** The report for people outside the team, before any audience is known. */
import { atOnce, type Steps } from "../../steps";
import { documentSteps, type Made } from "./build-document";
import type { ReportDocument } from "./report-document";
import type { ReportInput } from "./report-input";
import { evidenceInGroups } from "./shared-evidence";
import { maskQuotes } from "./suppress";

/** Whole groups of people, and nothing of the fieldwork or of how figures stood before. */
export function sharedInput({ filter, ...input }: ReportInput): ReportInput {
  const counted = new Set(filter?.outside.ids);
  return {
    ...input,
    ...(filter && { filter: { ...filter, all: filter.outside.all } }),
    evidence: filter ? input.evidence.filter(({ id }) => counted.has(id)) : evidenceInGroups(input.evidence),
    market: input.market.map((one) => ({ ...one, earlier: [] })),
    unfinished: null,
    excluded: null,
  };
}

/** Computed from whole groups, with the names of all companies masked in what people wrote. */
export function* outsideSteps(input: ReportInput, made: Made): Steps<ReportDocument> {
  const document = yield* documentSteps(sharedInput(input), made);
  return maskQuotes(document, [...new Set(input.evidence.flatMap(({ companyName }) => companyName ?? []))]);
}

export const outsideDocument = (input: ReportInput, made: Made): ReportDocument =>
  atOnce(outsideSteps(input, made));
