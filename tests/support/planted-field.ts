/**
 * Planted studies put through real storage: a study with published questionnaires, its answers brought as files the way
 * a team brings those of another tool (read, mapped, validated, written with their companies).
 */
import { insertWorkspace } from "~/data/entrance";
import { listEvidence } from "~/data/evidence";
import { findImport } from "~/data/imports";
import { insertVersion, listQuestionnaires } from "~/data/questionnaires";
import { findStudy, insertStudy } from "~/data/studies";
import { findCurrentWave } from "~/data/waves";
import { csvText } from "~/domain/csv";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import type { Answer, Answers, Compiled } from "~/domain/questionnaire/compiled";
import type { Insight } from "~/domain/report/insight";
import { insightsOf } from "~/domain/report/insights-of";
import { oneSeed } from "~/domain/seed";
import { sampleBrief } from "~/domain/study/sample-brief";
import { confirmAnswerImport, keepAnswerUpload } from "~/server/answer-import";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import {
  byName,
  drawPlanted,
  type PlantedAnswer,
  plantedQuestionnaire,
  plantedRoles,
  plantedVersions,
  type Shape,
  type Story,
} from "./planted";

/** A workspace for planted studies to lie in. */
export async function plantedWorkspace(store: Store): Promise<string> {
  const owner = { email: `${newId()}@example.com`, name: "Min", passwordHash: "", language: "en" as const };
  const { workspaceId } = await insertWorkspace(store, { name: "Planted", owner, now: Date.now() });
  return workspaceId;
}

type Column = { heading: string; of: (given: Answers) => Answer | undefined };

/** A table with a column a question, and one a row of a grid. */
function fileOf(compiled: Compiled, answers: readonly PlantedAnswer[]): File {
  const columns = itemsOf(compiled).flatMap((item): Column[] => {
    const { measure, name } = item;
    if (measure === undefined) return [];
    if (item.kind !== "matrix") return [{ heading: measure, of: (given) => given[name] }];
    return item.rows.map(({ value }) => ({
      heading: `${measure}/${value}`,
      of: (given) => (given[name] as Answers | undefined)?.[value],
    }));
  });
  const rows = answers.map((one, index) => {
    const given = byName(compiled, one);
    return [`${index + 1}`, ...columns.map(({ of }) => of(given))];
  });
  return new File([csvText([["id", ...columns.map(({ heading }) => heading)], ...rows])], "answers.csv");
}

const { fuzzyNeed: _, causes: __, features: ___, competitors, priceLadder, pmfRule, ...words } = sampleBrief;
const study = {
  ...{ ...words, description: "", targetMarket: "", sample: false, stage: "market-validation" as const },
  ...{ languages: ["zh-CN" as const, "en" as const], industry: words.industry ?? "" },
  ...{ priceLadder: [...(priceLadder ?? [])], ...pmfRule },
};

/** Publishes a study and brings its answers, a file a role. */
async function fieldPlanted(
  store: Store,
  { workspaceId, answers, now }: { workspaceId: string; answers: readonly PlantedAnswer[]; now: number },
) {
  const studyId = await insertStudy(store, {
    ...{ workspaceId, study, now },
    competitors: competitors.map(({ name }) => ({ id: newId(now), name })),
    questionnaires: plantedRoles.map((role) => ({ role, draft: plantedQuestionnaire(role) })),
  });
  const where = { workspaceId, studyId };
  const [wave, listed, versions, fielded] = await Promise.all([
    findCurrentWave(store, where),
    listQuestionnaires(store, where),
    plantedVersions(),
    findStudy(store, where),
  ]);
  if (!wave || !fielded) throw new Error("The study is not there");
  for (const role of plantedRoles) {
    const own = answers.filter((one) => one.role === role);
    const { id: questionnaireId } = listed.find((one) => one.role === role)!;
    const compiled = versions.get(role)!;
    await insertVersion(store, {
      ...{ ...where, questionnaireId, waveId: wave.id, json: plantedQuestionnaire(role), now },
      ...{ revision: 1, compiled, publishedBy: "Min" },
    });
    if (own.length === 0) continue;
    const file = fileOf(compiled, own);
    const kept = await keepAnswerUpload(store, fielded, { questionnaireId, createdBy: "", file, now });
    const found = kept.ok ? await findImport(store, { workspaceId, importId: kept.importId }) : null;
    const counts = found && (await confirmAnswerImport(store, fielded, found, now));
    if (counts?.added !== own.length) throw new Error(`${role}: ${JSON.stringify({ kept, counts })}`);
  }
  return fielded;
}

/** What the engine says of a study drawn with a story, once it has gone through storage. */
export async function insightsThroughStorage(
  store: Store,
  given: { workspaceId: string; story: Story; companies: number; seed: number; shape?: Shape },
): Promise<Insight[]> {
  const { workspaceId, story, companies, seed, shape } = given;
  const answers = drawPlanted(story, companies, seed, shape);
  const fielded = await fieldPlanted(store, { workspaceId, answers, now: Date.UTC(2026, 0, 5) });
  const evidence = await listEvidence(store, { workspaceId, studyId: fielded.id });
  const { threshold, minUses, windowDays } = fielded;
  return insightsOf({ evidence, rule: { threshold, minUses, windowDays } }, oneSeed);
}
