/** The counts of the funnel as a file, or with `?of=lost` the reasons in the lost pool. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listContents } from "~/data/entries";
import { countsCsv } from "~/domain/growth/funnel-form";
import { funnelSteps } from "~/domain/growth/funnel-steps";
import { lostCsv } from "~/domain/growth/lost-form";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const steps = funnelSteps[study.businessType];
  const lost = new URL(request.url).searchParams.get("of") === "lost";
  const body = lost
    ? lostCsv(await listContents(store, { ...where, kind: "lost-reason" }), steps, language)
    : countsCsv(await listContents(store, { ...where, kind: "funnel-row" }), steps, language);
  const file = lost ? "lost.csv" : "funnel.csv";
  return download(body, { file, name: `${study.product}-${file}` });
};
