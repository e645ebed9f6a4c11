/** Which language a request is answered in: the reader's choice, else what the browser asks for. */
import { type Language, languages } from "~/domain/language";

const cookieName = "lang";
const oneYear = 365 * 24 * 60 * 60;

/** The language with this name, or null. */
export const parseLanguage = (name: unknown): Language | null =>
  languages.find((language) => language === name) ?? null;

/** The language a page's data says it speaks, or null. */
export const languageIn = (data: unknown): Language | null =>
  typeof data === "object" && data !== null && "language" in data ? parseLanguage(data.language) : null;

/** The language the reader has picked in this browser, or null. */
export function chosenLanguage(request: { headers: Headers }): Language | null {
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const [name, value = ""] = pair.trim().split("=");
    if (name === cookieName) return parseLanguage(value);
  }
  return null;
}

function asked(accepted: string): Language | null {
  const wishes = accepted
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag, weight: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    if (/^zh(-|$)/.test(tag)) return "zh-CN";
    if (/^en(-|$)/.test(tag)) return "en";
  }
  return null;
}

/** Cookie `lang`, else Accept-Language, else English. Reads headers only. */
export const languageOf = (request: { headers: Headers }): Language =>
  chosenLanguage(request) ?? asked(request.headers.get("Accept-Language") ?? "") ?? "en";

const field = "language";
/** The language that an address asks for, or null. */
export const languageAt = (url: string): Language | null =>
  parseLanguage(new URL(url).searchParams.get(field));

/**
 * Where to go back to after a switch. A respondent's page is told by its address, too: inside another site's page no
 * cookie comes back.
 */
export function pathIn(path: string, language: Language): string {
  if (!/^\/[irs]\//.test(path)) return path;
  const url = new URL(path, "http://here");
  url.searchParams.set(field, language);
  return url.pathname + url.search;
}

/** The Set-Cookie value that keeps a reader's choice for a year. */
export const languageCookie = (language: Language, { secure }: { secure: boolean }) =>
  `${cookieName}=${language}; Path=/; Max-Age=${oneYear}; SameSite=Lax${secure ? "; Secure" : ""}`;

/** A path of this site to go back to after a switch; anything else becomes the start page. */
export const localPath = (given: unknown): string =>
  typeof given === "string" && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : "/";
