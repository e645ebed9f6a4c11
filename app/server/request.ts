/** What a request tells about where it comes from. */
import { createHash } from "node:crypto";
import { env } from "./env";

/** Set by our own HTTP server, which drops whatever a client sends under this name. */
export const clientAddressHeader = "x-client-address";

/** The client's address as far as it can be believed; "local" when no server stands in front (development). */
export const clientAddress = (request: Request): string =>
  request.headers.get(clientAddressHeader) ?? "local";

/** The address under which people reach us, for links and cookies. */
export const publicOrigin = (request: Request): string => env.publicUrl() ?? new URL(request.url).origin;

/** A cookie may only be `Secure` where the site is served over https; `npm start` is plain http on a laptop. */
export const isSecure = (request: Request): boolean => publicOrigin(request).startsWith("https:");

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** True for a request that changes something and was sent by another site's page. */
export function isForeign(request: Request): boolean {
  if (safe.has(request.method)) return false;
  const origin = request.headers.get("Origin");
  if (origin) return origin !== new URL(request.url).origin && origin !== env.publicUrl();
  const site = request.headers.get("Sec-Fetch-Site");
  return site !== null && site !== "same-origin" && site !== "none";
}

/** Refuses foreign origins; every gate starts here. */
export function requireSameOrigin(request: Request): void {
  if (isForeign(request)) throw new Response("Forbidden: sent from another site", { status: 403 });
}

/** The posted form without NUL characters, which PostgreSQL refuses; a body that is no form is refused. */
export async function postedForm(request: Request): Promise<FormData> {
  const posted = await request.formData().catch(() => {
    throw new Response("Bad request", { status: 400 });
  });
  const form = new FormData();
  for (const [name, value] of posted)
    form.append(name, typeof value === "string" ? value.replaceAll("\u0000", "") : value);
  return form;
}

/** What the database keeps of a secret. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Browser and system in words, for the list of sessions. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get("User-Agent") ?? "";
  const first = (...names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = first(
    [/MicroMessenger/, "WeChat"],
    [/Edg\//, "Edge"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  );
  const system = first(
    [/iPhone|iPad/, "iOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  );
  return [browser, system].filter(Boolean).join(" · ");
}
