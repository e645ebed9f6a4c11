/** The letters of the outbox as a file for mail merge. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mergeCsv } from "~/domain/mail/by-hand";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";
import { listOutbox } from "~/server/mail-outbox";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "exportResponses");
  const letters = await listOutbox(store, { request, workspaceId, studyId: study.id, limit: 20_000 });
  return download(mergeCsv(letters), { file: "letters.csv" });
};
