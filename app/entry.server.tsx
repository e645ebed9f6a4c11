/** Draws the document: streamed to people, whole to robots, always under a Content-Security-Policy. */
import { randomBytes } from "node:crypto";
import { Transform } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "./components/nonce";

// What a loader returns arrives as it is, dates included; the types follow only when told.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** After this long a loader that still has not answered is given up. */
export const streamTimeout = 10_000;

/** Set by a route whose page other sites may show in theirs; it says which, and is not sent on. */
const framesHeader = "Frame-Ancestors";

function setSecurityHeaders(headers: Headers, nonce: string) {
  const framedBy = headers.get(framesHeader) ?? "'self'";
  headers.delete(framesHeader);
  const policy = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "connect-src": import.meta.env.DEV ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": framedBy,
  };
  headers.set(
    "Content-Security-Policy",
    Object.entries(policy)
      .map((directive) => directive.join(" "))
      .join("; "),
  );
  // Not "no-referrer": it would make Origin "null" on our own form posts.
  headers.set("Referrer-Policy", "same-origin");
  headers.set("X-Content-Type-Options", "nosniff");
}

export { serve } from "./server/http";
export { giveNewPassword } from "./server/new-password";

/** React 18 fills its 2 kB buffers up with NUL where the next Chinese character does not fit; HTML holds none. */
const withoutPadding = () =>
  new Transform({
    transform: (chunk: Buffer, _, done) => done(null, chunk.includes(0) ? chunk.filter(Boolean) : chunk),
  });

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const whole = isbot(request.headers.get("User-Agent"));

  return new Promise((resolve, reject) => {
    let answered = false;
    const answer = () => {
      answered = true;
      const body = withoutPadding();
      headers.set("Content-Type", "text/html; charset=utf-8");
      setSecurityHeaders(headers, nonce);
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: whole ? undefined : answer,
        onAllReady: whole ? answer : undefined,
        onShellError: reject,
        onError(error) {
          status = 500;
          // Errors before the first byte reach onShellError and are reported there.
          if (answered) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}
