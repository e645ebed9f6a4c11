/** A study in the field: published questionnaires and their links, made by the functions that make real ones. */

import { listCollectors } from "~/data/collectors";
import { insertWorkspace } from "~/data/entrance";
import { insertVersion, listQuestionnaires } from "~/data/questionnaires";
import { insertStudy } from "~/data/studies";
import { findCurrentWave } from "~/data/waves";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

const {
  priceLadder,
  pmfRule,
  fuzzyNeed: _need,
  causes: _causes,
  features: _features,
  competitors,
  ...words
} = sampleBrief;

type Given = {
  /** Roles with a questionnaire, each with its SurveyJS JSON, or null for the bank's. */
  questionnaires?: Partial<Record<ChainRole, unknown>>;
  /** Roles whose questionnaire is not published. */
  drafts?: readonly ChainRole[];
  languages?: Language[];
  workspace?: string;
};

/** Returns the workspace, the study and the token of every link: `tokens.decider`, `tokens.study`. */
export async function fieldStudy(store: Store, given: Given = {}) {
  const { questionnaires = { decider: null, user: null, requester: null }, drafts = [], languages } = given;
  const now = Date.now();
  const owner = {
    email: `${newId(now)}@example.com`,
    name: "Min Wang",
    passwordHash: "",
    language: "en" as const,
  };
  const { workspaceId } = await insertWorkspace(store, {
    name: given.workspace ?? "Northwind Research",
    owner,
    now,
  });
  const roles = Object.entries(questionnaires) as [ChainRole, unknown][];
  const studyId = await insertStudy(store, {
    workspaceId,
    study: {
      ...words,
      ...{ description: "", stage: "market-validation", targetMarket: "", sample: false },
      industry: words.industry ?? "",
      languages: languages ?? ["zh-CN", "en"],
      priceLadder: [...(priceLadder ?? [])],
      ...pmfRule,
    },
    competitors: competitors.map(({ name }) => ({ id: newId(now), name })),
    questionnaires: roles.map(([role, json]) => ({
      role,
      draft: json ?? buildQuestionnaire(role, sampleBrief),
    })),
    now,
  });
  const wave = await findCurrentWave(store, { workspaceId, studyId });
  const listed = await listQuestionnaires(store, { workspaceId, studyId });
  const publish = async (role: ChainRole, json: unknown) => {
    const questionnaire = listed.find((one) => one.role === role);
    const result = await compileQuestionnaire(json);
    if (!questionnaire || !wave || !result.ok)
      throw new Error(`Cannot publish ${role}: ${JSON.stringify(result)}`);
    const version = await insertVersion(store, {
      ...{ workspaceId, studyId, json, now },
      waveId: wave.id,
      questionnaireId: questionnaire.id,
      revision: 1,
      compiled: result.compiled,
      publishedBy: owner.name,
    });
    return { ...version, compiled: result.compiled, questionnaireId: questionnaire.id };
  };
  for (const [role, json] of roles)
    if (!drafts.includes(role)) await publish(role, json ?? buildQuestionnaire(role, sampleBrief));
  const collectors = await listCollectors(store, { workspaceId, studyId });
  const tokens: Record<string, string> = {};
  for (const { token, questionnaireId } of collectors)
    tokens[listed.find(({ id }) => id === questionnaireId)?.role ?? "study"] = token;
  return { workspaceId, studyId, tokens, publish };
}
