/** The sample that people see: its report as the page gives it, and all that a recount starts from. Opened once a file. */
import { findComparisonSettings, listRivals } from "~/data/competitors";
import { listContents } from "~/data/entries";
import { listCells, listFeatures } from "~/data/features";
import { findStudy } from "~/data/studies";
import { listWaves } from "~/data/waves";
import { usualSettings } from "~/domain/growth/money-result";
import * as files from "~/routes/reports/file";
import { readMarket } from "~/server/market";
import { addSampleStudy } from "~/server/sample";
import { useStore as answerFrom } from "~/server/store";
import { loadedReport } from "./loaded-report";
import { parseCsv } from "./recount";
import { answersIn } from "./recount-answers";
import { signedIn } from "./signed-in";
import { openMemoryStore } from "./stores";

export async function openSampledReport() {
  const store = await openMemoryStore();
  answerFrom(store);
  const owner = await signedIn(store);
  const { workspaceId } = owner;
  const studyId = await addSampleStudy(store, { workspaceId, now: Date.now() });
  const where = { workspaceId, studyId };
  const { document } = await loadedReport(owner.request("/x"), studyId);
  const csv = await files.loader({
    ...{ request: owner.request("/x"), context: {} },
    params: { studyId, file: "report.csv" },
  });
  const rows = parseCsv((await csv.text()).replace(/^\uFEFF/, ""));
  const waves = (await listWaves(store, where)).sort((a, b) => a.number - b.number);
  const study = (await findStudy(store, where))!;
  const { overrides, ownPlans } = await findComparisonSettings(store, where);
  const { responses: kept } = store.tables;
  return {
    ...{ store, document, study, overrides, ownPlans },
    answers: answersIn(rows),
    waves: waves.map(({ name, number }) => ({
      ...{ name, number },
      answers: answersIn(rows.filter((row) => row.wave === String(number))),
    })),
    // No file says who never finished.
    begun: await store.db.select({ role: kept.role, completedAt: kept.completedAt }).from(kept),
    features: (await listFeatures(store, where)).filter(({ archivedAt }) => archivedAt === null),
    cells: await listCells(store, where),
    rivals: (await listRivals(store, where)).filter(({ archivedAt }) => archivedAt === null),
    books: await listContents(store, { ...where, kind: "money-month" }),
    rule: (await listContents(store, { ...where, kind: "money-rule" }))[0] ?? usualSettings,
    funnel: await listContents(store, { ...where, kind: "funnel-row" }),
    // What is tied to the survey is read as the market page reads it; the draws are ours.
    markets: (await readMarket(store, study)).scenarios.map(({ name, model }) => ({ name, model })),
  };
}
export type SampledReport = Awaited<ReturnType<typeof openSampledReport>>;
