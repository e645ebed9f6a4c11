/** The features that are compared, by category. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { findFeature, insertFeatures, updateFeatureArchived } from "~/data/features";
import { needOfRow } from "~/domain/competitors/surveyed-features";
import { attributesFor } from "~/domain/questionnaire/bank/words";
import { FeatureTree } from "~/features/competitors/feature-tree";
import { useText } from "~/i18n/use-text";
import { listFeaturesAndMissing, present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const { features, missing } = await listFeaturesAndMissing(store, { workspaceId, studyId: study.id });
  return {
    base: `/studies/${study.id}/competitors/features`,
    features: present(features),
    archived: features.filter(({ archivedAt }) => archivedAt !== null),
    missing: missing.length,
    needs: attributesFor(study),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, language, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  if (form.get("intent") === "take-over") {
    const { missing } = await listFeaturesAndMissing(store, where);
    const features = missing.map(({ asked, name }) => ({
      ...{ asked, name, category: "", description: "", measure: null },
      need: needOfRow(asked),
    }));
    await insertFeatures(store, { ...where, features, now });
    return { kind: "taken-over" as const, n: features.length, at: now };
  }
  const featureId = String(form.get("featureId"));
  const feature = await findFeature(store, { ...where, featureId });
  if (!feature) throw new Response("Not found", { status: 404 });
  const archived = form.get("intent") === "archive";
  await updateFeatureArchived(store, { ...where, featureId, archivedAt: archived ? now : null });
  return {
    kind: archived ? ("archived" as const) : ("restored" as const),
    ...{ featureId, name: feature.name[language], at: now },
  };
};

export default function Features() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competitors").features;
  return (
    <>
      <FeatureTree {...loaded} />
      {done?.kind === "taken-over" && <UndoToast key={done.at} message={text.takenOver(done)} />}
      {done && done.kind !== "taken-over" && (
        <UndoToast
          key={done.at}
          message={text[done.kind](done)}
          undo={{
            action: loaded.base,
            fields: { featureId: done.featureId, intent: done.kind === "archived" ? "restore" : "archive" },
          }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
