import { isRouteErrorResponse } from "@remix-run/react";
import type { Texts } from "~/i18n/text";

/** What a page that does not open says, by the reason it was refused for. */
export function refusedWords(error: unknown, text: Texts<"respond">["refused"]) {
  const refused = isRouteErrorResponse(error) ? error : null;
  const [, given] = Object.entries(text).find(([reason]) => reason === refused?.data) ?? [];
  return given ?? (refused?.status === 403 ? text.foreign : text.failed);
}
