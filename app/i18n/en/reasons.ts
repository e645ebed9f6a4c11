import type { Reason } from "~/domain/outcome";

export const reasons = {
  "no-data": "There are no answers yet.",
  "too-few": "There are too few answers to say anything reliable.",
  "too-few-companies": "The answers come from too few companies to say anything reliable.",
  "too-few-points": "There are too few points in time to fit a curve.",
  "out-of-range": "A value lies outside the range this method allows.",
  "lengths-differ": "The two lists compared do not have the same length.",
  "not-positive": "This method needs a value above zero.",
  "zero-denominator": "It would mean dividing by zero.",
  "no-variance": "All values are the same, so there is nothing to compare.",
  "empty-target-cell": "A group that the market contains has no answers, so weighting is not possible.",
  "before-peak": "Growth has not peaked yet, so the curve cannot be fitted.",
  "did-not-converge": "The computation did not settle on a result.",
  "never-reached": "It is never reached with these figures.",
  "no-crossing": "The curves do not cross.",
  "not-consistent": "The judgements contradict one another too much.",
  "not-applicable": "This does not apply here.",
  "too-large": "There are too many combinations to compute.",
} satisfies Record<Reason, string>;
