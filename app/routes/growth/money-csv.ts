/** The books as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listContents } from "~/data/entries";
import { moneyCsv } from "~/domain/growth/money-form";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const months = await listContents(store, { workspaceId, studyId: study.id, kind: "money-month" });
  return download(moneyCsv(months), { file: "money.csv", name: `${study.product}-money.csv` });
};
