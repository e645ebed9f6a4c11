/** Role sets: which questionnaire each role gets, how long each takes, and drafting them all at once. */
import { listDrafts } from "~/data/questionnaires";
import { listRoleSets, type RoleSet } from "~/data/role-sets";
import { listCompetitors, type Study } from "~/data/studies";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { questionsOf } from "~/domain/questionnaire/draft-tree";
import { fullMinutes } from "~/domain/questionnaire/duration";
import { exampleBrief } from "~/domain/questionnaire/own-bank/built-in";
import { fillQuestionnaire, keepQuestionnaire } from "~/domain/questionnaire/own-bank/role-set";
import { buildQuestionnaire, type SetLength, setLengths } from "~/domain/questionnaire/templates";
import { briefOf } from "~/domain/study/brief";
import { type BusinessType, businessTypes } from "~/domain/study/study";
import { defaultPriceUnit } from "~/domain/study/study-form";
import type { Store } from "~db/client";

/** The product's own questionnaires in one of their lengths, or a set of the workspace. */
export type SetChoice = SetLength | RoleSet;

/** The set an address or form names; the short one where it names none. */
export async function readSetChoice(
  store: Store,
  { workspaceId, set }: { workspaceId: string; set: string | null },
): Promise<SetChoice> {
  const length = setLengths.find((one) => one === set);
  if (length || !set) return length ?? "short";
  const own = await listRoleSets(store, { workspaceId });
  return own.find(({ id }) => id === set) ?? "short";
}

/** The roles a set has a questionnaire for. */
export const rolesOf = (choice: SetChoice): ChainRole[] =>
  typeof choice === "string"
    ? [...chainRoles]
    : chainRoles.filter((role) => choice.questionnaires.some((one) => one.role === role));

/** The questionnaire of a role out of a set; a role the set does not have gets the product's own short one. */
export function draftFrom(choice: SetChoice, role: ChainRole, brief: QuestionnaireBrief): unknown {
  if (typeof choice === "string") return buildQuestionnaire(role, brief, choice);
  const own = choice.questionnaires.find((one) => one.role === role);
  if (!own) return buildQuestionnaire(role, brief, "short");
  return fillQuestionnaire(own.kept, buildQuestionnaire(role, brief), brief.product);
}

export type SetLine = { role: ChainRole; minutes: number | null; questions: number };

const lineOf = async (role: ChainRole, draft: unknown): Promise<SetLine> => {
  const made = await compileQuestionnaire(draft);
  return {
    role,
    minutes: made.ok ? fullMinutes(made.compiled) : null,
    questions: questionsOf(draft).length,
  };
};

/** What each role of a set would get in a study. */
export const linesOf = (choice: SetChoice, brief: QuestionnaireBrief): Promise<SetLine[]> =>
  Promise.all(rolesOf(choice).map((role) => lineOf(role, draftFrom(choice, role, brief))));

export type SetMinutes = Record<BusinessType, Record<SetLength, SetLine[]>>;
let typical: Promise<SetMinutes> | undefined;

/** What the product's own sets take in a study with three competitors and five prices; worked out once. */
export function typicalSets(): Promise<SetMinutes> {
  typical ??= (async () => {
    const competitors = ["A", "B", "C"].map((name) => ({ id: name.toLowerCase(), name }));
    const lines = {} as SetMinutes;
    for (const type of businessTypes) {
      const brief = { ...exampleBrief(type, defaultPriceUnit[type]), competitors };
      lines[type] = { short: await linesOf("short", brief), full: await linesOf("full", brief) };
    }
    return lines;
  })();
  return typical;
}

/** The brief of a study, worded for a type of business: its own, or another. */
export async function briefFor(store: Store, study: Study, type: BusinessType): Promise<QuestionnaireBrief> {
  const competitors = await listCompetitors(store, { workspaceId: study.workspaceId, studyId: study.id });
  return { ...briefOf(study, competitors), businessType: type };
}

/** The questionnaires of a study as a set is kept. */
export async function questionnairesToKeep(store: Store, study: Study) {
  const brief = await briefFor(store, study, study.businessType);
  const drafts = await listDrafts(store, { workspaceId: study.workspaceId, studyId: study.id });
  return drafts.map(({ role, draft }) => ({
    role,
    kept: keepQuestionnaire(draft, buildQuestionnaire(role, brief), study.product),
  }));
}
