/** What deciders of the study need, with what users named behind it: for a question that asks users for causes. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listEvidence } from "~/data/evidence";
import { knownNeeds } from "~/domain/report/known-needs";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  return knownNeeds(await listEvidence(store, { workspaceId, studyId: study.id }));
};
