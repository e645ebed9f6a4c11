import type { Kit } from "../columns";
import { answerFileTables } from "./answer-file";
import { bankTables } from "./bank";
import { competitorTables } from "./competitor";
import { entryTables } from "./entry";
import { fieldworkTables } from "./fieldwork";
import { mailTables } from "./mail";
import { marketTables } from "./market";
import { opportunityTables } from "./opportunity";
import { peopleTables } from "./people";
import { qualityTables } from "./quality";
import { reportTables } from "./report";
import { savedViewTables } from "./saved-view";
import { studyTables } from "./study";
import { testLinkTables } from "./test-link";
import { themeTables } from "./theme";
import { workspaceTables } from "./workspace";

/** Every table, made with one engine's kit. */
export const defineTables = (k: Kit) => {
  const study = studyTables(k);
  const fieldwork = fieldworkTables(k);
  return {
    ...workspaceTables(k),
    ...study,
    ...competitorTables(k, study.studies),
    ...savedViewTables(k, study.studies),
    ...fieldwork,
    ...answerFileTables(k, fieldwork.responses),
    ...peopleTables(k, fieldwork.companies),
    ...mailTables(k),
    ...themeTables(k, study.studies),
    ...testLinkTables(k),
    ...bankTables(k),
    ...marketTables(k),
    ...reportTables(k),
    ...qualityTables(k, study.studies),
    ...entryTables(k, study.studies),
    ...opportunityTables(k, study.studies),
  };
};
export type Tables = ReturnType<typeof defineTables>;
