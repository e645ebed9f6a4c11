import { noValue, type Outcome, value } from "../outcome";

/** Bass diffusion: `p` innovation and `q` imitation per period, `m` everybody who will ever adopt. */
export type BassModel = { p: number; q: number; m: number };

export type BassPoint = {
  /** Share of all adopters that has adopted by then, 0 to 1. */
  share: number;
  /** m × share, in the unit of m. */
  cumulative: number;
  /** Rate of adoption f(t), a share per period; m × density are the sales. */
  density: number;
};

/** Share adopted by time t: F(t) = (1 − e^(−(p+q)t)) / (1 + (q/p)·e^(−(p+q)t)). For p > 0, q ≥ 0. */
function bassShare(p: number, q: number, t: number): number {
  const fading = Math.exp(-(p + q) * t);
  return (1 - fading) / (1 + (q / p) * fading);
}

/** Rate of adoption at time t: the derivative of the share. */
export function bassDensity(p: number, q: number, t: number): number {
  const fading = Math.exp(-(p + q) * t);
  return ((p + q) ** 2 * fading) / (p * (1 + (q / p) * fading) ** 2);
}

/**
 * The Bass curve at given times (periods since launch, not negative).
 *
 * Source: Bass (1969), Management Science 15(5).
 */
export function bassCurve({ p, q, m }: BassModel, times: readonly number[]): Outcome<BassPoint[]> {
  if (!isBass({ p, q, m })) return noValue("out-of-range");
  if (!times.every((time) => time >= 0 && Number.isFinite(time))) return noValue("out-of-range");
  return value(
    times.map((time) => {
      const share = bassShare(p, q, time);
      return { share, cumulative: m * share, density: bassDensity(p, q, time) };
    }),
  );
}

/**
 * When sales peak, how high they are then (in the unit of m per period) and which share has adopted by then:
 * T* = ln(q/p)/(p+q), m(p+q)²/(4q), 1/2 − p/(2q). With q ≤ p sales fall from the first day: no peak, no value.
 *
 * Source: Bass (1969).
 */
export function bassPeak({ p, q, m }: BassModel): Outcome<{ time: number; sales: number; share: number }> {
  if (!isBass({ p, q, m })) return noValue("out-of-range");
  if (q <= p) return noValue("not-applicable");
  return value({
    time: Math.log(q / p) / (p + q),
    sales: (m * (p + q) ** 2) / (4 * q),
    share: 0.5 - p / (2 * q),
  });
}

function isBass({ p, q, m }: BassModel): boolean {
  return p > 0 && q >= 0 && m > 0 && [p, q, m].every(Number.isFinite);
}
