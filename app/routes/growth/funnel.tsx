/** The product's own funnel: where customers are lost, what that costs, and who comes back. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { UndoToast } from "~/components/undo-toast";
import { typedCounts } from "~/domain/growth/funnel-form";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import { CountsForm, CountsTable, useCountNames } from "~/features/growth/funnel-counts";
import { FunnelComparison, FunnelFigures, FunnelFilter, FunnelSteps } from "~/features/growth/funnel-view";
import { TableIn, type TableOutcome } from "~/features/growth/table-in";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { applyFunnel, readFunnel } from "~/server/funnel";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, can } = await requireStudy(request, params, "readStudies");
  const { searchParams } = new URL(request.url);
  const chosen = {
    channel: searchParams.get("channel") || null,
    from: searchParams.get("from") || null,
    to: searchParams.get("to") || null,
  };
  const { rows, steps, pays, looked, result } = await readFunnel(store, study, chosen);
  const edited = rows.find(
    ({ period, channel }) => period === searchParams.get("edit") && channel === searchParams.get("of"),
  );
  return {
    ...{ rows, steps, pays, looked, result, chosen },
    channels: [...new Set(rows.map(({ channel }) => channel))],
    periods: [...new Set(rows.map(({ period }) => period))],
    base: `/studies/${study.id}/growth/funnel`,
    currency: study.currency,
    canEdit: can.editStudies,
    typed: edited ? typedCounts(edited) : {},
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const done = await applyFunnel(store, { study, form, now });
  if (!done) throw new Response("Bad request", { status: 400 });
  const status = /refused$/.test(done.kind) ? 422 : done.kind === "table-too-large" ? 413 : 200;
  return data({ ...done, at: now }, status);
};

type Done = ReturnType<typeof useActionData<typeof action>>;

function useOutcome(done: Done, steps: readonly FunnelStepName[]): TableOutcome | null {
  const growth = useText("growth");
  const text = useText("funnel");
  const format = useFormat();
  const names = useCountNames(steps);
  switch (done?.kind) {
    case "table-too-large":
      return { kind: "too-large" };
    case "table-refused": {
      const columns = format.list(done.missing.map((field) => names.get(field) ?? field));
      return { kind: "missing", columns, pasted: done.pasted };
    }
    case "table-read":
      return {
        ...{ kind: "read", n: done.n },
        problems: done.problems.map(({ line, field, problem }) =>
          growth.line({ line, field: names.get(field) ?? field, problem: text.problems[problem] }),
        ),
      };
    default:
      return null;
  }
}

export default function Funnel() {
  const loaded = useLoaderData<typeof loader>();
  const { rows, steps, pays, looked, result, chosen, channels, periods, base, currency, canEdit, typed } =
    loaded;
  const done = useActionData<typeof action>();
  const text = useText("funnel");
  const growth = useText("growth");
  const language = useLanguage();
  const outcome = useOutcome(done, steps);
  const names = useCountNames(steps);
  const refused = done?.kind === "counts-refused" ? done : null;
  return (
    <>
      {done?.kind === "counts-saved" && (
        <div className="mb-6 max-w-prose">
          <Notice tone="success" live>
            {text.saved(done)}
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <>
          {rows.length > 1 && <FunnelFilter channels={channels} periods={periods} chosen={chosen} />}
          <FunnelSteps result={result} steps={steps} currency={currency} />
          <FunnelFigures result={result} steps={steps} />
          {looked > 0 && <FunnelComparison result={result} paid={steps[pays]?.name[language] ?? ""} />}
          <CountsTable rows={rows} steps={steps} canEdit={canEdit} action={base} csv={`${base}.csv`} />
        </>
      )}
      {canEdit && (
        <Section title={text.save}>
          <div className="grid items-start gap-10 xl:grid-cols-2">
            <CountsForm
              key={done && done.kind !== "counts-refused" ? done.at : `${typed.period} ${typed.channel}`}
              typed={refused?.typed ?? typed}
              problems={refused?.problems ?? {}}
              steps={steps}
              action={base}
            />
            <TableIn
              key={outcome?.kind === "read" ? done?.at : "table"}
              columns={[...names.values()].join(growth.between)}
              action={base}
              outcome={outcome}
            />
          </div>
        </Section>
      )}
      {done?.kind === "counts-removed" && (
        <UndoToast
          key={done.at}
          message={growth.removed({ what: text.row(done.gone) })}
          undo={{ action: base, fields: { intent: "counts", ...typedCounts(done.gone) } }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
