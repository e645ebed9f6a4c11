/** The methods of the competitor matrix under the names and shapes of the published reference cases. */
import { ahpPriorities, ahpWeights } from "../competitors/ahp";
import { type Direction, topsis } from "../competitors/topsis";
import { type Scores, weightedSum } from "../competitors/weighted-sum";
import { fieldsOf } from "./fields-of";
import { orNull } from "./or-null";

type Matrix = number[][];

export const competitorReference = {
  weighted_sum(input: { weights: number[]; scores: Record<string, Scores> }) {
    const alternatives = Object.entries(input.scores).map(([name, scores]) => ({ name, scores }));
    return fieldsOf(weightedSum(input.weights, alternatives), {
      weights_norm: (result) => result.weights,
      score: (result) => Object.fromEntries(result.scores.map(({ name, score }) => [name, orNull(score)])),
      rank: (result) => result.rank,
    });
  },

  /** `rank` names the alternatives when the input does, and numbers its rows from 0 when not. */
  topsis(input: { matrix: Matrix; weights: number[]; direction: Direction[]; alternatives?: string[] }) {
    return fieldsOf(topsis(input.matrix, input.weights, input.direction), {
      closeness: (result) => result.closeness,
      rank: (result) => result.rank.map((row) => input.alternatives?.[row] ?? row),
    });
  },

  ahp(input: { matrix?: Matrix; criteria?: Matrix; alternatives?: Record<string, Matrix> }) {
    const local = Object.entries(input.alternatives ?? {});
    if (input.criteria && local.length > 0)
      return fieldsOf(
        ahpPriorities(
          input.criteria,
          local.map(([, matrix]) => matrix),
        ),
        {
          priority: (result) => result.priorities,
          local: (result) =>
            Object.fromEntries(local.map(([name], criterion) => [name, result.local[criterion]?.weights])),
          weights: (result) => result.criteria.weights,
          CR: (result) => result.criteria.consistencyRatio,
        },
      );
    return fieldsOf(ahpWeights(input.matrix ?? input.criteria ?? []), {
      weights: (result) => result.weights,
      lambda_max: (result) => result.lambdaMax,
      CI: (result) => result.consistencyIndex,
      CR: (result) => result.consistencyRatio,
    });
  },
};
