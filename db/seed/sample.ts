/**
 * The sample study, drawn with a fixed seed and stored through the functions that store real answers:
 * questionnaires are compiled and published, every response is started, validated and completed.
 */
import { savePage, submitAnswers } from "../../app/data/answering";
import { listCollectors } from "../../app/data/collectors";
import { findPublishedVersion, insertVersion, listQuestionnaires } from "../../app/data/questionnaires";
import { startResponse } from "../../app/data/starting";
import { insertStudy } from "../../app/data/studies";
import { findCurrentWave } from "../../app/data/waves";
import { compileQuestionnaire } from "../../app/domain/questionnaire/compile";
import type { Answers } from "../../app/domain/questionnaire/compiled";
import { visibleItems } from "../../app/domain/questionnaire/flow";
import { drawVariables } from "../../app/domain/questionnaire/order";
import { buildQuestionnaire } from "../../app/domain/questionnaire/templates";
import { sampleBrief } from "../../app/domain/study/sample-brief";
import type { Store } from "../client";
import { newToken } from "../new-id";
import { drawCompanies, type SampleCompany } from "./companies";
import { seedCompetitors } from "./competitors";
import { between, chance, type Random, seededRandom } from "./distributions";
import { seedFunnel, seedMarket, seedMoney, seedOpportunities } from "./growth";
import { seedPeople } from "./people";
import { answerQuestionnaire, type Person } from "./respondent";
import { type SampleRole, sampleRoles } from "./story";

const seed = 20260;
const companyCount = 40;
const fieldDays = 21;
const day = 24 * 60 * 60 * 1000;

async function insertSampleStudy(store: Store, workspaceId: string, now: number): Promise<string> {
  const { competitors, product, businessType, languages, currency, priceUnit, priceLadder, pmfRule } =
    sampleBrief;
  return insertStudy(store, {
    workspaceId,
    now,
    competitors,
    questionnaires: sampleRoles.map((role) => ({ role, draft: buildQuestionnaire(role, sampleBrief) })),
    study: {
      product,
      businessType,
      currency,
      priceUnit,
      description: "为人事部门管理招聘 · Recruiting software for HR departments",
      stage: "market-validation",
      industry: sampleBrief.industry ?? "",
      targetMarket: "中国 50–1000 人的公司 · Companies of 50 to 1,000 people in China",
      languages: [...languages],
      threshold: pmfRule.threshold,
      minUses: pmfRule.minUses,
      windowDays: pmfRule.windowDays,
      priceLadder: [...(priceLadder ?? [])],
      sample: true,
    },
  });
}

type Study = { workspaceId: string; studyId: string };

async function publishAll(store: Store, where: Study, now: number) {
  const wave = await findCurrentWave(store, where);
  if (!wave) throw new Error("A study without a wave");
  for (const { id, role, revision } of await listQuestionnaires(store, where)) {
    const json = buildQuestionnaire(role, sampleBrief);
    const made = await compileQuestionnaire(json);
    if (!made.ok) throw new Error(`The sample's questionnaire for ${role} does not compile`);
    const { compiled } = made;
    const publishedBy = "sample";
    await insertVersion(store, {
      ...where,
      waveId: wave.id,
      questionnaireId: id,
      revision,
      json,
      compiled,
      publishedBy,
      now,
    });
  }
  return wave.id;
}

/** Who of a company answers: most have one decider and one requester, and one to five users. */
function drawRoles(random: Random): SampleRole[] {
  const one = (role: SampleRole, probability: number) => (chance(random, probability) ? [role] : []);
  const users = chance(random, 0.93) ? between(random, 1, 5) : 0;
  return [
    ...one("requester", 0.92),
    ...one("decider", 0.85),
    ...Array.from({ length: users }, () => "user" as const),
  ];
}

/** Answers of the items of one page, as its form would post them. */
const answersOf = (items: readonly { name: string }[], answers: Answers) =>
  Object.fromEntries(items.flatMap(({ name }) => (name in answers ? [[name, answers[name]]] : [])));

/** A wave in the field: its links, and what they lead to. */
export type Field = { waveId: string; begin: number; days: number } & Awaited<ReturnType<typeof linksOf>>;

async function linksOf(store: Store, where: Study) {
  const links = await listCollectors(store, where);
  const questionnaires = new Map(
    await Promise.all(
      (await listQuestionnaires(store, where)).map(async ({ id, role }) => {
        const version = await findPublishedVersion(store, {
          workspaceId: where.workspaceId,
          questionnaireId: id,
        });
        const collector = links.find(({ questionnaireId }) => questionnaireId === id);
        if (!version || !collector)
          throw new Error(`The sample's questionnaire for ${role} is not in the field`);
        return [role, { id, version, collector }] as const;
      }),
    ),
  );
  return { ...where, questionnaires };
}

/** Puts a wave of the sample into the field for some days from `begin` on. */
export const openField = async (
  store: Store,
  where: Study,
  wave: Pick<Field, "waveId" | "begin" | "days">,
): Promise<Field> => ({ ...(await linksOf(store, where)), ...wave });

/** Somebody of a company starts, and finishes or stops half-way. */
export async function answer(
  store: Store,
  field: Field,
  { company, role, random }: { company: SampleCompany; role: SampleRole; random: Random },
): Promise<void> {
  const { workspaceId, studyId, waveId, begin, days } = field;
  const { id: questionnaireId, version, collector } = field.questionnaires.get(role)!;
  const { compiled } = version;
  const language = chance(random, 0.93) ? company.language : "en";
  const person: Person = { company, role, language, hurried: chance(random, 0.03) };
  const startedAt = Math.round(begin + day * (0.4 + days * random() ** 1.3));
  const keyHash = newToken();
  const response = await startResponse(store, {
    ...{ workspaceId, studyId, waveId, collectorId: collector.id, questionnaireId, versionId: version.id },
    ...{ role, keyHash, language, answers: {}, page: compiled.pages[0]!.name, now: startedAt },
  });
  const variables = drawVariables(compiled, response.id);
  const stops = chance(random, 0.06) ? between(random, 1, 9) : undefined;
  const { answers, seconds, lastPage } = answerQuestionnaire(random, person, compiled, variables, stops);
  const spent = 1000 * Object.values(seconds).reduce((sum, each) => sum + each, 0);
  const common = { workspaceId, keyHash, compiled, language, now: startedAt + spent };
  if (stops === undefined) {
    const saved = await submitAnswers(store, { ...common, raw: answers, seconds });
    if (saved?.kind !== "completed")
      throw new Error(
        `The sample's ${role} was refused: ${JSON.stringify(saved?.kind === "refused" && saved.problems)}`,
      );
    return;
  }
  for (const page of compiled.pages) {
    const items = visibleItems(page, { answers, variables });
    if (items.length > 0)
      await savePage(store, {
        ...common,
        page: page.name,
        raw: answersOf(items, answers),
        move: page.name === lastPage ? "save" : "next",
        seconds: seconds[page.name] ?? 0,
      });
    if (page.name === lastPage) break;
  }
}

/** The companies of the sample, the same each time, and the stream from which all else is drawn. */
export function sampleCompanies(): { random: Random; companies: SampleCompany[] } {
  const random = seededRandom(seed);
  return { random, companies: drawCompanies(random, companyCount) };
}

/**
 * Puts the sample study into a workspace and returns its id: forty companies, about 180 complete responses
 * in three roles and some that stopped half-way, spread over the three weeks before `fielded` (`now` unless said).
 */
export async function seedSample(
  store: Store,
  { workspaceId, now, fielded = now }: { workspaceId: string; now: number; fielded?: number },
): Promise<string> {
  const { random, companies } = sampleCompanies();
  const begin = fielded - (fieldDays + 1) * day;
  const studyId = await insertSampleStudy(store, workspaceId, begin);
  const where = { workspaceId, studyId };
  const waveId = await publishAll(store, where, begin);
  const field = await openField(store, where, { waveId, begin, days: fieldDays });
  // A stream a person: what one of them draws does not shift what the next ones say.
  for (const company of companies)
    for (const role of drawRoles(random))
      await answer(store, field, { company, role, random: seededRandom(random() * 2 ** 32) });
  await seedPeople(store, { ...where, waveId, begin, now: fielded });
  await seedCompetitors(store, { ...where, now });
  await seedMarket(store, { ...where, now });
  await seedMoney(store, { ...where, now });
  await seedFunnel(store, { ...where, now });
  await seedOpportunities(store, { ...where, now });
  return studyId;
}
