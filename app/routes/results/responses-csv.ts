import type { LoaderFunctionArgs } from "@remix-run/node";
import { listClosedEvidence } from "~/data/evidence";
import { listWaves } from "~/data/waves";
import { flaggedIn } from "~/domain/quality/check-responses";
import { responsesCsv } from "~/domain/report/csv";
import { withWaves } from "~/domain/report/evidence";
import { filterEvidence, filterFrom, reviewStates } from "~/domain/report/evidence-filter";
import { themeColumns } from "~/domain/report/theme-coding";
import { readCoding } from "~/server/coding";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";
import { readQuality } from "~/server/quality";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "exportResponses");
  const { evidence, checks } = await readQuality(store, { workspaceId, studyId: study.id });
  // The file holds what people excluded, too, unless the filter of its address speaks of quality.
  const filter = { quality: reviewStates, ...filterFrom(new URL(request.url).searchParams) };
  const where = { workspaceId, studyId: study.id };
  const [closed, waves, coding] = await Promise.all([
    listClosedEvidence(store, where),
    listWaves(store, where),
    readCoding(store, where),
  ]);
  const rows = [...filterEvidence(evidence, filter, flaggedIn(checks)), ...filterEvidence(closed, filter)];
  return download(responsesCsv(withWaves(rows, waves), { checks, themes: themeColumns(coding) }), {
    ...{ file: "responses.csv", name: `${study.product}-responses.csv` },
  });
};
