import type { LoaderFunctionArgs } from "@remix-run/node";

/** What a loader gives its page; a thrown response fails the test. */
export const loaded = async <T>(
  loader: (given: LoaderFunctionArgs) => Promise<{ data: T }>,
  request: Request,
  params: Record<string, string>,
): Promise<T> => (await loader({ request, params, context: {} })).data;
