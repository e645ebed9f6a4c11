import { anovaIcc } from "../stats/anova-icc";
import { clusterRobustMean } from "../stats/cluster-robust-mean";
import { clusterRobustProportion } from "../stats/cluster-robust-proportion";
import { designEffect, effectiveSampleSize } from "../stats/design-effect";
import { postStratify, weightedMean } from "../stats/post-stratify";
import { rake } from "../stats/rake";
import { wilsonInterval } from "../stats/wilson-interval";
import { orNull } from "./or-null";

type Effect = { n: number; m?: number; mean_cluster_size?: number; icc: number; deff_weights?: number };

function designEffects(input: Effect) {
  const size = input.m ?? input.mean_cluster_size ?? 1;
  const effect = orNull(designEffect(size, input.icc, input.deff_weights));
  return {
    deff: effect?.total ?? null,
    deff_cluster: effect?.cluster ?? null,
    deff_total: effect?.total ?? null,
    n_eff: effect ? input.n / effect.total : null,
  };
}

function effectiveSize(input: { weights: number[] }) {
  const size = orNull(effectiveSampleSize(input.weights));
  return {
    n_eff: size?.effectiveN ?? null,
    deff_w: size?.designEffect ?? null,
    one_plus_cv2: size?.designEffect ?? null,
  };
}

type Clustered = { cluster: (number | string)[]; y: number[]; conf?: number };

function icc(input: Clustered) {
  const found = orNull(anovaIcc(input.cluster, input.y));
  if (!found) return { icc: null };
  const size = found.n / found.clusters;
  const effect = orNull(designEffect(size, found.icc));
  return {
    msb: found.msb,
    msw: found.msw,
    n0: found.n0,
    icc: found.icc,
    mean_cluster_size: size,
    deff_kish: effect?.cluster ?? null,
    n_eff: effect ? found.n / effect.cluster : null,
  };
}

function robustMean(input: Clustered & { population_clusters?: number }) {
  const found = orNull(
    clusterRobustMean(input.cluster, input.y, {
      confidence: input.conf,
      populationClusters: input.population_clusters,
    }),
  );
  return {
    mean: found?.mean ?? null,
    se: found?.se ?? null,
    se_fpc: found?.seFinite ?? null,
    se_no_fpc: found?.se ?? null,
    df: found?.df ?? null,
    ci: found?.interval ?? null,
  };
}

function robustProportion(input: Clustered) {
  const found = orNull(clusterRobustProportion(input.cluster, input.y, { confidence: input.conf }));
  const yes = input.y.reduce((sum, one) => sum + one, 0);
  return {
    p: found?.share ?? null,
    se: found?.se ?? null,
    df: found?.df ?? null,
    ci_logit: found && orNull(found.logit),
    ci_korn_graubard: found && orNull(found.kornGraubard),
    deff_replace: found && orNull(found.designEffect),
    n_eff: found && orNull(found.effectiveN),
    naive_wilson: orNull(wilsonInterval(yes, input.y.length, { confidence: input.conf })),
  };
}

function raking(input: { seed: number[][]; row_targets: number[]; col_targets: number[] }) {
  const raked = orNull(rake(input.seed, input.row_targets, input.col_targets));
  return { fitted: raked?.fitted ?? null, weights: raked?.weights ?? null };
}

type Margins = Record<string, Record<string, number>>;
type Labelled = { y: number[]; targets: Margins } & Record<string, unknown>;

/** Two classifying variables, named by `targets`; cells are labelled "row|column". */
function rakingMean(input: Labelled) {
  const [rowName = "", columnName = ""] = Object.keys(input.targets);
  const rowOf = labels(input[rowName]);
  const columnOf = labels(input[columnName]);
  const [rows, columns] = [input.targets[rowName] ?? {}, input.targets[columnName] ?? {}];
  const [rowKeys, columnKeys] = [Object.keys(rows), Object.keys(columns)];
  const seed = rowKeys.map((row) =>
    columnKeys.map((column) => rowOf.filter((one, i) => one === row && columnOf[i] === column).length),
  );
  const raked = orNull(rake(seed, Object.values(rows), Object.values(columns)));
  if (!raked) return { mean: null, weights: null };
  const each = rowOf.map(
    (row, i) => raked.weights[rowKeys.indexOf(row)]?.[columnKeys.indexOf(columnOf[i]!)] ?? 0,
  );
  const weights = rowKeys.flatMap((row, r) =>
    columnKeys.map((column, c) => [`${row}|${column}`, raked.weights[r]![c]!] as const),
  );
  return { mean: orNull(weightedMean(input.y, each)), weights: Object.fromEntries(weights) };
}

/** One classifying variable: the list beside `y`. */
function postStratification(
  input: { y: number[]; targets: Record<string, number> } & Record<string, unknown>,
) {
  const cells = Object.entries(input).find(([name, list]) => name !== "y" && Array.isArray(list));
  const strata = orNull(postStratify(labels(cells?.[1]), input.targets, { cap: null }));
  return { mean: strata && orNull(weightedMean(input.y, strata.weights)), n_eff: strata?.effectiveN ?? null };
}

const labels = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

export const clusterReference = {
  design_effect: designEffects,
  effective_sample_size: effectiveSize,
  icc_anova: icc,
  cluster_robust_mean: robustMean,
  cluster_robust_proportion: robustProportion,
  raking_ipf: raking,
  raking_mean: rakingMean,
  post_stratification: postStratification,
};
