/** What making two entries one has written, so that it can be taken apart again. */
import { takenBack } from "./import-changes";

export const mergedTables = [
  "companies",
  "contacts",
  "companyNames",
  "invitations",
  "responses",
  "referrals",
  "mails",
] as const;
export type MergedTable = (typeof mergedTables)[number];

type Row = { id: string } & Record<string, unknown>;
/** Rows of each table, as they stood at one moment. */
export type MergeSnapshot = Record<MergedTable, Row[]>;

export type MergeJournal = {
  /** Rows that went, whole. */
  gone: { table: MergedTable; row: Row }[];
  /** Fields that were written, before and after. */
  changed: {
    table: MergedTable;
    id: string;
    before: Record<string, unknown>;
    after: Record<string, unknown>;
  }[];
  /** Names that were added. */
  added: { table: MergedTable; id: string }[];
};

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What differs between the rows before and after; of what was added only names are noted. */
export function journalOf(before: MergeSnapshot, after: MergeSnapshot): MergeJournal {
  const journal: MergeJournal = { gone: [], changed: [], added: [] };
  for (const table of mergedTables) {
    const now = new Map(after[table].map((row) => [row.id, row]));
    for (const row of before[table]) {
      const left = now.get(row.id);
      now.delete(row.id);
      if (!left) {
        journal.gone.push({ table, row });
        continue;
      }
      const names = Object.keys(row).filter((name) => !same(row[name], left[name]));
      const pick = (from: Row) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
      if (names.length > 0) journal.changed.push({ table, id: row.id, before: pick(row), after: pick(left) });
    }
    if (table === "companyNames") for (const id of now.keys()) journal.added.push({ table, id });
  }
  return journal;
}

const isEntry = (table: MergedTable) => table === "companies" || table === "contacts";

/**
 * What keeps a merge from being taken apart: an entry that is no more there ("missing"), or one whose merged fields say
 * something else by now ("edited"). Null when nothing does. Answers and invitations may have gone on since.
 */
export function obstacleTo(journal: MergeJournal, now: MergeSnapshot): "missing" | "edited" | null {
  for (const { table, id, after } of journal.changed) {
    const row = now[table].find((one) => one.id === id);
    if (!row && isEntry(table)) return "missing";
    const moved = Object.keys(after).filter((name) => isEntry(table) || name.endsWith("Id"));
    if (row && moved.some((name) => !same(row[name], after[name]))) return "edited";
  }
  return null;
}

/** The fields to write in each row that is still there; what somebody has changed since stays. */
export const backTo = (journal: MergeJournal, now: MergeSnapshot) =>
  journal.changed.flatMap(({ table, id, before, after }) => {
    const row = now[table].find((one) => one.id === id);
    const set = row ? takenBack({ kind: "person", id, before, after }, row) : {};
    return Object.keys(set).length > 0 ? [{ table, id, set }] : [];
  });
