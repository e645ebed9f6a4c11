/** The opportunities of a study, ranked by what stands behind each. */
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import { listWaves } from "~/data/waves";
import type { Support } from "~/domain/competitors/matrix-cell";
import { ownProduct } from "~/domain/competitors/rival";
import { readOpportunityEvidence, suggestOpportunities } from "~/domain/growth/opportunity-rank";
import type { Store } from "~db/client";
import { listVendors, present } from "./competitors";

/** Ranked by Ulwick score × reach, those that cannot be ranked last; with suggestions out of the answers. */
export async function readOpportunities(store: Store, study: Study) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [rows, evidence, kept, vendors, cells, waves] = await Promise.all([
    listOpportunities(store, where),
    listEvidence(store, where),
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
    listWaves(store, where),
  ]);
  const rivals = vendors.filter(({ key }) => key !== ownProduct);
  const supportOf = (featureId: string, vendor: string): Support =>
    cells.find((cell) => cell.featureId === featureId && cell.vendor === vendor)?.support ?? "unknown";
  const opportunities = rows.map((row) => ({
    ...row,
    reading: readOpportunityEvidence(row, evidence, {
      supports: row.featureId ? rivals.map(({ key }) => supportOf(row.featureId ?? "", key)) : [],
      waveId: waves.find(({ number }) => number === row.waveNumber)?.id ?? null,
    }),
  }));
  return {
    opportunities: opportunities.sort((a, b) => (b.reading.rank ?? -1) - (a.reading.rank ?? -1)),
    suggestions: suggestOpportunities(evidence, rows),
    features: present(kept).map(({ id, name }) => ({ id, name })),
    waves: waves.map(({ number }) => number),
  };
}
