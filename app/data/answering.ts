/**
 * The way of an answer onto the disk: one path for the respondent's page, the background save and the
 * sample's seed. What is written has passed the published version's validator; a completed response
 * never changes.
 */
import { and, eq, exists, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { RefusalReason } from "~/domain/fieldwork/invitation";
import { tellsSegment } from "~/domain/fieldwork/quota";
import type { Language } from "~/domain/language";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import type { Compiled, End } from "~/domain/questionnaire/compiled";
import { endOf, quotasAt } from "~/domain/questionnaire/endings";
import { nextPage, previousPage } from "~/domain/questionnaire/flow";
import { toldCompany } from "~/domain/questionnaire/known-company";
import { drawVariables } from "~/domain/questionnaire/order";
import { type AnswerProblem, checkPage, checkSubmission } from "~/domain/questionnaire/validate";
import type { Store } from "~db/client";
import { deleteLooseFiles, withFilesOf } from "./answer-files";
import { requireCompany } from "./companies";
import { asMany, findPlaces, lockPlaces } from "./quotas";
import { findResponseByKey, type Response } from "./starting";
import { isWaveQuotaFull } from "./wave-quotas";

/** What the respondent asked for: keep what is typed, go on, or go back. */
export type Move = "save" | "next" | "back";
/** "completed" is also what was closed early: the response's `outcome` says which. */
export type Saved =
  | { kind: "saved"; response: Response }
  | { kind: "moved"; response: Response }
  /** Something is missing or wrong; what was valid is kept, `problems` name the rest. */
  | { kind: "refused"; response: Response; problems: AnswerProblem[] }
  | { kind: "completed"; response: Response };

type Change = Partial<
  Pick<
    Response,
    "answers" | "page" | "seconds" | "completedAt" | "outcome" | "closedBy" | "companyId" | "language"
  >
>;

/**
 * Writes on top of the state that was read; null when somebody else wrote first. With `held`, also when the number of
 * complete responses beside it is no more the one that its quotas were judged by.
 */
async function writeResponse(
  store: Store,
  given: { workspaceId: string; response: Response; change: Change; held?: number; now: number },
): Promise<Response | null> {
  const { db, tables, atomically } = store;
  const { workspaceId, response, change, held, now } = given;
  const { responses, invitations } = tables;
  const places: SQL | undefined = held === undefined ? undefined : asMany(store, response, held);
  const update = (tx: Store["db"]) =>
    tx
      .update(responses)
      .set({ ...change, revision: response.revision + 1, updatedAt: now })
      .where(
        and(
          eq(responses.workspaceId, workspaceId),
          eq(responses.id, response.id),
          eq(responses.revision, response.revision),
          isNull(responses.completedAt),
          isNull(responses.outcome),
          places,
        ),
      )
      .returning();
  const { invitationId } = response;
  const { outcome = null } = change;
  const over = change.completedAt || outcome !== null;
  if (held === undefined && (!over || invitationId === null)) return (await update(db))[0] ?? null;
  const isOver = db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(eq(responses.id, response.id), or(isNotNull(responses.completedAt), isNotNull(responses.outcome))),
    );
  const [, written] = await atomically((tx) => [
    lockPlaces({ db: tx, tables }, response),
    update(tx),
    ...(invitationId === null
      ? []
      : [
          // With the answer, not after it: a reminder must never follow a response that has arrived.
          tx
            .update(invitations)
            .set({ completedAt: now, outcome })
            .where(
              and(
                eq(invitations.workspaceId, workspaceId),
                eq(invitations.id, invitationId),
                isNull(invitations.completedAt),
                exists(isOver),
              ),
            ),
        ]),
  ]);
  return (written?.[0] as Response | undefined) ?? null;
}

/** Notes why a person stopped, in the word they tapped; a response that is over stays as it is. */
export async function updateResponseLeft(
  { db, tables }: Store,
  given: { workspaceId: string; responseId: string; reason: RefusalReason },
): Promise<void> {
  const { responses } = tables;
  await db
    .update(responses)
    .set({ leftReason: given.reason })
    .where(
      and(
        eq(responses.workspaceId, given.workspaceId),
        eq(responses.id, given.responseId),
        isNull(responses.completedAt),
        isNull(responses.outcome),
      ),
    );
}

type PageOfAnswers = {
  workspaceId: string;
  keyHash: string;
  compiled: Compiled;
  /** The page the answers belong to. */
  page: string;
  raw: unknown;
  move: Move;
  /** Seconds spent on the page since it was shown. */
  seconds: number;
  language: Language;
  now: number;
};

/** Which of the version's endings it is, for its words. */
const placeIn = (compiled: Compiled, end: End) => (compiled.ends ?? []).indexOf(end);

/** One try on the state just read; null when another write came in between. */
async function tryPage(store: Store, response: Response, given: PageOfAnswers): Promise<Saved | null> {
  const { workspaceId, compiled, page, now, move } = given;
  const variables = drawVariables(compiled, response.id);
  const items = compiled.pages.find(({ name }) => name === page)?.items ?? [];
  const raw = await withFilesOf(store, { workspaceId, responseId: response.id, items, raw: given.raw });
  const checked = checkPage(compiled, page, raw, response.answers, variables);
  const seconds = { ...response.seconds, [page]: Math.round((response.seconds[page] ?? 0) + given.seconds) };
  const change: Change = { answers: checked.merged, seconds, language: given.language };
  const write = (more: Change) =>
    writeResponse(store, { workspaceId, response, change: { ...change, ...more }, now });
  const answered = <K extends Saved["kind"]>(kind: K, written: Response | null) =>
    written && { kind, response: written };

  if (move === "save") return answered("saved", await write({}));
  if (move === "back")
    return answered(
      "moved",
      await write({ page: previousPage(compiled, page, checked.merged, variables) ?? page }),
    );
  if (checked.problems.length > 0) {
    const written = await write({ page });
    return written && { kind: "refused", response: written, problems: checked.problems };
  }
  const quotas = quotasAt(compiled, page, checked.merged, variables);
  const told = tellsSegment(compiled, page, response.answers) && toldCompany(compiled, checked.merged);
  const full = (await findPlaces(store, response, compiled, quotas))?.full;
  if (full || (told && (await isWaveQuotaFull(store, { ...response, told, segmentsOnly: true }))))
    return answered(
      "completed",
      await write({ page, outcome: "over-quota", closedBy: full && placeIn(compiled, full) }),
    );
  const next = nextPage(compiled, page, checked.merged, variables);
  if (next !== null) return answered("moved", await write({ page: next }));

  return complete(store, response, { ...given, raw: checked.merged, change });
}

/**
 * Checks everything, joins the company and completes; or names what is missing and goes to its page. Who is not asked,
 * or comes when enough have answered, is closed with that outcome and joins no company.
 */
async function complete(
  store: Store,
  response: Response,
  given: Pick<PageOfAnswers, "workspaceId" | "compiled" | "raw" | "now"> & { change: Change },
): Promise<Saved | null> {
  const { workspaceId, compiled, now, change } = given;
  const variables = drawVariables(compiled, response.id);
  const items = itemsOf(compiled);
  // Once more: a file may have gone since its page was saved.
  const raw = await withFilesOf(store, { workspaceId, responseId: response.id, items, raw: given.raw });
  const whole = checkSubmission(compiled, raw, variables);
  if (!whole.ok) {
    const missing = whole.problems[0]?.item;
    const at = compiled.pages.find(({ items }) => items.some(({ name }) => name === missing));
    const stay = {
      ...change,
      answers: { ...response.answers, ...whole.answers },
      page: at?.name ?? response.page,
    };
    const written = await writeResponse(store, { workspaceId, response, change: stay, now });
    return written && { kind: "refused", response: written, problems: whole.problems };
  }
  const end = endOf(compiled, whole.answers, variables);
  const quotas = quotasAt(compiled, null, whole.answers, variables);
  const out = end?.as === "screened-out" ? end : null;
  const places = await findPlaces(store, response, compiled, quotas);
  const closes = out ?? places?.full;
  if (closes) {
    const outcome = out ? "screened-out" : "over-quota";
    const closed = {
      ...change,
      answers: whole.answers,
      outcome,
      closedBy: placeIn(compiled, closes),
    } as const;
    const written = await writeResponse(store, { workspaceId, response, change: closed, now });
    return written && { kind: "completed", response: written };
  }
  const { name, ...told } = toldCompany(compiled, whole.answers);
  const companyId =
    response.companyId ?? (name && (await requireCompany(store, { workspaceId, name, ...told, now })));
  const done = { ...change, answers: whole.answers, companyId, completedAt: now };
  const written = await writeResponse(store, {
    ...{ workspaceId, response, change: done, now },
    held: places?.held,
  });
  return written && { kind: "completed", response: written };
}

/** Reads the response and tries to write; once more whenever somebody else wrote in between, or took a place. */
async function persist(
  store: Store,
  given: { workspaceId: string; keyHash: string; compiled: Compiled },
  attempt: (response: Response) => Promise<Saved | null>,
): Promise<Saved | null> {
  let seen: number | undefined;
  for (let n = 0; n < tries; ) {
    const response = await findResponseByKey(store, given);
    if (!response) return null;
    // The same again: somebody else finished meanwhile, and the places must be counted anew.
    if (response.revision !== seen) n++;
    seen = response.revision;
    if (response.completedAt !== null || response.outcome !== null) return { kind: "completed", response };
    const saved = await attempt(response);
    if (saved?.kind === "completed" && itemsOf(given.compiled).some(({ kind }) => kind === "file"))
      await deleteLooseFiles(store, { workspaceId: given.workspaceId, responseId: response.id });
    if (saved) return saved;
  }
  throw new Error("A response is being written by too many at once");
}

/** More writers than this on one response within a moment is not a person. */
const tries = 5;

/**
 * Takes the answers of one page: validates, stores, and moves. Completing twice, in two tabs or by a
 * retry after a lost reply, gives "completed" both times and one response.
 * Null when the key is unknown.
 */
export async function savePage(store: Store, given: PageOfAnswers): Promise<Saved | null> {
  return persist(store, given, (response) => tryPage(store, response, given));
}

/**
 * Takes all answers of a response at once and completes it: the whole questionnaire drawn by
 * survey-react-ui, and the sample. Null when the key is unknown.
 */
export async function submitAnswers(
  store: Store,
  given: Omit<PageOfAnswers, "page" | "move" | "seconds"> & { seconds: Record<string, number> },
): Promise<Saved | null> {
  const { seconds, language } = given;
  return persist(store, given, (response) =>
    complete(store, response, { ...given, change: { seconds, language } }),
  );
}
