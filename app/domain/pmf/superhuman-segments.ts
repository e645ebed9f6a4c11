import { ascending, group, rollup } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

export type SegmentAnswer = { persona: string; answer: "very" | "somewhat" | "not"; mainBenefit: string };

export type SupporterSegment = {
  /** Score of all answers. */
  overallScore: number;
  /** Personas that occur among "very", in the order of their letters. */
  keptPersonas: string[];
  segment: SegmentAnswer[];
  /** Score within the kept personas: exploratory, since it was chosen by its own outcome. */
  segmentScore: number;
};

/**
 * Superhuman's first step: keep only the personas that occur among the "very disappointed".
 * The segment is selected on the outcome, so its score is flattering; confirm it on a new wave.
 * `no-data` without answers, `zero-denominator` when nobody is very disappointed.
 * Source: Vohra (2018), First Round Review.
 */
export function keepSupporterPersonas(answers: readonly SegmentAnswer[]): Outcome<SupporterSegment> {
  if (answers.length === 0) return noValue("no-data");
  const very = answers.filter((one) => one.answer === "very");
  if (very.length === 0) return noValue("zero-denominator");
  const kept = new Set(very.map((one) => one.persona));
  const segment = answers.filter((one) => kept.has(one.persona));
  return value({
    overallScore: very.length / answers.length,
    keptPersonas: [...kept].sort(ascending),
    segment,
    segmentScore: very.length / segment.length,
  });
}

export type SomewhatSplit = {
  topBenefit: string;
  somewhat: number;
  /** "Somewhat" who name the top benefit, and those who name another. */
  convertible: number;
  disregarded: number;
  /** Half of the roadmap each: more of the benefit, and what holds the convertible back. */
  doubleDown: number;
  removeBlockers: number;
};

/**
 * Superhuman's further steps, on the answers it is given (usually a kept segment): the benefit named most often
 * by "very"; the "somewhat" who name the same can be won, the others are left aside, and so are all "not".
 * `roadmapCapacity` (any unit) is split in halves. Ties go to the benefit first in the order of letters.
 * `no-data` when nobody is very disappointed. Source: Vohra (2018), First Round Review.
 */
export function splitSomewhat(
  answers: readonly SegmentAnswer[],
  roadmapCapacity: number,
): Outcome<SomewhatSplit> {
  const byAnswer = group(answers, (one) => one.answer);
  const benefits = rollup(
    byAnswer.get("very") ?? [],
    (named) => named.length,
    (one) => one.mainBenefit,
  );
  const [top] = [...benefits].sort(([a, many], [b, few]) => few - many || ascending(a, b));
  if (!top) return noValue("no-data");
  if (!(roadmapCapacity >= 0)) return noValue("out-of-range", { roadmapCapacity });
  const somewhat = byAnswer.get("somewhat") ?? [];
  const convertible = somewhat.filter((one) => one.mainBenefit === top[0]).length;
  return value({
    topBenefit: top[0],
    somewhat: somewhat.length,
    convertible,
    disregarded: somewhat.length - convertible,
    doubleDown: roadmapCapacity / 2,
    removeBlockers: roadmapCapacity / 2,
  });
}
