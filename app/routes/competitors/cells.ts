/** Cells of the matrix, saved in the background; and the history of one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { listCellHistory } from "~/data/features";
import { cellChangesSchema } from "~/domain/competitors/matrix-cell";
import { saveCells } from "~/server/competitors";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const { searchParams } = new URL(request.url);
  const [featureId, vendor] = [searchParams.get("feature") ?? "", searchParams.get("vendor") ?? ""];
  const states = await listCellHistory(store, { workspaceId, studyId: study.id, featureId, vendor });
  return Response.json(states, { headers: { "Cache-Control": "no-store" } });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const sent = cellChangesSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return data(null, 400);
  const where = { workspaceId, studyId: study.id };
  const saved = await saveCells(store, { ...where, changes: sent.data, savedBy: member.name, now });
  return saved ? Response.json(saved) : data(null, 404);
};
