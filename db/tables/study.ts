import type { ChainRole } from "../../app/domain/chain/role";
import type { StopRules, WaveTargets } from "../../app/domain/fieldwork/wave";
import type { Language, LocalText } from "../../app/domain/language";
import type { Compiled } from "../../app/domain/questionnaire/compiled";
import type { BusinessType, LifeCycleStage } from "../../app/domain/study/study";
import type { Kit } from "../columns";

/** A study, its rounds of fieldwork and its questionnaires. */
export const studyTables = (k: Kit) => {
  const studies = k.table(
    "studies",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      product: k.text().notNull(),
      description: k.text().notNull(),
      businessType: k.word<BusinessType>().notNull(),
      stage: k.word<LifeCycleStage>().notNull(),
      industry: k.text().notNull(),
      targetMarket: k.text().notNull(),
      languages: k.json<Language[]>().notNull(),
      threshold: k.real().notNull(),
      minUses: k.int().notNull(),
      windowDays: k.int().notNull(),
      currency: k.text().notNull(),
      priceUnit: k.json<LocalText>().notNull(),
      /** Prices to test one by one, ascending; empty leaves the ladder out. */
      priceLadder: k.json<number[]>().notNull(),
      /** Drawn by the seed; every screen says so. */
      sample: k.bool().notNull(),
      createdAt: k.time().notNull(),
      archivedAt: k.time(),
    },
    (t) => [k.index("studies_workspace").on(t.workspaceId)],
  );

  const waves = k.table(
    "waves",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k
        .text()
        .notNull()
        .references(() => studies.id, { onDelete: "cascade" }),
      number: k.int().notNull(),
      startedAt: k.time().notNull(),
      endedAt: k.time(),
      name: k.text().notNull().default(""),
      /** When it is meant to end; `endedAt` is when it did. */
      endsAt: k.time(),
      targets: k.json<WaveTargets>(),
      stopRules: k.json<StopRules>(),
      /** When targets and rules were declared last; they count as declared beforehand while no answer is older. */
      declaredAt: k.time(),
    },
    (t) => [k.unique("waves_number").on(t.studyId, t.number)],
  );

  const questionnaires = k.table(
    "questionnaires",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: k
        .text()
        .notNull()
        .references(() => studies.id, { onDelete: "cascade" }),
      role: k.word<ChainRole>().notNull(),
      /** SurveyJS JSON being edited. */
      draft: k.json<unknown>().notNull(),
      /** Counts saves, so that two editors at once are noticed. */
      revision: k.int().notNull(),
      updatedAt: k.time().notNull(),
    },
    (t) => [k.unique("questionnaires_role").on(t.studyId, t.role)],
  );

  /** A published questionnaire: never changed after it is written. */
  const questionnaireVersions = k.table(
    "questionnaire_versions",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      questionnaireId: k
        .text()
        .notNull()
        .references(() => questionnaires.id, { onDelete: "cascade" }),
      number: k.int().notNull(),
      /** The revision of the draft it was made from. */
      revision: k.int().notNull(),
      json: k.json<unknown>().notNull(),
      compiled: k.json<Compiled>().notNull(),
      publishedAt: k.time().notNull(),
      publishedBy: k.text().notNull(),
    },
    (t) => [k.unique("questionnaire_versions_number").on(t.questionnaireId, t.number)],
  );

  /** States of drafts that are kept: the last one of each person within a few minutes. */
  const questionnaireStates = k.table(
    "questionnaire_states",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      questionnaireId: k
        .text()
        .notNull()
        .references(() => questionnaires.id, { onDelete: "cascade" }),
      revision: k.int().notNull(),
      draft: k.json<unknown>().notNull(),
      savedAt: k.time().notNull(),
      /** The member's id; empty for the questionnaire as it came. */
      savedBy: k.text().notNull(),
      /** Begin of the stretch of time this is the last state of. */
      stretch: k.time().notNull(),
    },
    (t) => [k.unique("questionnaire_states_stretch").on(t.questionnaireId, t.savedBy, t.stretch)],
  );

  return { studies, waves, questionnaires, questionnaireVersions, questionnaireStates };
};
