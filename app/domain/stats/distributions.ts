/** The quantiles and distribution functions every method takes from @stdlib (values agree with R). */
export { default as betaCdf } from "@stdlib/stats-base-dists-beta-cdf";
export { default as betaQuantile } from "@stdlib/stats-base-dists-beta-quantile";
export { default as binomialCdf } from "@stdlib/stats-base-dists-binomial-cdf";
export { default as binomialPmf } from "@stdlib/stats-base-dists-binomial-pmf";
export { default as chisquareCdf } from "@stdlib/stats-base-dists-chisquare-cdf";
export { default as normalCdf } from "@stdlib/stats-base-dists-normal-cdf";
export { default as normalQuantile } from "@stdlib/stats-base-dists-normal-quantile";
export { default as tCdf } from "@stdlib/stats-base-dists-t-cdf";
export { default as tQuantile } from "@stdlib/stats-base-dists-t-quantile";
