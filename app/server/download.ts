/** Files that are handed over: always as a download, which no browser draws and no proxy keeps. */

const types = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  sav: "application/x-spss-sav",
  xlf: "application/xliff+xml; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** `file` is its plain name, by whose ending it is known; `name` the one that people see, in whatever script. */
export const download = (
  body: string | Uint8Array,
  given: { file: `${string}.${keyof typeof types}`; name?: string; headers?: Record<string, string> },
): Response =>
  downloadAs(types[given.file.slice(given.file.lastIndexOf(".") + 1) as keyof typeof types], body, given);

/** The same of a file whose type is known otherwise. */
export function downloadAs(
  type: string,
  body: string | Uint8Array,
  { file, name, headers = {} }: { file: string; name?: string; headers?: Record<string, string> },
): Response {
  const shown = name === undefined ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${file}"${shown}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
}
