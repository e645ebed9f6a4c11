/** The QR code of a way in as a picture. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";
import { findLink } from "~/server/links";
import { qrPngOf } from "~/server/qr-code";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  const link = await findLink(store, request, study, params.collectorId ?? "");
  if (!link) throw new Response("Not found", { status: 404 });
  return download(await qrPngOf(link.url), { file: `qr-${link.id}.png` });
};
