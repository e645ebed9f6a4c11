import { groupReliability } from "../chain/group-reliability";
import { cohenKappa, crossTable, fleissKappa, type KappaWeights } from "../chain/kappa";
import { kendallW } from "../chain/kendall-w";
import { type AlphaLevel, alphaLevels, krippendorffAlpha } from "../chain/krippendorff-alpha";
import { shroutFleissIcc } from "../chain/shrout-fleiss-icc";
import {
  averageDeviation,
  evenVariance,
  practicalCutoff,
  withinGroupAgreement,
  withinGroupAgreementOfItems,
} from "../chain/within-company-agreement";
import type { Outcome } from "../outcome";
import { groupByCluster } from "../stats/clusters";
import { orNull } from "./or-null";

function krippendorff(input: { raters_by_units: (number | null)[][]; level?: AlphaLevel }) {
  const alpha = (level: AlphaLevel) => orNull(krippendorffAlpha(input.raters_by_units, level))?.alpha ?? null;
  return input.level
    ? { alpha: alpha(input.level) }
    : Object.fromEntries(alphaLevels.map((level) => [`alpha_${level}`, alpha(level)]));
}

function cohen(input: { table: number[][] }) {
  const found = orNull(cohenKappa(input.table));
  return { po: found?.observed ?? null, pe: found?.expected ?? null, kappa: found?.kappa ?? null };
}

function weightedKappa(input: {
  rater1: (number | null)[];
  rater2: (number | null)[];
  categories?: number[];
}) {
  const table = orNull(crossTable(input.rater1, input.rater2, input.categories));
  const kappa = (weights: KappaWeights) => (table && orNull(cohenKappa(table, weights))?.kappa) ?? null;
  return {
    kappa_unweighted: kappa("unweighted"),
    kappa_linear: kappa("linear"),
    kappa_quadratic: kappa("quadratic"),
  };
}

function fleiss(input: { table: number[][] }) {
  const found = orNull(fleissKappa(input.table));
  return { po: found?.observed ?? null, pe: found?.expected ?? null, kappa: found?.kappa ?? null };
}

function kendall(input: { ratings: number[][] }) {
  const found = orNull(kendallW(input.ratings));
  return {
    W: found?.w ?? null,
    chi2: found?.chi2 ?? null,
    df: found?.df ?? null,
    p: found?.p ?? null,
  };
}

function shroutFleiss(input: { ratings: number[][] }) {
  const found = orNull(shroutFleissIcc(input.ratings));
  return {
    ICC11: found?.icc11 ?? null,
    ICC21: found?.icc21 ?? null,
    ICC31: found?.icc31 ?? null,
    ICC1k: found?.icc1k ?? null,
    ICC2k: found?.icc2k ?? null,
    ICC3k: found?.icc3k ?? null,
  };
}

type Companies = { company: (number | string)[]; options: number };
const perCompany = (company: Companies["company"], ratings: number[]) =>
  orNull(groupByCluster(company, ratings))?.groups.map((one) => one.values) ?? [];

const eachCompany = (companies: number[][], figure: (ratings: number[]) => Outcome<number>) =>
  companies.map((ratings) => orNull(figure(ratings)));

function rwg({ company, rating, options }: Companies & { rating: number[] }) {
  return {
    sigma2_eu: evenVariance(options),
    rwg: eachCompany(perCompany(company, rating), (ratings) => withinGroupAgreement(ratings, options)),
  };
}

function rwgJ({ company, items, options }: Companies & { items: Record<string, number[]> }) {
  const byItem = Object.values(items).map((ratings) => perCompany(company, ratings));
  const companies = byItem[0]?.length ?? 0;
  return {
    rwg_j: Array.from({ length: companies }, (_, index) =>
      orNull(
        withinGroupAgreementOfItems(
          byItem.map((item) => item[index] ?? []),
          options,
        ),
      ),
    ),
  };
}

function deviations({ company, rating, options }: Companies & { rating: number[] }) {
  const companies = perCompany(company, rating);
  return {
    ad_mean: eachCompany(companies, (ratings) => averageDeviation(ratings)),
    ad_median: eachCompany(companies, (ratings) => averageDeviation(ratings, "median")),
    practical_cutoff: practicalCutoff(options),
  };
}

function icc1Icc2(input: { msb: number; msw: number; df_between: number; df_within: number }) {
  const found = orNull(
    groupReliability({
      msb: input.msb,
      msw: input.msw,
      dfBetween: input.df_between,
      dfWithin: input.df_within,
    }),
  );
  return {
    mean_group_size: found?.meanGroupSize ?? null,
    icc1: found?.icc1 ?? null,
    icc2: found?.icc2 ?? null,
  };
}

export const agreementReference = {
  krippendorff_alpha: krippendorff,
  cohen_kappa: cohen,
  weighted_kappa: weightedKappa,
  fleiss_kappa: fleiss,
  kendall_w: kendall,
  icc_shrout_fleiss: shroutFleiss,
  rwg,
  rwg_j: rwgJ,
  average_deviation: deviations,
  icc1_icc2: icc1Icc2,
};
