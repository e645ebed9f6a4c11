import type { Kit } from "../columns";
import { competitorTables } from "./competitor";
import { fieldworkTables } from "./fieldwork";
import { mailTables } from "./mail";
import { marketTables } from "./market";
import { peopleTables } from "./people";
import { qualityTables } from "./quality";
import { studyTables } from "./study";
import { workspaceTables } from "./workspace";

/** Every table, made with one engine's kit. */
export const defineTables = (k: Kit) => {
  const study = studyTables(k);
  const fieldwork = fieldworkTables(k);
  return {
    ...workspaceTables(k),
    ...study,
    ...competitorTables(k, study.studies),
    ...fieldwork,
    ...peopleTables(k, fieldwork.companies),
    ...mailTables(k),
    ...marketTables(k),
    ...qualityTables(k, study.studies),
  };
};
export type Tables = ReturnType<typeof defineTables>;
