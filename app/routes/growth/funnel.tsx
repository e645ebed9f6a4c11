/** The product's own funnel: where customers are lost, why, what that costs, and who comes back. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { EntryChanges } from "~/components/entry-changes";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { isCohort } from "~/domain/growth/funnel-cohorts";
import { countsKey, typedCounts } from "~/domain/growth/funnel-form";
import { blankLost, lostKey, typedLost } from "~/domain/growth/lost-form";
import { useChangeWords } from "~/features/growth/change-words";
import { Cohorts } from "~/features/growth/funnel-cohorts";
import { CountsTable } from "~/features/growth/funnel-counts";
import { FunnelEntry } from "~/features/growth/funnel-entry";
import { LostPool, LostTable, useStepName } from "~/features/growth/funnel-lost";
import { FunnelComparison, FunnelFigures, FunnelFilter, FunnelSteps } from "~/features/growth/funnel-view";
import { useLanguage, useText } from "~/i18n/use-text";
import { readChanges, statusOfDone } from "~/server/entries";
import { applyFunnel, funnelKinds, readFunnel } from "~/server/funnel";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const { searchParams } = new URL(request.url);
  const chosen = {
    channel: searchParams.get("channel") || null,
    from: searchParams.get("from") || null,
    to: searchParams.get("to") || null,
  };
  const [{ worth: _, ...read }, log] = await Promise.all([
    readFunnel(store, study, { ...chosen, by: searchParams.get("by") }),
    readChanges(store, {
      ...{ workspaceId, studyId: study.id, kinds: funnelKinds, all: searchParams.has("history") },
    }),
  ]);
  const edited = read.rows.find((row) => countsKey(row) === searchParams.get("edit"));
  const editedLost = read.lost.find((row) => lostKey(row) === searchParams.get("lost"));
  return {
    ...{ ...read, log, chosen: { ...chosen, by: read.by } },
    channels: [...new Set(read.rows.map(({ channel }) => channel))],
    periods: [...new Set(read.rows.map(({ period }) => period))],
    base: `/studies/${study.id}/growth/funnel`,
    currency: study.currency,
    canEdit: can.editStudies,
    typed: edited ? typedCounts(edited) : {},
    typedLost: editedLost ? typedLost(editedLost) : blankLost,
    at: {
      counts: edited ? (read.revisions.counts[countsKey(edited)] ?? 0) : 0,
      lost: editedLost ? (read.revisions.lost[lostKey(editedLost)] ?? 0) : 0,
    },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const done = await applyFunnel(store, { study, form, savedBy: member.name, now });
  if (!done) throw new Response("Bad request", { status: 400 });
  return data({ ...done, at: now }, statusOfDone(done.kind));
};

type Done = ReturnType<typeof useActionData<typeof action>>;
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What a press did, told in passing; with what takes it back where it took something out. */
function useTold(done: Done, steps: Loaded["steps"]): { message: string; state?: string } | null {
  const text = useText("funnel");
  const growth = useText("growth");
  const entries = useText("entries");
  const stepName = useStepName(steps);
  if (done?.kind === "put-back") return { message: entries.isBack };
  if (done?.kind !== "removed") return null;
  if (done.gone.kind === "late") return { message: entries.changedMeanwhile };
  const { content, state } = done.gone;
  const what =
    "reason" in content
      ? text.lostRow({ ...content, step: stepName(content.step) })
      : text.row(content as { period: string; channel: string; seen: string | null });
  return { message: growth.removed({ what }), state };
}

export default function Funnel() {
  const loaded = useLoaderData<typeof loader>();
  const { rows, steps, pays, looked, result, base, currency, canEdit, by, lost, pool, revisions } = loaded;
  const done = useActionData<typeof action>();
  const text = useText("funnel");
  const language = useLanguage();
  const wordsOf = useChangeWords(steps);
  const told = useTold(done, steps);
  const saved =
    done?.kind === "counts-saved"
      ? text.saved(done)
      : done?.kind === "lost-saved"
        ? text.lostSaved(done)
        : null;
  return (
    <>
      {saved && (
        <div className="mb-6 max-w-prose">
          <Notice tone="success" live>
            {saved}
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <>
          {rows.length > 1 && (
            <FunnelFilter
              channels={loaded.channels}
              periods={loaded.periods}
              offered={loaded.offered}
              chosen={loaded.chosen}
            />
          )}
          <FunnelSteps result={result} steps={steps} currency={currency} cohorts={by === "cohort"} />
          <FunnelFigures result={result} steps={steps} />
          {by === "cohort" && looked > 0 && (
            <Cohorts standings={loaded.standings} byAge={loaded.byAge} steps={steps} pays={pays} />
          )}
          {looked > 0 && <FunnelComparison result={result} paid={steps[pays]?.name[language] ?? ""} />}
        </>
      )}
      <LostPool pool={pool} steps={steps} currency={currency} />
      {rows.length > 0 && (
        <CountsTable
          rows={rows.filter((row) => isCohort(row) === (by === "cohort"))}
          revisions={revisions.counts}
          steps={steps}
          canEdit={canEdit}
          action={base}
          csv={`${base}.csv`}
        />
      )}
      {lost.length > 0 && (
        <LostTable
          rows={lost}
          revisions={revisions.lost}
          steps={steps}
          canEdit={canEdit}
          action={base}
          csv={`${base}.csv?of=lost`}
        />
      )}
      {canEdit && (
        <FunnelEntry
          done={done ?? null}
          steps={steps}
          revisions={revisions}
          typed={loaded.typed}
          typedLost={loaded.typedLost}
          at={loaded.at}
          action={base}
        />
      )}
      <EntryChanges
        changes={loaded.log.changes.flatMap((change) => wordsOf(change) ?? [])}
        more={loaded.log.more}
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
