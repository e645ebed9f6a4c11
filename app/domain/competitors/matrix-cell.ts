/** One cell of the competitor matrix: what a vendor can do in one feature, how well, and how we know. */
import { z } from "zod";
import { amountSchema } from "./feature-measure";
import { ownProduct } from "./rival";

export const supports = ["yes", "partial", "no", "unknown"] as const;
export type Support = (typeof supports)[number];

export type CellContent = {
  support: Support;
  /** 1–5; null where nobody has judged it. */
  quality: number | null;
  /** In the feature's unit, where it is measured; null where nobody has measured it. */
  amount: number | null;
  note: string;
  source: string;
  /** The day the source was looked at, `2026-03-31`. */
  checkedOn: string | null;
};

/** What nobody has written yet; saving over it is saving on revision 0. */
export const blankCell: CellContent = {
  support: "unknown",
  quality: null,
  amount: null,
  note: "",
  source: "",
  checkedOn: null,
};

export const longestNote = 500;

/** True for a day that exists, written `2026-03-31`. */
export function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    Number.isFinite(instant) &&
    new Date(instant).toISOString().startsWith(text)
  );
}

/** It comes as JSON, past what cleans a form. */
const text = z
  .string()
  .transform((typed) => typed.replaceAll("\u0000", "").trim())
  .pipe(z.string().max(longestNote));

/** A day typed into a form; an empty field is null. */
export const daySchema = z
  .string()
  .trim()
  .nullable()
  .refine((day) => !day || isDay(day), "not-a-day")
  .transform((day) => day || null);

export const cellSchema = z.object({
  support: z.enum(supports),
  quality: z.number().int().min(1).max(5).nullable(),
  amount: amountSchema.default(null),
  note: text,
  source: text,
  checkedOn: daySchema,
});

/** A change of a cell as the editor sends it, made on `revision` (0: nothing was there). */
const cellChangeSchema = cellSchema.extend({
  featureId: z.string().max(60),
  vendor: z.string().max(60),
  revision: z.number().int().min(0),
});
export type CellChange = z.output<typeof cellChangeSchema>;

/** More than a full matrix of forty features by nine vendors is not sent at once. */
export const cellChangesSchema = z.array(cellChangeSchema).min(1).max(400);

export type CellMark = "stale" | "unsourced";
export const defaultStaleDays = 180;

/** What a cell says; of a report drawn before amounts existed, without one. */
type Said = Pick<CellContent, "support"> & Partial<Pick<CellContent, "amount">>;

/** True when the cell says what a vendor can do, or how much. */
export const isKnown = ({ support, amount = null }: Said): boolean =>
  support !== "unknown" || amount !== null;

/**
 * How many cells of the matrix are known, of how many: of none while no competitor is in it. Cells of features and
 * vendors that are not given (any more) do not count.
 */
export function countCells(matrix: {
  features: readonly { id: string }[];
  vendors: readonly { key: string }[];
  cells: readonly (Said & { featureId: string; vendor: string })[];
}) {
  const features = new Set(matrix.features.map(({ id }) => id));
  const vendors = new Set(matrix.vendors.map(({ key }) => key));
  const here = matrix.cells.filter(({ featureId, vendor }) => features.has(featureId) && vendors.has(vendor));
  const rivals = matrix.vendors.filter(({ key }) => key !== ownProduct).length;
  return {
    ...{ rivals, features: features.size, known: here.filter(isKnown).length },
    total: rivals === 0 ? 0 : features.size * vendors.size,
  };
}

const dayLength = 24 * 60 * 60 * 1000;

/**
 * What is wrong with how a cell is known: nothing says where it comes from, or it was last looked at more
 * than `staleDays` before `now` (the day of the source counts; without one, the day it was saved).
 * A cell that says nothing has nothing wrong with it.
 */
export function cellMarks(
  cell: CellContent & { savedAt: number },
  { staleDays, now }: { staleDays: number; now: number },
): CellMark[] {
  if (cell.support === "unknown" && cell.quality === null && cell.amount === null) return [];
  const known = cell.checkedOn ? Date.parse(`${cell.checkedOn}T00:00:00Z`) : cell.savedAt;
  return [
    ...(cell.source === "" ? (["unsourced"] as const) : []),
    ...(now - known > staleDays * dayLength ? (["stale"] as const) : []),
  ];
}

/** True when two states of a cell say the same. */
export const sameContent = (a: CellContent, b: CellContent): boolean =>
  a.support === b.support &&
  a.quality === b.quality &&
  a.amount === b.amount &&
  a.note === b.note &&
  a.source === b.source &&
  a.checkedOn === b.checkedOn;

const scoreOfSupport = { yes: 1, partial: 0.5, no: 0, unknown: null } as const;

/**
 * A cell as one number on 0–1 for the scores: "no" is 0; "yes" counts full and "partial" half, each times quality/5
 * where the quality has been judged and as 3 of 5 where it has not. Null when support is unknown.
 */
export function cellScore({ support, quality }: Pick<CellContent, "support" | "quality">): number | null {
  const share = scoreOfSupport[support];
  return share === null ? null : share * ((quality ?? 3) / 5);
}
