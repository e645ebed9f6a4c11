/** The counts of the funnel as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listFunnelCounts } from "~/data/funnel";
import { countsCsv } from "~/domain/growth/funnel-form";
import { funnelSteps } from "~/domain/growth/funnel-steps";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language } = await requireStudy(request, params, "readStudies");
  const rows = await listFunnelCounts(store, { workspaceId, studyId: study.id });
  const name = encodeURIComponent(`${study.product}-funnel.csv`);
  return new Response(countsCsv(rows, funnelSteps[study.businessType], language), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="funnel.csv"; filename*=UTF-8''${name}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
