/** A card to print: QR code, link, and why to scan it. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { QrCard } from "~/features/fieldwork/qr-card";
import { pageTitle } from "~/i18n/page-title";
import { requireStudy } from "~/server/gate";
import { findLink } from "~/server/links";
import { qrCodeOf } from "~/server/qr-code";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, workspaceName } = await requireStudy(request, params, "readStudies");
  const link = await findLink(store, request, study, params.collectorId ?? "");
  if (!link) throw new Response("Not found", { status: 404 });
  return { product: study.product, sender: workspaceName, url: link.url, qr: qrCodeOf(link.url) };
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [words("board").link.card, seen.data?.product]);

export default function Card() {
  return <QrCard {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
