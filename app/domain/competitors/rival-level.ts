/** How far somebody has come with a product, by the awareness question. */
import { type Evidence, isRecord, read } from "../report/evidence";

const levels = ["unknown", "heard", "tried", "using"] as const;
export type Level = (typeof levels)[number];

/** Null when they were not asked, or skipped it. */
export function levelOf(one: Evidence, vendor: string): Level | null {
  const rows = read(one, "competitor.awareness");
  const given = isRecord(rows) ? rows[vendor] : null;
  return levels.find((level) => level === given) ?? null;
}

export const reached = (level: Level, step: Level) => levels.indexOf(level) >= levels.indexOf(step);
