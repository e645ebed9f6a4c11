/** The opportunities of a study, ranked by what stands behind each. */
import { listEvidence } from "~/data/evidence";
import { listCells } from "~/data/features";
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import { listReadings, listThemes } from "~/data/themes";
import { listWaves } from "~/data/waves";
import type { Support } from "~/domain/competitors/matrix-cell";
import { ownProduct } from "~/domain/competitors/rival";
import { standingOf } from "~/domain/growth/opportunity-confirm";
import { readOpportunityEvidence, suggestionSteps, tiesOf } from "~/domain/growth/opportunity-rank";
import type { Evidence } from "~/domain/report/evidence";
import { codedWith, standingTheme } from "~/domain/report/theme-coding";
import type { Store } from "~db/client";
import { listVendors } from "./competitors";
import { keptResult } from "./kept-result";

async function readNoted(store: Store, study: Study) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [rows, vendors, cells, waves, themes, readings] = await Promise.all([
    listOpportunities(store, where),
    listVendors(store, study),
    listCells(store, where),
    listWaves(store, where),
    listThemes(store, where),
    listReadings(store, where),
  ]);
  return { rows, vendors, cells, waves, themes, readings };
}
type Noted = Awaited<ReturnType<typeof readNoted>>;

/** Ranked by Ulwick score × reach, those that cannot be ranked last; with suggestions out of the answers. */
function* opportunitySteps(
  { rows, vendors, cells, waves, themes, readings }: Noted,
  evidence: readonly Evidence[],
) {
  const inOrder = waves.toSorted((a, b) => a.number - b.number).map(({ id }) => id);
  const rivals = vendors.filter(({ key }) => key !== ownProduct);
  const supportOf = (featureId: string, vendor: string): Support =>
    cells.find((cell) => cell.featureId === featureId && cell.vendor === vendor)?.support ?? "unknown";
  const readingOf = (row: Noted["rows"][number]) => {
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
  };
  const read: ReturnType<typeof readingOf>[] = [];
  for (const row of rows) {
    read.push(readingOf(row));
    yield;
  }
  const ranked = read.sort((a, b) => (b.reading.rank ?? -1) - (a.reading.rank ?? -1));
  const ties = tiesOf(ranked.map(({ reading }) => reading));
  return {
    opportunities: ranked.map((one, index) => ({ ...one, tied: ties[index] ?? false })),
    suggestions: yield* suggestionSteps(evidence, rows),
  };
}

/** As of now, or as `keptResult` says. */
export const readOpportunities = (
  store: Store,
  { study, ...asked }: { study: Study; now: number; fresh?: boolean; soon?: boolean },
) =>
  keptResult(store, {
    ...{ kind: "opportunities", study, onlyComplete: true, ...asked },
    read: async () => {
      const noted = await readNoted(store, study);
      const begin = async () => {
        const evidence = await listEvidence(store, { workspaceId: study.workspaceId, studyId: study.id });
        return { responses: evidence.length, steps: opportunitySteps(noted, evidence) };
      };
      return { around: noted, begin };
    },
  });
