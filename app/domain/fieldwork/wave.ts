/** What a round of fieldwork aims at, said before it begins. */
import type { ChainRole } from "../chain/role";

/** The company's field that a segment is cut by. */
export const segmentFields = ["size", "industry", "region"] as const;
export type SegmentField = (typeof segmentFields)[number];

/** Complete responses wanted: per role, and per role within a segment of companies (a quota). */
export type WaveTargets = {
  roles: Partial<Record<ChainRole, number>>;
  segments: { field: SegmentField; value: string; role: ChainRole; target: number }[];
};

/** When to stop asking; each rule that is null was not declared. */
export type StopRules = {
  /** Stop when every target is met. */
  targetsMet: boolean;
  /** Stop when the PMF verdict of this role is decided (above or below the threshold). */
  verdictDecided: ChainRole | null;
  /** Stop after so many complete responses, decided or not. */
  mostResponses: number | null;
  /** Who comes for a target that is met is told so instead of being asked. Missing in waves declared before this could be said. */
  closesQuotas?: boolean;
  /** The wave ends by itself as soon as a rule is met. */
  endsItself?: boolean;
  /** Numbers of eligible answers of a role at which the PMF score is looked at, ascending; absent in older plans. */
  looks?: number[];
};

export const noTargets: WaveTargets = { roles: {}, segments: [] };
export const noStopRules: StopRules = { targetsMet: false, verdictDecided: null, mostResponses: null };
