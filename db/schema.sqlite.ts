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
  waves,
  questionnaires,
  questionnaireVersions,
  companies,
  collectors,
  responses,
} = defineTables(kits.sqlite);
