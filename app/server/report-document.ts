/** The reports of a study: live for the team, live for people outside, and as they were frozen. */
import { findReportLayout, insertReportSnapshot } from "~/data/reports";
import type { Study } from "~/data/studies";
import type { Permissions } from "~/domain/permission";
import { besideOthers } from "~/domain/report/document/beside-others";
import { documentSteps } from "~/domain/report/document/build-document";
import { bundleOf, type ReportBundle } from "~/domain/report/document/bundle";
import { layOut } from "~/domain/report/document/layout";
import { outsideSteps } from "~/domain/report/document/outside";
import { type Audience, documentFor, membersDocument } from "~/domain/report/document/suppress";
import { type EvidenceFilter, isFiltered } from "~/domain/report/evidence-filter";
import type { Store } from "~db/client";
import { env } from "./env";
import { packBundle } from "./forget-person";
import { inSlices } from "./in-slices";
import { keptDocument, type ShownDocument } from "./kept-document";
import { filtersBefore } from "./report-filter";
import { readReportInput } from "./report-input";
import { togetherSoon } from "./under-way";

const made = (now: number) => ({ computedAt: now, version: env.version() });

/**
 * Files and what an author decides on are of the newest answers (`fresh`), however long that takes; a page is told
 * `soon` how far it is where that is long: see `orPendingReport`.
 */
type Asked = { now: number; fresh?: boolean; soon?: boolean };
/** Through a filter or, without one, of everybody. */
type Filtered = { filter?: EvidenceFilter };

/** The live report before any layout. */
export const liveDocument = (store: Store, study: Study, asked: Asked & Filtered): Promise<ShownDocument> =>
  keptDocument(store, {
    ...{ study, kind: "live", ...asked },
    compute: (input) => documentSteps(input, made(asked.now)),
  });

const liveOutside = (store: Store, study: Study, asked: Asked & Filtered) =>
  keptDocument(store, {
    ...{ study, kind: "outside", ...asked },
    compute: (input) => outsideSteps(input, made(asked.now)),
  });

/** Filters of what people outside may hold beside a report through `filter`: of everybody, and of earlier reports. */
const othersThan = async (store: Store, study: Study, filter: EvidenceFilter): Promise<EvidenceFilter[]> =>
  isFiltered(filter) ? [{}, ...(await filtersBefore(store, study, filter))] : [];

/**
 * The live report as a member may read it, laid out, through the filter its author gave it, or `asked` where that is
 * given.
 */
export async function readMembersReport(
  store: Store,
  { study, can, ...asked }: Asked & Filtered & { study: Study; can: Pick<Permissions, "readStudies"> },
): Promise<ShownDocument> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const { layout } = await findReportLayout(store, where);
  const { document, catchingUp } = await liveDocument(store, study, { filter: layout.filter, ...asked });
  return { document: membersDocument(layOut(document, layout), can.readStudies), catchingUp };
}

/** The live report for an audience outside the team, laid out. */
export async function readOutsideReport(
  store: Store,
  { study, audience, ...asked }: Asked & Filtered & { study: Study; audience: Audience },
): Promise<ShownDocument> {
  const { filter = {}, now, soon } = asked;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const others = await othersThan(store, study, filter);
  const [[shown, ...beside], { layout }] = await Promise.all([
    togetherSoon([
      liveOutside(store, study, asked),
      ...others.map((one) => liveOutside(store, study, { now, soon, filter: one })),
    ]),
    findReportLayout(store, where),
  ]);
  const known = beside.map(({ document }) => document);
  const document = isFiltered(filter) ? besideOthers(shown!.document, known) : shown!.document;
  return { document: documentFor(layOut(document, layout), audience), catchingUp: shown!.catchingUp };
}

/** The bundle of the live report: input and output together. */
export async function readBundle(
  store: Store,
  study: Study,
  { now, filter }: { now: number } & Filtered,
): Promise<ReportBundle> {
  const input = await readReportInput(store, study, filter);
  return bundleOf(input, await inSlices(documentSteps(input, made(now))));
}

/** Keeps today's report with its layout, what may be shared of it, and everything it was computed from. */
export async function freezeReport(
  store: Store,
  given: { study: Study; name: string; filter: EvidenceFilter; createdBy: string; now: number },
): Promise<string> {
  const { study, name, filter, createdBy, now } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [input, { layout }] = await Promise.all([
    readReportInput(store, study, filter),
    findReportLayout(store, where),
  ]);
  const document = await inSlices(documentSteps(input, made(now)));
  const outside = await inSlices(outsideSteps(input, made(now)));
  const others = (await othersThan(store, study, filter)).map((one) =>
    liveOutside(store, study, { now, filter: one }),
  );
  const known = (await Promise.all(others)).map((one) => one.document);
  const shared = isFiltered(filter) ? besideOthers(outside, known) : outside;
  return insertReportSnapshot(store, {
    ...where,
    ...{ name, createdBy, now, filter: isFiltered(filter) ? filter : null },
    document: layOut(document, layout),
    shared: layOut(shared, layout),
    bundle: packBundle(bundleOf(input, document)),
  });
}
