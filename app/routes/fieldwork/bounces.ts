/** Where a mail server hands its bounces in: the raw message as the body, the workspace by its secret address. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { findBounceWorkspace } from "~/data/entrance";
import { openToAll } from "~/server/gate";
import { largestBounce, takeBounce } from "~/server/mail-bounces";

const plain = (text: string, status: number) =>
  new Response(text, { status, headers: { "Cache-Control": "no-store" } });

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, now } = await openToAll(request);
  const workspaceId = await findBounceWorkspace(store, { token: params.token ?? "" });
  if (!workspaceId) return plain("unknown", 404);
  if (Number(request.headers.get("Content-Length") ?? 0) > largestBounce) return plain("too large", 413);
  const message = Buffer.from(await request.arrayBuffer());
  const taken = await takeBounce(store, { workspaceId, message, now });
  return plain(taken ? "taken" : "no bounce of a letter from here", 200);
};
