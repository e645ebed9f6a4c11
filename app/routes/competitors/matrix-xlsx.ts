/** The matrix as a workbook. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { matrixRows } from "~/domain/competitors/matrix-text";
import { readMatrix } from "~/server/competitors";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";
import { matrixWorkbook } from "~/server/matrix-file";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language } = await requireStudy(request, params, "readStudies");
  return download(await matrixWorkbook(matrixRows(await readMatrix(store, study), language)), {
    ...{ file: "matrix.xlsx", name: `${study.product}-matrix.xlsx` },
  });
};
