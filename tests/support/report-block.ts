import { expect } from "vitest";
import type { Block, BlockOf, ReportDocument } from "~/domain/report/document/report-document";

/** A block of a report by its key; another kind than expected fails the test. */
export function blockOf<K extends Block["kind"]>(document: ReportDocument, key: string, kind: K): BlockOf<K> {
  const found = document.chapters.flatMap(({ blocks }) => blocks).find((one) => one.key === key);
  if (found?.kind !== kind) throw new Error(`${key} is ${found?.kind ?? "missing"}`);
  return found as BlockOf<K>;
}

export const near = (found: number | null | undefined, wanted: number) =>
  expect(found).toBeCloseTo(wanted, 8);

/** Both ends of an interval, or no interval on both sides. */
export function nearEnds(
  found: readonly [number, number] | null | undefined,
  wanted: readonly [number, number] | null,
) {
  expect(found === null || found === undefined).toBe(wanted === null);
  if (!found || !wanted) return;
  near(found[0], wanted[0]);
  near(found[1], wanted[1]);
}
