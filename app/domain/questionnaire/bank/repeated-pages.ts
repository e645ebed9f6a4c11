/** Begins of the names of pages that a questionnaire has once for each competitor or feature of the study. */
export const repeatedPages = ["competitor_features_", "user_kano_functional_"] as const;
