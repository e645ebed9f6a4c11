/** Saves in the background, and every page of a questionnaire that SurveyJS draws. JSON in, JSON out. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { savePage } from "~/data/answering";
import { openResponse, readBody, refusal } from "~/server/respond";

const postedSchema = z.object({
  page: z.string().max(200),
  answers: z.record(z.string(), z.unknown()),
  move: z.enum(["save", "next", "back"]),
  seconds: z.number().min(0).max(3600).catch(0),
});

const parsed = (body: string) => {
  try {
    return postedSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
};

const noStore = { headers: { "Cache-Control": "no-store" } };

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, keyHash, compiled, language, now } = await openResponse(request, params);
  const posted = parsed(await readBody(request));
  if (!posted || !compiled.pages.some(({ name }) => name === posted.page)) throw refusal("failed", 400);
  const { page, answers: raw, move, seconds } = posted;
  const saved = await savePage(store, {
    ...{ workspaceId, keyHash, compiled, page, raw, move, seconds, language, now },
  });
  if (!saved) throw refusal("unknown", 404);
  const { revision } = saved.response;
  const problems = saved.kind === "refused" ? saved.problems : [];
  return Response.json(
    { kind: saved.kind, page: saved.response.page, revision, problems },
    { ...noStore, status: saved.kind === "refused" ? 422 : 200 },
  );
};
