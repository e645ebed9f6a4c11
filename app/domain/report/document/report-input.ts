/** What a report is computed from: plain data, so that it can be kept in a file and computed again elsewhere. */

import type { ChainRole } from "../../chain/role";
import type { TeamWeights, WeighedFeature } from "../../competitors/feature-weights";
import type { RatedCell } from "../../competitors/matrix-scores";
import type { FunnelCounts } from "../../growth/funnel-form";
import type { MoneyMonth } from "../../growth/money-form";
import type { MoneySettings } from "../../growth/money-result";
import type { Opportunity } from "../../growth/opportunity-form";
import type { RenewalCohort } from "../../growth/renewals";
import type { LocalText } from "../../language";
import type { MarketModel } from "../../market/market-model";
import type { SeenMarket } from "../../market/market-move";
import type { MarketSeries } from "../../market/market-trend";
import type { BusinessType, LifeCycleStage, PmfRule } from "../../study/study";
import type { Evidence } from "../evidence";
import type { EvidenceFilter } from "../evidence-filter";
import type { Coding } from "../theme-coding";

export type ReportStudy = {
  product: string;
  sample: boolean;
  businessType: BusinessType;
  stage: LifeCycleStage;
  currency: string;
  priceUnit: LocalText;
  rule: PmfRule;
};

export type CompetitionInput = {
  features: readonly (WeighedFeature & { name: LocalText })[];
  /** Ours first. */
  vendors: readonly { key: string; name: string }[];
  cells: readonly (RatedCell & { featureId: string; vendor: string })[];
  /** The price a buyer meets first, by vendor; null on request. */
  prices?: Readonly<Record<string, number | null>>;
} & TeamWeights;

/** Whose answers a report counts, where not everybody's. */
export type ReportFilter = {
  by: EvidenceFilter;
  /** The same in words, as they were then: "Company size: 2–9". */
  said: readonly LocalText[];
  /** How many responses there are with those that do not pass. */
  all: number;
  /** What a report for people outside counts of them: see `filteredInGroups`. */
  outside: { ids: readonly string[]; all: number };
};

export type ReportInput = {
  study: ReportStudy;
  /** Absent where everybody counts. */
  filter?: ReportFilter;
  evidence: readonly Evidence[];
  /** Responses begun and not finished, by role; null where the report does not say. */
  unfinished: readonly { role: ChainRole; n: number }[] | null;
  /** Responses that a person excluded; null where the report does not say. */
  excluded: number | null;
  /** Null while nothing is compared. */
  competition: CompetitionInput | null;
  /** Its books, month by month. */
  books: { months: readonly MoneyMonth[]; settings: MoneySettings; cohorts: readonly RenewalCohort[] };
  funnel: readonly FunnelCounts[];
  opportunities: {
    rows: (Pick<Opportunity, "role" | "problem" | "words" | "themeId" | "status"> & {
      /** The linked wave: null for none, empty for one still to come. */
      waveId: string | null;
      /** Responses in which a reader found its theme. */
      coded: string[];
    })[];
    /** Ids, in the order of the waves. */
    waves: string[];
  };
  /** The rounds of fieldwork, oldest first. */
  waves?: readonly { id: string; name: string; number: number }[];
  /** What people found in the open answers; readers are told apart by number. */
  coding?: Coding;
  /** Yearly sales of the study's own market; null without. */
  marketYears: MarketSeries["points"] | null;
  market: readonly {
    name: string;
    model: MarketModel;
    seed: number;
    /** How its figures stood when they were seen before, the newest first. */
    earlier: readonly { seenAt: number; fingerprint: string; seen: SeenMarket }[];
  }[];
};

/** What the chapters share. */
export type ReportContext = ReportInput & {
  companies: number;
  /** Sorts names as readers expect. */
  compare: (a: string, b: string) => number;
};
