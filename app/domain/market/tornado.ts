import { noValue, type Outcome, value } from "../outcome";
import { type MarketFormula, product } from "./market-simulation";
import { isThreePoint, type ThreePoint } from "./three-point";

export type TornadoBar = {
  name: string;
  /** The figure with this factor at its least, all others at their mode. */
  low: number;
  /** The figure with this factor at its most. */
  high: number;
  /** |high − low|. */
  swing: number;
};

/**
 * Tornado chart: which uncertain factor moves the figure most? One factor at a time goes to its ends while the others
 * stay at their mode; bars come widest first, equal ones in the given order.
 *
 * Source: Howard (1988), Management Science 34(6).
 */
export function tornado(
  factors: readonly (ThreePoint & { name: string })[],
  formula: MarketFormula = product,
): Outcome<{ base: number; bars: TornadoBar[] }> {
  if (factors.length === 0) return noValue("no-data");
  if (!factors.every(isThreePoint)) return noValue("out-of-range");
  const modes = factors.map(({ mode }) => mode);
  const bars = factors.map(({ name, min, max }, index) => {
    const at = (end: number) => formula(modes.map((mode, other) => (other === index ? end : mode)));
    const [low, high] = [at(min), at(max)];
    return { name, low, high, swing: Math.abs(high - low) };
  });
  const base = formula(modes);
  if (!Number.isFinite(base) || !bars.every(({ swing }) => Number.isFinite(swing)))
    return noValue("out-of-range");
  return value({ base, bars: bars.sort((left, right) => right.swing - left.swing) });
}
