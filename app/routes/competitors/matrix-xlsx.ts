/** The matrix as a workbook. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listCells, listFeatures } from "~/data/features";
import { matrixRows } from "~/domain/competitors/matrix-text";
import { listVendors, present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { matrixWorkbook } from "~/server/matrix-file";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [features, vendors, cells] = await Promise.all([
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
  ]);
  const name = encodeURIComponent(`${study.product}-matrix.xlsx`);
  const rows = matrixRows({ features: present(features), vendors, cells }, language);
  return new Response(new Uint8Array(await matrixWorkbook(rows)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="matrix.xlsx"; filename*=UTF-8''${name}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
