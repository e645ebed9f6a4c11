/** Assumptions tied to the survey: an answer that changes moves the range, and the page says why. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { submitAnswers } from "~/data/answering";
import { insertMarketScenario } from "~/data/market";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { startResponse } from "~/data/starting";
import { findStudy } from "~/data/studies";
import { findCurrentWave } from "~/data/waves";
import { sampleModel } from "~/domain/market/sample-model";
import { sharedInput } from "~/domain/report/document/outside";
import * as market from "~/routes/market/market";
import * as sheet from "~/routes/market/sheet";
import { readReportInput } from "~/server/report-input";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newId, newToken } from "~db/new-id";
import { args } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { loadedReport } from "../support/loaded-report";
import { memberOf } from "../support/member-of";
import { answersTo } from "../support/respondent";
import { openMemoryStore } from "../support/stores";

let store: Store;
let where: { workspaceId: string; studyId: string };
let request: Awaited<ReturnType<typeof memberOf>>["request"];
const intents = [5, 4, 4, 3, 2, 2, 1];

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  where = await fieldStudy(store, { questionnaires: { decider: null } });
  ({ request } = await memberOf(store, where.workspaceId));
  const [questionnaire] = await listQuestionnaires(store, where);
  const version = await findPublishedVersion(store, {
    workspaceId: where.workspaceId,
    questionnaireId: questionnaire!.id,
  });
  const wave = await findCurrentWave(store, where);
  for (const [index, intent] of intents.entries()) {
    const keyHash = newToken();
    const { compiled } = version!;
    await startResponse(store, {
      ...{ ...where, waveId: wave!.id, collectorId: newId(), questionnaireId: questionnaire!.id },
      ...{ versionId: version!.id, role: "decider", keyHash, language: "en", answers: {} },
      ...{ page: compiled.pages[0]!.name, now: 1_000 + index },
    });
    const raw = answersTo(compiled, {
      gate_company: `Company ${index}`,
      price_likely_at_expensive: intent,
      ...{ price_too_cheap: 40, price_cheap: 80, price_expensive: 120, price_too_expensive: 200 + index },
    });
    const saved = await submitAnswers(store, {
      ...{ workspaceId: where.workspaceId, keyHash, compiled, language: "en", raw, seconds: {} },
      now: 60_000 + index,
    });
    expect(saved?.kind, JSON.stringify(saved)).toBe("completed");
  }
});

const here = () => `/studies/${where.studyId}/market`;
const see = async (query = "") => {
  const { open } = await market.loader(args(request(`${here()}${query}`), { studyId: where.studyId }));
  if (!open) throw new Error("No scenario is open");
  return open;
};

test("changing a survey answer moves the range tied to it, and the page says why it moved", async () => {
  const model = sampleModel("en");
  const [segment] = model.segments.splice(2, 1);
  model.segments = [{ ...segment!, win: { ...segment!.win, tie: { to: "intent-expensive", times: 1 } } }];
  const scenarioId = await insertMarketScenario(store, {
    ...{ ...where, name: "Base", model, seed: 7, updatedBy: "Min Wang", now: 1 },
  });

  const first = await see();
  expect(first.moved).toEqual({ earlier: [], since: null, move: null });
  expect(first.tied).toMatchObject([
    { place: 0, part: "win", survey: { ok: true, value: { n: 7, companies: 7 } } },
  ]);
  const share = first.model.segments[0]!.win;
  expect(share.likely).toBeCloseTo((0.7 + 0.5 + 0.5 + 0.3 + 0.1 + 0.1 + 0) / 7, 12);
  expect(share.high).toBeGreaterThan(share.likely);
  // Nothing happened in between: looking twice is no move.
  expect((await see()).moved.move).toBeNull();

  const { responses } = store.tables;
  const [unwilling] = (await store.db.select().from(responses)).filter(
    ({ answers }) => answers.price_likely_at_expensive === 1,
  );
  await store.db
    .update(responses)
    .set({ answers: { ...unwilling!.answers, price_likely_at_expensive: 5 } })
    .where(eq(responses.id, unwilling!.id));

  const moved = await see();
  expect(moved.sized.ranges.later.p50).toBeGreaterThan(first.sized.ranges.later.p50);
  expect(moved.moved.move).toMatchObject({
    from: first.sized.ranges.later,
    to: moved.sized.ranges.later,
    causes: [{ place: 0, part: "win", why: "survey", tie: "intent-expensive" }],
  });

  // Leaders read it in one line of the report; who is outside the team does not.
  const { document } = await loadedReport(request("/"), where.studyId);
  const said = document.chapters.flatMap(({ blocks }) => blocks).find(({ key }) => key === "market/0/moved");
  expect(said?.kind === "text" && said.paragraphs[0]?.en).toContain(
    "the answers changed (purchase intent at a high price, 7 answers)",
  );
  const study = (await findStudy(store, where))!;
  const outside = sharedInput(await readReportInput(store, study));
  expect(outside.market.flatMap(({ earlier }) => earlier)).toEqual([]);

  // A response that a person excludes moves it too; the earlier sights stay to compare with.
  await store.db.update(responses).set({ review: "excluded" }).where(eq(responses.id, unwilling!.id));
  const without = await see();
  expect(without.moved.move?.causes).toMatchObject([
    { why: "survey", answers: { from: { n: 7 }, to: { n: 6 } } },
  ]);
  expect(without.moved.earlier.map(({ number }) => number)).toEqual([2, 1]);
  const sinceFirst = await see("?since=1");
  expect(sinceFirst.moved.move?.from).toEqual(first.sized.ranges.later);

  const shown = await sheet.loader(
    args(request(`${here()}/sheet?scenario=${scenarioId}`), { studyId: where.studyId }),
  );
  expect(shown.tied).toMatchObject([{ part: "win", survey: { value: { n: 6 } } }]);
  expect(shown.sheet.typed.segments[0]!.win).toMatchObject({ tie: "intent-expensive", likely: "12" });
});
