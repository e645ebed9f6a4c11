import type { ChainRole } from "../chain/role";

export type StepState = "not-begun" | "running" | "enough" | "needs-you";
type Input = {
  questionnaires: readonly { version: number | null; revision: number; publishedRevision: number | null }[];
  counts: readonly { role: ChainRole; started: number; complete: number }[];
};

/** Fewer complete responses than this in a role and no figure of it is shown as a share. */
export const enoughOfARole = 5;

/**
 * How far each step of a study is, for the marks in its navigation. Questionnaires need their author
 * while one is unpublished or has unpublished changes; the steps behind fieldwork begin with the first
 * complete response and are enough when every role that was begun has at least five.
 */
export function stepStates({ questionnaires, counts }: Input) {
  const published = questionnaires.filter(({ version }) => version !== null);
  const changed = questionnaires.some(({ revision, publishedRevision }) => revision !== publishedRevision);
  const complete = counts.reduce((sum, row) => sum + row.complete, 0);
  const started = counts.reduce((sum, row) => sum + row.started, 0);
  const enough = complete > 0 && counts.every((row) => row.complete >= enoughOfARole);
  const reading: StepState = complete === 0 ? "not-begun" : enough ? "enough" : "running";
  const questionnaireState: StepState = changed ? "needs-you" : "enough";
  const fieldwork: StepState =
    published.length === 0 ? "not-begun" : started === 0 ? "needs-you" : enough ? "enough" : "running";
  return {
    questionnaires: questionnaireState,
    fieldwork,
    responses: reading,
    results: reading,
    pmf: reading,
    chain: reading,
    report: reading,
  };
}
