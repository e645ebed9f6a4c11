/** Needs that may become new value: ranked, with their evidence and the wave that will confirm them. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Computed } from "~/components/being-computed";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { updateOpportunityRemoved } from "~/data/opportunities";
import { OpportunityList, Suggestions } from "~/features/growth/opportunity-list";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readOpportunities } from "~/server/opportunities";
import { postedForm } from "~/server/request";
import { orPending } from "~/server/under-way";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, can, now } = await requireStudy(request, params, "readStudies");
  const { shown, pending } = await orPending(readOpportunities(store, { study, now, soon: true }));
  const { opportunities = [], suggestions = [] } = shown?.made ?? {};
  return data({
    ...{ opportunities, suggestions, pending, canEdit: can.editStudies },
    catchingUp: shown?.catchingUp ? shown.at : null,
    study: `/studies/${study.id}`,
    base: `/studies/${study.id}/growth/opportunities`,
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const intent = form.get("intent");
  if (intent !== "remove" && intent !== "restore") throw new Response("Bad request", { status: 400 });
  const opportunityId = String(form.get("opportunityId"));
  const need = await updateOpportunityRemoved(store, {
    ...{ workspaceId, studyId: study.id, opportunityId },
    removedAt: intent === "remove" ? now : null,
  });
  if (need === null) throw new Response("Not found", { status: 404 });
  return { need, opportunityId, restored: intent === "restore", at: now };
};

export default function Opportunities() {
  const loaded = useLoaderData<typeof loader>();
  const { opportunities, suggestions, pending, catchingUp, canEdit, study, base } = loaded;
  const done = useActionData<typeof action>();
  const text = useText("opportunity");
  const add = canEdit && (
    <LinkButton look="primary" to={`${base}/new`}>
      {text.add}
    </LinkButton>
  );
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <p className="max-w-prose text-muted">{text.lead}</p>
        {(pending || opportunities.length > 0) && add}
      </div>
      <Computed {...{ pending, catchingUp }}>
        {opportunities.length === 0 ? (
          <EmptyState title={text.emptyTitle} action={add}>
            {text.empty}
          </EmptyState>
        ) : (
          <OpportunityList opportunities={opportunities} base={base} study={study} canEdit={canEdit} />
        )}
        <div className="mt-10">
          <Suggestions suggestions={suggestions} base={base} canEdit={canEdit} />
        </div>
      </Computed>
      {done && (
        <UndoToast
          key={done.at}
          message={done.restored ? text.restored(done) : text.removed(done)}
          undo={
            done.restored
              ? undefined
              : { action: base, fields: { intent: "restore", opportunityId: done.opportunityId } }
          }
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
