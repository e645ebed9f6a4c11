/** The PMF score from other sides, with its rows in the reader's words. */
import type { Study } from "~/data/studies";
import { listWaves } from "~/data/waves";
import type { Language } from "~/domain/language";
import type { Evidence } from "~/domain/report/evidence";
import { coreUseCounts, pmfBySegment, pmfByWave, pmfSensitivity } from "~/domain/report/pmf-breakdown";
import type { PmfRule } from "~/domain/study/study";
import { textOf } from "~/i18n/text";
import type { Store } from "~db/client";
import { bandNames } from "./filtered";

/** `evidence` is what counts, `withExcluded` the same with what a person left out. */
export async function readPmfSides(
  store: Store,
  given: {
    study: Study;
    language: Language;
    rule: PmfRule;
    evidence: readonly Evidence[];
    withExcluded: readonly Evidence[];
  },
) {
  const { study, language, rule, evidence, withExcluded } = given;
  const waves = await listWaves(store, { workspaceId: study.workspaceId, studyId: study.id });
  const text = textOf(language, "filter");
  const waveName = (id: string) => {
    const wave = waves.find((one) => one.id === id);
    return wave ? wave.name || text.wave(wave) : text.gone;
  };
  // `listWaves` gives the newest first.
  const oldestFirst = waves.map(({ id }) => id).reverse();
  return {
    countings: pmfSensitivity(evidence, withExcluded, rule),
    segments: pmfBySegment(evidence, rule).map(({ by, value, scores }) => ({
      label: `${text.keys[by]}: ${bandNames.get(value)?.[language] ?? value}`,
      scores,
    })),
    waves: pmfByWave(evidence, oldestFirst, rule).map(({ wave, ...rest }) => ({
      ...rest,
      label: waveName(wave),
    })),
    uses: coreUseCounts(evidence),
  };
}
export type PmfSides = Awaited<ReturnType<typeof readPmfSides>>;
