/** How the market has grown, whether it is past its peak, and what markets like it did. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { EntryChanges } from "~/components/entry-changes";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { bassFields, readBass } from "~/domain/market/bass-form";
import { blankSeries, typedSeries } from "~/domain/market/series-form";
import { typedIn } from "~/domain/typed";
import { BassSketch } from "~/features/market/bass-sketch";
import { MarketTabs } from "~/features/market/market-tabs";
import { SeriesSection } from "~/features/market/market-trend";
import { SeriesForm, useSeriesChange } from "~/features/market/series-form";
import { useText } from "~/i18n/use-text";
import { readChanges, statusOfDone } from "~/server/entries";
import { requireStudy } from "~/server/gate";
import { applyTrend, readTrend } from "~/server/market-trend";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const series = await readTrend(store, study);
  const { searchParams } = new URL(request.url);
  const bass = typedIn(searchParams, bassFields);
  const edited = series.find(({ id }) => id === searchParams.get("series"));
  return {
    ...{ series, canEdit: can.editStudies, studyId: study.id },
    typed: edited ? typedSeries(edited) : blankSeries,
    ...{ seriesId: edited?.id ?? "", revision: edited?.revision ?? 0 },
    log: await readChanges(store, {
      ...{ workspaceId, studyId: study.id, kinds: ["market-series"], all: searchParams.has("history") },
    }),
    sketch: { typed: bass, read: readBass(bass) },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const saving = { workspaceId, studyId: study.id, savedBy: member.name, now };
  const done = await applyTrend(store, { ...saving, form });
  if (!done) throw new Response("Bad request", { status: 400 });
  return data({ ...done, at: now }, statusOfDone(done.kind));
};

type Done = ReturnType<typeof useActionData<typeof action>>;

/** What a press did, told in passing; with what takes it back where it took something out. */
function useTold(done: Done): { message: string; state?: string } | null {
  const text = useText("trend");
  const entries = useText("entries");
  if (done?.kind === "put-back") return { message: entries.isBack };
  if (done?.kind !== "removed") return null;
  return done.gone.kind === "late"
    ? { message: entries.changedMeanwhile }
    : { message: text.removed(done.gone.content), state: done.gone.state };
}

export default function Trend() {
  const { series, canEdit, studyId, typed, seriesId, revision, log, sketch } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const market = useText("market");
  const text = useText("trend");
  const base = `/studies/${studyId}/market/trend`;
  const wordsOf = useSeriesChange();
  const refused = done?.kind === "refused" ? done : null;
  const late = done?.kind === "late" ? done : null;
  const told = useTold(done);
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
            typed={refused?.typed ?? late?.typed ?? typed}
            revision={refused?.revision ?? revision}
            late={late?.theirs ?? null}
            problems={refused?.problems ?? {}}
            seriesId={seriesId}
            action={seriesId ? `${base}?series=${seriesId}` : base}
          />
        </Section>
      )}
      <BassSketch {...sketch} />
      <EntryChanges
        changes={log.changes.flatMap((change) => wordsOf(change) ?? [])}
        more={log.more}
        base={base}
        canEdit={canEdit}
        told={told}
        at={done?.at}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
