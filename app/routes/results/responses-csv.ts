import type { LoaderFunctionArgs } from "@remix-run/node";
import { responsesCsv } from "~/domain/report/csv";
import { requireStudy } from "~/server/gate";
import { readQuality } from "~/server/quality";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "exportResponses");
  const { evidence, checks } = await readQuality(store, { workspaceId, studyId: study.id });
  const name = `${study.product}-responses.csv`;
  return new Response(responsesCsv(evidence, checks), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="responses.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
