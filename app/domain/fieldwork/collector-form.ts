/** What a person types to set a way in up, and what it means. */
import { type Language, languages } from "../language";
import { typedIn } from "../typed";

/** The kinds that people make themselves; publishing and inviting make the others. */
export const madeKinds = ["public-link", "qr", "embed"] as const;
export type MadeKind = (typeof madeKinds)[number];

export type TypedCollector = {
  name: string;
  opens: string;
  closes: string;
  cap: string;
  password: string;
  noPassword: boolean;
  language: string;
  onePerDevice: boolean;
  origins: string;
};
export type CollectorProblem =
  | "too-long"
  | "not-a-date"
  | "closes-first"
  | "not-a-number"
  | "short-password"
  | "not-an-origin";
export type CollectorProblems = Partial<Record<keyof TypedCollector, CollectorProblem>>;

export type CollectorSettings = {
  name: string;
  opensAt: number | null;
  closesAt: number | null;
  cap: number | null;
  /** A new password; null leaves it, "" takes it away. */
  password: string | null;
  language: Language | null;
  onePerDevice: boolean;
  embedOrigins: string[];
};

const day = 24 * 60 * 60 * 1000;

/** Days are those of UTC. */
function dayOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : at;
}
const dateOf = (at: number | null): string => (at === null ? "" : new Date(at).toISOString().slice(0, 10));

/** An address of the web down to its host, as `frame-ancestors` takes it; null for anything else. */
function originOf(typed: string): string | null {
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, origin, hostname } = new URL(whole);
  return /^https?:$/.test(protocol) && /^[\w.-]+$/.test(hostname) ? origin : null;
}

/** Reads the form; the last day is open to its end. */
export function readCollector(
  typed: TypedCollector,
): { ok: true; settings: CollectorSettings } | { ok: false; problems: CollectorProblems } {
  const problems: CollectorProblems = {};
  const name = typed.name.trim();
  if (name.length > 100) problems.name = "too-long";
  const opensAt = dayOf(typed.opens);
  const lastDay = dayOf(typed.closes);
  if (opensAt === undefined) problems.opens = "not-a-date";
  if (lastDay === undefined) problems.closes = "not-a-date";
  if (opensAt != null && lastDay != null && lastDay < opensAt) problems.closes = "closes-first";
  const capText = typed.cap.normalize("NFKC").replace(/[,\s]/g, "");
  const cap = capText === "" ? null : /^\d{1,6}$/.test(capText) ? Number(capText) : Number.NaN;
  if (cap !== null && !(cap >= 1)) problems.cap = "not-a-number";
  if (typed.password !== "" && typed.password.length < 4) problems.password = "short-password";
  if (typed.password.length > 100) problems.password = "too-long";
  const origins = typed.origins.split(/\s+/).filter(Boolean).map(originOf);
  if (origins.includes(null)) problems.origins = "not-an-origin";
  if (origins.length > 20) problems.origins = "too-long";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    settings: {
      ...{ name, cap, opensAt: opensAt ?? null },
      closesAt: lastDay == null ? null : lastDay + day - 1,
      password: typed.noPassword ? "" : typed.password || null,
      language: languages.find((language) => language === typed.language) ?? null,
      onePerDevice: typed.onePerDevice,
      embedOrigins: [...new Set(origins.flatMap((origin) => origin ?? []))],
    },
  };
}

/** A way in back in the form; its password is not shown. */
export const typedCollector = (collector: {
  name: string;
  opensAt: number | null;
  closesAt: number | null;
  cap: number | null;
  language: Language | null;
  onePerDevice: boolean;
  embedOrigins: readonly string[];
}): TypedCollector => ({
  ...{ name: collector.name, opens: dateOf(collector.opensAt), closes: dateOf(collector.closesAt) },
  cap: collector.cap === null ? "" : String(collector.cap),
  ...{ password: "", noPassword: false, language: collector.language ?? "" },
  onePerDevice: collector.onePerDevice,
  origins: collector.embedOrigins.join("\n"),
});

export const collectorFromForm = (form: { get(name: string): unknown }): TypedCollector => ({
  ...typedIn(form, ["name", "opens", "closes", "cap", "password", "language", "origins"]),
  noPassword: form.get("noPassword") !== null,
  onePerDevice: form.get("onePerDevice") !== null,
});
