/** A person who asks to be forgotten is taken out of frozen reports, too. */
import { gunzipSync, gzipSync } from "node:zlib";
import { listFrozenReports, updateFrozenReports } from "~/data/reports";
import { listResponsesOf } from "~/data/responses";
import type { ReportBundle } from "~/domain/report/document/bundle";
import { forgetPeople } from "~/domain/report/document/forget";
import type { Store } from "~db/client";

/** Bundles are kept as gzip in base64. */
export const packBundle = (bundle: ReportBundle): string =>
  gzipSync(JSON.stringify(bundle)).toString("base64");
export const unpackBundle = (packed: string): ReportBundle =>
  JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString());

/**
 * Of one person, or of the people of a company. To be called before their responses lose their name or go. Done twice it
 * does no more than once.
 */
export async function forgetInFrozenReports(
  store: Store,
  who: { workspaceId: string } & ({ contactId: string } | { companyId: string }),
): Promise<void> {
  const { workspaceId } = who;
  const given = await listResponsesOf(store, who);
  const ids = given.map(({ id }) => id);
  const studyIds = [...new Set(given.map(({ studyId }) => studyId))];
  const reports = await listFrozenReports(store, { workspaceId, studyIds });
  const frozen = reports.flatMap(({ id, document, shared, bundle }) => {
    const without = forgetPeople({ bundle: unpackBundle(bundle), document, shared }, ids);
    return without ? [{ id, ...without, bundle: packBundle(without.bundle) }] : [];
  });
  await updateFrozenReports(store, { workspaceId, frozen });
}
