import type { Block, BlockOf, ReportDocument } from "~/domain/report/document/report-document";

/** A block of a report by its key; another kind than expected fails the test. */
export function blockOf<K extends Block["kind"]>(document: ReportDocument, key: string, kind: K): BlockOf<K> {
  const found = document.chapters.flatMap(({ blocks }) => blocks).find((one) => one.key === key);
  if (found?.kind !== kind) throw new Error(`${key} is ${found?.kind ?? "missing"}`);
  return found as BlockOf<K>;
}
