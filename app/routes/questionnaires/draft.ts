/** A questionnaire's draft, saved as it is being edited; who saved on an old revision gets the newer one back. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import { readDraftText } from "~/domain/questionnaire/storable";
import { requireQuestionnaire } from "~/server/gate";

const sentSchema = z.object({ revision: z.number().int().min(1), draft: z.string() });
const fresh = { headers: { "Cache-Control": "no-store" } };

/** `?revision=` is the one the editor has; only a newer draft is sent. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { questionnaire } = await requireQuestionnaire(request, params, "readStudies");
  const known = new URL(request.url).searchParams.get("revision") === String(questionnaire.revision);
  return Response.json(
    { revision: questionnaire.revision, ...(known ? {} : { draft: JSON.stringify(questionnaire.draft) }) },
    fresh,
  );
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, where, member, now } = await requireQuestionnaire(request, params, "editStudies");
  const sent = sentSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return data(null, 400);
  const read = readDraftText(sent.data.draft);
  if (!read.ok) return Response.json({ problem: read.problem }, { ...fresh, status: 422 });
  const { revision } = sent.data;
  const saved = await updateDraft(store, { ...where, revision, draft: read.draft, savedBy: member.id, now });
  if (saved !== null) return Response.json({ revision: saved }, fresh);
  const newer = await findQuestionnaire(store, where);
  if (!newer) return data(null, 404);
  return Response.json(
    { revision: newer.revision, draft: JSON.stringify(newer.draft) },
    { ...fresh, status: 409 },
  );
};
