import { isPending } from "~/domain/report/document/report-document";
import * as report from "~/routes/reports/report";
import { loaded } from "./loaded";

/** What the report's loader gives its page, of a study so small that nobody has to wait. */
export async function loadedReport(request: Request, studyId: string) {
  const { document, ...rest } = await loaded(report.loader, request, { studyId });
  if (isPending(document)) throw new Error("The report is still being computed");
  return { ...rest, document };
}
