/** The responses with a flag, what people decided about them, and what it does to the results. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { MethodLink } from "~/components/method-link";
import { PageHeader } from "~/components/page-header";
import { Pagination } from "~/components/pagination";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { UndoToast } from "~/components/undo-toast";
import { saveThresholds } from "~/data/quality";
import { listQuestionnaires } from "~/data/questionnaires";
import { onePage } from "~/domain/paging";
import { flaggedIn } from "~/domain/quality/check-responses";
import { sideBySide } from "~/domain/quality/side-by-side";
import { readThresholds, thresholdFields, typedThresholds } from "~/domain/quality/threshold-form";
import { pmfRuleOf } from "~/domain/study/study";
import { typedIn } from "~/domain/typed";
import { ResponseTabs } from "~/features/results/response-tabs";
import { ReviewCard, reviewed, useWho } from "~/features/results/review-panel";
import { ReviewSeveral, severalForm } from "~/features/results/review-several";
import { SideTable } from "~/features/results/side-table";
import { ThresholdForm } from "~/features/results/threshold-form";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import {
  countKinds,
  listWaiting,
  readQuality,
  reviewResponse,
  reviewRow,
  reviewSeveral,
} from "~/server/quality";
import { postedForm } from "~/server/request";

const perPage = 20;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [quality, questionnaires] = await Promise.all([
    readQuality(store, where),
    listQuestionnaires(store, where),
  ]);
  const { evidence, checks, thresholds } = quality;
  const asked = new URL(request.url).searchParams;
  const newest = [...evidence].reverse();
  const queue = onePage(listWaiting(quality), { asked: asked.get("page"), perPage });
  const decided = onePage(
    newest.filter(({ review }) => review !== null).sort((a, b) => (b.reviewedAt ?? 0) - (a.reviewedAt ?? 0)),
    { asked: asked.get("decided"), perPage },
  );
  const shown = <List extends typeof queue>({ rows, ...rest }: List) => ({
    ...rest,
    rows: rows.map((one) => reviewRow(one, checks)),
  });
  const rule = pmfRuleOf(study);
  const roles = questionnaires.map(({ role }) => role);
  return data({
    study: { id: study.id, sample: study.sample },
    canEdit: can.editStudies,
    complete: evidence.length,
    queue: shown(queue),
    kinds: countKinds(quality),
    decided: shown(decided),
    sides: sideBySide(evidence, flaggedIn(checks), { roles, rule }),
    typed: typedThresholds(thresholds),
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id, memberId: member.id, now };
  const form = await postedForm(request);
  if (form.get("intent") === "thresholds") {
    const typed = typedIn(form, thresholdFields);
    const read = readThresholds(typed);
    if (!read.ok) return data({ kind: "refused" as const, problems: read.problems, typed, at: now }, 400);
    await saveThresholds(store, { ...where, thresholds: read.thresholds });
    return data({ kind: "saved" as const, at: now });
  }
  const several = await reviewSeveral(store, { ...where, form });
  if (several) return data(several, several.kind === "several-refused" ? 400 : 200);
  const answer = await reviewResponse(store, { ...where, form });
  if (!answer || answer.kind === "gone") throw new Response("Not found", { status: 404 });
  return data(answer, answer.kind === "no-reason" ? 400 : 200);
};

export default function ReviewPage() {
  const { study, canEdit, complete, queue, kinds, decided, sides, typed } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("quality");
  const results = useText("results");
  const who = useWho();
  const base = `/studies/${study.id}`;
  const here = `${base}/responses/review`;
  const refused = done?.kind === "refused" ? done : null;
  return (
    <>
      <PageHeader
        title={results.responses.title}
        lead={text.lead}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
      />
      <ResponseTabs base={base} />
      {complete === 0 ? (
        <EmptyState title={text.none.title}>{text.none.body}</EmptyState>
      ) : (
        <>
          <Section
            title={text.queueTitle}
            lead={queue.total > 0 ? text.queue({ n: queue.total, all: complete }) : undefined}
          >
            {queue.total === 0 ? (
              <EmptyState title={text.nothing.title}>{text.nothing.body}</EmptyState>
            ) : (
              <>
                {canEdit && queue.total > 1 && (
                  <ReviewSeveral
                    key={done?.at}
                    {...{ action: here, waiting: queue.total, kinds }}
                    refused={done?.kind === "several-refused" ? done : null}
                  />
                )}
                <ul className="grid gap-4">
                  {queue.rows.map((row) => (
                    <ReviewCard
                      key={row.id}
                      {...{ row, base, canEdit }}
                      chooseFor={queue.total > 1 ? severalForm : undefined}
                      error={
                        done?.kind === "no-reason" && done.responseId === row.id
                          ? text.reasonMissing
                          : undefined
                      }
                    />
                  ))}
                </ul>
              </>
            )}
            <Pagination page={queue.page} pages={queue.pages} href={(n) => `${here}?page=${n}`} />
          </Section>
          <Section title={text.decidedTitle}>
            {decided.total === 0 ? (
              <p className="text-muted">{text.decidedNone}</p>
            ) : (
              <ul className="grid gap-4">
                {decided.rows.map((row) => (
                  <ReviewCard key={row.id} {...{ row, base, canEdit }} />
                ))}
              </ul>
            )}
            <Pagination page={decided.page} pages={decided.pages} href={(n) => `${here}?decided=${n}`} />
          </Section>
          <Section id="compare" title={text.sideTitle} lead={text.sideLead}>
            <SideTable results={sides} />
            <MethodLink method="pmf-score" />
          </Section>
        </>
      )}
      {canEdit && (
        <Section title={text.settingsTitle} lead={text.settingsLead}>
          <ThresholdForm
            key={done?.kind === "saved" ? done.at : ""}
            typed={refused?.typed ?? typed}
            problems={refused?.problems ?? []}
            saved={done?.kind === "saved"}
            action={here}
          />
        </Section>
      )}
      {done?.kind === "several" && (
        <UndoToast
          key={done.at}
          message={text.several[done.did]({ n: done.n })}
          undo={{ action: here, fields: { intent: "restore-several", at: String(done.at) } }}
        />
      )}
      {done?.kind === "several-restored" && (
        <UndoToast key={done.at} message={text.several.restored({ n: done.n })} />
      )}
      {done?.kind === "reviewed" && (
        <UndoToast
          key={done.at}
          message={text[reviewed[done.intent]]({ who: who(done) })}
          undo={{ action: here, fields: done.undo }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
