import { kits } from "./columns";
import { defineTables } from "./tables/define-tables";

export const {
  workspaces,
  members,
  sessions,
  memberInvites,
  signInAttempts,
  studies,
  competitors,
  features,
  featureCells,
  comparisonSettings,
  waves,
  questionnaires,
  questionnaireVersions,
  companies,
  collectors,
  responses,
  marketScenarios,
  marketSights,
  moneyMonths,
  renewalCohorts,
  moneySettings,
  funnelCounts,
  opportunities,
} = defineTables(kits.pg);
