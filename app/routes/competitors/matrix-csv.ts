/** The matrix as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { matrixCsv } from "~/domain/competitors/matrix-text";
import { readMatrix } from "~/server/competitors";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language } = await requireStudy(request, params, "readStudies");
  return download(matrixCsv(await readMatrix(store, study), language), {
    ...{ file: "matrix.csv", name: `${study.product}-matrix.csv` },
  });
};
