import type { Kit } from "../columns";
import { competitorTables } from "./competitor";
import { fieldworkTables } from "./fieldwork";
import { marketTables } from "./market";
import { peopleTables } from "./people";
import { savedViewTables } from "./saved-view";
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
    ...savedViewTables(k, study.studies),
    ...fieldwork,
    ...peopleTables(k, fieldwork.companies),
    ...marketTables(k),
  };
};
export type Tables = ReturnType<typeof defineTables>;
