/** The value points that competitors promote, against what their users report. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { UndoToast } from "~/components/undo-toast";
import { findClaim, listClaims, updateClaimArchived } from "~/data/claims";
import { ownProduct } from "~/domain/competitors/rival";
import { attributesFor } from "~/domain/questionnaire/bank/words";
import { ClaimList } from "~/features/competitors/claim-list";
import { useText } from "~/i18n/use-text";
import { checkedClaims } from "~/server/competitor-analysis";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language, can } = await requireStudy(request, params, "readStudies");
  const { evidence, filter } = await readFiltered(store, { request, study, language, page: "claims" });
  const [{ vendors, ...checked }, all] = await Promise.all([
    checkedClaims(store, study, evidence),
    listClaims(store, { workspaceId, studyId: study.id }),
  ]);
  return {
    base: `/studies/${study.id}/competitors`,
    mayEdit: can.editStudies,
    filter: { ...filter, mayEdit: can.editStudies },
    rivals: vendors.filter(({ key }) => key !== ownProduct),
    ...checked,
    needs: attributesFor(study),
    archived: all.filter(({ archivedAt }) => archivedAt !== null).map(({ id, words }) => ({ id, words })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  const claimId = String(form.get("claimId"));
  const claim = await findClaim(store, { ...where, claimId });
  if (!claim) throw new Response("Not found", { status: 404 });
  const archived = form.get("intent") === "archive";
  await updateClaimArchived(store, { ...where, claimId, archivedAt: archived ? now : null });
  return {
    kind: archived ? ("archived" as const) : ("restored" as const),
    ...{ claimId, words: claim.words, at: now },
  };
};

export default function Claims() {
  const { filter, ...loaded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competition").claims;
  return (
    <>
      {filter.total > 0 && <FilterBar {...filter} />}
      <ClaimList {...loaded} />
      {done && (
        <UndoToast
          key={done.at}
          message={text[done.kind](done)}
          undo={{
            action: `${loaded.base}/claims`,
            fields: { claimId: done.claimId, intent: done.kind === "archived" ? "restore" : "archive" },
          }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
