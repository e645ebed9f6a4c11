/** The product's own money: the third lamp of PMF, runway, what a customer is worth, renewals. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { EntryChanges } from "~/components/entry-changes";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { blankMonth, moneyFields, typedMonth } from "~/domain/growth/money-form";
import { useChangeWords } from "~/features/growth/change-words";
import { MoneyChart, MoneyRule, MoneyTable, MonthForm } from "~/features/growth/money-books";
import { Renewals } from "~/features/growth/money-renewals";
import { BreakEven, CustomerWorth } from "~/features/growth/money-verdict";
import { TableIn, type TableOutcome } from "~/features/growth/table-in";
import { useFormat, useText } from "~/i18n/use-text";
import { readChanges, statusOfDone } from "~/server/entries";
import { requireStudy } from "~/server/gate";
import { applyMoney, moneyKinds, readMoney } from "~/server/money";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const { searchParams } = new URL(request.url);
  const [money, log] = await Promise.all([
    readMoney(store, study),
    readChanges(store, {
      ...{ workspaceId, studyId: study.id, kinds: moneyKinds, all: searchParams.has("history") },
    }),
  ]);
  const edited = money.months.find(({ month }) => month === searchParams.get("month"));
  return {
    ...{ ...money, log },
    base: `/studies/${study.id}/growth/money`,
    currency: study.currency,
    canEdit: can.editStudies,
    typed: edited ? typedMonth(edited) : blankMonth,
    cohort: money.cohorts.find(({ month }) => month === searchParams.get("cohort")) ?? null,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const saving = { workspaceId, studyId: study.id, savedBy: member.name, now };
  const done = await applyMoney(store, { ...saving, form });
  if (!done) throw new Response("Bad request", { status: 400 });
  return data({ ...done, at: now }, statusOfDone(done.kind));
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
        ...{ kind: "read", n: done.n, late: done.late, pasted: done.pasted },
        problems: done.problems.map(({ line, field, problem }) =>
          text.line({ line, field: text.money.field[field], problem: text.problems[problem] }),
        ),
      };
    default:
      return null;
  }
}

/** What a press did, told in passing; with what takes it back where it took something out. */
function useTold(done: Done): { message: string; state?: string } | null {
  const text = useText("growth");
  const entries = useText("entries");
  switch (done?.kind) {
    case "month-removed":
    case "cohort-removed":
      return done.gone.kind === "late"
        ? { message: entries.changedMeanwhile }
        : { message: text.removed({ what: done.month }), state: done.gone.state };
    case "settings-saved":
      return { message: text.money.ruleSaved };
    case "put-back":
      return { message: entries.isBack };
    default:
      return null;
  }
}

export default function Money() {
  const loaded = useLoaderData<typeof loader>();
  const { months, cohorts, settings, result, renewals, revisions, base, currency, canEdit, typed } = loaded;
  const done = useActionData<typeof action>();
  const all = useText("growth");
  const text = all.money;
  const wordsOf = useChangeWords();
  const outcome = useOutcome(done);
  const told = useTold(done);
  const again = done?.kind === "month-refused" || done?.kind === "month-late" ? done : null;
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
          key={done?.kind === "cohort-saved" ? done.at : `cohort ${loaded.cohort?.month}`}
          cohorts={cohorts}
          rates={renewals}
          canEdit={canEdit}
          action={base}
          revisions={revisions.cohorts}
          edited={loaded.cohort}
          refused={done?.kind === "cohort-refused" || done?.kind === "cohort-late" ? done : null}
        />
      )}
      {months.length > 0 && (
        <MoneyTable
          months={months}
          revisions={revisions.months}
          currency={currency}
          canEdit={canEdit}
          action={base}
          csv={`${base}.csv`}
        />
      )}
      {canEdit && (
        <>
          <Section title={text.addMonth}>
            <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
              <MonthForm
                key={done && !again ? done.at : typed.month}
                typed={again?.typed ?? typed}
                revision={
                  again?.kind === "month-refused" ? again.revision : (revisions.months[typed.month] ?? 0)
                }
                late={again?.kind === "month-late" ? again.theirs : null}
                problems={again?.kind === "month-refused" ? again.problems : {}}
                currency={currency}
                action={base}
              />
              <TableIn
                key={outcome?.kind === "read" ? done?.at : "table"}
                columns={moneyFields.map((field) => text.field[field]).join(all.between)}
                action={base}
                outcome={outcome}
                revisions={revisions.months}
              />
            </div>
          </Section>
          <MoneyRule
            settings={settings}
            revision={revisions.rule}
            currency={currency}
            action={base}
            refused={done?.kind === "settings-refused" || done?.kind === "settings-late" ? done : null}
          />
        </>
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
