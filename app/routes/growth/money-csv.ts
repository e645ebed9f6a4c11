/** The books as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listContents } from "~/data/entries";
import { moneyCsv } from "~/domain/growth/money-form";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const months = await listContents(store, { workspaceId, studyId: study.id, kind: "money-month" });
  const name = encodeURIComponent(`${study.product}-money.csv`);
  return new Response(moneyCsv(months), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="money.csv"; filename*=UTF-8''${name}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
