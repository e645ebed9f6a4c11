/** The opportunities of a study, ranked by what stands behind each. */
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import { listReadings, listThemes } from "~/data/themes";
import { listWaves } from "~/data/waves";
import type { Support } from "~/domain/competitors/matrix-cell";
import { ownProduct } from "~/domain/competitors/rival";
import { standingOf } from "~/domain/growth/opportunity-confirm";
import { readOpportunityEvidence, suggestOpportunities, tiesOf } from "~/domain/growth/opportunity-rank";
import { codedWith, standingTheme } from "~/domain/report/theme-coding";
import type { Store } from "~db/client";
import { listVendors, present } from "./competitors";

/** Ranked by Ulwick score × reach, those that cannot be ranked last; with suggestions out of the answers where asked for. */
export async function readOpportunities(store: Store, study: Study, { suggest = false } = {}) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [rows, evidence, kept, vendors, cells, waves, themes, readings] = await Promise.all([
    listOpportunities(store, where),
    listEvidence(store, where),
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
    listWaves(store, where),
    listThemes(store, where),
    listReadings(store, where),
  ]);
  const inOrder = waves.toSorted((a, b) => a.number - b.number).map(({ id }) => id);
  const rivals = vendors.filter(({ key }) => key !== ownProduct);
  const supportOf = (featureId: string, vendor: string): Support =>
    cells.find((cell) => cell.featureId === featureId && cell.vendor === vendor)?.support ?? "unknown";
  const opportunities = rows.map((row) => {
    const waveId = waves.find(({ number }) => number === row.waveNumber)?.id;
    const reading = readOpportunityEvidence(row, evidence, {
      supports: row.featureId ? rivals.map(({ key }) => supportOf(row.featureId ?? "", key)) : [],
      // A wave that is still to come has a number and no answers.
      waveId: waveId ?? (row.waveNumber === null ? null : ""),
      waves: inOrder,
      coded: row.themeId ? codedWith(row.themeId, { themes, readings, evidence }) : new Map(),
    });
    return {
      ...{ ...row, reading, standing: standingOf(row.status, reading.confirmation) },
      theme: themes.find(({ id }) => row.themeId && id === standingTheme(themes, row.themeId))?.name ?? null,
    };
  });
  const ranked = opportunities.sort((a, b) => (b.reading.rank ?? -1) - (a.reading.rank ?? -1));
  const ties = tiesOf(ranked.map(({ reading }) => reading));
  return {
    opportunities: ranked.map((one, index) => ({ ...one, tied: ties[index] ?? false })),
    suggestions: suggest ? suggestOpportunities(evidence, rows) : [],
    features: present(kept).map(({ id, name }) => ({ id, name })),
    waves: waves.map(({ number }) => number),
  };
}
