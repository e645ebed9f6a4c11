/** Files as answers: which kinds a question may take, how large and how many, and what the answer keeps of them. */
import type { AnswerProblem } from "./answer-problem";
import type { Item } from "./compiled";
import { type Json, readAmount, readFlag, readText } from "./json-value";
import { isRecord } from "./read-answer";

export const fileGroups = ["image", "pdf", "office", "text"] as const;
export type FileGroup = (typeof fileGroups)[number];

/** What an answer keeps of a file; its bytes are stored apart, under `id`. */
export type FileReference = { id: string; name: string; type: string; size: number };
export type FileItem = Extract<Item, { kind: "file" }>;

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** Every kind of file that is ever taken, by its media type, with the endings its name may have; the first is given. */
export const fileTypes = {
  "image/jpeg": { group: "image", endings: ["jpg", "jpeg"] },
  "image/png": { group: "image", endings: ["png"] },
  "image/webp": { group: "image", endings: ["webp"] },
  "image/gif": { group: "image", endings: ["gif"] },
  "image/heic": { group: "image", endings: ["heic", "heif"] },
  "application/pdf": { group: "pdf", endings: ["pdf"] },
  [word]: { group: "office", endings: ["docx"] },
  [sheet]: { group: "office", endings: ["xlsx"] },
  [slides]: { group: "office", endings: ["pptx"] },
  "application/msword": { group: "office", endings: ["doc", "wps"] },
  "application/vnd.ms-excel": { group: "office", endings: ["xls", "et"] },
  "application/vnd.ms-powerpoint": { group: "office", endings: ["ppt", "dps"] },
  "text/plain": { group: "text", endings: ["txt"] },
  "text/csv": { group: "text", endings: ["csv"] },
} as const satisfies Record<string, { group: FileGroup; endings: readonly string[] }>;
export type FileType = keyof typeof fileTypes;

const isFileType = (type: string): type is FileType => Object.hasOwn(fileTypes, type);

/** What is taken at most: bytes of one file, files of one question, and both of one response. */
export const fileLimits = {
  size: 10 * 1024 * 1024,
  files: 10,
  response: { files: 40, bytes: 100 * 1024 * 1024 },
  /** Sent within ten minutes for one response, and from one address, where a whole office may sit. */
  often: { response: 60, address: 600 },
};

/** The endings of the groups, as a browser's file chooser takes them. HEIC is left out: phones then hand over JPEG. */
export const acceptOf = (groups: readonly FileGroup[]): string =>
  Object.values(fileTypes)
    .filter(({ group }) => groups.includes(group))
    .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
    .filter((ending) => ending !== ".heic" && ending !== ".heif")
    .join(",");

/** How SurveyJS names each group; the editor writes these. */
export const groupTypes: Record<FileGroup, string> = {
  image: "image/*",
  pdf: ".pdf",
  office: ".doc,.docx,.xls,.xlsx,.ppt,.pptx",
  text: ".txt,.csv",
};

/** The groups that a word of SurveyJS's `acceptedTypes` speaks of: `image/*`, `.pdf`, `text/csv`. */
function groupsOf(word: string): FileGroup[] {
  const asked = word.trim().toLowerCase();
  const known = Object.entries(fileTypes).filter(
    ([type, { endings }]) =>
      asked === "*" ||
      asked === "*/*" ||
      asked === type ||
      (asked.endsWith("/*") && type.startsWith(asked.slice(0, -1))) ||
      endings.some((ending) => asked === `.${ending}`),
  );
  return known.map(([, { group }]) => group);
}

/** What SurveyJS calls categories stands for these. */
const categories: Record<string, readonly FileGroup[]> = {
  image: ["image"],
  document: ["pdf", "office", "text"],
};

/** The groups a question of SurveyJS takes; all of them where it names none, none where it names others only. */
export function acceptedGroups(json: Json): FileGroup[] {
  const words = (readText(json, "acceptedTypes") ?? "").split(",").filter((one) => one.trim() !== "");
  const named = Array.isArray(json.acceptedCategories) ? json.acceptedCategories.map(String) : [];
  if (words.length === 0 && named.length === 0) return [...fileGroups];
  const found = new Set([...words.flatMap(groupsOf), ...named.flatMap((one) => categories[one] ?? [])]);
  return fileGroups.filter((group) => found.has(group));
}

/** What is told apart of file questions: groups, sizes, numbers, and whether a phone offers its camera first. */
export function fileSettings(json: Json): Pick<FileItem, "groups" | "maxSize" | "maxFiles" | "camera"> {
  const groups = acceptedGroups(json);
  const size = readAmount(json, "maxSize") ?? 0;
  const most = readFlag(json, "allowMultiple") ? (readAmount(json, "maxFiles") ?? fileLimits.files) : 1;
  return {
    groups,
    maxSize: size > 0 ? Math.min(size, fileLimits.size) : fileLimits.size,
    maxFiles: Math.max(1, Math.min(Math.floor(most), fileLimits.files)),
    camera: groups.includes("image") && /camera/.test(String(json.sourceType ?? "")),
  };
}

/** Whether a questionnaire's files are switched on; they are not unless somebody has done it. */
export const takesFiles = (draft: unknown): boolean => isRecord(draft) && draft.takesFiles === true;

/** Why a file is not taken; respondents read a sentence for each. */
export const fileProblemCodes = [
  "file-empty",
  "file-kind",
  "file-large",
  "file-many",
  "file-space",
  "file-often",
  "file-gone",
] as const;
export type FileProblem = (typeof fileProblemCodes)[number];

/** The problem with what its sentence needs to know. */
export const problemOf = (item: FileItem, code: FileProblem): AnswerProblem => ({
  item: item.name,
  code,
  params: { maximum: item.maxFiles, size: item.maxSize },
});

/** What is wrong with a file for a question, as far as its kind and size tell. `type` null: no kind that is taken. */
export function judgeFile(item: FileItem, file: { type: string | null; size: number }): FileProblem | null {
  if (file.size <= 0) return "file-empty";
  if (file.size > item.maxSize) return "file-large";
  if (file.type === null || !isFileType(file.type)) return "file-kind";
  return item.groups.includes(fileTypes[file.type].group) ? null : "file-kind";
}

/** The reference a value is, or null. */
export function readReference(value: unknown): FileReference | null {
  if (!isRecord(value)) return null;
  const { id, name, type, size } = value;
  if (typeof id !== "string" || id === "" || id.length > 100) return null;
  if (typeof name !== "string" || typeof type !== "string" || typeof size !== "number") return null;
  return { id, name: safeFileName(name, type), type, size };
}

/** The references in an answer. */
export const referencesIn = (answer: unknown): FileReference[] =>
  Array.isArray(answer) ? answer.flatMap((one) => readReference(one) ?? []) : [];

/**
 * Raw answers with what they say about files replaced by what is stored: only the id of what was sent counts, and only
 * when it is a file of that question. `stored` are the files of this response.
 */
export function withStoredFiles(
  items: readonly Item[],
  raw: unknown,
  stored: readonly (FileReference & { item: string })[],
): unknown {
  if (!isRecord(raw)) return raw;
  const known = new Map(
    stored.map(({ item, id, name, type, size }) => [`${item}\n${id}`, { id, name, type, size }]),
  );
  const files = items.filter((item) => item.kind === "file" && Object.hasOwn(raw, item.name));
  const real = files.map(({ name }): [string, unknown] => {
    const given = raw[name];
    if (!Array.isArray(given)) return [name, given];
    return [name, given.map((one) => known.get(`${name}\n${isRecord(one) ? one.id : one}`) ?? "gone")];
  });
  return { ...raw, ...Object.fromEntries(real) };
}

const longestName = 120;
/** Path and shell signs, what a header or a file system reads otherwise, and what turns reading around. */
const oddInNames = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}/\\:*?"<>|%]+/gu;

/** A name under which a file can be kept and handed out: no path, no odd signs, with an ending of its real kind. */
export function safeFileName(given: string, type: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(oddInNames, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const endings: readonly string[] = isFileType(type) ? fileTypes[type].endings : [];
  const has = endings.some((ending) => plain.toLowerCase().endsWith(`.${ending}`));
  const dot = has ? plain.lastIndexOf(".") : plain.length;
  const ending = has ? plain.slice(dot) : endings[0] ? `.${endings[0]}` : "";
  const stem = [...plain.slice(0, dot)].slice(0, longestName).join("").trim();
  return `${stem === "" ? "file" : stem}${ending}`;
}

/** The names of the files of an answer. */
export const fileNames = (answer: unknown): string[] => referencesIn(answer).map(({ name }) => name);
