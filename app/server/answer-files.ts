/** Files of respondents on their way in: judged by their content, counted, kept; and swept when nothing refers to them. */
import { createHash } from "node:crypto";
import { deleteLooseFiles, insertAnswerFile } from "~/data/answer-files";
import { listWorkspacesWithFiles } from "~/data/entrance";
import {
  type FileItem,
  type FileProblem,
  type FileReference,
  fileLimits,
  judgeFile,
  safeFileName,
} from "~/domain/questionnaire/answer-files";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { fileTypeOf } from "~/domain/questionnaire/file-content";
import { cleanText } from "~/domain/questionnaire/read-answer";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { countedTimes } from "./counted-times";
import { env } from "./env";
import { clientAddress, hashOf } from "./request";
import { type openResponse, refusal } from "./respond";

/** What came in: the name as it was sent, and the content. */
type SentFile = { name: string; bytes: Uint8Array };
type TakenFile = { ok: true; file: FileReference } | { ok: false; problem: FileProblem };

/** The question that files are sent for; an unknown one is refused. */
export function requireFileItem(compiled: Compiled, name: string | null): FileItem {
  const item = itemsOf(compiled).find((one) => one.name === name);
  if (item?.kind !== "file") throw refusal("unknown", 404);
  return item;
}

/** The file's real kind and the name it is kept under, or why it is not taken. */
function judgeSent(
  item: FileItem,
  { name, bytes }: SentFile,
): { ok: true; name: string; type: string } | { ok: false; problem: FileProblem } {
  const type = fileTypeOf(bytes, name);
  const problem = judgeFile(item, { type, size: bytes.byteLength });
  if (problem !== null || type === null) return { ok: false, problem: problem ?? "file-kind" };
  return { ok: true, name: safeFileName(cleanText(name), type), type };
}

/** A file of a try: judged, named, and kept nowhere. */
export function tryFile(item: FileItem, sent: SentFile): TakenFile {
  const judged = judgeSent(item, sent);
  if (!judged.ok) return judged;
  const { name, type } = judged;
  return { ok: true, file: { id: newToken(), name, type, size: sent.bytes.byteLength } };
}

const sent = countedTimes();

/** Keeps a file for an open response. */
export async function keepFile(
  opened: Awaited<ReturnType<typeof openResponse>>,
  item: FileItem,
  given: SentFile,
): Promise<TakenFile> {
  const { store, request, workspaceId, response, now } = opened;
  const subjects = [
    { subject: response.id, limit: fileLimits.often.response },
    { subject: hashOf(clientAddress(request)), limit: fileLimits.often.address },
  ];
  if (subjects.some(({ subject, limit }) => sent.of(subject, now).length >= limit))
    return { ok: false, problem: "file-often" };
  for (const { subject } of subjects) sent.add(subject, now);
  const judged = judgeSent(item, given);
  if (!judged.ok) return judged;
  const { name, type } = judged;
  const { bytes } = given;
  const hash = createHash("sha256").update(bytes).digest("base64url");
  const kept = await insertAnswerFile(store, {
    ...{ workspaceId, responseId: response.id, item: item.name, now },
    file: { name, type, bytes, hash },
    space: env.fileSpace(),
  });
  return kept === "full" ? { ok: false, problem: "file-space" } : { ok: true, file: kept };
}

/** A file is referred to within moments; who is offline for longer than this chooses it again. */
const looseFor = 24 * 60 * 60 * 1000;

/** Deletes files that were sent and never became part of an answer, or were taken out of it. */
export async function sweepFiles(store: Store, now: number): Promise<void> {
  for (const workspaceId of await listWorkspacesWithFiles(store))
    await deleteLooseFiles(store, { workspaceId, before: now - looseFor });
}
