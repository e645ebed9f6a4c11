/** A person who asks to be forgotten is taken out of frozen reports, too. */
import { gunzipSync, gzipSync } from "node:zlib";
import { listFrozenReports, updateFrozenReports } from "~/data/reports";
import { listResponsesOf } from "~/data/responses";
import type { ReportBundle } from "~/domain/report/document/bundle";
import { forgetPerson } from "~/domain/report/document/forget";
import type { Store } from "~db/client";

/** Bundles are kept as gzip in base64. */
export const packBundle = (bundle: ReportBundle): string =>
  gzipSync(JSON.stringify(bundle)).toString("base64");
export const unpackBundle = (packed: string): ReportBundle =>
  JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString());

/** To be called before the person's responses lose their name. Done twice it does no more than once. */
export async function forgetInFrozenReports(
  store: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<void> {
  const given = await listResponsesOf(store, { workspaceId, contactId });
  const ids = given.map(({ id }) => id);
  const studyIds = [...new Set(given.map(({ studyId }) => studyId))];
  const reports = await listFrozenReports(store, { workspaceId, studyIds });
  const frozen = reports.flatMap(({ id, document, shared, bundle }) => {
    const without = forgetPerson({ bundle: unpackBundle(bundle), document, shared }, ids);
    return without ? [{ id, ...without, bundle: packBundle(without.bundle) }] : [];
  });
  await updateFrozenReports(store, { workspaceId, frozen });
}
