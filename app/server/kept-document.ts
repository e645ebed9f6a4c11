/** Documents of the report that are kept in memory, so that a large study's report opens at once. */
import { countCompleteUntil, findEvidenceState } from "~/data/evidence";
import type { Study } from "~/data/studies";
import { NewestMap } from "~/domain/newest-map";
import type { ReportDocument } from "~/domain/report/document/report-document";
import type { ReportInput } from "~/domain/report/document/report-input";
import { type EvidenceFilter, filterSearch } from "~/domain/report/evidence-filter";
import type { Steps } from "~/domain/steps";
import type { Store } from "~db/client";
import { perStore } from "./memory";
import { readSurroundings, withAnswers } from "./report-input";
import { type ShownDocument, soonOf, type Work, work } from "./under-way";

type State = { surroundings: string; answers: Awaited<ReturnType<typeof findEvidenceState>> };
type Kept = { state: State; until: number; document: ReportDocument; catchingUp: boolean };
/** `outdone` once somebody has asked for what came after it. */
type Job = Work & { state: State; outdone: boolean };

/** What a report rests on is compared each time; only the names of companies are looked at no more than once a minute. */
const keptFor = 60_000;
export const mostKept = 40;
/** Whoever opens the report of a study with fewer responses waits for the newest: they are counted in a moment. */
export const large = 1000;
/** The page that asked goes out first. */
const startsAfter = 250;
/** What failed is not tried anew at once for whoever looks again. */
const failedFor = 5000;
const kept = perStore(() => new NewestMap<Kept>(mostKept));
const underWay = perStore(() => new Map<string, Job[]>());

type Wanted = {
  study: Study;
  kind: "live" | "outside";
  /** Whose answers it counts; everybody's without one. */
  filter?: EvidenceFilter;
  now: number;
  compute: (input: ReportInput) => Steps<ReportDocument>;
};

const keyOf = ({ study, kind, filter = {} }: Wanted) => `${study.id} ${kind} ${filterSearch(filter)}`;

/** How things stand, and everything but the answers. */
async function readState(store: Store, study: Study) {
  const [surroundings, answers] = await Promise.all([
    readSurroundings(store, study),
    findEvidenceState(store, { workspaceId: study.workspaceId, studyId: study.id }),
  ]);
  // Who begins a questionnaire changes no more than who finishes it.
  const { unfinished: _, ...settled } = surroundings;
  return { surroundings, state: { surroundings: JSON.stringify(settled), answers } };
}

const sameAnswers = (one: State, other: State) =>
  JSON.stringify(one.answers) === JSON.stringify(other.answers);
const same = (one: State, other: State) => one.surroundings === other.surroundings && sameAnswers(one, other);

/** The computation of just this that is under way, or a new one. */
function begun(
  store: Store,
  wanted: Wanted,
  { surroundings, state }: Awaited<ReturnType<typeof readState>>,
): Job {
  const { study, now, compute, filter } = wanted;
  const key = keyOf(wanted);
  const running = underWay(store);
  const others = running.get(key) ?? [];
  const before = others.find((one) => same(one.state, state));
  if (before) return before;
  for (const other of others) other.outdone = true;
  const computing = work(async () => {
    const input = await withAnswers(store, study, surroundings, filter);
    return { responses: input.evidence.length, steps: compute(input) };
  });
  const job: Job = { ...computing, state, outdone: false };
  running.set(key, [...others, job]);
  const over = () => {
    const rest = running.get(key)?.filter((one) => one !== job) ?? [];
    if (rest.length > 0) running.set(key, rest);
    else running.delete(key);
  };
  job.made.then(
    (document) => {
      over();
      if (!job.outdone) kept(store).set(key, { state, until: now + keptFor, document, catchingUp: false });
    },
    () => setTimeout(over, failedFor).unref(),
  );
  return job;
}

/** Whether all that happened since is that more people answered: nobody left, and nobody was excluded or let back in. */
async function onlyMore(store: Store, study: Study, before: State, after: State): Promise<boolean> {
  if (before.surroundings !== after.surroundings) return false;
  if (sameAnswers(before, after)) return true;
  const { reviews, reviewed, completed, complete } = before.answers;
  if (reviews !== after.answers.reviews || reviewed !== after.answers.reviewed) return false;
  const where = { workspaceId: study.workspaceId, studyId: study.id, until: completed };
  return (await countCompleteUntil(store, where)) === complete;
}

/** Unless somebody has waited for it meanwhile. */
async function catchUp(store: Store, wanted: Wanted, before: Kept): Promise<void> {
  const key = keyOf(wanted);
  if (kept(store).get(key) !== before) return;
  try {
    await begun(store, wanted, await readState(store, wanted.study)).made;
  } catch (error) {
    kept(store).delete(key);
    console.error("A report could not be brought up to date:", error);
  }
}

/**
 * The document as of now. Of a study so large that computing takes a while, what is kept is shown after more answers
 * came in, and brought up to date behind it (`catchingUp`); any other change, above all a person who was taken out, is
 * waited for, and so are the newest answers where `fresh`. Who asks `soon` is thrown how far it is (`StillComputing`)
 * instead of waiting.
 */
export async function keptDocument(
  store: Store,
  { fresh = false, soon = false, ...wanted }: Wanted & { fresh?: boolean; soon?: boolean },
): Promise<ShownDocument> {
  const { study, now } = wanted;
  const key = keyOf(wanted);
  const found = await readState(store, study);
  const { state } = found;
  const isLarge = state.answers.complete >= large;
  const before = kept(store).get(key);
  if (before && same(before.state, state) && before.until > now)
    return { document: before.document, catchingUp: false };
  const mayLag = async (then: State) => isLarge && !fresh && onlyMore(store, study, then, state);
  if (before && (await mayLag(before.state))) {
    if (!before.catchingUp) {
      before.catchingUp = true;
      setTimeout(() => catchUp(store, wanted, before), startsAfter).unref();
    }
    return { document: before.document, catchingUp: !sameAnswers(before.state, state) };
  }
  // Were each new answer to begin it anew, it would never come.
  const last = underWay(store).get(key)?.at(-1);
  const job = last && (await mayLag(last.state)) ? last : begun(store, wanted, found);
  const document = await (soon && isLarge ? soonOf(job) : job.made);
  return { document, catchingUp: !sameAnswers(job.state, state) };
}
