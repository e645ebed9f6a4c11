/** Best–worst tasks summed into one count per item. */
import { maxdiffCounts } from "../features/maxdiff-counts";
import type { MaxdiffTask } from "../features/maxdiff-task";
import { type Asked, newest, type Option, optionsOf } from "./asked";
import { isRecord } from "./evidence";
import { type ByRole, byRole, type Given } from "./tallies";

export type BestWorstCount = { best: number; worst: number; shown: number; score: number };
export type BestWorstItem = Option & { byRole: ByRole<BestWorstCount> };

/**
 * How often each item was shown, called best and called worst over all tasks; score = (best − worst) / shown,
 * −1 to 1. Items in the order in which the first task names them. Source: `maxdiffCounts`.
 */
export function bestWorst(tasks: readonly Asked[]): BestWorstItem[] {
  const known = new Map(tasks.flatMap((task) => optionsOf(task)).map((option) => [option.value, option]));
  const items = [...known.values()];
  const given = new Map<Asked["roles"][number], (Given & { shown: string[] })[]>();
  for (const task of tasks) {
    const item = newest(task);
    const shown = item.kind === "matrix" ? item.columns.map(({ value }) => String(value)) : [];
    for (const [role, own] of task.given) {
      const all = given.get(role) ?? [];
      given.set(role, all);
      for (const one of own) all.push({ ...one, shown });
    }
  }
  const counts = byRole(given, (_, role) => {
    const answered = (given.get(role) ?? []).flatMap(({ answer, shown }): MaxdiffTask<string>[] =>
      isRecord(answer) && answer.best !== undefined && answer.worst !== undefined
        ? [{ items: shown, best: String(answer.best), worst: String(answer.worst) }]
        : [],
    );
    return answered.length === 0 ? null : maxdiffCounts(answered, [...known.keys()]);
  });
  return items.map((item, index) => ({
    ...item,
    byRole: byRole(given, (_, role) => {
      const count = counts[role]?.[index];
      if (!count?.score.ok) return null;
      return { best: count.best, worst: count.worst, shown: count.shown, score: count.score.value };
    }),
  }));
}
