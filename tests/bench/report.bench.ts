/**
 * Every method that results, report and the analysis of the competition use, over 10 000 responses of some forty
 * questions each, against what any program must do with them: parse their JSON and look at every answer once. A
 * ratio in the same run says more than seconds on an unknown machine.
 */
import { expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { featureWeights } from "~/domain/competitors/feature-weights";
import { winShares } from "~/domain/competitors/win-loss";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Answers } from "~/domain/questionnaire/compiled";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { anchorProfile } from "~/domain/report/anchor-profile";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { responsesCsv } from "~/domain/report/csv";
import { type Evidence, rolesOf } from "~/domain/report/evidence";
import { pmfByRole } from "~/domain/report/pmf-by-role";
import { questionResults } from "~/domain/report/question-results";
import { isWanted, roleWants } from "~/domain/report/role-wants";
import { countBy, cumulativeByDay, turnoutByRole } from "~/domain/report/who-answered";
import { seededRandom } from "~/domain/stats/seeded-random";
import { sampleBrief } from "~/domain/study/sample-brief";
import { drawCompanies } from "~db/seed/companies";
import { answerQuestionnaire } from "~db/seed/respondent";
import { sampleRoles } from "~db/seed/story";

const vendors = ["us", ...sampleBrief.competitors.map(({ id }) => id)];
const features = (sampleBrief.features ?? []).map(({ id }) => ({
  id,
  need: "functions" as const,
  asked: id,
}));
const responses = 10_000;
const companies = 2_000;
const rounds = 5;
/** Parsing and one pass take a sixteenth of the second that one core has, where the second was measured. */
const passesInASecond = 16;

async function drawEvidence() {
  const random = seededRandom(7);
  const versions = await Promise.all(
    sampleRoles.map(async (role) => {
      const made = await compileQuestionnaire(buildQuestionnaire(role, sampleBrief));
      if (!made.ok) throw new Error(`${role} does not compile`);
      return { role, compiled: made.compiled };
    }),
  );
  const drawn = drawCompanies(random, companies);
  return Array.from({ length: responses }, (_, index) => {
    const company = drawn[index % companies]!;
    const { role, compiled } = versions[[0, 1, 1, 1, 2][Math.floor(index / companies) % 5]!]!;
    const person = { company, role, language: company.language, hurried: false };
    const { answers } = answerQuestionnaire(random, person, compiled, {});
    return {
      ...{ id: `r${index}`, role, compiled, answers, language: company.language },
      ...{ companyId: `c${index % companies}`, companyName: company.name },
      ...{ companySize: company.size, companyIndustry: company.industry, companyRegion: null },
      ...{ contactId: null, waveId: "wave", collectorId: "collector", review: null },
      ...{ startedAt: index * 60_000, completedAt: index * 60_000 + 1 },
    };
  });
}

/**
 * The quickest of several rounds, in milliseconds: the one least disturbed by other work. Each round works on a list of
 * its own, for which nothing is remembered.
 */
function quickest(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

function onePass(texts: readonly string[]): number {
  let seen = 0;
  for (const text of texts) {
    const answers = JSON.parse(text) as Answers;
    for (const name in answers) if (answers[name] !== null) seen++;
  }
  return seen;
}

test("10 000 responses: results and report together", { timeout: 300_000 }, async () => {
  const evidence = await drawEvidence();
  const texts = evidence.map(({ answers }) => JSON.stringify(answers));
  const rule = sampleBrief.pmfRule;
  const compare = new Intl.Collator("zh-CN").compare;
  const results = (given: readonly Evidence[]) => [
    questionResults(given),
    turnoutByRole(given, []),
    cumulativeByDay(given),
    countBy(given, (one) => one.companySize),
    anchorProfile(given, "anchor.satisfaction"),
  ];
  const fitAndChain = (given: readonly Evidence[]) => {
    const importance = anchorProfile(given, "anchor.importance");
    const wanted = { results: questionResults(given, isWanted), importance };
    return [
      pmfByRole(given, rule),
      chainCoverage(given, compare),
      roleWants(given, rolesOf(given, chainRoles), wanted),
    ];
  };
  const competition = (given: readonly Evidence[]) => [
    featureWeights(given, features, sampleRoles, { overrides: {} }),
    sampleRoles.map((role) => winShares(given, role, vendors)),
  ];
  const parts = {
    "JSON parse and one pass": quickest(() => onePass(texts)),
    results: quickest(() => results([...evidence])),
    "PMF and the chain": quickest(() => fitAndChain([...evidence])),
    competition: quickest(() => competition([...evidence])),
    CSV: quickest(() => responsesCsv(evidence)),
  };
  const plain = parts["JSON parse and one pass"];
  for (const [name, ms] of Object.entries(parts))
    console.info(`${name.padEnd(24)} ${ms.toFixed(0).padStart(6)} ms  × ${(ms / plain).toFixed(1)}`);
  const half = quickest(() => results(evidence.slice(0, responses / 2)));
  console.info(`Twice the responses take × ${(parts.results / half).toFixed(2)}`);
  const together = parts.results + parts["PMF and the chain"] + parts.competition;
  const limit = Math.max(1000, passesInASecond * plain);
  console.info(
    `Every method together    ${together.toFixed(0).padStart(6)} ms  × ${(together / plain).toFixed(1)}; one core may take ${limit.toFixed(0)} ms`,
  );
  expect(together).toBeLessThan(limit);
  expect(parts.results / half).toBeLessThan(3.5);
});
