import {
  adjustedWaldNps,
  countNps,
  type NpsCounts,
  netPromoterScore,
  npsDifference,
} from "../stats/net-promoter-score";
import { orNull } from "./or-null";

type Counted = NpsCounts & { conf?: number };

function npsSe(input: Counted) {
  const found = orNull(netPromoterScore(input, { confidence: input.conf }));
  return {
    nps: found?.nps ?? null,
    variance: found?.variance ?? null,
    se: found?.se ?? null,
    ci: found?.interval ?? null,
  };
}

function npsScore(input: { scores: number[] }) {
  const counts = orNull(countNps(input.scores));
  const found = counts && orNull(netPromoterScore(counts));
  return {
    ...counts,
    nps_points: found ? found.nps * 100 : null,
    se_points: found ? found.se * 100 : null,
  };
}

function npsAdjustedWald(input: Counted) {
  const plain = orNull(netPromoterScore(input, { confidence: input.conf }));
  const adjusted = orNull(adjustedWaldNps(input, { confidence: input.conf }));
  return {
    nps_raw: plain?.nps ?? null,
    nps_adj: adjusted?.nps ?? null,
    se: adjusted?.se ?? null,
    ci: adjusted?.interval ?? null,
  };
}

function npsChange(input: { wave1: NpsCounts; wave2: NpsCounts; conf?: number }) {
  const found = orNull(npsDifference(input.wave1, input.wave2, { confidence: input.conf }));
  return {
    diff: found?.difference ?? null,
    se: found?.se ?? null,
    z: found?.z ?? null,
    p_two_sided: found?.p ?? null,
    ci: found?.interval ?? null,
  };
}

export const npsReference = {
  nps_se: npsSe,
  nps_score: npsScore,
  nps_adjusted_wald: npsAdjustedWald,
  nps_difference: npsChange,
};
