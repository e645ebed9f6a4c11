/** The report as a file for machines: what it was computed from, what came out, and by which methods. */

import type { Language } from "../../language";
import { findMethod } from "../../methods/all-methods";
import type { Compiled } from "../../questionnaire/compiled";
import type { Evidence } from "../evidence";
import { buildDocument } from "./build-document";
import { type DocFigure, edition, figuresOf, methodsOf, type ReportDocument } from "./report-document";
import type { ReportInput } from "./report-input";

type BundledResponse = Omit<Evidence, "compiled"> & { questionnaire: number; language?: Language };
/** A response, and the language it was answered in where that is known. */
type Told = Evidence & { language?: Language };

export type ReportBundle = {
  kind: "trivista-report";
  format: 1;
  input: Omit<ReportInput, "evidence"> & {
    questionnaires: readonly Compiled[];
    /** Each names its questionnaire by its place in the list. */
    responses: readonly BundledResponse[];
  };
  document: ReportDocument;
  /** Every figure once more as a flat list. */
  figures: readonly Pick<DocFigure, "key" | "value" | "interval" | "people" | "companies" | "method">[];
  methods: readonly { key: string; name: string; sources: readonly string[] }[];
};

const bundled = ({ compiled: _, ...one }: Told, questionnaire: number): BundledResponse => ({
  id: one.id,
  role: one.role,
  companyId: one.companyId,
  companyName: one.companyName,
  companySize: one.companySize,
  companyIndustry: one.companyIndustry,
  companyRegion: one.companyRegion,
  contactId: one.contactId,
  waveId: one.waveId,
  collectorId: one.collectorId,
  review: one.review,
  startedAt: one.startedAt,
  completedAt: one.completedAt,
  ...(one.language && { language: one.language }),
  answers: one.answers,
  questionnaire,
});

/** `document` must have been built from `input`, before any layout. */
export function bundleOf({ evidence, ...input }: ReportInput, document: ReportDocument): ReportBundle {
  const questionnaires = [...new Set(evidence.map(({ compiled }) => compiled))];
  const places = new Map(questionnaires.map((compiled, at) => [compiled, at]));
  return {
    kind: "trivista-report",
    format: 1,
    input: {
      ...input,
      questionnaires,
      responses: evidence.map((one) => bundled(one, places.get(one.compiled)!)),
    },
    document,
    figures: [...figuresOf(document).values()].map(({ key, value, interval, people, companies, method }) => ({
      ...{ key, value, interval, people, companies, method },
    })),
    methods: methodsOf(document).flatMap((key) => {
      const method = findMethod(key);
      return method ? [{ key, name: method.name.en, sources: method.sources }] : [];
    }),
  };
}

/** The input that a bundle was made from. */
export function inputOf({
  input: { questionnaires, responses, ...input },
}: Pick<ReportBundle, "input">): ReportInput & { evidence: readonly Told[] } {
  return {
    ...input,
    evidence: responses.flatMap(({ questionnaire, ...one }) => {
      const compiled = questionnaires[questionnaire];
      return compiled ? [{ ...one, compiled }] : [];
    }),
  };
}

export type Miss = { path: string; kept: unknown; computed: unknown };

const same = (a: unknown, b: unknown): boolean =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b;

/** A part of a list is named by its key where it has one. */
const nameOf = (part: unknown, at: number | string): string =>
  typeof part === "object" && part !== null && "key" in part ? String(part.key) : String(at);

type Found = { misses: Miss[]; newer: number };
const together = (found: readonly Found[]): Found => ({
  misses: found.flatMap(({ misses }) => misses),
  newer: found.reduce((sum, { newer }) => sum + newer, 0),
});

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The parts of a list under their keys, so that a part put in between moves no other. */
const byKey = (list: readonly unknown[]) =>
  Object.fromEntries(list.map((part, at) => [`${nameOf(part, at)}`, part]));

/** `older`: the kept report is held to no part that it does not have, and to no wording. */
function differences(kept: unknown, computed: unknown, path: string, older: boolean): Found {
  if (older && kept === undefined) return { misses: [], newer: computed === undefined ? 0 : 1 };
  if (!isBranch(kept) || !isBranch(computed)) {
    const passes =
      same(kept, computed) || (older && typeof kept === "string" && typeof computed === "string");
    return { misses: passes ? [] : [{ path, kept, computed }], newer: 0 };
  }
  if (older && Array.isArray(kept) && Array.isArray(computed) && isBranch(kept[0]) && "key" in kept[0])
    return differences(byKey(kept), byKey(computed), path, older);
  const places = [...new Set([...Object.keys(kept), ...Object.keys(computed)])];
  return together(
    places.map((place) => {
      const name = Array.isArray(kept) ? nameOf(kept[Number(place)], place) : place;
      return differences(kept[place], computed[place], path ? `${path} › ${name}` : name, older);
    }),
  );
}

export type Verification = {
  figures: number;
  values: number;
  misses: Miss[];
  /** How many people's words were taken out at their request: what is quoted of them cannot be compared. */
  forgotten: number;
  /** Parts that the program makes today and did not when the report was computed: they are not compared. */
  newer: number;
};

const countNumbers = (value: unknown): number =>
  typeof value === "number"
    ? 1
    : typeof value === "object" && value !== null
      ? Object.values(value).reduce<number>((sum, one) => sum + countNumbers(one), 0)
      : 0;

/**
 * Computes the report anew from what the bundle holds and compares every value of every chapter with what it says,
 * to nine digits, and its list of figures with its chapters. A bundle of an earlier edition is held to the parts it has.
 * An input that is not a bundle is null.
 */
export function verifyBundle(given: unknown): Verification | null {
  if (typeof given !== "object" || given === null || !("kind" in given) || given.kind !== "trivista-report")
    return null;
  const bundle = given as ReportBundle;
  const { computedAt, version, forgotten } = bundle.document;
  // Through JSON, as the kept one went: what is undefined is gone there.
  const computed: ReportBundle = JSON.parse(
    JSON.stringify(bundleOf(inputOf(bundle), buildDocument(inputOf(bundle), { computedAt, version }))),
  );
  const older = (bundle.document.edition ?? 0) < edition;
  const document = {
    ...computed.document,
    ...(forgotten && { forgotten }),
    ...(older && { edition: bundle.document.edition }),
  };
  const found = together([
    differences(bundle.document, document, "", older),
    differences(bundle.figures, computed.figures, "figures", older),
  ]);
  return {
    figures: computed.figures.length,
    values: countNumbers(computed.document.chapters),
    forgotten: forgotten ?? 0,
    ...found,
  };
}
