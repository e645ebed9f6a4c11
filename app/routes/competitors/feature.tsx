/** One feature in its form; the id `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { findFeature, insertFeatures, listFeatures, updateFeature } from "~/data/features";
import { featureFromForm, featureLimit, readFeature, typedFeature } from "~/domain/competitors/feature-form";
import { attributesFor } from "~/domain/questionnaire/bank/words";
import { FeatureForm } from "~/features/competitors/feature-form";
import { useLanguage, useText } from "~/i18n/use-text";
import { listSurveyedFeatures, present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const newId = "new";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const featureId = params.featureId ?? "";
  const [feature, features, surveyed] = await Promise.all([
    featureId === newId ? null : findFeature(store, { ...where, featureId }),
    listFeatures(store, where),
    listSurveyedFeatures(store, where),
  ]);
  if (!feature && featureId !== newId) throw new Response("Not found", { status: 404 });
  return {
    back: `/studies/${study.id}/competitors/features`,
    name: feature?.name ?? null,
    revision: feature?.revision ?? null,
    typed: feature
      ? typedFeature(feature)
      : featureFromForm(new Map([["category", features.at(-1)?.category ?? ""]])),
    categories: [...new Set(features.map(({ category }) => category).filter(Boolean))],
    surveyed,
    needs: attributesFor(study),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const featureId = params.featureId ?? "";
  const back = `/studies/${study.id}/competitors/features`;
  const form = await postedForm(request);
  const typed = featureFromForm(form);
  const read = readFeature(typed);
  if (!read.ok) return data({ typed, problems: read.problems, theirs: null, revision: null }, 422);
  if (featureId === newId) {
    if (present(await listFeatures(store, where)).length >= featureLimit)
      throw new Response("Bad request", { status: 400 });
    await insertFeatures(store, { ...where, features: [read.feature], now });
    return redirect(back);
  }
  const revision = Number(form.get("revision"));
  if (await updateFeature(store, { ...where, featureId, revision, feature: read.feature }))
    return redirect(back);
  const newest = await findFeature(store, { ...where, featureId });
  if (!newest) throw new Response("Not found", { status: 404 });
  return data({ typed, problems: {}, theirs: typedFeature(newest), revision: newest.revision }, 409);
};

export default function EditFeature() {
  const { back, name, revision, typed, categories, surveyed, needs } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competitors").feature;
  const language = useLanguage();
  return (
    <Section title={name?.[language] ?? text.newTitle} lead={text.lead}>
      <FeatureForm
        typed={done?.typed ?? typed}
        problems={done?.problems ?? {}}
        theirs={done?.theirs}
        revision={done?.revision ?? revision}
        categories={categories}
        surveyed={surveyed}
        needs={needs}
        back={back}
      />
    </Section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
