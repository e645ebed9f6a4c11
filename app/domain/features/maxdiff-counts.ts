import { noValue, type Outcome, value } from "../outcome";
import { isAnswered, type MaxdiffTask } from "./maxdiff-task";

export type MaxdiffCount<Item> = {
  item: Item;
  best: number;
  worst: number;
  shown: number;
  /** (best − worst) / shown, −1 to 1; no value for an item that was never shown. */
  score: Outcome<number>;
};

/**
 * Best-worst counting: how often each item was shown, picked as best and picked as worst.
 * Tasks with an impossible answer (best = worst, or not shown) are left out. `items` sets the order of the result.
 *
 * Source: Finn & Louviere (1992), Journal of Public Policy & Marketing 11(2).
 */
export function maxdiffCounts<Item extends string | number>(
  tasks: readonly MaxdiffTask<Item>[],
  items: readonly Item[],
): MaxdiffCount<Item>[] {
  const answered = tasks.filter(isAnswered);
  return items.map((item) => {
    const best = answered.filter((task) => task.best === item).length;
    const worst = answered.filter((task) => task.worst === item).length;
    const shown = answered.filter((task) => task.items.includes(item)).length;
    return {
      item,
      best,
      worst,
      shown,
      score: shown > 0 ? value((best - worst) / shown) : noValue("no-data"),
    };
  });
}
