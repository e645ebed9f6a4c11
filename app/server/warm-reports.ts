/** After a start nothing is kept in memory: the reports of large studies are computed before somebody opens them. */
import { listLargeStudies } from "~/data/entrance";
import { findStudy } from "~/data/studies";
import type { Store } from "~db/client";
import { large, mostKept } from "./kept-result";
import { readMembersReport } from "./report-document";

/** One after another, the largest first, in slices, as long as memory keeps them. */
export async function warmReports(
  store: Store,
  { now, stopped }: { now: () => number; stopped: () => boolean },
): Promise<void> {
  const studies = await listLargeStudies(store, { least: large });
  for (const where of studies.slice(0, mostKept)) {
    if (stopped()) return;
    const study = await findStudy(store, where);
    if (study) await readMembersReport(store, { study, can: { readStudies: true }, now: now() });
  }
}
