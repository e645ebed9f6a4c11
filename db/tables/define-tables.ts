import type { Kit } from "../columns";
import { fieldworkTables } from "./fieldwork";
import { studyTables } from "./study";
import { workspaceTables } from "./workspace";

/** Every table, made with one engine's kit. */
export const defineTables = (k: Kit) => ({ ...workspaceTables(k), ...studyTables(k), ...fieldworkTables(k) });
export type Tables = ReturnType<typeof defineTables>;
