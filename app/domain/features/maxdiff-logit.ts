import { noValue, type Outcome, value } from "../outcome";
import { invertMatrix, multiplyVector } from "../stats/invert-matrix";
import { isAnswered, type MaxdiffTask } from "./maxdiff-task";
import { softmax } from "./softmax";

export type MaxdiffLogit<Item> = {
  items: Item[];
  /** Log-odds against the reference item, whose own utility and standard error are 0. */
  utilities: number[];
  standardErrors: number[];
  logLikelihood: number;
  shares: number[];
  tasks: number;
};

/** A utility this far from the reference (odds over a million to one) means that the estimate runs off to infinity. */
const runaway = 15;
const maxSteps = 50;

/**
 * Multinomial logit of best-worst answers, pooled over respondents, by Newton's method. Each task counts as
 * two choices among the same items: the best with utilities u, the worst with −u. Shares are the softmax
 * of the utilities. Standard errors come from the inverse information and ignore that tasks of one respondent
 * belong together. No value when answers separate perfectly (an item always or never wins): no finite estimate.
 *
 * Source: Marley & Louviere (2005), Journal of Mathematical Psychology 49; Louviere, Flynn & Marley (2015), ch. 5.
 */
export function maxdiffLogit<Item extends string | number>(
  tasks: readonly MaxdiffTask<Item>[],
  items: readonly Item[],
  reference: Item,
): Outcome<MaxdiffLogit<Item>> {
  const answered = tasks.filter(isAnswered);
  if (answered.length === 0) return noValue("no-data");
  const free = items.filter((item) => item !== reference);
  if (free.length !== items.length - 1) return noValue("out-of-range");
  const position = new Map(free.map((item, index) => [item, index]));
  const choices = answered.flatMap((task) => {
    const shown = task.items.map((item) => position.get(item) ?? -1);
    return [
      { shown, picked: task.items.indexOf(task.best), sign: 1 },
      { shown, picked: task.items.indexOf(task.worst), sign: -1 },
    ];
  });

  let utilities = free.map(() => 0);
  for (let step = 0; step < maxSteps; step += 1) {
    const { gradient, information } = slopeAt(choices, utilities);
    const covariance = invertMatrix(information);
    if (!covariance) break;
    const move = multiplyVector(covariance, gradient);
    utilities = utilities.map((utility, index) => utility + move[index]!);
    if (!utilities.every((utility) => Math.abs(utility) < runaway)) break;
    if (Math.max(0, ...move.map(Math.abs)) > 1e-10) continue;
    const complete = items.map((item) => utilities[position.get(item) ?? -1] ?? 0);
    return value({
      items: [...items],
      utilities: complete,
      standardErrors: items.map((item) => {
        const index = position.get(item);
        return index === undefined ? 0 : Math.sqrt(covariance[index]![index]!);
      }),
      logLikelihood: slopeAt(choices, utilities).logLikelihood,
      shares: softmax(complete),
      tasks: answered.length,
    });
  }
  return noValue("did-not-converge");
}

/** A choice among the shown items: their positions among the free utilities (−1 is the reference), and the picked one. */
type Choice = { shown: number[]; picked: number; sign: number };

function slopeAt(choices: readonly Choice[], utilities: readonly number[]) {
  const gradient = utilities.map(() => 0);
  const information = utilities.map(() => utilities.map(() => 0));
  let logLikelihood = 0;
  for (const { shown, picked, sign } of choices) {
    const chances = softmax(shown.map((index) => sign * (utilities[index] ?? 0)));
    logLikelihood += Math.log(chances[picked]!);
    shown.forEach((row, rank) => {
      if (row < 0) return;
      gradient[row]! += sign * ((rank === picked ? 1 : 0) - chances[rank]!);
      shown.forEach((column, other) => {
        if (column < 0) return;
        information[row]![column]! += chances[rank]! * ((rank === other ? 1 : 0) - chances[other]!);
      });
    });
  }
  return { gradient, information, logLikelihood };
}
