/** How far a wave is from what was declared: targets, the day they are met at today's pace, and the rules to stop. */
import { type ChainRole, chainRoles } from "../chain/role";
import { noValue, type Outcome, value } from "../outcome";
import type { PmfVerdict } from "../pmf/pmf-verdict";
import type { SegmentField, StopRules, WaveTargets } from "./wave";

type Answer = {
  role: ChainRole;
  completedAt: number | null;
  size: string | null;
  industry: string | null;
  region: string | null;
};

export type TargetProgress = {
  role: ChainRole;
  /** Null for the whole role. */
  segment: { field: SegmentField; value: string } | null;
  done: number;
  target: number;
};

/** Complete responses beside each target, the roles first; a role without a target is left out. */
export function targetProgress(answers: readonly Answer[], targets: WaveTargets): TargetProgress[] {
  const complete = answers.filter(({ completedAt }) => completedAt !== null);
  const ofRole = (role: ChainRole) => complete.filter((one) => one.role === role);
  const roles = chainRoles.flatMap((role) => {
    const target = targets.roles[role];
    return target ? [{ role, segment: null, done: ofRole(role).length, target }] : [];
  });
  const segments = targets.segments.map(({ field, value: wanted, role, target }) => ({
    role,
    segment: { field, value: wanted },
    done: ofRole(role).filter((one) => one[field] === wanted).length,
    target,
  }));
  return [...roles, ...segments];
}

const day = 24 * 60 * 60 * 1000;
/** Days whose pace is carried on. */
const paceDays = 7;
/** A pace of fewer answers than this says nothing. */
const fewestForPace = 3;
/** Further away than a year is not a date but a sign that the pace must change. */
const furthest = 365;

/**
 * When every target would be met if each role went on as over the last seven days (or since the wave began, if that is
 * shorter). The latest role decides. A role with a gap and fewer than three answers in those days is `too-few`; over a
 * year away is `never-reached`; nothing declared is `not-applicable`. With every target met it is `now`.
 */
export function projectedEnd(
  answers: readonly Answer[],
  targets: WaveTargets,
  given: { startedAt: number; now: number },
): Outcome<number> {
  const open = targetProgress(answers, targets).filter(({ segment }) => segment === null);
  if (open.length === 0) return noValue("not-applicable");
  const since = Math.max(given.startedAt, given.now - paceDays * day);
  const days = Math.max(1, (given.now - since) / day);
  let latest = given.now;
  for (const { role, done, target } of open) {
    if (done >= target) continue;
    const recent = answers.filter(
      (one) => one.role === role && one.completedAt !== null && one.completedAt > since,
    ).length;
    if (recent < fewestForPace) return noValue("too-few", { n: recent });
    const ahead = (target - done) / (recent / days);
    if (ahead > furthest) return noValue("never-reached");
    latest = Math.max(latest, given.now + Math.ceil(ahead) * day);
  }
  return value(latest);
}

/** Looks at the score stop by what they show, not by a rule that is met: `pmfPlan` judges them. */
export type StopState = { rule: "targetsMet" | "verdictDecided" | "mostResponses"; met: boolean };

/** The declared rules, each with whether it says to stop now. */
export function stopStates(
  rules: StopRules,
  given: {
    answers: readonly Answer[];
    targets: WaveTargets;
    verdicts: ReadonlyMap<ChainRole, PmfVerdict>;
  },
): StopState[] {
  const progress = targetProgress(given.answers, given.targets);
  const complete = given.answers.filter(({ completedAt }) => completedAt !== null).length;
  const states: StopState[] = [];
  if (rules.targetsMet)
    states.push({
      rule: "targetsMet",
      met: progress.length > 0 && progress.every(({ done, target }) => done >= target),
    });
  if (rules.verdictDecided !== null) {
    const verdict = given.verdicts.get(rules.verdictDecided);
    states.push({ rule: "verdictDecided", met: verdict === "above" || verdict === "below" });
  }
  if (rules.mostResponses !== null)
    states.push({ rule: "mostResponses", met: complete >= rules.mostResponses });
  return states;
}
