/** What deciders of the study named as their problem, newest first: needs whose causes users can be asked about. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listEvidence } from "~/data/evidence";
import { textTo } from "~/domain/questionnaire/by-measure";
import { requireStudy } from "~/server/gate";

const most = 20;
const longest = 160;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const evidence = await listEvidence(store, { workspaceId, studyId: study.id });
  const needs = evidence
    .filter(({ role }) => role === "decider")
    .toReversed()
    .flatMap(({ compiled, answers }) =>
      (["anchor.problem-text", "decider.problem"] as const).flatMap(
        (key) => textTo(compiled, answers, key) ?? [],
      ),
    )
    .map((text) => text.slice(0, longest));
  return { needs: [...new Set(needs)].slice(0, most) };
};
