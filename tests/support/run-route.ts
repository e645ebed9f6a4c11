/** Calls the real loaders and actions, as the framework would, and tells what they came to. */
export const origin = "http://localhost";

export type Fields = Record<string, string>;
type Arguments = { request: Request; params: Record<string, string>; context: object };
type Handler = (given: Arguments) => unknown;

export const get = (path: string, headers: Fields = {}) => new Request(`${origin}${path}`, { headers });
export const post = (path: string, fields: Fields, headers: Fields = {}) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Origin: origin, ...headers },
  });

/** What a loader or action came to, whether it returned or threw. */
export async function run(handler: unknown, request: Request, params: Record<string, string> = {}) {
  const came: unknown = await Promise.resolve((handler as Handler)({ request, params, context: {} })).catch(
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    },
  );
  if (came instanceof Response)
    return { status: came.status, to: came.headers.get("Location"), cookies: came.headers.getSetCookie() };
  const wrapped = came as {
    type?: string;
    data?: unknown;
    init?: { status?: number; headers?: HeadersInit };
  };
  if (wrapped?.type === "DataWithResponseInit") {
    const headers = new Headers(wrapped.init?.headers);
    return {
      status: wrapped.init?.status ?? 200,
      body: wrapped.data as Record<string, unknown>,
      cookies: headers.getSetCookie(),
    };
  }
  return { status: 200, body: came as Record<string, unknown>, cookies: [] };
}

/** The cookies an answer sets, as the next request sends them. */
export const cookieOf = ({ cookies }: { cookies: string[] }) =>
  cookies.map((cookie) => cookie.split(";")[0]).join("; ");
