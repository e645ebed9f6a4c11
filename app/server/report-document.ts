/** The reports of a study: live for the team, live for people outside, and as they were frozen. */
import { gzipSync } from "node:zlib";
import { findEvidenceState } from "~/data/evidence";
import { findReportLayout, insertReportSnapshot } from "~/data/reports";
import type { Study } from "~/data/studies";
import type { Permissions } from "~/domain/permission";
import { buildDocument } from "~/domain/report/document/build-document";
import { bundleOf, type ReportBundle } from "~/domain/report/document/bundle";
import { layOut } from "~/domain/report/document/layout";
import type { ReportDocument } from "~/domain/report/document/report-document";
import type { ReportInput } from "~/domain/report/document/report-input";
import { type Audience, documentFor, maskQuotes, membersDocument } from "~/domain/report/document/suppress";
import type { Store } from "~db/client";
import { env } from "./env";
import { readReportInput, readSurroundings, sharedInput, withAnswers } from "./report-input";

type Kept = { state: string; until: number; document: ReportDocument };

/** What a report rests on is compared each time; only the names of companies are looked at no more than once a minute. */
const keptFor = 60_000;
const mostKept = 40;
const kept = new WeakMap<Store, Map<string, Kept>>();

async function remembered(
  store: Store,
  { study, kind, now }: { study: Study; kind: string; now: number },
  compute: (input: ReportInput) => ReportDocument,
): Promise<ReportDocument> {
  const known = kept.get(store) ?? new Map<string, Kept>();
  kept.set(store, known);
  const key = `${study.id} ${kind}`;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [surroundings, answers] = await Promise.all([
    readSurroundings(store, study),
    findEvidenceState(store, where),
  ]);
  const state = JSON.stringify([surroundings, answers]);
  const before = known.get(key);
  if (before && before.state === state && before.until > now) return before.document;
  const document = compute(await withAnswers(store, study, surroundings));
  known.delete(key);
  known.set(key, { state, until: now + keptFor, document });
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return document;
}

const made = (now: number) => ({ computedAt: now, version: env.version() });

const quotable = ({ evidence }: ReportInput) => [
  ...new Set(evidence.flatMap(({ companyName }) => companyName ?? [])),
];

/** The live report before any layout. */
export const liveDocument = (store: Store, study: Study, now: number): Promise<ReportDocument> =>
  remembered(store, { study, kind: "live", now }, (input) => buildDocument(input, made(now)));

const forOutside = (input: ReportInput, now: number) =>
  maskQuotes(buildDocument(sharedInput(input), made(now)), quotable(input));

const outsideDocument = (store: Store, study: Study, now: number) =>
  remembered(store, { study, kind: "outside", now }, (input) => forOutside(input, now));

/** The live report as a member may read it, laid out. */
export async function readMembersReport(
  store: Store,
  { study, can, now }: { study: Study; can: Pick<Permissions, "readStudies">; now: number },
): Promise<ReportDocument> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [document, { layout }] = await Promise.all([
    liveDocument(store, study, now),
    findReportLayout(store, where),
  ]);
  return membersDocument(layOut(document, layout), can.readStudies);
}

/** The live report for an audience outside the team, laid out. */
export async function readOutsideReport(
  store: Store,
  { study, audience, now }: { study: Study; audience: Audience; now: number },
): Promise<ReportDocument> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [document, { layout }] = await Promise.all([
    outsideDocument(store, study, now),
    findReportLayout(store, where),
  ]);
  return documentFor(layOut(document, layout), audience);
}

/** The bundle of the live report: input and output together. */
export async function readBundle(store: Store, study: Study, now: number): Promise<ReportBundle> {
  const input = await readReportInput(store, study);
  return bundleOf(input, buildDocument(input, made(now)));
}

/** Keeps today's report with its layout, what may be shared of it, and everything it was computed from. */
export async function freezeReport(
  store: Store,
  { study, name, createdBy, now }: { study: Study; name: string; createdBy: string; now: number },
): Promise<string> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [input, { layout }] = await Promise.all([
    readReportInput(store, study),
    findReportLayout(store, where),
  ]);
  const document = buildDocument(input, made(now));
  const bundle = JSON.stringify(bundleOf(input, document));
  return insertReportSnapshot(store, {
    ...where,
    ...{ name, createdBy, now },
    document: layOut(document, layout),
    shared: layOut(forOutside(input, now), layout),
    bundle: gzipSync(bundle).toString("base64"),
  });
}
