import { max, maxIndex, sum } from "d3-array";
import { type NoValue, noValue, type Outcome, value } from "../outcome";
import { invertMatrix, multiplyVector } from "../stats/invert-matrix";
import { type BassModel, bassDensity } from "./bass";

export type BassFit = BassModel & {
  standardErrors: { m: number; p: number; q: number };
  /** Residual sum of squares, in squared units of sales. */
  rss: number;
};

const leastPoints = 6;
const maxSteps = 200;

/** Why sales cannot carry a Bass fit: fewer than six periods, or no fall after the highest one yet. */
function fitProblem(sales: readonly number[]): NoValue | null {
  if (sales.length < leastPoints) return noValue("too-few-points", { n: sales.length, needed: leastPoints });
  if (!sales.every((amount) => amount >= 0 && Number.isFinite(amount)) || !max(sales))
    return noValue("out-of-range");
  // Before the peak the market potential is anybody's guess, and estimates of it run away.
  return maxIndex(sales) === sales.length - 1 ? noValue("before-peak") : null;
}

/**
 * Bass's own estimate by least squares on S(t) = a + b·Y(t−1) + c·Y(t−1)², with Y the sales cumulated from zero:
 * m = (−b − √(b² − 4ac))/(2c), p = a/m, q = −cm. `sales` are those of equal periods from launch on.
 * Refused with fewer than six periods or before the peak; no value when the parabola has no such root.
 *
 * Source: Bass (1969), Management Science 15(5).
 */
export function bassOls(sales: readonly number[]): Outcome<BassModel & { a: number; b: number; c: number }> {
  const problem = fitProblem(sales);
  if (problem) return problem;
  const total = sum(sales);
  let cumulated = 0;
  // Cumulated sales as shares of their total keep the squares in reach of double precision.
  const rows = sales.map((amount) => {
    const before = cumulated / total;
    cumulated += amount;
    return [1, before, before * before];
  });
  const inverse = invertMatrix(crossProduct(rows));
  if (!inverse) return noValue("no-variance");
  const [a, bScaled, cScaled] = multiplyVector(inverse, project(rows, sales)) as [number, number, number];
  const [b, c] = [bScaled / total, cScaled / total ** 2];
  const discriminant = b * b - 4 * a * c;
  if (!(c < 0 && discriminant >= 0)) return noValue("did-not-converge");
  const m = (-b - Math.sqrt(discriminant)) / (2 * c);
  return value({ a, b, c, m, p: a / m, q: -c * m });
}

/**
 * Bass model fitted by nonlinear least squares to sales(t) = m·f(t): Gauss–Newton with halved steps, from Bass's own
 * estimate, a few common shapes, or a given start, whichever is nearest. `times` are periods since launch.
 * Refused with fewer than six periods or before the peak.
 *
 * Source: Srinivasan & Mason (1986), Marketing Science 5(2); model: Bass (1969).
 */
export function bassFit(
  times: readonly number[],
  sales: readonly number[],
  start?: BassModel,
): Outcome<BassFit> {
  if (times.length !== sales.length) return noValue("lengths-differ");
  if (!times.every((time) => time >= 0 && Number.isFinite(time))) return noValue("out-of-range");
  const problem = fitProblem(sales);
  if (problem) return problem;
  const residualSum = (model: BassModel) => sum(residuals(model, times, sales), (gap) => gap * gap);
  let model = startingModels(times, sales, start)
    .map((candidate) => ({ candidate, rss: residualSum(candidate) }))
    .reduce((best, next) => (next.rss < best.rss ? next : best)).candidate;
  let rss = residualSum(model);

  for (let step = 0; step < maxSteps; step += 1) {
    const slopes = times.map((time) => slopesAt(model, time));
    const inverse = invertMatrix(crossProduct(slopes));
    if (!inverse) break;
    const move = multiplyVector(inverse, project(slopes, residuals(model, times, sales)));
    let fraction = 1;
    let next = moved(model, move, fraction);
    while ((!isInside(next) || residualSum(next) > rss) && fraction > 1e-10) {
      fraction /= 2;
      next = moved(model, move, fraction);
    }
    const settled = fraction <= 1e-10 || isSmall(move, model);
    if (fraction > 1e-10) {
      model = next;
      rss = residualSum(model);
    }
    if (!settled) continue;
    // Stuck without having arrived: the data do not determine the curve.
    if (!isSmall(move, model, 1e-4)) break;
    const spread = rss / (times.length - 3);
    const [m, p, q] = [0, 1, 2].map((index) => Math.sqrt(spread * inverse[index]![index]!)) as [
      number,
      number,
      number,
    ];
    return value({ ...model, standardErrors: { m, p, q }, rss });
  }
  return noValue("did-not-converge");
}

const residuals = ({ m, p, q }: BassModel, times: readonly number[], sales: readonly number[]) =>
  times.map((time, index) => sales[index]! - m * bassDensity(p, q, time));

const moved = ({ m, p, q }: BassModel, move: readonly number[], fraction: number): BassModel => ({
  m: m + fraction * move[0]!,
  p: p + fraction * move[1]!,
  q: q + fraction * move[2]!,
});

const isInside = ({ m, p, q }: BassModel) => m > 0 && p > 0 && q >= 0 && p + q < 5;

const isSmall = (move: readonly number[], { m, p, q }: BassModel, share = 1e-9) =>
  Math.abs(move[0]!) <= share * m && Math.abs(move[1]!) <= share * p && Math.abs(move[2]!) <= share * (q + p);

/** Derivatives of m·f(t) by m, p and q. */
function slopesAt({ m, p, q }: BassModel, time: number): number[] {
  const density = bassDensity(p, q, time);
  const fading = Math.exp(-(p + q) * time);
  const whole = 1 + (q / p) * fading;
  const logByP = 2 / (p + q) - time - 1 / p + (2 * fading * (q / p) * (1 / p + time)) / whole;
  const logByQ = 2 / (p + q) - time - (2 * fading * (1 / p - (q / p) * time)) / whole;
  return [density, m * density * logByP, m * density * logByQ];
}

/** Where to begin: the given start, Bass's estimate, and common shapes scaled to the sales seen so far. */
function startingModels(times: readonly number[], sales: readonly number[], start?: BassModel): BassModel[] {
  const models: BassModel[] = start && isInside(start) ? [start] : [];
  const ols = bassOls(sales);
  if (ols.ok && isInside(ols.value)) models.push({ m: ols.value.m, p: ols.value.p, q: ols.value.q });
  const peak = Math.max(times[maxIndex(sales)]!, 0.5);
  for (const ratio of [3, 10, 30, 100, 300]) {
    // q/p = ratio and the peak where it was seen.
    const speed = Math.log(ratio) / peak;
    const [p, q] = [speed / (1 + ratio), (speed * ratio) / (1 + ratio)];
    const densities = times.map((time) => bassDensity(p, q, time));
    const m =
      sum(sales, (amount, index) => amount * densities[index]!) / sum(densities, (density) => density ** 2);
    models.push({ m, p, q });
  }
  return models;
}

const crossProduct = (rows: readonly number[][]) =>
  rows[0]!.map((_, i) => rows[0]!.map((_, j) => sum(rows, (row) => row[i]! * row[j]!)));

const project = (rows: readonly number[][], target: readonly number[]) =>
  rows[0]!.map((_, i) => sum(rows, (row, index) => row[i]! * target[index]!));
