/** Whether a later wave confirms a need: how many have it there, against how many had it before. */
import type { Outcome } from "../outcome";
import { fewestCompanies } from "../pmf/pmf-score";
import { newcombeDifference, type ShareDifference } from "../stats/newcombe-difference";
import type { Reach } from "./opportunity-rank";
import type { OpportunityStatus } from "./words";

/** A need may have become this much rarer, in shares of companies, and still count as confirmed. Our convention. */
const confirmMargin = 0.2;

/** What is missing before a wave can say anything. */
export type Lacking =
  | "not-findable"
  | "no-wave"
  | "no-answers"
  | "too-few"
  | "no-earlier"
  | "too-few-earlier";

export type Confirmation =
  | { state: "lacking"; why: Lacking; companies: number; needed: number }
  | {
      /** `confirmed`: as common as before, at most the margin rarer. `refuted`: surely rarer by more. */
      state: "confirmed" | "refuted" | "undecided";
      now: Reach;
      before: Reach;
      difference: ShareDifference;
    };

/**
 * Judges the companies that have a need in the linked wave against those of the waves before it, by the interval of the
 * difference: confirmed when all of it lies above −20 points, refuted when all of it lies below, undecided between.
 * Under five companies on either side nothing is judged; without an earlier wave there is nothing to confirm.
 *
 * Source: Newcombe (1998), method 10; a margin for "no worse": Schuirmann (1987), Journal of Pharmacokinetics and
 * Biopharmaceutics 15(6). The margin is our convention.
 */
export function confirmNeed(given: {
  findable: boolean;
  /** Null: no wave is linked. */
  now: Outcome<Reach> | null;
  before: Outcome<Reach>;
}): Confirmation {
  const { findable, now, before } = given;
  const lacking = (why: Lacking, companies = 0): Confirmation => ({
    ...{ state: "lacking", why, companies, needed: fewestCompanies },
  });
  if (now === null) return lacking("no-wave");
  if (!findable) return lacking("not-findable");
  if (!now.ok) return lacking("no-answers");
  if (now.value.of < fewestCompanies) return lacking("too-few", now.value.of);
  if (!before.ok) return lacking("no-earlier");
  if (before.value.of < fewestCompanies) return lacking("too-few-earlier", before.value.of);
  const difference = newcombeDifference(
    { successes: now.value.companies, n: now.value.of },
    { successes: before.value.companies, n: before.value.of },
  );
  if (!difference.ok) return lacking("no-answers");
  const [low, high] = difference.value.interval;
  return {
    state: low > -confirmMargin ? "confirmed" : high < -confirmMargin ? "refuted" : "undecided",
    ...{ now: now.value, before: before.value, difference: difference.value },
  };
}

export type Standing = {
  status: OpportunityStatus;
  /** Whether the answers or a person settled it; null where neither has. */
  by: "answers" | "hand" | null;
  /** A person says other than the answers do. */
  against: boolean;
};

/**
 * Where an opportunity stands: what waits for its wave is confirmed or rejected by the answers once they are in; what a person set
 * holds over them, and shows it.
 */
export function standingOf(status: OpportunityStatus, { state }: Pick<Confirmation, "state">): Standing {
  if (status === "to-confirm") {
    if (state === "confirmed") return { status: "confirmed", by: "answers", against: false };
    if (state === "refuted") return { status: "rejected", by: "answers", against: false };
    return { status, by: null, against: false };
  }
  const by = status === "open" ? null : "hand";
  const against =
    (status === "confirmed" && state !== "confirmed") || (status === "rejected" && state === "confirmed");
  return { status, by: status === "confirmed" && state === "confirmed" ? "answers" : by, against };
}

/** Confirmed, by the answers or by hand, or already being built. */
export const isConfirmed = ({ status }: Standing) => status === "confirmed" || status === "building";
