/** One questionnaire: its state, what stands against publishing it, and the button that does. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listVersions } from "~/data/questionnaires";
import { questionsOf } from "~/domain/questionnaire/draft-tree";
import { fullMinutes } from "~/domain/questionnaire/duration";
import { PublishForm } from "~/features/questionnaire/publish-form";
import { PublishOutcome } from "~/features/questionnaire/publish-outcome";
import { StateTag } from "~/features/questionnaire/questionnaire-list";
import { QuestionnaireTabs } from "~/features/questionnaire/questionnaire-tabs";
import { ReviewNotice } from "~/features/questionnaire/review-notice";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { compileDraft } from "~/server/compile-once";
import { requireQuestionnaire, requireStudy } from "~/server/gate";
import { reviewDraft } from "~/server/publish";
import { publishFromForm, readableReview } from "~/server/publish-form";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, where, questionnaire, language } = await requireQuestionnaire(
    request,
    params,
    "readStudies",
  );
  const [made, review, [latest]] = await Promise.all([
    compileDraft(questionnaire),
    reviewDraft(store, study, questionnaire),
    listVersions(store, where),
  ]);
  return {
    study: { id: study.id, product: study.product },
    ...{ id: questionnaire.id, role: questionnaire.role, revision: questionnaire.revision },
    version: latest?.number ?? null,
    changed: latest !== undefined && latest.revision !== questionnaire.revision,
    questions: questionsOf(questionnaire.draft).length,
    minutes: made.ok ? fullMinutes(made.compiled) : null,
    review: readableReview(review, questionnaire.draft, language),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, member, language, now } = await requireStudy(request, params, "editStudies");
  return publishFromForm(store, study, await postedForm(request), { publishedBy: member.id, language, now });
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [
    seen.data && words("questionnaire").title({ role: words("roles").chain[seen.data.role] }),
    seen.data?.study.product,
  ]);

export default function Questionnaire() {
  const { study, id, role, revision, version, changed, questions, minutes, review } =
    useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("questionnaire");
  const roleText = useText("roles");
  const base = `/studies/${study.id}`;
  const here = `${base}/questionnaires/${id}`;
  const calm = review.missing.length === 0 && review.differences.length === 0;
  const open = (version === null || changed) && review.problems.length === 0;
  return (
    <>
      <PageHeader
        crumbs={[
          { to: base, label: study.product },
          { to: `${base}/questionnaires`, label: text.list.title },
        ]}
        title={text.title({ role: roleText.chain[role] })}
        tags={<StateTag version={version} changed={changed} />}
        lead={[text.facts({ questions, minutes }), changed && text.publish.unpublished]
          .filter(Boolean)
          .join(" · ")}
        actions={
          open && (
            <PublishForm
              action={here}
              publish={[`${id}/${revision}`]}
              label={text.publish.publishNew({ n: (version ?? 0) + 1 })}
              anyway={!calm}
            />
          )
        }
      />
      {done && (
        <PublishOutcome
          outcomes={done.outcomes.filter(({ kind }) => kind !== "asked" && kind !== "refused")}
          fieldwork={`${base}/fieldwork`}
        />
      )}
      <ReviewNotice review={review} />
      <QuestionnaireTabs here={here} />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
