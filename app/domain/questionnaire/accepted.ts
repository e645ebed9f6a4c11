/** Findings that an author keeps on purpose, each with the reason; they stay with the draft and its versions. */
import { isObject, listOf, valueAt, withValue } from "./draft-tree";
import type { Finding } from "./finding";

export type Accepted = { finding: string; reason: string; by: string; at: number };

export const longestReason = 500;

/** Names a finding: its kind, its question or place, and its words. Another wording is another finding. */
export const keyOfFinding = ({ kind, place, values }: Finding): string =>
  [
    kind,
    place.question ?? place.path,
    ...Object.entries(values).map(([key, value]) => `${key}=${value}`),
  ].join("|");

const isAccepted = (given: unknown): given is Accepted =>
  isObject(given) && typeof given.finding === "string" && typeof given.reason === "string";

/** What was accepted in a draft, by the name of the finding. */
export const acceptedIn = (draft: unknown): Map<string, Accepted> =>
  new Map(
    listOf(isObject(draft) ? draft.accepted : undefined)
      .filter(isAccepted)
      .map((one) => [one.finding, one]),
  );

/** The draft with a finding accepted, in place of an earlier reason for it. */
export function accept(draft: unknown, given: Accepted): unknown {
  const others = listOf(valueAt(draft, ["accepted"])).filter(
    (one) => !isAccepted(one) || one.finding !== given.finding,
  );
  return withValue(draft, ["accepted"], [...others, given]);
}

/** The draft without an acceptance; null when there is none. */
export function takeBack(draft: unknown, finding: string): unknown {
  const before = listOf(valueAt(draft, ["accepted"]));
  const left = before.filter((one) => !isAccepted(one) || one.finding !== finding);
  if (left.length === before.length) return null;
  return withValue(draft, ["accepted"], left.length > 0 ? left : undefined);
}
