import { beforeAll, expect, test } from "vitest";
import { listAllContacts, listNamesInStudy } from "~/data/contacts";
import { listContents } from "~/data/entries";
import { listCompiled } from "~/data/questionnaires";
import { listCompleteResponses, listPartialResponses } from "~/data/responses";
import { isCohort } from "~/domain/growth/funnel-cohorts";
import { funnelSteps } from "~/domain/growth/funnel-steps";
import { answerTo } from "~/domain/questionnaire/by-measure";
import { pmfByRole } from "~/domain/report/pmf-by-role";
import { sampleBrief } from "~/domain/study/sample-brief";
import { seedSample } from "~db/seed/sample";
import { onBothEngines } from "../support/stores";

const now = Date.UTC(2026, 8, 1);

onBothEngines("the sample study", (store) => {
  const workspaceId = "w-sample";
  let studyId = "";
  beforeAll(async () => {
    studyId = await seedSample(store(), { workspaceId, now });
  });

  test("has some forty companies and about 180 responses in three roles", async () => {
    const responses = await listCompleteResponses(store(), { workspaceId, studyId });
    const companies = new Set(responses.map(({ companyId }) => companyId));
    expect(companies.size).toBeGreaterThanOrEqual(36);
    expect(companies.has(null)).toBe(false);
    expect(responses.length).toBeGreaterThanOrEqual(165);
    expect(responses.length).toBeLessThanOrEqual(200);
    expect(new Set(responses.map(({ role }) => role))).toEqual(new Set(["decider", "user", "requester"]));
    expect(responses.every(({ completedAt }) => completedAt < now)).toBe(true);
    expect((await listPartialResponses(store(), { workspaceId, studyId })).length).toBeGreaterThan(5);
  });

  test("knows by name the people of the companies that answered, and only those", async () => {
    const names = await listNamesInStudy(store(), { workspaceId, studyId });
    expect(new Set(names).size).toBe(names.length);
    const everybody = await listAllContacts(store(), { workspaceId });
    const answered = new Set(
      (await listCompleteResponses(store(), { workspaceId, studyId })).map(({ companyId }) => companyId),
    );
    const expected = everybody.filter(({ companyId, name }) => name !== "" && answered.has(companyId));
    expect(names.length).toBeGreaterThan(10);
    expect(names).toEqual(expect.arrayContaining(expected.map(({ name }) => name)));
    expect(await listNamesInStudy(store(), { workspaceId: "w-other", studyId })).toEqual([]);
    expect(await listNamesInStudy(store(), { workspaceId, studyId: "none" })).toEqual([]);
  });

  test("draws the same answers each time", async () => {
    const again = await seedSample(store(), { workspaceId: "w-again", now });
    const read = async (workspace: string, study: string) => {
      const responses = await listCompleteResponses(store(), { workspaceId: workspace, studyId: study });
      // The step at which the price ladder starts is drawn per response, from its id.
      const withoutLadder = (answers: object) =>
        Object.entries(answers).filter(([name]) => !name.startsWith("price_ladder"));
      return responses
        .map(({ role, companyName, answers, startedAt }) => ({
          role,
          companyName,
          answers: withoutLadder(answers),
          startedAt,
        }))
        .sort((a, b) => a.startedAt - b.startedAt);
    };
    expect(await read("w-again", again)).toEqual(await read(workspaceId, studyId));
  });

  test("lets deciders rank cost first and users manual work", async () => {
    const responses = await listCompleteResponses(store(), { workspaceId, studyId });
    const versions = await listCompiled(store(), {
      workspaceId,
      versionIds: responses.map((one) => one.versionId),
    });
    const firstProblem = (role: string) => {
      const counts = new Map<unknown, number>();
      for (const one of responses.filter((response) => response.role === role)) {
        const ranked = answerTo(versions.get(one.versionId)!, one.answers, "anchor.problems");
        const first = Array.isArray(ranked) ? ranked[0] : null;
        counts.set(first, (counts.get(first) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    };
    expect(firstProblem("decider")).toBe("high-cost");
    expect(firstProblem("user")).toBe("manual-work");
  });

  test("leaves fit undecided among users and below the threshold among deciders", async () => {
    const responses = await listCompleteResponses(store(), { workspaceId, studyId });
    const versions = await listCompiled(store(), {
      workspaceId,
      versionIds: responses.map((one) => one.versionId),
    });
    const evidence = responses.map((one) => ({ ...one, compiled: versions.get(one.versionId)! }));
    const verdicts = pmfByRole(evidence, sampleBrief.pmfRule).map(({ role, score }) => [
      role,
      score.ok && score.value.verdict.ok ? score.value.verdict.value : null,
    ]);
    expect(verdicts).toEqual([
      ["user", "undecided"],
      ["decider", "below"],
    ]);
  });

  test("keeps books and a funnel that tell one story", async () => {
    const where = { workspaceId, studyId };
    const [months, rows, lost] = await Promise.all([
      listContents(store(), { ...where, kind: "money-month" }),
      listContents(store(), { ...where, kind: "funnel-row" }),
      listContents(store(), { ...where, kind: "lost-reason" }),
    ]);
    const counted = rows.filter((row) => !isCohort(row));
    const sum = (of: typeof rows, step: string) =>
      of.reduce((total, { counts }) => total + (counts[step] ?? 0), 0);
    const periods = [...new Set(counted.map(({ period }) => period))];
    expect(periods).toHaveLength(6);
    for (const period of periods) {
      const own = counted.filter((row) => row.period === period);
      // Who pays in the funnel is who was won in the books.
      expect(sum(own, "paid")).toBe(months.find(({ month }) => month === period)?.won);
    }
    const steps = funnelSteps.saas.map(({ key }) => key);
    for (const row of rows) {
      const reached = steps.map((step) => row.counts[step]!);
      expect(reached).toEqual(reached.toSorted((a, b) => b - a));
      expect(row.seen === null || row.seen > row.period).toBe(true);
    }
    // Nobody left for a reason who is not among those lost.
    for (const { period, channel, step } of lost) {
      const at = steps.indexOf(step);
      const row = counted.find((one) => one.period === period && one.channel === channel)!;
      const reasons = lost.filter(
        (one) => one.period === period && one.channel === channel && one.step === step,
      );
      const gone = row.counts[step]! - row.counts[steps[at + 1]!]!;
      expect(reasons.reduce((total, one) => total + one.lost, 0)).toBeLessThanOrEqual(gone);
    }
  });
});
