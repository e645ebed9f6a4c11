/** What a person types to set the quality checks of a study, and what it means. */
import { defaultThresholds, type QualityThresholds } from "./flag-response";

/** How a threshold is typed: a share as per cent, a whole number, a number. */
type Kind = "percent" | "whole" | "number";
type Rule = { kind: Kind; low: number; high: number };

/** The thresholds that are offered, in the order of the form; the cap of the speed index is the method's own. */
export const thresholdRules = {
  gridRows: { kind: "whole", low: 3, high: 30 },
  straightShare: { kind: "percent", low: 50, high: 100 },
  speedAbove: { kind: "number", low: 1.2, high: 3 },
  speedResponses: { kind: "whole", low: 3, high: 1000 },
  nearShare: { kind: "percent", low: 50, high: 100 },
  duplicateAnswers: { kind: "whole", low: 2, high: 200 },
  contradictionGap: { kind: "whole", low: 1, high: 10 },
  contradictions: { kind: "whole", low: 1, high: 50 },
} as const satisfies Partial<Record<keyof QualityThresholds, Rule>>;

export type ThresholdField = keyof typeof thresholdRules;
export const thresholdFields = Object.keys(thresholdRules) as ThresholdField[];
export type TypedThresholds = Record<ThresholdField, string>;

const scaleOf = (kind: Kind) => (kind === "percent" ? 100 : 1);

/** Thresholds as they stand in the form. */
export const typedThresholds = (thresholds: QualityThresholds): TypedThresholds =>
  Object.fromEntries(
    thresholdFields.map((field) => [
      field,
      String(Math.round(thresholds[field] * scaleOf(thresholdRules[field].kind) * 100) / 100),
    ]),
  ) as TypedThresholds;

export type ReadThresholds =
  | { ok: true; thresholds: QualityThresholds }
  | { ok: false; problems: ThresholdField[] };

/** Reads the form; an empty field means the default. `problems` names what is no number or lies outside its range. */
export function readThresholds(typed: TypedThresholds): ReadThresholds {
  const thresholds = { ...defaultThresholds };
  const problems: ThresholdField[] = [];
  for (const field of thresholdFields) {
    const { kind, low, high } = thresholdRules[field];
    const text = typed[field].normalize("NFKC").replace(/%$/, "").trim();
    if (text === "") continue;
    const n = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(n >= low && n <= high) || (kind === "whole" && !Number.isInteger(n))) problems.push(field);
    else thresholds[field] = n / scaleOf(kind);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, thresholds };
}
