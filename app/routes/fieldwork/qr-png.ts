/** The QR code of a way in as a picture. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStudy } from "~/server/gate";
import { findLink } from "~/server/links";
import { qrPngOf } from "~/server/qr-code";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  const link = await findLink(store, request, study, params.collectorId ?? "");
  if (!link) throw new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(await qrPngOf(link.url)), {
    headers: {
      "Content-Type": "image/png",
      "Content-Disposition": `attachment; filename="qr-${link.id}.png"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
