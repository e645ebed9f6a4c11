/** Documents of the report that are kept in memory, so that a large study's report opens at once. */
import { countCompleteUntil, findEvidenceState } from "~/data/evidence";
import type { Study } from "~/data/studies";
import type { ReportDocument } from "~/domain/report/document/report-document";
import type { ReportInput } from "~/domain/report/document/report-input";
import { type EvidenceFilter, filterSearch } from "~/domain/report/evidence-filter";
import type { Steps } from "~/domain/steps";
import type { Store } from "~db/client";
import { inSlices } from "./in-slices";
import { readSurroundings, withAnswers } from "./report-input";

type State = { surroundings: string; answers: Awaited<ReturnType<typeof findEvidenceState>> };
type Kept = { state: State; until: number; document: ReportDocument; catchingUp: boolean };

/** What a report rests on is compared each time; only the names of companies are looked at no more than once a minute. */
const keptFor = 60_000;
export const mostKept = 40;
/** Whoever opens the report of fewer responses waits for the newest: they are counted in a moment. */
export const large = 1000;
/** The page that asked goes out first. */
const startsAfter = 250;
const kept = new WeakMap<Store, Map<string, Kept>>();

export type ShownDocument = { document: ReportDocument; catchingUp: boolean };
type Wanted = {
  study: Study;
  kind: "live" | "outside";
  /** Whose answers it counts; everybody's without one. */
  filter?: EvidenceFilter;
  now: number;
  compute: (input: ReportInput) => Steps<ReportDocument>;
};

/** Who begins a questionnaire changes no more than who finishes it. */
const settled = ({ unfinished: _, ...rest }: Awaited<ReturnType<typeof readSurroundings>>) =>
  JSON.stringify(rest);

const keyOf = ({ study, kind, filter = {} }: Wanted) => `${study.id} ${kind} ${filterSearch(filter)}`;

async function computed(store: Store, wanted: Wanted): Promise<ReportDocument> {
  const { study, now, compute, filter } = wanted;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [surroundings, answers] = await Promise.all([
    readSurroundings(store, study),
    findEvidenceState(store, where),
  ]);
  const state = { surroundings: settled(surroundings), answers };
  const key = keyOf(wanted);
  return joined(store, JSON.stringify([key, state]), async () => {
    const document = await inSlices(compute(await withAnswers(store, study, surroundings, filter)));
    const known = kept.get(store) ?? new Map<string, Kept>();
    kept.set(store, known);
    known.delete(key);
    known.set(key, { state, until: now + keptFor, document, catchingUp: false });
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return document;
  });
}

const underWay = new WeakMap<Store, Map<string, Promise<ReportDocument>>>();

/** Who asks for what is being computed already waits for the same. */
function joined(store: Store, mark: string, compute: () => Promise<ReportDocument>): Promise<ReportDocument> {
  const running = underWay.get(store) ?? new Map<string, Promise<ReportDocument>>();
  underWay.set(store, running);
  const before = running.get(mark);
  if (before) return before;
  const made = compute().finally(() => running.delete(mark));
  running.set(mark, made);
  return made;
}

/** Whether all that happened since is that more people answered: nobody left, and nobody was excluded or let back in. */
async function onlyMore(
  store: Store,
  study: Study,
  before: State["answers"],
  after: State["answers"],
): Promise<boolean> {
  if (before.reviews !== after.reviews || before.reviewed !== after.reviewed) return false;
  const where = { workspaceId: study.workspaceId, studyId: study.id, until: before.completed };
  return (await countCompleteUntil(store, where)) === before.complete;
}

/** Unless somebody has waited for it meanwhile. */
async function catchUp(store: Store, wanted: Wanted, before: Kept): Promise<void> {
  const key = keyOf(wanted);
  if (kept.get(store)?.get(key) !== before) return;
  await computed(store, wanted).catch((error) => {
    kept.get(store)?.delete(key);
    console.error("A report could not be brought up to date:", error);
  });
}

/**
 * The document as of now. Of a study so large that computing takes a while, what is kept is shown after more answers
 * came in, and brought up to date behind it (`catchingUp`); any other change, above all a person who was taken out, is
 * waited for, and so are the newest answers where `fresh`.
 */
export async function keptDocument(
  store: Store,
  { fresh = false, ...wanted }: Wanted & { fresh?: boolean },
): Promise<ShownDocument> {
  const { study, now } = wanted;
  const before = kept.get(store)?.get(keyOf(wanted));
  const done = async () => ({ document: await computed(store, wanted), catchingUp: false });
  if (!before) return done();
  const [surroundings, answers] = await Promise.all([
    readSurroundings(store, study),
    findEvidenceState(store, { workspaceId: study.workspaceId, studyId: study.id }),
  ]);
  const sameAnswers = JSON.stringify(before.state.answers) === JSON.stringify(answers);
  if (before.state.surroundings !== settled(surroundings)) return done();
  if (sameAnswers && before.until > now) return { document: before.document, catchingUp: false };
  if (fresh || before.document.responses < large) return done();
  if (!sameAnswers && !(await onlyMore(store, study, before.state.answers, answers))) return done();
  if (!before.catchingUp) {
    before.catchingUp = true;
    setTimeout(() => catchUp(store, wanted, before), startsAfter).unref();
  }
  return { document: before.document, catchingUp: !sameAnswers };
}
