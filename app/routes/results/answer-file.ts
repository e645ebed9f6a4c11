/** A file that a respondent gave, for those who may take responses out of the house. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAnswerFile } from "~/data/answer-files";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "exportResponses");
  const { responseId = "", fileId = "" } = params;
  const file = await findAnswerFile(store, { workspaceId, studyId: study.id, responseId, fileId });
  if (!file) throw new Response("Not found", { status: 404 });
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? "";
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="file${ending}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
};
