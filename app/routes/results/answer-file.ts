/** A file that a respondent gave, for those who may take responses out of the house. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAnswerFile } from "~/data/answer-files";
import { downloadAs } from "~/server/download";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "exportResponses");
  const { responseId = "", fileId = "" } = params;
  const file = await findAnswerFile(store, { workspaceId, studyId: study.id, responseId, fileId });
  if (!file) throw new Response("Not found", { status: 404 });
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? "";
  return downloadAs(file.type, file.bytes, {
    ...{ file: `file${ending}`, name: file.name },
    headers: {
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
};
