/** What a report is computed from: plain data, so that it can be kept in a file and computed again elsewhere. */
import type { ChainRole } from "../../chain/role";
import type { TeamWeights, WeighedFeature } from "../../competitors/feature-weights";
import type { RatedCell } from "../../competitors/matrix-scores";
import type { FunnelCounts } from "../../growth/funnel-form";
import type { MoneyMonth } from "../../growth/money-form";
import type { MoneySettings } from "../../growth/money-result";
import type { RenewalCohort } from "../../growth/renewals";
import type { LocalText } from "../../language";
import type { MarketModel } from "../../market/market-model";
import type { BusinessType, LifeCycleStage, PmfRule } from "../../study/study";
import type { Evidence } from "../evidence";
import type { Reading, Theme } from "../theme-coding";

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

export type ReportInput = {
  study: ReportStudy;
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
  opportunities: { all: number; confirmed: number };
  /** The rounds of fieldwork, oldest first. */
  waves?: readonly { id: string; name: string; number: number }[];
  /** What people found in the open answers about the benefit and the improvement. */
  coding?: { themes: readonly Theme[]; readings: readonly Reading[] };
  market: readonly { name: string; model: MarketModel; seed: number }[];
};

/** What the chapters share. */
export type ReportContext = ReportInput & {
  companies: number;
  /** Sorts names as readers expect. */
  compare: (a: string, b: string) => number;
};
