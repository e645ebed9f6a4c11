/**
 * The HTTP server: static files, health, the refusal of foreign origins, compression, and Remix for the
 * rest. Node's own server with small adapters: measured twice as fast as a framework in between.
 */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createRequest, sendResponse } from "@mjackson/node-fetch-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import sirv from "sirv";
import { env } from "./env";
import { startJobs } from "./jobs";
import { clientAddressHeader, isForeign } from "./request";
import { theStore } from "./store";

/** The last address that a trusted proxy wrote; with none trusted, the other end of the connection. */
function addressOf(incoming: IncomingMessage): string {
  const hops = String(incoming.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const trusted = env.trustedProxies();
  return (trusted > 0 && hops.at(-trusted)) || incoming.socket.remoteAddress || "unknown";
}

/** Scheme and host as people typed them, when a trusted proxy says so. */
function originOf({ headers }: IncomingMessage): { protocol: string; host?: string } {
  const first = (name: string) =>
    String(headers[name] ?? "")
      .split(",")[0]
      ?.trim() || undefined;
  if (env.trustedProxies() === 0) return { protocol: "http:" };
  return { protocol: `${first("x-forwarded-proto") ?? "http"}:`, host: first("x-forwarded-host") };
}

const compressible = /^(text\/|application\/(json|javascript|manifest)|image\/svg)/;

function compressed(request: Request, response: Response): Response {
  const takesGzip = /\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "");
  const type = response.headers.get("Content-Type") ?? "";
  if (!takesGzip || !response.body || !compressible.test(type) || response.headers.has("Content-Encoding"))
    return response;
  const headers = new Headers(response.headers);
  headers.set("Content-Encoding", "gzip");
  headers.append("Vary", "Accept-Encoding");
  headers.delete("Content-Length");
  const { status, statusText } = response;
  return new Response(response.body.pipeThrough(new CompressionStream("gzip")), {
    status,
    statusText,
    headers,
  });
}

const plain = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

async function ready(): Promise<Response> {
  try {
    return (await (await theStore()).ping())
      ? plain(200, "ready")
      : plain(503, "the database does not answer");
  } catch {
    return plain(503, "the database does not answer");
  }
}

/** A respondent's file of 10 MB with what a form puts around it; no questionnaire needs as much. */
const largestBody = 11 * 1024 * 1024;

/** Refuses a body that is too large, or that does not say how large it is. */
function sizeProblem({ method, headers, body }: Request): Response | null {
  if (method === "GET" || method === "HEAD" || !body) return null;
  const length = headers.get("Content-Length");
  if (length === null) return plain(411, "Say how long the body is");
  return Number(length) > largestBody ? plain(413, "Too large") : null;
}

function handlerOf(build: ServerBuild): (request: Request) => Promise<Response> {
  const remix = createRequestHandler(build, "production");
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/healthz") return plain(200, "ok");
    if (pathname === "/readyz") return ready();
    // No text of ours holds a NUL, and PostgreSQL refuses one.
    if (/%00/.test(request.url)) return plain(400, "Bad request: NUL in the address");
    const tooLarge = sizeProblem(request);
    if (tooLarge) return tooLarge;
    // Remix would answer a foreign form post with 500; the gates say 403, and so does the front.
    if (isForeign(request)) return plain(403, "Forbidden: sent from another site");
    return compressed(request, await remix(request));
  };
}

/** Serves `build`; resolves when the port is open. */
export async function serve(build: ServerBuild): Promise<Server> {
  await theStore();
  const handle = handlerOf(build);
  const assets = sirv(build.assetsBuildDirectory, {
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders: (response, pathname) => {
      response.setHeader(
        "Cache-Control",
        pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      );
      response.setHeader("X-Content-Type-Options", "nosniff");
    },
  });
  const server = createServer((incoming, outgoing) => {
    assets(incoming, outgoing, async () => {
      try {
        delete incoming.headers[clientAddressHeader];
        const request = createRequest(incoming, outgoing, originOf(incoming));
        request.headers.set(clientAddressHeader, addressOf(incoming));
        await sendResponse(outgoing, await handle(request));
      } catch (error) {
        console.error(error);
        if (!outgoing.headersSent) outgoing.writeHead(500, { "Content-Type": "text/plain" });
        outgoing.end("Something went wrong. Please try again.");
      }
    });
  });
  const port = env.port();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, env.host(), resolve);
  });
  const jobs = startJobs(await theStore());
  const stop = () => {
    const ended = jobs.stop();
    server.close(async () => {
      await ended;
      await (await theStore()).close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 10_000).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  return server;
}
