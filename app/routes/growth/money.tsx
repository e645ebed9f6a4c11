/** The product's own money: the third lamp of PMF, runway, what a customer is worth, renewals. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { UndoToast } from "~/components/undo-toast";
import { blankMonth, moneyFields, typedMonth } from "~/domain/growth/money-form";
import { MoneyChart, MoneyRule, MoneyTable, MonthForm } from "~/features/growth/money-books";
import { Renewals } from "~/features/growth/money-renewals";
import { BreakEven, CustomerWorth } from "~/features/growth/money-verdict";
import { TableIn, type TableOutcome } from "~/features/growth/table-in";
import { useFormat, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { applyMoney, readMoney } from "~/server/money";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, can } = await requireStudy(request, params, "readStudies");
  const money = await readMoney(store, study);
  const wanted = new URL(request.url).searchParams.get("month");
  const edited = money.months.find(({ month }) => month === wanted);
  return {
    ...money,
    base: `/studies/${study.id}/growth/money`,
    currency: study.currency,
    canEdit: can.editStudies,
    typed: edited ? typedMonth(edited) : blankMonth,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const done = await applyMoney(store, { workspaceId, studyId: study.id, form, now });
  if (!done) throw new Response("Bad request", { status: 400 });
  const status = /refused$/.test(done.kind) ? 422 : done.kind === "table-too-large" ? 413 : 200;
  return data({ ...done, at: now }, status);
};

type Done = ReturnType<typeof useActionData<typeof action>>;

function useOutcome(done: Done): TableOutcome | null {
  const text = useText("growth");
  const format = useFormat();
  switch (done?.kind) {
    case "table-too-large":
      return { kind: "too-large" };
    case "table-refused":
      return {
        kind: "missing",
        columns: format.list(done.missing.map((field) => text.money.field[field])),
        pasted: done.pasted,
      };
    case "table-read":
      return {
        ...{ kind: "read", n: done.n },
        problems: done.problems.map(({ line, field, problem }) =>
          text.line({ line, field: text.money.field[field], problem: text.problems[problem] }),
        ),
      };
    default:
      return null;
  }
}

/** What taking it back posts: the removed row as it was typed. */
function undoOf(done: NonNullable<Done>): { what: string; fields: Record<string, string> } | null {
  if (done.kind === "month-removed")
    return { what: done.gone.month, fields: { intent: "month", ...typedMonth(done.gone) } };
  if (done.kind !== "cohort-removed") return null;
  const { month, started, renewed } = done.gone;
  return {
    what: month,
    fields: { intent: "cohort", month, started: String(started), renewed: renewed.join(", ") },
  };
}

export default function Money() {
  const loaded = useLoaderData<typeof loader>();
  const { months, cohorts, settings, result, renewals, base, currency, canEdit, typed } = loaded;
  const done = useActionData<typeof action>();
  const all = useText("growth");
  const text = all.money;
  const outcome = useOutcome(done);
  const removed = done && undoOf(done);
  const refused = done?.kind === "month-refused" ? done : null;
  const shared = { result, settings, currency };
  return (
    <>
      {done?.kind === "month-saved" && (
        <div className="mb-6 max-w-prose">
          <Notice tone="success" live>
            {text.saved(done)}
          </Notice>
        </div>
      )}
      {months.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <>
          <BreakEven {...shared} />
          <CustomerWorth {...shared} />
          <div className="mt-8">
            <MoneyChart result={result} currency={currency} />
          </div>
        </>
      )}
      {(months.length > 0 || cohorts.length > 0) && (
        <Renewals
          key={done?.kind === "cohort-saved" ? done.at : "cohorts"}
          cohorts={cohorts}
          rates={renewals}
          canEdit={canEdit}
          action={base}
          refused={done?.kind === "cohort-refused" ? done : null}
        />
      )}
      {months.length > 0 && (
        <MoneyTable months={months} currency={currency} canEdit={canEdit} action={base} csv={`${base}.csv`} />
      )}
      {canEdit && (
        <>
          <Section title={text.addMonth}>
            <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
              <MonthForm
                key={done && done.kind !== "month-refused" ? done.at : typed.month}
                typed={refused?.typed ?? typed}
                problems={refused?.problems ?? {}}
                currency={currency}
                action={base}
              />
              <TableIn
                key={outcome?.kind === "read" ? done?.at : "table"}
                columns={moneyFields.map((field) => text.field[field]).join(all.between)}
                action={base}
                outcome={outcome}
              />
            </div>
          </Section>
          <MoneyRule
            settings={settings}
            currency={currency}
            action={base}
            refused={done?.kind === "settings-refused" ? done : null}
          />
        </>
      )}
      {done?.kind === "settings-saved" && <UndoToast key={done.at} message={text.ruleSaved} />}
      {done && removed && (
        <UndoToast
          key={done.at}
          message={all.removed(removed)}
          undo={{ action: base, fields: removed.fields }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
