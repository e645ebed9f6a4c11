/** The files that readers of a shared report may take along: nothing in them that the page does not show. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { documentFile, fileResponse, isOfDocument, kindOfFile } from "~/server/export/report-file";
import { requireShare, shareHeaders } from "~/server/share";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const gate = await requireShare(request, params);
  if (gate.kind !== "open") throw redirect(`/share/${params.token}`);
  const kind = kindOfFile(params.file);
  if (!kind || !isOfDocument(kind)) throw new Response("Not found", { status: 404 });
  const { language, share } = gate;
  const { document } = await gate.read();
  const body = await documentFile(kind, document, language);
  return fileResponse(kind, body, {
    ...{ product: share.product, filter: document.filter, language, headers: shareHeaders },
  });
};
