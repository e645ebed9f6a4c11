import type { ChainRole } from "../chain/role";
import { monthNumber } from "../growth/month";

export type StepState = "not-begun" | "running" | "enough" | "needs-you";
type Input = {
  questionnaires: readonly { version: number | null; revision: number; publishedRevision: number | null }[];
  counts: readonly { role: ChainRole; started: number; complete: number }[];
  /** The last month of the books and of the funnel, and the month of now: `2026-03`; null where nothing is written. */
  growth: { books: string | null; funnel: string | null; now: string };
  /** Cells of the matrix of features and vendors, and how many of them are known. */
  matrix: { rivals: number; features: number; known: number; total: number };
  /** What each market scenario has to reach; null where its author set no goal. */
  goals: readonly (number | null)[];
};

/** Fewer complete responses than this in a role and no figure of it is shown as a share. */
export const enoughOfARole = 5;

/**
 * How far each step of a study is, for the marks in its navigation. Questionnaires need their author
 * while one is unpublished or has unpublished changes; the steps behind fieldwork begin with the first
 * complete response and are enough when every role that was begun has at least five. Competitors are enough when nine in
 * ten cells of the matrix are known, the market when a scenario has a goal to be judged by. Growth needs its team when
 * the books or the funnel have fallen behind by two whole months, and is enough while both are kept.
 */
export function stepStates({ questionnaires, counts, growth, matrix, goals }: Input) {
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
    competitors: competitorState(matrix),
    market: marketState(goals),
    growth: growthState(growth),
    report: reading,
  };
}

const nearlyAllKnown = 0.9;

function competitorState({ rivals, features, known, total }: Input["matrix"]): StepState {
  if (rivals === 0 && features === 0) return "not-begun";
  return rivals > 0 && features > 0 && known >= nearlyAllKnown * total ? "enough" : "running";
}

function marketState(goals: Input["goals"]): StepState {
  if (goals.length === 0) return "not-begun";
  return goals.some((goal) => goal !== null) ? "enough" : "running";
}

/** Months behind the present one that are still in time: the last whole month may not be closed yet. */
const inTime = 2;

function growthState({ books, funnel, now }: Input["growth"]): StepState {
  const kept = [books, funnel].filter((month) => month !== null);
  if (kept.length === 0) return "not-begun";
  if (kept.some((month) => monthNumber(now) - monthNumber(month) > inTime)) return "needs-you";
  return kept.length === 2 ? "enough" : "running";
}
