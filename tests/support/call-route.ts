/** Calls a loader or an action as Remix would. */
export const args = (request: Request, params: Record<string, string> = {}) => ({
  request,
  params,
  context: {},
});

/** The status of what a loader or action returns or throws. */
export async function statusOf(run: () => Promise<unknown>): Promise<number> {
  try {
    const given = await run();
    if (given instanceof Response) return given.status;
    return (given as { init?: { status?: number } } | null)?.init?.status ?? 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}
