/** The respondents' gates: what a link opens, what a key has begun, and how much of a body is read. */
import { createCookie, redirect } from "@remix-run/node";
import { countBegun } from "~/data/collectors";
import { findCollector } from "~/data/entrance";
import { listCompiled } from "~/data/questionnaires";
import { findResponseByKey, startWithin } from "~/data/starting";
import { findStudy, listCompetitors } from "~/data/studies";
import { findWave } from "~/data/waves";
import { findWorkspaceName } from "~/data/workspaces";
import type { ChainRole } from "~/domain/chain/role";
import { admits } from "~/domain/fieldwork/admits";
import type { CollectorKind } from "~/domain/fieldwork/collector";
import type { Language } from "~/domain/language";
import type { Answers } from "~/domain/questionnaire/compiled";
import type { ToldCompany } from "~/domain/questionnaire/known-company";
import { briefOf } from "~/domain/study/brief";
import type { respond } from "~/i18n/en/respond";
import { languageAt, languageCookie, parseLanguage } from "~/i18n/language-of";
import { newToken } from "~db/new-id";
import { openToAll } from "./gate";
import { hashOf, isSecure } from "./request";

/** Why a respondent is turned away; each has its words in both languages. */
export type Refusal = keyof (typeof respond)["refused"];

export const refusal = (reason: Refusal, status: number, headers?: HeadersInit) =>
  new Response(reason, { status, headers });

/** Which sites may show a page in theirs; the document's policy is written from it and it goes no further. */
export const framedBy = ({ kind, embedOrigins }: { kind: string; embedOrigins: readonly string[] }) =>
  kind === "embed" ? { "Frame-Ancestors": ["'self'", ...embedOrigins].join(" ") } : undefined;

/** A link, open or closed, with the study and the team behind it. */
export async function requireLink(request: Request, params: { token?: string }) {
  const gate = await openToAll(request);
  const { store } = gate;
  const collector = await findCollector(store, { token: params.token ?? "" });
  const study =
    collector && (await findStudy(store, { workspaceId: collector.workspaceId, studyId: collector.studyId }));
  if (!collector || !study) throw refusal("unknown", 404);
  const { workspaceId } = collector;
  const own = spoken(study.languages, collector.language ?? languageAt(request.url) ?? gate.language);
  const sender = (await findWorkspaceName(store, { workspaceId })) ?? study.product;
  return {
    ...gate,
    request,
    collector,
    study,
    workspaceId,
    sender,
    bilingual: study.languages.length > 1,
    /** The link's language, else the address's or the reader's, if the study speaks it, else the study's own. */
    language: own,
    reader: own,
    brief: async () => briefOf(study, await listCompetitors(store, { workspaceId, studyId: study.id })),
  };
}

type Link = Awaited<ReturnType<typeof requireLink>>;

/** In a wave that has ended nobody begins any more. */
export const isWaveEnded = async ({
  store,
  workspaceId,
  collector,
}: Pick<Link, "store" | "workspaceId" | "collector">) =>
  (await findWave(store, { workspaceId, studyId: collector.studyId, waveId: collector.waveId }))?.endedAt !=
  null;

/** Lets newcomers in where the way in is open to them at this moment. */
async function refuseClosed(link: Link): Promise<Link> {
  const { store, workspaceId, collector, now } = link;
  const [begun, waveEnded] = await Promise.all([
    collector.cap === null ? 0 : countBegun(store, { workspaceId, collectorId: collector.id }),
    isWaveEnded(link),
  ]);
  const reason = admits(collector, { begun, waveEnded, now });
  if (reason !== null) throw refusal(reason, statusOf[reason], framedBy(collector));
  if (collector.passwordHash !== null && !(await isUnlocked(link.request, collector, now)))
    throw refusal("locked", 401, framedBy(collector));
  return link;
}

const statusOf = { unknown: 404, personal: 403, "not-yet": 403, closed: 410, full: 410 } as const;

/** A link that is open to new responses. */
export const openLink = async (request: Request, params: { token?: string }) =>
  refuseClosed(await requireLink(request, params));

/** The way in as this browser finds it, with its key; on to its response when it has begun one, closed link or not. */
export async function openStart(request: Request, params: { token?: string }) {
  const link = await requireLink(request, params);
  const { store, workspaceId, collector } = link;
  const key = await keyOf(request, collector);
  if (await findResponseByKey(store, { workspaceId, keyHash: hashOfKey(collector.token, key) }))
    throw redirect(`/r/${collector.token}/${key}`);
  return { ...(await refuseClosed(link)), key };
}

type WayIn = { token: string; kind: CollectorKind };
type Locked = WayIn & { passwordHash: string | null };

/** Inside another site's page a browser keeps a cookie only over https, and for that site alone. */
const respondentCookie = (request: Request, name: string, { kind }: WayIn) => {
  const secure = isSecure(request);
  const framed = kind === "embed" && secure;
  return createCookie(name, {
    ...{ path: "/", httpOnly: true, maxAge: threeMonths, secure, partitioned: framed },
    sameSite: framed ? "none" : "lax",
  });
};

const unlockCookie = (request: Request, way: WayIn) => respondentCookie(request, `u_${way.token}`, way);
/** Holds as long as the password is not changed. */
const proofOf = ({ token, passwordHash }: Locked, until = "") =>
  hashOf(`unlocked/${token}/${passwordHash}/${until}`);

const passLasts = 60 * 60 * 1000;
/** The password given, for the address inside a frame, where no cookie may be kept; it runs out within the hour. */
export const passOf = (collector: Locked, now: number) =>
  `${now + passLasts}.${proofOf(collector, String(now + passLasts))}`;

async function isUnlocked(request: Request, collector: Locked, now: number): Promise<boolean> {
  const kept: unknown = await unlockCookie(request, collector).parse(request.headers.get("Cookie"));
  if (kept === proofOf(collector)) return true;
  const [until = "", proof] = (new URL(request.url).searchParams.get("pass") ?? "").split(".");
  return Number(until) > now && proof === proofOf(collector, until);
}

/** The Set-Cookie value of a browser that gave the password. */
export const keepUnlocked = (request: Request, collector: Locked) =>
  unlockCookie(request, collector).serialize(proofOf(collector));

/** The language wanted, if the study speaks it, else its own. */
export const spoken = (languages: readonly Language[], wanted: Language): Language =>
  languages.includes(wanted) ? wanted : (languages[0] ?? wanted);

/** A response that was begun under this link, with the version it was begun on. It may be finished after the link was closed. */
export async function openResponse(request: Request, params: { token?: string; key?: string }) {
  const link = await requireLink(request, params);
  const { store, workspaceId, collector, study } = link;
  const keyHash = hashOfKey(collector.token, params.key ?? "");
  const response = await findResponseByKey(store, { workspaceId, keyHash });
  if (!response) throw refusal("unknown", 404);
  const versionIds = [response.versionId];
  const compiled = (await listCompiled(store, { workspaceId, versionIds })).get(response.versionId);
  if (!compiled) throw refusal("unknown", 404);
  const language = spoken(study.languages, response.language);
  return { ...link, response, compiled, keyHash, language };
}

/** Bound to its link: the same key under another link is another response. */
export const hashOfKey = (token: string, key: string): string => hashOf(`${token}/${key}`);

const isKey = (key: unknown): key is string => typeof key === "string" && /^[\w-]{22}$/.test(key);
const threeMonths = 90 * 24 * 60 * 60;

const keyCookie = (request: Request, way: WayIn) => respondentCookie(request, `r_${way.token}`, way);

/** The key this browser keeps for a link, or null. */
export async function keptKey(request: Request, way: WayIn): Promise<string | null> {
  const kept: unknown = await keyCookie(request, way).parse(request.headers.get("Cookie"));
  return isKey(kept) ? kept : null;
}

/** The key this browser keeps for a link, or a new one. */
const keyOf = async (request: Request, way: WayIn): Promise<string> =>
  (await keptKey(request, way)) ?? newToken();

/** The key a start form was drawn with; a made-up one is replaced. */
export const keyFrom = (posted: string | null): string => (isKey(posted) ? posted : newToken());

/**
 * The key a response begins under. Where a link takes one response per device it is the one the device keeps, whatever
 * the form says: two tabs begin one response, and a browser that keeps nothing begins none.
 */
export async function startKey(
  request: Request,
  collector: WayIn & { onePerDevice: boolean; embedOrigins: readonly string[] },
  posted: string | null,
): Promise<string> {
  if (!collector.onePerDevice) return keyFrom(posted);
  const kept = await keptKey(request, collector);
  if (kept === null) throw refusal("no-cookie", 409, framedBy(collector));
  return kept;
}

/** The Set-Cookie value that keeps the key, or forgets it for the next person on this device. */
export const keepKey = (request: Request, way: WayIn, key: string) => keyCookie(request, way).serialize(key);
const forgetKey = (request: Request, way: WayIn) => keyCookie(request, way).serialize("", { maxAge: 0 });

/** Back to the beginning for somebody else on this device, where the link takes more than one. */
export async function beginAnew(
  request: Request,
  to: string,
  collector: WayIn & { onePerDevice: boolean },
): Promise<Response> {
  if (collector.onePerDevice) return redirect(to);
  return redirect(to, { headers: { "Set-Cookie": await forgetKey(request, collector) } });
}

/** Begins a response through a link and leads on to it; who comes for a place that is gone is told so. */
export async function beginThrough(
  { request, store, workspaceId, collector, language, now }: Link,
  given: {
    key: string;
    version: { id: string; role: ChainRole };
    questionnaireId: string;
    answers: Answers;
    told?: ToldCompany;
    page: string;
  },
): Promise<Response> {
  const { key, version, ...begun } = given;
  const { studyId, waveId, cap, token } = collector;
  const started = await startWithin(store, {
    ...{ ...begun, workspaceId, studyId, waveId, collectorId: collector.id, language, cap, now },
    ...{ versionId: version.id, role: version.role, keyHash: hashOfKey(token, key) },
  });
  if (!started) throw refusal("full", 410, framedBy(collector));
  const headers = { "Set-Cookie": await keepKey(request, collector, key) };
  return redirect(`/r/${token}/${key}`, { status: 303, headers });
}

/** The language a form asks to switch to, with the cookie that keeps it. */
export function switchedLanguage(request: Request, form: URLSearchParams) {
  const language = parseLanguage(form.get("language"));
  return language && { language, cookie: languageCookie(language, { secure: isSecure(request) }) };
}

/** Every answer of the longest questionnaire fits, percent-encoded Chinese included. */
const largestBody = 512 * 1024;

/** A posted body; larger ones are refused before they are read to the end. */
export async function readBytes(request: Request, largest: number): Promise<Buffer> {
  if (Number(request.headers.get("Content-Length") ?? 0) > largest) throw refusal("too-large", 413);
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > largest) throw refusal("too-large", 413);
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/** A posted body as text. */
export const readBody = async (request: Request): Promise<string> =>
  (await readBytes(request, largestBody)).toString("utf8");

/** A posted form. Other encodings than a plain form's read as an empty one. */
export async function readPosted(request: Request): Promise<URLSearchParams> {
  const isForm = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  const body = await readBody(request);
  return new URLSearchParams(isForm ? body : "");
}

/** Seconds a page was looked at since it was drawn at `shownAt` (as posted); an hour and more is a break, not reading. */
export function secondsSince(shownAt: string | null, now: number): number {
  const seconds = (now - Number(shownAt)) / 1000;
  return Number.isFinite(seconds) && seconds > 0 && seconds < 3600 ? Math.round(seconds) : 0;
}
