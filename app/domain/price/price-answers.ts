/** One respondent's four prices, in the study's currency and unit; null when not answered. */
export type PriceAnswer = {
  tooCheap: number | null;
  cheap: number | null;
  expensive: number | null;
  tooExpensive: number | null;
};

export type ValidPrices = { tooCheap: number; cheap: number; expensive: number; tooExpensive: number };

/** The answers whose four prices are there, not negative, and rise strictly; the others contradict themselves. */
export function validPrices<Answer extends PriceAnswer>(
  answers: readonly Answer[],
): (Answer & ValidPrices)[] {
  return answers.filter(isValid);
}

function isValid<Answer extends PriceAnswer>(answer: Answer): answer is Answer & ValidPrices {
  const { tooCheap, cheap, expensive, tooExpensive } = answer;
  if (tooCheap === null || cheap === null || expensive === null || tooExpensive === null) return false;
  return (
    tooCheap >= 0 &&
    tooCheap < cheap &&
    cheap < expensive &&
    expensive < tooExpensive &&
    Number.isFinite(tooExpensive)
  );
}

/** Every price that a valid answer names, ascending, each once. */
export function observedPrices(answers: readonly ValidPrices[]): number[] {
  const named = answers.flatMap((answer) => [
    answer.tooCheap,
    answer.cheap,
    answer.expensive,
    answer.tooExpensive,
  ]);
  return [...new Set(named)].sort((left, right) => left - right);
}
