/** A way in to a questionnaire. */
export const collectorKinds = ["public-link", "study-link"] as const;
export type CollectorKind = (typeof collectorKinds)[number];
