import type { ChainRole } from "../../app/domain/chain/role";
import type { ClaimChannel } from "../../app/domain/competitors/claim-form";
import type { FeatureMeasure } from "../../app/domain/competitors/feature-measure";
import type { Support } from "../../app/domain/competitors/matrix-cell";
import type { PairwiseByRole } from "../../app/domain/competitors/pairwise";
import type { PricingPlan, RivalStatus } from "../../app/domain/competitors/rival";
import type { LocalText } from "../../app/domain/language";
import type { AnchorAttribute } from "../../app/domain/questionnaire/answer-options";
import type { Kit } from "../columns";
import type { studyTables } from "./study";

type Studies = ReturnType<typeof studyTables>["studies"];

/** What a study compares with: the competitors, the features, and what each can do. */
export const competitorTables = (k: Kit, studies: Studies) => {
  const studyId = () =>
    k
      .text()
      .notNull()
      .references(() => studies.id, { onDelete: "cascade" });

  const competitors = k.table(
    "competitors",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      /** Names it inside the study: in questionnaires, answers and the matrix. */
      key: k.text().notNull(),
      name: k.text().notNull(),
      position: k.int().notNull(),
      status: k.word<RivalStatus>().notNull().default("rival"),
      positioning: k.text().notNull().default(""),
      segments: k.text().notNull().default(""),
      plans: k
        .json<PricingPlan[]>()
        .notNull()
        .$default(() => []),
      links: k
        .json<string[]>()
        .notNull()
        .$default(() => []),
      notes: k.text().notNull().default(""),
      /** Counts saves, so that two editors at once are noticed. */
      revision: k.int().notNull().default(1),
      /** Never deleted: answers and cells name it by its key. */
      archivedAt: k.time(),
    },
    (t) => [k.unique("competitors_key").on(t.studyId, t.key)],
  );

  const features = k.table(
    "features",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      category: k.text().notNull(),
      name: k.json<LocalText>().notNull(),
      description: k.text().notNull(),
      /** The anchor attribute it serves; its surveyed importance weighs the feature. */
      need: k.word<AnchorAttribute>(),
      /** Its row in the questionnaires' feature questions, where it is asked. */
      asked: k.text(),
      /** How it is measured; null where it is judged by support and quality. */
      measure: k.json<FeatureMeasure>(),
      position: k.int().notNull(),
      revision: k.int().notNull().default(1),
      archivedAt: k.time(),
    },
    (t) => [k.index("features_study").on(t.workspaceId, t.studyId)],
  );

  /** Every state a cell has had; the one with the highest revision holds. Rows are only added. */
  const featureCells = k.table(
    "feature_cells",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      featureId: k
        .text()
        .notNull()
        .references(() => features.id, { onDelete: "cascade" }),
      /** A competitor's key, or `us`. */
      vendor: k.text().notNull(),
      revision: k.int().notNull(),
      support: k.word<Support>().notNull(),
      /** 1–5. */
      quality: k.int(),
      /** In the feature's unit. */
      amount: k.real(),
      note: k.text().notNull(),
      source: k.text().notNull(),
      /** The day the source was looked at, `2026-03-31`. */
      checkedOn: k.text(),
      savedAt: k.time().notNull(),
      savedBy: k.text().notNull(),
    },
    (t) => [
      k.unique("feature_cells_revision").on(t.studyId, t.featureId, t.vendor, t.revision),
      k.index("feature_cells_study").on(t.workspaceId, t.studyId),
    ],
  );

  /** The value points that competitors promote. */
  const claims = k.table(
    "claims",
    {
      id: k.id(),
      workspaceId: k.text().notNull(),
      studyId: studyId(),
      /** A competitor's key. */
      vendor: k.text().notNull(),
      words: k.text().notNull(),
      channel: k.word<ClaimChannel>().notNull(),
      /** Whom it addresses; null for everybody. */
      role: k.word<ChainRole>(),
      /** What it is about: a need, or a feature of the matrix. */
      need: k.word<AnchorAttribute>(),
      featureId: k.text(),
      link: k.text().notNull(),
      /** The day it was seen, `2026-03-31`. */
      seenOn: k.text(),
      note: k.text().notNull(),
      revision: k.int().notNull().default(1),
      savedAt: k.time().notNull(),
      savedBy: k.text().notNull(),
      archivedAt: k.time(),
    },
    (t) => [k.index("claims_study").on(t.workspaceId, t.studyId)],
  );

  const comparisonSettings = k.table("comparison_settings", {
    /** The study's id: a study has one row at most. */
    id: k.id().references(() => studies.id, { onDelete: "cascade" }),
    workspaceId: k.text().notNull(),
    /** A cell older than this many days is stale. */
    staleDays: k.int().notNull(),
    /** What we ask for our own product. */
    ownPlans: k.json<PricingPlan[]>().notNull(),
    /** Weights set by hand, by role and feature id; the surveyed ones hold elsewhere. */
    overrides: k.json<Partial<Record<ChainRole, Record<string, number>>>>().notNull(),
    /** What the team compared in pairs, by role; its weights hold where none is set by hand. */
    pairs: k.json<PairwiseByRole>(),
  });

  return { competitors, features, featureCells, claims, comparisonSettings };
};
