/** A Bass curve whose p, q and m are typed: out of the literature, or what somebody expects. */
import type { Outcome } from "../outcome";
import { type BassModel, bassCurve, bassPeak } from "./bass";

export const bassFields = ["p", "q", "m"] as const;
export type TypedBass = Record<(typeof bassFields)[number], string>;

export type BassSketch = {
  model: BassModel;
  /** No value where sales fall from the first period on. */
  peak: ReturnType<typeof bassPeak>;
  /** Sales in each period, the first being 1, until nearly all have adopted. */
  sales: number[];
};
export type ReadBass =
  | { kind: "empty" }
  | { kind: "refused"; fields: (typeof bassFields)[number][] }
  | { kind: "drawn"; sketch: BassSketch };

const mostPeriods = 60;
const nearlyAll = 0.99;

/** A plain number, thousands grouped or not; null for anything else. */
function readNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  if (!/^(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(plain) || !/\d/.test(plain)) return null;
  return Number(plain.replaceAll(",", ""));
}

const isPart = (field: keyof TypedBass, n: number | null): n is number =>
  n !== null && n > 0 && Number.isFinite(n) && (field === "m" || n < 1);

/**
 * Reads p and q (above 0, below 1, per period) and m (above 0), and draws the curve: its peak, and the sales of every
 * period until 99 % have adopted, 60 periods at most. `empty` when nothing is typed.
 *
 * Source: `bassCurve`, `bassPeak`.
 */
export function readBass(typed: TypedBass): ReadBass {
  if (bassFields.every((field) => typed[field].trim() === "")) return { kind: "empty" };
  const numbers = { p: readNumber(typed.p), q: readNumber(typed.q), m: readNumber(typed.m) };
  const fields = bassFields.filter((field) => !isPart(field, numbers[field]));
  const { p, q, m } = numbers;
  if (fields.length > 0 || p === null || q === null || m === null) return { kind: "refused", fields };
  const model = { p, q, m };
  const times = Array.from({ length: mostPeriods }, (_, at) => at + 1);
  const curve: Outcome<{ share: number; density: number }[]> = bassCurve(model, times);
  if (!curve.ok) return { kind: "refused", fields: [...bassFields] };
  const end = curve.value.findIndex(({ share }) => share >= nearlyAll);
  const shown = curve.value.slice(0, end === -1 ? mostPeriods : end + 1);
  return {
    kind: "drawn",
    sketch: { model, peak: bassPeak(model), sales: shown.map(({ density }) => m * density) },
  };
}
