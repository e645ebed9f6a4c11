/** One claim in its form; the id `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { findClaim, insertClaim, updateClaim } from "~/data/claims";
import { listRivals } from "~/data/competitors";
import { listFeatures } from "~/data/features";
import { claimFromForm, readClaim, type TypedClaim, typedClaim } from "~/domain/competitors/claim-form";
import { attributesFor } from "~/domain/questionnaire/bank/words";
import { ClaimForm } from "~/features/competitors/claim-form";
import { useText } from "~/i18n/use-text";
import { present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const newId = "new";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const claimId = params.claimId ?? "";
  const [claim, rivals, features] = await Promise.all([
    claimId === newId ? null : findClaim(store, { ...where, claimId }),
    listRivals(store, where),
    listFeatures(store, where),
  ]);
  if (!claim && claimId !== newId) throw new Response("Not found", { status: 404 });
  const offered = present(rivals).map(({ key, name }) => ({ key, name }));
  const asked = new URL(request.url).searchParams.get("vendor");
  const blank = claimFromForm(new Map([["vendor", asked ?? offered[0]?.key ?? ""]]));
  return {
    back: `/studies/${study.id}/competitors/claims`,
    isNew: claim === null,
    revision: claim?.revision ?? null,
    typed: claim ? typedClaim(claim) : { ...blank, channel: "website" },
    rivals: offered,
    features: present(features).map(({ id, name }) => ({ id, name })),
    needs: attributesFor(study),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const back = `/studies/${study.id}/competitors/claims`;
  const form = await postedForm(request);
  const typed = claimFromForm(form);
  const [rivals, features] = await Promise.all([listRivals(store, where), listFeatures(store, where)]);
  const read = readClaim(typed, {
    vendors: rivals.map(({ key }) => key),
    featureIds: features.map(({ id }) => id),
  });
  const answer = (status: number, more: object = {}) =>
    data(
      { typed, problems: {}, theirs: null as TypedClaim | null, revision: null as number | null, ...more },
      status,
    );
  if (!read.ok) return answer(422, { problems: read.problems });
  const saved = { ...where, claim: read.claim, savedBy: member.name, now };
  const claimId = params.claimId ?? "";
  if (claimId === newId) {
    await insertClaim(store, saved);
    return redirect(`${back}#${read.claim.vendor}`);
  }
  const revision = Number(form.get("revision"));
  if (await updateClaim(store, { ...saved, claimId, revision }))
    return redirect(`${back}#${read.claim.vendor}`);
  const newest = await findClaim(store, { ...where, claimId });
  if (!newest) throw new Response("Not found", { status: 404 });
  return answer(409, { theirs: typedClaim(newest), revision: newest.revision });
};

export default function EditClaim() {
  const { back, isNew, revision, typed, rivals, features, needs } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competition").claim;
  return (
    <Section title={isNew ? text.newTitle : text.editTitle} lead={text.lead}>
      <ClaimForm
        typed={done?.typed ?? typed}
        problems={done?.problems ?? {}}
        theirs={done?.theirs}
        revision={done?.revision ?? revision}
        rivals={rivals}
        features={features}
        needs={needs}
        back={back}
      />
    </Section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
