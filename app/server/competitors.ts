/** Competitors and features: what takes more than one question to the store. */
import { insertRival, listRivals } from "~/data/competitors";
import { insertCells, type KeptCell, listCells, listFeatures } from "~/data/features";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import { featureLimit } from "~/domain/competitors/feature-form";
import { blankCell, type CellChange, sameContent } from "~/domain/competitors/matrix-cell";
import { readMatrixRows } from "~/domain/competitors/matrix-text";
import { ownProduct } from "~/domain/competitors/rival";
import type { Rival } from "~/domain/competitors/rival-form";
import { type SurveyedFeature, surveyedFeatures } from "~/domain/competitors/surveyed-features";
import { competitorLimit, keyCompetitors } from "~/domain/study/study-form";
import type { Store } from "~db/client";

type Where = { workspaceId: string; studyId: string };
type Archivable = { archivedAt: number | null };

export const present = <T extends Archivable>(rows: readonly T[]): T[] =>
  rows.filter(({ archivedAt }) => archivedAt === null);

/** Adds the competitor under a key of its own, unless its name is taken or respondents could not compare more. */
export async function addRival(
  store: Store,
  { rival, now, ...where }: Where & { rival: Rival; now: number },
): Promise<"added" | "taken" | "full"> {
  const rivals = await listRivals(store, where);
  if (present(rivals).length >= competitorLimit) return "full";
  const known = rivals.map(({ key, name }) => ({ id: key, name }));
  const key = keyCompetitors(known, [...known.map(({ name }) => name), rival.name]).at(-1)?.id;
  const added = key !== undefined && (await insertRival(store, { ...where, key, rival, now }));
  return added ? "added" : "taken";
}

/** The features that the published questionnaires of a study ask about. */
export async function listSurveyedFeatures(store: Store, where: Where): Promise<SurveyedFeature[]> {
  const { workspaceId } = where;
  const questionnaires = await listQuestionnaires(store, where);
  const versions = await Promise.all(
    questionnaires.map(({ id: questionnaireId }) =>
      findPublishedVersion(store, { workspaceId, questionnaireId }),
    ),
  );
  return surveyedFeatures(versions.flatMap((version) => (version ? [version.compiled] : [])));
}

/** The features of a study, and those the questionnaires ask about that are not among them and still have room. */
export async function listFeaturesAndMissing(store: Store, where: Where) {
  const [features, surveyed] = await Promise.all([
    listFeatures(store, where),
    listSurveyedFeatures(store, where),
  ]);
  const room = Math.max(0, featureLimit - present(features).length);
  const missing = surveyed.filter((one) => !features.some(({ asked }) => asked === one.asked));
  return { features, missing: missing.slice(0, room) };
}

/** The columns of the matrix: our own product first, then the competitors in their order. */
export async function listVendors(store: Store, study: Study): Promise<{ key: string; name: string }[]> {
  const rivals = present(await listRivals(store, { workspaceId: study.workspaceId, studyId: study.id }));
  return [{ key: ownProduct, name: study.product }, ...rivals.map(({ key, name }) => ({ key, name }))];
}

/** The matrix: the features that are not archived, the columns, and the state of every cell. */
export async function readMatrix(store: Store, study: Study) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [features, vendors, cells] = await Promise.all([
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
  ]);
  return { features: present(features), vendors, cells };
}

/**
 * Saves changed cells, each on the revision its editor saw; those that somebody changed in between come back as
 * they are now. Null when a change names a feature or competitor that is not the study's.
 */
export async function saveCells(
  store: Store,
  given: Where & { changes: readonly CellChange[]; savedBy: string; now: number },
): Promise<{ written: CellKey[]; conflicts: KeptCell[]; savedAt: number; savedBy: string } | null> {
  const { changes, savedBy, now, ...where } = given;
  const [features, rivals] = await Promise.all([listFeatures(store, where), listRivals(store, where)]);
  const featureIds = new Set(features.map(({ id }) => id));
  const vendors = new Set([ownProduct, ...rivals.map(({ key }) => key)]);
  if (!changes.every(({ featureId, vendor }) => featureIds.has(featureId) && vendors.has(vendor)))
    return null;
  const written = await insertCells(store, given);
  const done = new Set(written.map(keyOf));
  const refused = new Set(changes.map(keyOf).filter((key) => !done.has(key)));
  const conflicts = refused.size
    ? (await listCells(store, where)).filter((cell) => refused.has(keyOf(cell)))
    : [];
  return { written, conflicts, savedAt: now, savedBy };
}

type CellKey = { featureId: string; vendor: string; revision: number };
const keyOf = ({ featureId, vendor }: { featureId: string; vendor: string }) => `${featureId}/${vendor}`;

/** Writes what the rows of a file say over the matrix; cells that say the same already get no new state. */
export async function importMatrix(
  store: Store,
  {
    study,
    rows,
    savedBy,
    now,
  }: { study: Study; rows: readonly (readonly string[])[]; savedBy: string; now: number },
) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const { cells, ...columns } = await readMatrix(store, study);
  const read = readMatrixRows(rows, columns);
  if (!read.ok) return read;
  const known = new Map(cells.map((cell) => [keyOf(cell), cell]));
  // A cell named twice takes what the file says last.
  const wanted = new Map(read.cells.map((cell) => [keyOf(cell), cell]));
  const changes = [...wanted].flatMap(([key, cell]) => {
    const before = known.get(key);
    const content = { ...cell, amount: cell.amount === undefined ? (before?.amount ?? null) : cell.amount };
    return sameContent(before ?? blankCell, content) ? [] : [{ ...content, revision: before?.revision ?? 0 }];
  });
  const written = changes.length ? await insertCells(store, { ...where, changes, savedBy, now }) : [];
  return { ...read, written: written.length, conflicts: changes.length - written.length };
}
