/** Files as answers: kept with the response they belong to, counted, handed out, and swept when nothing refers to them. */
import { and, asc, count, eq, inArray, lt, sql, sum } from "drizzle-orm";
import {
  type FileReference,
  fileLimits,
  referencesIn,
  withStoredFiles,
} from "~/domain/questionnaire/answer-files";
import type { Answers, Item } from "~/domain/questionnaire/compiled";
import { chunksOf } from "~db/chunks";
import type { Statement, Store } from "~db/client";
import { newId } from "~db/new-id";

type OfResponse = { workspaceId: string; responseId: string };

const ofResponse = ({ answerFiles }: Store["tables"], { workspaceId, responseId }: OfResponse) =>
  and(eq(answerFiles.workspaceId, workspaceId), eq(answerFiles.responseId, responseId));

/** How much is kept for one response and for the whole workspace. */
async function usageOf({ db, tables }: Store, given: OfResponse) {
  const { answerFiles } = tables;
  const counted = { files: count(), bytes: sum(answerFiles.size) };
  const [own] = await db.select(counted).from(answerFiles).where(ofResponse(tables, given));
  const [all] = await db
    .select(counted)
    .from(answerFiles)
    .where(eq(answerFiles.workspaceId, given.workspaceId));
  return {
    files: Number(own?.files ?? 0),
    bytes: Number(own?.bytes ?? 0),
    workspace: Number(all?.bytes ?? 0),
  };
}

/**
 * Keeps a file, or finds the one with the same content that this question has already: a repeated upload changes nothing.
 * "full" when the response or the workspace may keep no more; `space` is what the workspace may keep, in bytes.
 */
export async function insertAnswerFile(
  store: Store,
  given: OfResponse & {
    item: string;
    file: Omit<FileReference, "id" | "size"> & { bytes: Uint8Array; hash: string };
    space: number;
    now: number;
  },
): Promise<FileReference | "full"> {
  const { db, tables } = store;
  const { answerFiles } = tables;
  const { workspaceId, responseId, item, file, space, now } = given;
  const size = file.bytes.byteLength;
  const isOver = (used: Awaited<ReturnType<typeof usageOf>>, more: { files: number; bytes: number }) =>
    used.files + more.files > fileLimits.response.files ||
    used.bytes + more.bytes > fileLimits.response.bytes ||
    used.workspace + more.bytes > space;
  const [known] = await db
    .select({ id: answerFiles.id })
    .from(answerFiles)
    .where(and(ofResponse(tables, given), eq(answerFiles.item, item), eq(answerFiles.hash, file.hash)))
    .limit(1);
  if (!known && isOver(await usageOf(store, given), { files: 1, bytes: size })) return "full";
  const id = newId(now);
  const [kept] = await db
    .insert(answerFiles)
    .values({
      ...{ id, workspaceId, responseId, item, size, createdAt: now },
      ...{ name: file.name, type: file.type, hash: file.hash, bytes: Buffer.from(file.bytes) },
    })
    .onConflictDoUpdate({
      target: [answerFiles.responseId, answerFiles.item, answerFiles.hash],
      set: { name: file.name, createdAt: now },
      setWhere: eq(answerFiles.workspaceId, workspaceId),
    })
    .returning({ id: answerFiles.id });
  if (!kept) throw new Error("A response belongs to another workspace");
  // Others may have come in at the same moment.
  if (kept.id === id && isOver(await usageOf(store, given), { files: 0, bytes: 0 })) {
    await db.delete(answerFiles).where(and(eq(answerFiles.workspaceId, workspaceId), eq(answerFiles.id, id)));
    return "full";
  }
  return { id: kept.id, name: file.name, type: file.type, size };
}

/** The files of a response without their bytes, in the order in which they came. */
export async function listAnswerFiles(
  { db, tables }: Store,
  given: OfResponse,
): Promise<(FileReference & { item: string })[]> {
  const { answerFiles } = tables;
  const { id, item, name, type, size } = answerFiles;
  return db
    .select({ id, item, name, type, size })
    .from(answerFiles)
    .where(ofResponse(tables, given))
    .orderBy(asc(answerFiles.createdAt), asc(id));
}

/** A file with its bytes, of a response of this study. */
export async function findAnswerFile(
  { db, tables }: Store,
  given: OfResponse & { studyId: string; fileId: string },
) {
  const { answerFiles, responses } = tables;
  const { name, type, bytes } = answerFiles;
  const [found] = await db
    .select({ name, type, bytes })
    .from(answerFiles)
    .innerJoin(responses, eq(responses.id, answerFiles.responseId))
    .where(
      and(ofResponse(tables, given), eq(answerFiles.id, given.fileId), eq(responses.studyId, given.studyId)),
    )
    .limit(1);
  return found ?? null;
}

/** Raw answers with their files as they are stored; without file questions nothing is asked. */
export async function withFilesOf(
  store: Store,
  { items, raw, ...given }: OfResponse & { items: readonly Item[]; raw: unknown },
): Promise<unknown> {
  if (!items.some(({ kind }) => kind === "file")) return raw;
  return withStoredFiles(items, raw, await listAnswerFiles(store, given));
}

/** Deletes the files that no answer of their response refers to: of one response, or all that came before an instant. */
export async function deleteLooseFiles(
  { db, tables }: Store,
  given: { workspaceId: string } & ({ responseId: string } | { before: number }),
): Promise<void> {
  const { answerFiles, responses } = tables;
  const { workspaceId } = given;
  const which =
    "responseId" in given
      ? eq(answerFiles.responseId, given.responseId)
      : lt(answerFiles.createdAt, given.before);
  const referred = sql`exists (select 1 from ${responses} where ${responses.id} = ${answerFiles.responseId}
    and cast(${responses.answers} as text) like '%"' || ${answerFiles.id} || '"%')`;
  await db
    .delete(answerFiles)
    .where(and(eq(answerFiles.workspaceId, workspaceId), which, sql`not ${referred}`));
}

/** The answers without the names of files: what stays is that there was one. */
const nameless = (answers: Answers, ids: ReadonlySet<string>): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => {
      const files = referencesIn(answer).filter(({ id }) => ids.has(id));
      return [name, files.length > 0 ? files.map((file) => ({ ...file, name: "" })) : answer];
    }),
  );

/** The files a person gave, with the answers that refer to them. */
export async function listFilesOf(
  { db, tables }: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
) {
  const { answerFiles, responses } = tables;
  const { id: responseId, answers, revision } = responses;
  return db
    .select({ id: answerFiles.id, responseId, answers, revision })
    .from(answerFiles)
    .innerJoin(responses, eq(responses.id, answerFiles.responseId))
    .where(and(eq(answerFiles.workspaceId, workspaceId), eq(responses.contactId, contactId)));
}

/** Statements that delete such files and take their names out of the answers; that there were some stays. */
export function eraseFiles(
  { db, tables }: Pick<Store, "db" | "tables">,
  { workspaceId, files }: { workspaceId: string; files: Awaited<ReturnType<typeof listFilesOf>> },
): Statement[] {
  const { answerFiles, responses } = tables;
  const ids = new Set(files.map(({ id }) => id));
  const rows = [...new Map(files.map((file) => [file.responseId, file])).values()];
  return [
    ...rows.map(({ responseId, answers, revision }) =>
      db
        .update(responses)
        .set({ answers: nameless(answers, ids), revision: revision + 1 })
        .where(
          and(
            eq(responses.workspaceId, workspaceId),
            eq(responses.id, responseId),
            eq(responses.revision, revision),
          ),
        ),
    ),
    ...chunksOf([...ids]).map((some) =>
      db
        .delete(answerFiles)
        .where(and(eq(answerFiles.workspaceId, workspaceId), inArray(answerFiles.id, some))),
    ),
  ];
}
