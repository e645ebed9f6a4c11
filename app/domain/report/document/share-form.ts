/** What is typed to make a link, freeze a report or leave a comment, read and judged. */
import { z } from "zod";
import { firstProblems } from "../../typed";
import { type EvidenceFilter, filterFrom, isFiltered } from "../evidence-filter";
import { type ChapterKey, chapterKeys } from "./report-document";
import { type Audience, audiences } from "./suppress";

export const expiries = ["7", "30", "90", "never"] as const;
export type Expiry = (typeof expiries)[number];

const day = 24 * 60 * 60 * 1000;
export const expiresAfter = (expiry: Expiry, now: number): number | null =>
  expiry === "never" ? null : now + Number(expiry) * day;

export type ShareProblem =
  | "nameMissing"
  | "nameLong"
  | "passwordShort"
  | "passwordLong"
  | "choice"
  | "snapshotGone";

const name = z.string().trim().min(1, "nameMissing").max(80, "nameLong");
const password = z
  .string()
  .max(200, "passwordLong")
  .refine((typed) => typed === "" || typed.length >= 8, "passwordShort");

const shareSchema = z.object({
  name,
  password,
  audience: z.enum(audiences, "choice"),
  expiry: z.enum(expiries, "choice"),
  /** A frozen report's id; empty for the live one. */
  snapshot: z.string().max(60, "choice"),
  /** Whose answers the live report shows: a filter as the end of an address. */
  people: z.string().max(4000, "choice"),
});

export type NewShare = {
  name: string;
  password: string | null;
  audience: Audience;
  expiry: Expiry;
  snapshotId: string | null;
  /** Null for everybody's answers, and for a frozen report, which has its own. */
  filter: EvidenceFilter | null;
};
export type ShareProblems = Partial<Record<keyof z.infer<typeof shareSchema>, ShareProblem>>;

type Typed = Readonly<Record<string, string>>;
export const typedFields = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));

export function readShare(
  typed: Typed,
): { ok: true; share: NewShare } | { ok: false; problems: ShareProblems } {
  const read = shareSchema.safeParse({
    name: "",
    password: "",
    audience: "",
    expiry: "",
    snapshot: "",
    people: "",
    ...typed,
  });
  if (!read.success) return { ok: false, problems: firstProblems(read.error) };
  const { snapshot, people, password: typedPassword, ...rest } = read.data;
  const filter = filterFrom(new URLSearchParams(people));
  return {
    ok: true,
    share: {
      ...rest,
      password: typedPassword || null,
      snapshotId: snapshot || null,
      filter: isFiltered(filter) && !snapshot ? filter : null,
    },
  };
}

export function readSnapshotName(
  typed: Typed,
): { ok: true; name: string } | { ok: false; problem: ShareProblem } {
  const read = name.safeParse(typed.snapshotName ?? "");
  if (read.success) return { ok: true, name: read.data };
  return { ok: false, problem: read.error.issues[0]!.message as ShareProblem };
}

export type CommentProblem = "nameMissing" | "nameLong" | "textMissing" | "textLong" | "chapter";
const commentSchema = z.object({
  author: name,
  text: z.string().trim().min(1, "textMissing").max(2000, "textLong"),
  chapter: z.enum(["", ...chapterKeys], "chapter"),
});
export type CommentProblems = Partial<Record<"author" | "text" | "chapter", CommentProblem>>;

export function readComment(
  typed: Typed,
):
  | { ok: true; comment: { author: string; text: string; chapter: ChapterKey | null } }
  | { ok: false; problems: CommentProblems } {
  const read = commentSchema.safeParse({ author: "", text: "", chapter: "", ...typed });
  if (!read.success) return { ok: false, problems: firstProblems(read.error) };
  return { ok: true, comment: { ...read.data, chapter: read.data.chapter || null } };
}

export type ShareState = "open" | "expired" | "revoked";
/** What has become of a link at `now`. */
export function stateOfShare(
  { revokedAt, expiresAt }: { revokedAt: number | null; expiresAt: number | null },
  now: number,
): ShareState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "open";
}
