/** How the market has grown, whether it is past its peak, and what markets like it did. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { UndoToast } from "~/components/undo-toast";
import { bassFields, readBass, type TypedBass } from "~/domain/market/bass-form";
import { blankSeries, typedSeries } from "~/domain/market/series-form";
import { BassSketch } from "~/features/market/bass-sketch";
import { MarketTabs } from "~/features/market/market-tabs";
import { SeriesSection } from "~/features/market/market-trend";
import { SeriesForm } from "~/features/market/series-form";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { applyTrend, readTrend } from "~/server/market-trend";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, can } = await requireStudy(request, params, "readStudies");
  const series = await readTrend(store, study);
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get("series");
  const bass = Object.fromEntries(
    bassFields.map((field) => [field, searchParams.get(field) ?? ""]),
  ) as TypedBass;
  const edited = series.find(({ id }) => id === wanted);
  return {
    ...{ series, canEdit: can.editStudies, studyId: study.id },
    typed: edited ? typedSeries(edited) : blankSeries,
    seriesId: edited?.id ?? "",
    sketch: { typed: bass, read: readBass(bass) },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const done = await applyTrend(store, { workspaceId, studyId: study.id, form, now });
  if (!done) throw new Response("Bad request", { status: 400 });
  return data({ ...done, at: now }, done.kind === "refused" ? 422 : 200);
};

export default function Trend() {
  const { series, canEdit, studyId, typed, seriesId, sketch } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const market = useText("market");
  const text = useText("trend");
  const base = `/studies/${studyId}/market/trend`;
  const refused = done?.kind === "refused" ? done : null;
  return (
    <>
      <PageHeader title={market.title} lead={market.lead} />
      <MarketTabs studyId={studyId} view="trend" scenarios={[]} chosen={null} />
      {done?.kind === "saved" && (
        <div className="mb-6 max-w-prose">
          <Notice tone="success" live>
            {text.saved(done)}
          </Notice>
        </div>
      )}
      {series.length === 0 && <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
      {series.map((one) => (
        <SeriesSection key={one.id} series={one} base={base} canEdit={canEdit} />
      ))}
      {canEdit && (
        <Section title={seriesId ? text.editTitle : text.add}>
          <SeriesForm
            key={done?.kind === "saved" ? done.at : seriesId}
            typed={refused?.typed ?? typed}
            problems={refused?.problems ?? {}}
            seriesId={seriesId}
            action={seriesId ? `${base}?series=${seriesId}` : base}
          />
        </Section>
      )}
      <BassSketch {...sketch} />
      {done?.kind === "moved" && (
        <UndoToast
          key={done.at}
          message={done.restored ? text.restored(done) : text.removed(done)}
          undo={
            done.restored
              ? undefined
              : { action: base, fields: { intent: "restore", seriesId: done.seriesId } }
          }
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
