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
  questionnaireStates,
  companies,
  collectors,
  responses,
  contacts,
  imports,
  invitations,
  referrals,
  marketScenarios,
} = defineTables(kits.pg);
