import { noValue, type Outcome, value } from "../outcome";
import { type Random, seededRandom } from "../stats/seeded-random";

export type MaxdiffDesignOptions = {
  /** How many items there are; tasks name them 0 … items − 1. */
  items: number;
  perTask?: number;
  /** Each item is shown at least so often to a respondent. */
  minimumShown?: number;
  seed: number;
};

const attempts = 60;

/**
 * The tasks of one respondent: each item is shown at least `minimumShown` times (and at most once more), no
 * task repeats an item, and pairs meet about equally often (the most even of 60 drawn designs). Same seed, same design;
 * give every respondent or version a seed of its own.
 *
 * Source: four items a task, three showings: Orme (2005), Sawtooth Software research paper on MaxDiff designs.
 */
export function maxdiffDesign({
  items,
  perTask = 4,
  minimumShown = 3,
  seed,
}: MaxdiffDesignOptions): Outcome<number[][]> {
  const sound = [items, perTask, minimumShown].every((count) => Number.isInteger(count) && count >= 1);
  if (!sound || perTask < 2 || items < perTask) return noValue("out-of-range", { items, perTask });
  const taskCount = Math.ceil((items * minimumShown) / perTask);
  const random = seededRandom(seed);
  let best = { design: [] as number[][], unevenness: Number.POSITIVE_INFINITY };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const drawn = drawDesign(items, perTask, taskCount, random);
    if (drawn.unevenness < best.unevenness) best = drawn;
  }
  return value(best.design);
}

/** Fills each task with the least shown items, among those the least met, among those by lot. */
function drawDesign(items: number, perTask: number, taskCount: number, random: Random) {
  const shown = Array.from({ length: items }, () => 0);
  const met = shown.map(() => shown.map(() => 0));
  const design: number[][] = [];
  for (let task = 0; task < taskCount; task += 1) {
    const chosen: number[] = [];
    while (chosen.length < perTask) {
      const candidates = shown
        .map((count, item) => ({
          item,
          count,
          met: chosen.reduce((sum, other) => sum + met[item]![other]!, 0),
          lot: random(),
        }))
        .filter(({ item }) => !chosen.includes(item))
        .sort((left, right) => left.count - right.count || left.met - right.met || left.lot - right.lot);
      chosen.push(candidates[0]!.item);
    }
    for (const item of chosen) {
      shown[item]! += 1;
      for (const other of chosen) if (other !== item) met[item]![other]! += 1;
    }
    // The order of picking follows the counts, so the order of showing is drawn anew.
    design.push(
      chosen
        .map((item) => ({ item, lot: random() }))
        .sort((left, right) => left.lot - right.lot)
        .map(({ item }) => item),
    );
  }
  const unevenness = met.flat().reduce((sum, count) => sum + count * count, 0);
  return { design, unevenness };
}
