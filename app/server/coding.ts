/** What people found in the open answers, as files and reports tell it. */
import { listReadings, listThemes } from "~/data/themes";
import type { Coding } from "~/domain/report/theme-coding";
import type { Store } from "~db/client";

/** Who has read is told by number alone. */
export async function readCoding(
  store: Store,
  where: { workspaceId: string; studyId: string },
): Promise<Coding> {
  const [themes, readings] = await Promise.all([listThemes(store, where), listReadings(store, where)]);
  const coders = [...new Set(readings.map(({ coder }) => coder))];
  return {
    themes,
    readings: readings.map(({ coder, ...one }) => ({ ...one, coder: String(coders.indexOf(coder) + 1) })),
  };
}
