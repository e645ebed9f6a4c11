/** The matrix as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listCells, listFeatures } from "~/data/features";
import { matrixCsv } from "~/domain/competitors/matrix-text";
import { listVendors, present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [features, vendors, cells] = await Promise.all([
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
  ]);
  const name = encodeURIComponent(`${study.product}-matrix.csv`);
  return new Response(matrixCsv({ features: present(features), vendors, cells }, language), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="matrix.csv"; filename*=UTF-8''${name}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
