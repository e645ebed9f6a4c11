import { deviation, mean } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import type { KanoAnswer } from "./kano-table";

const functionalScore: Record<KanoAnswer, number> = {
  like: 4,
  "must-be": 2,
  neutral: 0,
  "live-with": -1,
  dislike: -2,
};
const dysfunctionalScore: Record<KanoAnswer, number> = {
  like: -2,
  "must-be": -1,
  neutral: 0,
  "live-with": 2,
  dislike: 4,
};

export type KanoQuadrant = "one-dimensional" | "attractive" | "must-be" | "indifferent";
export type KanoPair = { functional: KanoAnswer; dysfunctional: KanoAnswer };

/**
 * Continuous Kano: mean score with the feature and without it, each −2 to 4, and the quadrant when both
 * axes are split at 2 (2 itself counts as high). The standard deviations divide by n − 1 and need two answers.
 *
 * Source: DuMouchel in Berger et al. (1993).
 */
export function kanoContinuous(answers: readonly KanoPair[]): Outcome<{
  functionalMean: number;
  dysfunctionalMean: number;
  functionalDeviation: Outcome<number>;
  dysfunctionalDeviation: Outcome<number>;
  quadrant: KanoQuadrant;
  n: number;
}> {
  const functional = answers.map((answer) => functionalScore[answer.functional]);
  const dysfunctional = answers.map((answer) => dysfunctionalScore[answer.dysfunctional]);
  const functionalMean = mean(functional);
  const dysfunctionalMean = mean(dysfunctional);
  if (functionalMean === undefined || dysfunctionalMean === undefined) return noValue("no-data");
  return value({
    functionalMean,
    dysfunctionalMean,
    functionalDeviation: sampleDeviation(functional),
    dysfunctionalDeviation: sampleDeviation(dysfunctional),
    quadrant: quadrantOf(functionalMean >= 2, dysfunctionalMean >= 2),
    n: answers.length,
  });
}

function sampleDeviation(scores: readonly number[]): Outcome<number> {
  const found = deviation(scores);
  return found === undefined ? noValue("too-few", { n: scores.length, needed: 2 }) : value(found);
}

function quadrantOf(delightsWhenThere: boolean, hurtsWhenMissing: boolean): KanoQuadrant {
  if (hurtsWhenMissing) return delightsWhenThere ? "one-dimensional" : "must-be";
  return delightsWhenThere ? "attractive" : "indifferent";
}
