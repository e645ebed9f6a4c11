/**
 * A way in to a questionnaire. `personal` is the one behind invitations, which opens only with an invitation's
 * token; `import` holds the answers that came as a file and opens for nobody.
 */
const collectorKinds = ["study-link", "public-link", "qr", "embed", "personal", "import"] as const;
export type CollectorKind = (typeof collectorKinds)[number];
