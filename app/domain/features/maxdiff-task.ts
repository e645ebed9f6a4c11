/**
 * One best-worst question as answered: the items that were shown, the best and the worst of them.
 * Items are named by any stable key.
 */
export type MaxdiffTask<Item extends string | number> = {
  items: readonly Item[];
  best: Item;
  worst: Item;
};

/** Whether the answer can be counted: two different items of the ones shown. */
export function isAnswered<Item extends string | number>(task: MaxdiffTask<Item>): boolean {
  return task.best !== task.worst && task.items.includes(task.best) && task.items.includes(task.worst);
}
