import fc from "fast-check";

const rising = fc
  .tuple(
    fc.nat(60),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([tooCheap, first, second, third]) => ({
    tooCheap,
    cheap: tooCheap + first,
    expensive: tooCheap + first + second,
    tooExpensive: tooCheap + first + second + third,
  }));

/** Consistent answers to the four price questions. */
export const anyPriceAnswers = fc.array(rising, { minLength: 1, maxLength: 60 });
