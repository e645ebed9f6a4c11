import type { HeadersFunction } from "@remix-run/node";

/** Answers are nobody's to cache; which sites may show the page is what its loader, or its refusal, says. */
export const respondentHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) => {
  const framedBy = loaderHeaders.get("Frame-Ancestors") ?? errorHeaders?.get("Frame-Ancestors");
  return { "Cache-Control": "no-store", ...(framedBy && { "Frame-Ancestors": framedBy }) };
};
