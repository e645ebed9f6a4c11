/** Keeps programs from filling a public link, without turning away people whose browser runs no scripts. */
import { redirect } from "@remix-run/node";
import { leastReadingMs, mayStart } from "~/domain/fieldwork/start-limit";
import { countedTimes } from "./counted-times";
import { clientAddress, hashOf } from "./request";
import { keptKey, refusal } from "./respond";

/** Begun on each link from each address. */
const begun = countedTimes();

/** A field no person sees; a program that fills in every field fills it in, too. */
export const trapField = "website";

/**
 * Lets a start on a public link pass, or throws: back to the page when the hidden field was filled in, else "too many"
 * when this address has begun as many as a crowd would. Which page it was shown on is told by the key in its cookie.
 */
export async function admitStart(
  request: Request,
  {
    way,
    key,
    form,
    now,
  }: { way: Parameters<typeof keptKey>[1]; key: string; form: URLSearchParams; now: number },
): Promise<void> {
  if (form.get(trapField)) throw redirect(new URL(request.url).pathname, 303);
  const shownAt = Number(form.get("shownAt") ?? Number.NaN);
  const seen = (await keptKey(request, way)) === key && now - shownAt >= leastReadingMs;
  const subject = hashOf(`${way.token} ${clientAddress(request)}`);
  if (!mayStart(begun.of(subject, now), now, seen)) throw refusal("too-many", 429);
  begun.add(subject, now);
}
