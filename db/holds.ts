/** Looking for words inside columns, the same on both engines. */
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** What is looked for is taken as it stands, none of it as a pattern. */
const anywhere = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/** A text that holds these words, in any case. */
export const holds = (column: SQLWrapper, words: string): SQL =>
  sql`lower(${column}) like ${anywhere(words.toLowerCase())} escape '\\'`;

/** JSON is kept as text on both engines, so what stands in it can be looked for as text. */
export const jsonHolds = (column: SQLWrapper, words: string): SQL<boolean> =>
  sql<boolean>`cast(${column} as text) like ${anywhere(words)} escape '\\'`;
