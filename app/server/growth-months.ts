/** How far the books and the funnel of a study have been written. */
import { listLargestKeys } from "~/data/entries";
import type { Study } from "~/data/studies";
import { periodOfKey } from "~/domain/growth/funnel-form";
import type { Store } from "~db/client";

/** The last month of each; null where nothing is written. Read on every page of a study, so that it asks for keys alone. */
export async function readGrowthMonths(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const largest = await listLargestKeys(store, { ...where, kinds: ["money-month", "funnel-row"] });
  const keyOf = (kind: string) => largest.find((one) => one.kind === kind)?.key ?? null;
  const row = keyOf("funnel-row");
  return { books: keyOf("money-month"), funnel: row === null ? null : periodOfKey(row) };
}
