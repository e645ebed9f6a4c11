/** Figures that people type row by row. Each row is an entry: it has a key, a content, and every state it has had. */
import type { FunnelCounts } from "./growth/funnel-form";
import type { LostReason } from "./growth/lost-form";
import type { MoneyMonth } from "./growth/money-form";
import type { MoneySettings } from "./growth/money-result";
import type { RenewalCohort } from "./growth/renewals";
import type { MarketSeries } from "./market/market-trend";

/** What an entry of each kind says. */
export type EntryContents = {
  "money-month": MoneyMonth;
  "renewal-cohort": RenewalCohort;
  "money-rule": MoneySettings;
  "funnel-row": FunnelCounts;
  "lost-reason": LostReason;
  "market-series": MarketSeries;
};
export type EntryKind = keyof EntryContents;

/** An entry as somebody wants it: what they saw it at (0: not there) and what it shall say, null to remove it. */
export type EntryChange<K extends EntryKind = EntryKind> = {
  /** Null: a new row that gets a key of its own. */
  key: string | null;
  revision: number;
  content: EntryContents[K] | null;
};

/** The revisions at which a page showed its rows, by key: out of the text of a hidden field. Anything else has seen nothing. */
export function readSeen(text: string): ReadonlyMap<string, number> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return new Map();
    return new Map(Object.entries(read).flatMap(([key, at]) => (Number.isInteger(at) ? [[key, at]] : [])));
  } catch {
    return new Map();
  }
}
