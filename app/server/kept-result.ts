/** What is computed from all answers of a study, kept in memory so that a large study's pages open at once. */
import { countCompleteUntil, findEvidenceState } from "~/data/evidence";
import { findThresholds } from "~/data/quality";
import type { Study } from "~/data/studies";
import { NewestMap } from "~/domain/newest-map";
import { type EvidenceFilter, filterSearch, unflagged } from "~/domain/report/evidence-filter";
import type { Store } from "~db/client";
import { perStore } from "./memory";
import { type Begun, soonOf, type Work, work } from "./under-way";

/** As of `at`; `catchingUp` while newer answers are being counted. */
export type Shown<T> = { made: T; at: number; catchingUp: boolean };

type State = { around: string; answers: Awaited<ReturnType<typeof findEvidenceState>> };
type Kept<T> = { state: State; until: number; at: number; made: T; catchingUp: boolean };
/** `outdone` once somebody has asked for what came after it. */
type Job<T> = Work<T> & { state: State; at: number; outdone: boolean };

/** What a result rests on is compared each time; only the names of companies are looked at no more than once a minute. */
const keptFor = 60_000;
/** Of each kind. */
export const mostKept = 40;
/** Whoever opens a page of a study with fewer responses waits for the newest: they are counted in a moment. */
export const large = 1000;
/** The page that asked goes out first. */
const startsAfter = 250;
/** What failed is not tried anew at once for whoever looks again. */
const failedFor = 5000;

/** By kind, and by study and filter. */
const keptKinds = perStore(() => new Map<string, NewestMap<Kept<unknown>>>());
const kindsUnderWay = perStore(() => new Map<string, Map<string, Job<unknown>[]>>());

function kept<T>(store: Store, kind: string) {
  const own = keptKinds(store).get(kind) ?? new NewestMap<Kept<unknown>>(mostKept);
  keptKinds(store).set(kind, own);
  return own as NewestMap<Kept<T>>;
}

function underWay<T>(store: Store, kind: string) {
  const own = kindsUnderWay(store).get(kind) ?? new Map<string, Job<unknown>[]>();
  kindsUnderWay(store).set(kind, own);
  return own as Map<string, Job<T>[]>;
}

/** Everything a result rests on beside the answers, as it stands now, and how it is computed. */
export type Around<T> = { around: unknown; begin: () => Promise<Begun<T>> };

export type Wanted<T> = {
  study: Study;
  /** Results of one kind are of one type. */
  kind: string;
  /** Whose answers it counts; everybody's without one. */
  filter?: EvidenceFilter;
  now: number;
  /** Who has only begun changes nothing. */
  onlyComplete?: boolean;
  read: () => Promise<Around<T>>;
};

const keyOf = ({ study, filter = {} }: Pick<Wanted<unknown>, "study" | "filter">) =>
  `${study.id} ${filterSearch(filter)}`;

/** How things stand; before the answers are read, so that what comes between is counted once more rather than not at all. */
async function readState<T>(store: Store, { study, filter, onlyComplete, read }: Wanted<T>) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [{ around, begin }, answers, thresholds] = await Promise.all([
    read(),
    findEvidenceState(store, { ...where, onlyComplete }),
    filter?.quality?.includes(unflagged) ? findThresholds(store, where) : null,
  ]);
  return { begin, state: { around: JSON.stringify([around, thresholds]), answers } };
}

const sameAnswers = (one: State, other: State) =>
  JSON.stringify(one.answers) === JSON.stringify(other.answers);
const same = (one: State, other: State) => one.around === other.around && sameAnswers(one, other);

/** The computation of just this that is under way, or a new one. */
function begun<T>(
  store: Store,
  wanted: Wanted<T>,
  { state, begin }: Awaited<ReturnType<typeof readState<T>>>,
): Job<T> {
  const { kind, now } = wanted;
  const key = keyOf(wanted);
  const running = underWay<T>(store, kind);
  const others = running.get(key) ?? [];
  const before = others.find((one) => same(one.state, state));
  if (before) return before;
  for (const other of others) other.outdone = true;
  const job: Job<T> = { ...work(kind, begin), state, at: now, outdone: false };
  running.set(key, [...others, job]);
  const over = () => {
    const rest = running.get(key)?.filter((one) => one !== job) ?? [];
    if (rest.length > 0) running.set(key, rest);
    else running.delete(key);
  };
  job.made.then(
    (made) => {
      over();
      if (!job.outdone)
        kept<T>(store, kind).set(key, { state, until: now + keptFor, at: now, made, catchingUp: false });
    },
    () => setTimeout(over, failedFor).unref(),
  );
  return job;
}

/** Whether all that happened since is that more people answered: nobody left, and nobody was excluded or let back in. */
async function onlyMore(store: Store, study: Study, before: State, after: State): Promise<boolean> {
  if (before.around !== after.around) return false;
  if (sameAnswers(before, after)) return true;
  const { reviews, reviewed, completed, complete } = before.answers;
  if (reviews !== after.answers.reviews || reviewed !== after.answers.reviewed) return false;
  const where = { workspaceId: study.workspaceId, studyId: study.id, until: completed };
  return (await countCompleteUntil(store, where)) === complete;
}

/** Unless somebody has waited for it meanwhile. */
async function catchUp<T>(store: Store, wanted: Wanted<T>, before: Kept<T>): Promise<void> {
  const known = kept<T>(store, wanted.kind);
  const key = keyOf(wanted);
  if (known.get(key) !== before) return;
  try {
    await begun(store, wanted, await readState(store, wanted)).made;
  } catch (error) {
    known.delete(key);
    console.error(`What was kept (${wanted.kind}) could not be brought up to date:`, error);
  }
}

/**
 * The result as of now. Of a study so large that computing takes a while, what is kept is shown after more answers came
 * in, and brought up to date behind it (`catchingUp`); any other change, above all a person who was taken out, is waited
 * for, and so are the newest answers where `fresh`. Who asks `soon` is thrown how far it is (`StillComputing`) instead of
 * waiting.
 */
export async function keptResult<T>(
  store: Store,
  { fresh = false, soon = false, ...wanted }: Wanted<T> & { fresh?: boolean; soon?: boolean },
): Promise<Shown<T>> {
  const { study, kind, now } = wanted;
  const key = keyOf(wanted);
  const found = await readState(store, wanted);
  const { state } = found;
  const isLarge = state.answers.complete >= large;
  const before = kept<T>(store, kind).get(key);
  if (before && same(before.state, state) && before.until > now)
    return { made: before.made, at: before.at, catchingUp: false };
  const mayLag = async (then: State) => isLarge && !fresh && onlyMore(store, study, then, state);
  if (before && (await mayLag(before.state))) {
    if (!before.catchingUp) {
      before.catchingUp = true;
      setTimeout(() => catchUp(store, wanted, before), startsAfter).unref();
    }
    return { made: before.made, at: before.at, catchingUp: !sameAnswers(before.state, state) };
  }
  // Were each new answer to begin it anew, it would never come.
  const last = underWay<T>(store, kind).get(key)?.at(-1);
  const job = last && (await mayLag(last.state)) ? last : begun(store, wanted, found);
  const made = await (soon && isLarge ? soonOf(job) : job.made);
  return { made, at: job.at, catchingUp: !sameAnswers(job.state, state) };
}
